package unit

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"sharingthecost/internal/lang"
)

// How each value is written. A tilde is the space that does not break.
func TestText(t *testing.T) {
	const free = -1
	tests := []struct {
		unit     Unit
		value    float64
		decimals int
		form     Form
		want     string
	}{
		{Percent, -100, free, Prose, "−100%"},
		{Percent, -99.96, 0, Prose, "−99.96%"},
		{KRW, 1499, 0, Prose, "1.50~trillion won"},
		{USD, 1499, 0, Prose, "$1.5~trillion"},
		// Won: trillions with two decimals from 1,000 billion up.
		{KRW, 1183.3, free, Prose, "1.18~trillion won"},
		{KRW, 1183.3, free, Exact, "1.1833~trillion won"},
		{KRW, 1183.3, free, Short, "1.18tn~won"},
		{KRW, 1183.3, free, Number, "1.18"},
		{KRW, 1183.3, free, Words, "1.18~trillion won"},
		{KRW, 1402.8, free, Prose, "1.40~trillion won"},
		{KRW, 5194.5, free, Prose, "5.19~trillion won"},
		{KRW, 65864.2, free, Prose, "65.86~trillion won"},
		{KRW, 1000, free, Prose, "1.00~trillion won"},
		{KRW, 1000, 0, Prose, "1~trillion won"},
		{KRW, 1500, 1, Prose, "1.5~trillion won"},
		{KRW, 1173.957, free, Exact, "1.174~trillion won"},
		{KRW, 999.6, free, Prose, "1.00~trillion won"},
		{KRW, 999.6, free, Exact, "999.6~billion won"},
		{KRW, 999.4, free, Prose, "999~billion won"},
		{KRW, 444.2, free, Prose, "444~billion won"},
		{KRW, 444.2, free, Exact, "444.2~billion won"},
		{KRW, 444.2, free, Short, "444bn~won"},
		{KRW, 444.2, 1, Short, "444.2bn~won"},
		{KRW, 23.9, free, Prose, "24~billion won"},
		{KRW, 6.62, free, Prose, "6.6~billion won"},
		{KRW, -66.6, free, Prose, "−67~billion won"},
		{KRW, 0.02, free, Prose, "0.02~billion won"},
		{KRW, 0, free, Prose, "0.0~billion won"},

		// Dollars: as written, two decimals at most; computed ones trimmed.
		{USD, 4.7, 1, Prose, "$4.7~billion"},
		{USD, 4.7, 1, Short, "$4.7bn"},
		{USD, 4.7, 1, Exact, "$4.7~billion"},
		{USD, 4.7, 1, Number, "4.7"},
		{USD, 5, 0, Prose, "$5~billion"},
		{USD, 1.0335, free, Prose, "$1.03~billion"},
		{USD, 1.0335, free, Exact, "$1.0335~billion"},
		{USD, 0.98692, free, Prose, "$0.99~billion"},
		{USD, 0.98692, free, Short, "$0.99bn"},
		{USD, 1.301, 1, Prose, "$1.3~billion"},
		{USD, 1.0, free, Prose, "$1~billion"},
		{USD, 13.4, free, Prose, "$13.4~billion"},
		{USD, 33, free, Prose, "$33~billion"},
		{USD, 350, 0, Prose, "$350~billion"},
		{USD, 0.924, 3, Prose, "$0.924~billion"},
		{USD, 0.924, 3, Short, "$0.924bn"},
		{USD, 0.15, free, Prose, "$150~million"},
		{USD, 0.15, free, Number, "150"},
		{USD, 0.5, free, Prose, "$0.5~billion"},
		{USD, 0.4996, free, Prose, "$0.5~billion"},
		{USD, 0.0004, free, Prose, "$0.4~million"},
		{USD, 0.9996, free, Prose, "$1~billion"},
		{USD, 999.96, free, Prose, "$1~trillion"},
		{USD, 25400, free, Prose, "$25.4~trillion"},
		{USD, 1500, 1, Short, "$1.5tn"},
		{USD, -0.0000004, free, Prose, "−$0.0004~million"},
		{USD, -0.076, free, Prose, "−$76~million"},
		{USD, -0.238, free, Short, "−$238m"},
		{USD, -1.31, free, Short, "−$1.31bn"},

		// Percentages: one decimal only if the value as written has one.
		{Percent, 13.9, 1, Prose, "13.9%"},
		{Percent, 13, 0, Prose, "13%"},
		{Percent, 84.9, free, Prose, "85%"},
		{Percent, 84.9063, free, Exact, "84.9063%"},
		{Percent, 6.19, free, Prose, "6.2%"},
		{Percent, 4.04, free, Prose, "4%"},
		{Percent, 9.96, free, Prose, "10%"},
		{Percent, 85.5, free, Prose, "86%"},
		{Percent, -0.04, 1, Prose, "−0.04%"},
		{Percent, 0.04, free, Short, "0.04%"},
		{Percent, 99.96, free, Prose, "99.96%"},
		{Percent, 99.96, 1, Short, "99.96%"},
		{Percent, 100.2, free, Prose, "100.2%"},
		{Percent, 100, free, Prose, "100%"},
		{Percent, (1 - 1e-16) * 100, free, Prose, "100%"},
		{Percent, 0, 1, Prose, "0.0%"},
		{Percent, 20, 0, Short, "20%"},
		{Percent, 20, 0, Words, "20%"},
		{PercentMore, 13.9, 1, Prose, "13.9%"},
		{PercentMore, 13.9, 1, Short, "+13.9%"},
		{PercentMore, 400, 0, Short, "+400%"},
		{PercentMore, -8.9, 1, Short, "−8.9%"},
		{PercentMore, -8.9, 1, Prose, "−8.9%"},
		{PercentMore, 400, 0, Number, "400"},
		{PercentagePoints, 6.5, 1, Prose, "6.5~percentage points"},
		{PercentagePoints, 6.5, 1, Short, "6.5~points"},
		{PercentagePoints, 1, 0, Prose, "1~percentage point"},
		{PercentagePoints, 1, 0, Short, "1~point"},
		{PercentagePoints, 1, 0, Words, "one~percentage point"},
		{PercentagePoints, 1.5, 1, Words, "1.5~percentage points"},

		// A rise as the multiple it makes.
		{PercentMore, 400, 0, AsTimes, "five~times"},
		{PercentMore, 13.9, 1, AsTimes, "1.139~times"},
		{PercentMore, 13, 0, AsTimes, "1.13~times"},
		{PercentMore, 50, 0, AsTimes, "1.5~times"},
		{PercentMore, 100, 0, AsTimes, "twice"},
		{PercentMore, 13.899, free, AsTimes, "1.14~times"},

		// Multiples.
		{Times, 5, free, Prose, "five~times"},
		{Times, 5, free, Short, "5×"},
		{Times, 5, free, Number, "5"},
		{Times, 5, free, Words, "five~times"},
		{Times, 5, free, WordsStart, "Five~times"},
		{Times, 5, free, Exact, "5~times"},
		{Times, 5, free, AsTimes, "five~times"},
		{Times, 1.13, free, Prose, "1.13~times"},
		{Times, 1.139, 3, Short, "1.139×"},
		{Times, 1.5, free, Words, "1.5~times"},
		{Times, 1, free, Prose, "one~time"},
		{Times, 1, free, Short, "1×"},
		{Times, 2, free, Prose, "twice"},
		{Times, 12, free, Prose, "12~times"},
		{Times, 12, free, Words, "twelve~times"},

		// People, votes and other counts leave the noun to the author.
		{People, 28500, 0, Prose, "28,500"},
		{People, 28500, 0, Words, "28,500"},
		{People, 4000, 0, Words, "four~thousand"},
		{People, 4000, 0, WordsStart, "Four~thousand"},
		{People, 9000, 0, Short, "9,000"},
		{People, 28000, 0, Words, "twenty-eight~thousand"},
		{Count, 3, 0, Prose, "3"},
		{Count, 9, 0, Words, "nine"},
		{Count, 300, 0, Words, "three~hundred"},
		{Count, 40, 0, Words, "forty"},
		{Count, 1250000, 0, Prose, "1,250,000"},
		{Count, 2000000, 0, Words, "two~million"},
		{Votes, 139, 0, Prose, "139~votes"},
		{Votes, 139, 0, Short, "139"},
		{Votes, 1, 0, Prose, "one~vote"},
		{Votes, 3, 0, Words, "three"},

		// Units of other subjects.
		{Celsius, -0.3, 1, Prose, "−0.3~°C"},
		{Celsius, 21, 0, Short, "21°C"},
		{Energy, 1234, 0, Prose, "1.23~TWh"},
		{Energy, 999.7, free, Prose, "1~TWh"},
		{Energy, 12345.6, free, Short, "12.3~TWh"},
		{Energy, 12.34, 2, Prose, "12.34~GWh"},
		{Density, 0.002, free, Prose, "0.002~people per km²"},
		{Density, 516.2, free, Words, "516~people per km²"},
		{Francs, -20, 0, Prose, "−CHF~20"},
		{Minutes, 0.25, free, Prose, "15~min"},
		{Ratio, 1.3333, free, Prose, "1.33"},
		{Index, 103.44, free, Prose, "103.4"},
		{Hours, 1, 0, Prose, "one~hour"},

		// Counts that bring their noun.
		{Rounds, 8, 0, Prose, "eight~rounds"},
		{Rounds, 8, 0, Short, "8~rounds"},
		{Rounds, 8, 0, Number, "8"},
		{Rounds, 8, 0, Words, "eight"},
		{Months, 20, 0, Prose, "20~months"},
		{Months, 20, 0, WordsStart, "Twenty"},
		{Months, 17.5, 1, Prose, "17.5~months"},
		{Months, 17.5, 1, Words, "17.5"},
		{Years, 1, 0, Prose, "one~year"},
		{Years, 6, 0, Prose, "six~years"},
		{Years, 1.6, 1, Short, "1.6~years"},
		{Years, 7, 1, Prose, "7.0~years"},
		{Years, 1, 1, Prose, "1.0~years"},
		{Times, 2, 1, Prose, "2.0~times"},
		{Days, 76, 0, Prose, "76~days"},
		{Weeks, 8, 0, Prose, "eight~weeks"},

		// Exchange rates.
		{KRWPerUSD, 1144.89, free, Prose, "1,145~won"},
		{KRWPerUSD, 1144.89, free, Exact, "1,144.89~won"},
		{KRWPerUSD, 1144.89, free, Short, "1,145~won per $"},
		{KRWPerUSD, 1421.4, 1, Number, "1,421.4"},
		{KRWPerUSD, 907.6, 1, Prose, "907.6~won"},
	}
	for _, test := range tests {
		got := strings.ReplaceAll(Value{test.value, test.unit, test.decimals}.Text(lang.English, test.form), "\u00a0", "~")
		if got != test.want {
			t.Errorf("%s %v (decimals %d) as %s: got %q, want %q", test.unit, test.value, test.decimals, test.form, got, test.want)
		}
	}
}

