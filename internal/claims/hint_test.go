package claims

import (
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/unit"
)

// The hint names the figure that has the number, however it was typed.
func TestHints(t *testing.T) {
	checker := New(load(t, site(t)))
	for _, test := range []struct{ text, want string }{
		{"28,500 troops", "write {{ troops }} (28,500)"},
		{"28500 troops", "write {{ troops }} (28,500)"},
		{"28.5 thousand troops", "write {{ troops }} (28,500)"},
		{"twenty-eight thousand five hundred troops", "write {{ troops }} (28,500)"},
		{"13%", "write {{ offer_2020 }} (13%)"},
		{"thirteen per cent", "write {{ offer_2020 }} (13%)"},
		{"five times as much", "write {{ demand_first : times }} (five times)"},
		{"a fivefold rise", "write {{ demand_first : times }} (five times)"},
		{"5×", "write {{ demand_first : times }} (five times)"},
		{"1.04 trillion won", "write {{ contribution_2019 }} (1.04 trillion won)"},
		{"1.0389 trillion won", "write {{ contribution_2019 : exact }} (1.0389 trillion won)"},
		{"1,038.9 billion won", "write {{ contribution_2019 : exact }} (1.0389 trillion won)"},
		{"1.04tn won", "write {{ contribution_2019 }} (1.04 trillion won)"},
		{"1조 389억 원", unknownHint + " | " + unknownHint},
		{"$0.89 billion", "write {{ contribution_2019_usd }} ($0.89 billion)"},
		{"$890 million", "write {{ contribution_2019_usd }} ($0.89 billion)"},
		{"1.17 trillion", "write {{ offer_2020_won }} (1.17 trillion won)"},
		{"1,165.8 won to the dollar", "write {{ rate_2019 }} (1,165.8 won)"},
		{"29,000 troops", unknownHint},
		{"a third of the money", unknownHint},
	} {
		var hints []string
		for _, c := range checker.Find(Text{S: test.text}) {
			hints = append(hints, c.Hint)
		}
		if got := strings.Join(hints, " | "); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
	if got := (Claim{Text: "28,500"}).Problem(); got != `"28,500" is not in the ledger` {
		t.Error(got)
	}
}

// What is in another unit is not proposed.
func TestHintsOfOtherUnits(t *testing.T) {
	const rest = ", says: a, label: a, as_of: 2020, sources: [s]}\n"
	checker := New(load(t, fstest.MapFS{
		"content/sources.yaml": site(t)["content/sources.yaml"],
		"content/units.yaml":   {Data: []byte("mm: {name: millimetres, write: [{prose: '{n} mm'}]}\ncelsius: {name: degrees, write: [{prose: '{n} °C'}]}\n")},
		"content/figures.yaml": {Data: []byte("rain: {value: 300, unit: mm" + rest + "bids: {value: 200, unit: count" + rest +
			"cold: {value: -3, unit: celsius" + rest + "bridges: {value: 3, unit: count" + rest)},
	}))
	for text, want := range map[string]string{
		"300 bridges": unknownHint, "300 mm": "write {{ rain }} (300 mm)", "200 bridges": "write {{ bids }} (200)",
		"minus 3 °C": "write {{ cold }} (−3 °C)", "−3 °C": "write {{ cold }} (−3 °C)", "-3 °C": "write {{ cold }} (−3 °C)", "3 °C": unknownHint, "300 km": unknownHint,
	} {
		if got := checker.Find(Text{S: text})[0].Hint; got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestSeveralFiguresMatch(t *testing.T) {
	one := ": {value: 13, unit: percent, says: a, label: a, as_of: 2020, sources: [s]}\n"
	checker := New(load(t, fstest.MapFS{
		"content/sources.yaml": site(t)["content/sources.yaml"],
		"content/figures.yaml": {Data: []byte("a" + one + "b" + one + "c" + one + "d" + one)},
	}))
	want := "write {{ a }} (13%), {{ b }} (13%) or {{ c }} (13%), whichever is meant"
	if got := checker.Find(Text{S: "13%"})[0].Hint; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Whatever a figure's unit writes, in any form, would be caught if it were
// typed by hand: the whole text is one claim. The exceptions are counts below
// a hundred and bare numbers that a year or a small count could be.
func FuzzEveryFormIsAClaim(f *testing.F) {
	for i, v := range []float64{1183.3, 4.7, 13.9, 400, 6.5, 5, 28500, 139, 0.924, 1144.89, -8.9, -0.076, 1e6, 250} {
		f.Add(v, uint8(i), int8(-1))
	}
	units := load(f, site(f)).Units.Units()
	f.Fuzz(func(t *testing.T, v float64, which uint8, decimals int8) {
		u := units[int(which)%len(units)]
		if !(v > -1e12 && v < 1e12) || decimals < -1 || decimals > 4 {
			t.Skip()
		}
		value := unit.Value{F: v, Unit: u, Decimals: int(decimals)}
		for _, form := range u.Forms() {
			if form == unit.Number {
				continue
			}
			text := value.Text(lang.English, form)
			claims := find(text)
			switch {
			case u.Measures() || u == unit.Percent || u == unit.PercentMore || u == unit.PercentagePoints || u == unit.Times:
				if text == "one\u00a0time" || text == "One\u00a0time" || strings.EqualFold(text, "twice") {
					continue // claims only before “as much” and the like
				}
				if u == unit.PercentagePoints && form == unit.Short {
					continue // “6 points” may be anything
				}
				whole := strings.TrimSuffix(text, " per dollar")
				if len(claims) != 1 || claims[0].Text != whole {
					t.Errorf("%s %v as %s: %q has claims %+v", u, v, form, text, claims)
				}
			default:
				if strings.Contains(text, ",") && len(claims) != 1 {
					t.Errorf("%s %v as %s: %q has claims %+v", u, v, form, text, claims)
				}
			}
		}
	})
}