// A value that an author wrote keeps its decimals, in the scale that its size has.
func TestWritten(t *testing.T) {
	tests := []struct {
		unit Unit
		raw  string
		want string
	}{
		{Percent, "13.9", "13.9%"}, {Percent, "13", "13%"}, {Percent, "5.09", "5.09%"}, {PercentMore, "400", "400%"}, {Percent, "4.0", "4.0%"},
		{USD, "4.7", "$4.7~billion"}, {USD, "5", "$5~billion"}, {USD, "0.924", "$0.924~billion"}, {USD, "0.87", "$0.87~billion"}, {USD, "0.15", "$150~million"},
		{USD, "0.9996", "$0.9996~billion"}, {USD, "0.4996", "$499.6~million"}, {USD, "1.0335", "$1.0335~billion"}, {USD, "1503.25", "$1.5~trillion"},
		{KRW, "1183.3", "1.18~trillion won"}, {KRW, "444.2", "444.2~billion won"}, {KRW, "0.25", "0.25~billion won"},
		{KRWPerUSD, "1144.89", "1,144.89~won"}, {Times, "1.139", "1.139~times"}, {People, "28500", "28,500"}, {Months, "17.5", "17.5~months"},
		{Energy, "1234", "1.23~TWh"}, {Energy, "12.30", "12.30~GWh"}, {Celsius, "-1.0", "−1.0~°C"}, {Minutes, "0.3", "18~min"}, {Francs, "20.50", "CHF~20.50"},
		{Count, "0.720", "0.720"}, {People, "28_500", "28,500"}, {Percent, "1e1", "10%"},
	}
	for _, test := range tests {
		v, _ := strconv.ParseFloat(strings.ReplaceAll(test.raw, "_", ""), 64)
		if got := strings.ReplaceAll(test.unit.Written(v, Decimals(test.raw)).Text(lang.English, Prose), "\u00a0", "~"); got != test.want {
			t.Errorf("%s %s: got %s, want %s", test.unit, test.raw, got, test.want)
		}
	}
}

func TestFixedRoundsTheDecimalNumber(t *testing.T) {
	tests := []struct {
		v    float64
		n    int
		want string
	}{
		{2.675, 2, "2.68"}, {1.005, 2, "1.01"}, {0.5, 0, "1"}, {-0.5, 0, "−1"}, {-0.4, 0, "−0.4"}, {0.0006, 2, "0.001"}, {math.Copysign(0, -1), 1, "0.0"}, {5e-17, 2, "0.00"},
		{0.1 + 0.2, 17, "0.30000000000000000"}, {1e15, 0, "1,000,000,000,000,000"}, {999999.5, 0, "1,000,000"},
	}
	for _, test := range tests {
		if got := fixed(test.v, test.n); got != test.want {
			t.Errorf("fixed(%v, %d) = %q, want %q", test.v, test.n, got, test.want)
		}
	}
}

// Every unit writes every form it claims to have, for large, small, negative
// and fractional values, and never with a hyphen for a minus.
func TestEveryUnitHasItsForms(t *testing.T) {
	for _, u := range all.Units() {
		for _, f := range u.Forms() {
			for _, v := range []float64{0, 1, 2, 7, 0.25, 12.345, -3, -0.001, 100, 999.96, 28500, 1e6, 1e12, 1e20} {
				for d := -1; d < 5; d++ {
					s := Value{v, u, d}.Text(lang.English, f)
					if s == "" || strings.HasPrefix(s, "-") || strings.HasSuffix(s, ".") {
						t.Errorf("%s %v decimals %d as %s: %q", u, v, d, f, s)
					}
				}
			}
		}
	}
	if (Unit{}).Valid() || (Unit{}).Has(Prose) || KRW.Has("usd") || KRW.Has(AsTimes) {
		t.Error("unknown names are taken for known ones")
	}
}

func TestMachine(t *testing.T) {
	for v, want := range map[float64]string{
		28500: "28500", 1038.9: "1038.9", 1038.9 * 1.13: "1173.957", 0.1 + 0.2: "0.3", -0.5: "-0.5", 1.0 / 3: "0.333333333333", 0: "0", math.Copysign(0, -1): "0",
	} {
		if got := (Value{F: v}).Machine(); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
}
