package chart_test

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
)

// drawn reads a chart of one column of numbers over a column x of a type.
func drawn(t *testing.T, form, xType, rows, more string) (*chart.Chart, diag.List) {
	t.Helper()
	return one(t, "form: "+form+"\nheadline: The headline\nsubhead: Values in an example\nsubject: The value\ndata: data/s.csv\nx: x\ny: v\nnote: A note\nsources: [cnn-2021-02-11]\n"+more, map[string]string{
		"s.yaml": "title: S\nlicence: CC0-1.0\nfields:\n  - {name: x, type: " + xType + ", title: X}\n  - {name: v, type: number, unit: count, title: Value}\n",
		"s.csv":  "x,v\n" + rows,
	})
}

// Whatever an author writes is a drawing or a problem at a place of his own, told
// once, and never the headline's fault. What is ordinary is drawn.
func TestEveryColumnIsDrawnOrRefused(t *testing.T) {
	values := map[string]func(i int) string{
		"rising":   func(i int) string { return fmt.Sprint(i*7%13 + 1) },
		"equal":    func(int) string { return "28500" },
		"gaps":     func(i int) string { return []string{"5", "", "7"}[i%3] },
		"negative": func(i int) string { return fmt.Sprint(3 - i) },
		"tiny":     func(int) string { return "0.00000000000001" },
		"small":    func(i int) string { return fmt.Sprintf("0.00%d", i%9+1) },
		"huge":     func(i int) string { return "1" + strings.Repeat("0", i%30+3) },
		"endless":  func(int) string { return "9" + strings.Repeat("0", 299) },
		"none":     func(int) string { return "" },
	}
	names := map[string]struct {
		xType string
		name  func(i int) string
	}{
		"years":   {"year", func(i int) string { return fmt.Sprint(1850 + i) }},
		"months":  {"string", func(i int) string { return fmt.Sprintf("%d-%02d", 1950+i/12, i%12+1) }},
		"days":    {"date", func(i int) string { return fmt.Sprintf("%d-%02d-15", 1950+i/12, i%12+1) }},
		"numbers": {"integer", func(i int) string { return fmt.Sprint(i * i * 1000) }},
		"far":     {"number", func(i int) string { return "1" + strings.Repeat("0", i%300) }},
		"short":   {"string", func(i int) string { return fmt.Sprint("n", i) }},
		"long": {"string", func(i int) string {
			return fmt.Sprintf("The long name of the %d. municipality that is part of the region", i)
		}},
		"korean": {"string", func(i int) string { return fmt.Sprint("서울", i) }},
		"empty":  {"string", func(i int) string { return strings.TrimPrefix(fmt.Sprint(i), "0") }},
	}
	for _, form := range []string{"columns", "line", "bars"} {
		for value, v := range values {
			for name, x := range names {
				for _, n := range []int{1, 2, 12, 40, 200, 1000} {
					if testing.Short() && n > 40 {
						continue
					}
					if value != "rising" && (n != 1 && n != 40 || form == "line") { // a line differs in its marks alone
						continue
					}
					if value == "none" && name == "empty" && n == 1 {
						continue // an empty row at the end is none
					}
					var rows strings.Builder
					for i := range n {
						fmt.Fprintf(&rows, "%s,%s\n", x.name(i), v(i))
					}
					what := fmt.Sprintf("%s of %d, %s over %s", form, n, value, name)
					c, problems := drawn(t, form, x.xType, rows.String(), "")
					if c == nil && len(problems) == 0 {
						t.Errorf("%s: neither drawing nor problem", what)
					}
					seen := map[string]bool{}
					for _, p := range problems {
						if at := p.Pos.String(); strings.HasSuffix(p.Pos.File, ".yaml") && p.Pos.Line == 2 || p.Pos.Line == 0 || strings.Contains(p.Text, "collide") || seen[at+p.Text] {
							t.Errorf("%s: %s: %s", what, at, p.Text)
						} else {
							seen[at+p.Text] = true
						}
					}
					ordinary := (value == "rising" || value == "equal" || value == "small") && strings.Contains("years months days numbers short long", name) &&
						(form != "bars" && (name != "years" || n < 200) || form == "bars" && n <= 40)
					if ordinary && c == nil {
						t.Errorf("%s: refused: %v", what, problems)
					}
					if c == nil {
						continue
					}
					for suffix, text := range texts(c) {
						if len(text) == 0 {
							t.Errorf("%s: no %s", what, suffix)
						}
					}
					if value == "rising" && (n == 1 || n == 200) {
						draw.PNG(c.Framed(""), 2, draw.Default(), draw.Light)
						draw.PNG(c.Card(), 1, draw.Default(), draw.Light)
					}
				}
			}
		}
	}
}

// The labels of a long calendar are thinned.
func TestACenturyIsACalendar(t *testing.T) {
	c, problems := one(t, strings.NewReplacer("from: 2018\nuntil: 2026", "from: 1927\nuntil: 2026", "{from: 2018,", "{from: 1930,").Replace(timelineFile), nil)
	if c == nil {
		t.Fatal(problems)
	}
	if svg := c.WideSVG(""); !strings.Contains(svg, ">1930<") || strings.Contains(svg, ">1931<") {
		t.Error("a century of years is not labelled by tens")
	}
}

// markX is where the marks of a line lie along the axis.
var markX = regexp.MustCompile(`<circle cx="([0-9.]+)"`)

// Equal times and equal differences are equal distances; names are evenly spread.
func TestTimesAndNumbersAreToScale(t *testing.T) {
	tests := []struct{ xType, rows, alt string }{
		{"integer", "2010,5\n2011,5.5\n2020,7\n", "from 5 in 2010 to 7 in 2020"},
		{"integer", "10,5\n20,6\n110,7\n", "from 5 at 10 to 7 at 110"},
		{"year", "2010,5\n2011,6\n2020,7\n", "from 5 in 2010 to 7 in 2020"},
		{"string", "2010,5\n2011,6\n2020,7\n", "from 5 in 2010 to 7 in 2020"},
		{"string", "2026-01,5\n2026-02,6\n2026-11,7\n", "from 5 in January 2026 to 7 in November 2026"},
		{"date", "2026-01-01,5\n2026-01-02,6\n2026-01-11,7\n", "from 5 on 1 January 2026 to 7 on 11 January 2026"},
	}
	for _, tt := range tests {
		c, problems := drawn(t, "line", tt.xType, tt.rows, "")
		if c == nil {
			t.Fatal(tt.rows, problems)
		}
		var x [3]float64
		for i, m := range markX.FindAllStringSubmatch(c.WideSVG(""), -1) {
			fmt.Sscan(m[1], &x[i])
		}
		if got := (x[2] - x[0]) / (x[1] - x[0]); got < 9.9 || got > 10.1 {
			t.Errorf("%s%s: the third lies %.2f times as far as the second", tt.xType, tt.rows, got)
		}
		if !strings.Contains(c.Alt(), tt.alt) {
			t.Errorf("%s: %s", tt.rows, c.Alt())
		}
		var option struct {
			XAxis []struct {
				Type string
				Data []string
			}
			Series []struct{ Data []struct{ Value any } }
		}
		if err := json.Unmarshal(c.Option(), &option); err != nil {
			t.Fatal(err)
		}
		if axis := option.XAxis[0]; axis.Type == "category" && len(axis.Data) != 11 {
			t.Errorf("%s: the explorable view has %d names", tt.rows, len(axis.Data))
		}
	}
	c, _ := drawn(t, "line", "string", "Peru,5\nChina,6\nTürkiye,4\n", "")
	if want := "Line chart. The value: lowest 4 (Türkiye), highest 6 (China)"; !strings.Contains(c.Alt(), want) || strings.Contains(c.Description(), "From Peru") {
		t.Error("names have no order:", c.Alt(), c.Description())
	}
	c, _ = drawn(t, "columns", "year", "2020,5\n", "")
	for _, want := range []string{"The value was 5 in 2020.", "axis has 2020 alone.", "The value is 5 in 2020."} {
		if text := c.Alt() + c.Description(); !strings.Contains(text, want) {
			t.Errorf("of one point: no %q in %s", want, text)
		}
	}
	c, _ = drawn(t, "bars", "string", "China,5\n", "")
	if !strings.HasPrefix(c.Description(), "One bar starts at zero. The value: China, 5.") {
		t.Error(c.Description())
	}
}

// What could be fiscal years is no months. Times that stand as names are told where
// their distances differ, and drawn where they do not.
func TestTimesAsNames(t *testing.T) {
	for rows, want := range map[string]string{
		"2009-10,5\n2010-11,6\n2011-12,7\n":                     "5 (2009-10)",
		"2009-10,5\n2010-11,6\n2012-13,7\n":                     "read as a name: 2012-13 would stand as far from 2010-11 as 2010-11 from 2009-10",
		"2009-10,5\n2010-11,6\n2011-11,7\n":                     "5 in October 2009",
		"Jan 2010,5\nFeb 2010,6\nDec 2010,7\n":                  "write 2010-12",
		"January 2010,5\nFebruary 2010,6\nMarch 2010,7\n":       "January 2010",
		"2010-1,5\n2010-2,6\n2010-12,7\n":                       "write 2010-12",
		"2010/01,5\n2010/02,6\n2010/12,7\n":                     "write 2010-12",
		"2010 Q1,5\n2010 Q2,6\n2010 Q4,7\n":                     "give each quarter between a row",
		"2010-Q3,5\n2010-Q4,6\n2011-Q1,7\n":                     "2010-Q3",
		"1 May 2010,5\n2 May 2010,6\n30 May 2010,7\n":           "write 2010-05-30",
		"1 January 2010,5\n1 February 2010,6\n1 March 2010,7\n": "1 January 2010",
		"May 2010,5\nJune 2010,6\nlater,7\n":                    "May 2010",
		"3/2010,5\n4/2010,6\n":                                  "3/2010",
	} {
		c, problems := drawn(t, "line", "string", rows, "")
		said := reported(problems)
		if c != nil {
			said += c.Alt() + c.Description()
		}
		if told := regexp.MustCompile("^(write|give|read) ").MatchString(want); told != (c == nil) || !strings.Contains(said, want) {
			t.Errorf("%s: no %q in %s", rows, want, said)
		}
	}
}

// A change is one on the year or month before, not on whatever row comes first.
func TestChangeIsOnTheYearBefore(t *testing.T) {
	c, problems := drawn(t, "columns", "year", "2010,4\n2011,5\n2020,10\n", "columns: {rise: {change_of: v}}\nbelow: rise\n")
	if c == nil {
		t.Fatal(problems)
	}
	if csv := string(c.CSV()); !strings.Contains(csv, "2011,5,25\n") || !strings.Contains(csv, "2020,10,\n") {
		t.Error(csv)
	}
	c, _ = drawn(t, "columns", "year", "1951,4\n1961,5\n1971,10\n", "columns: {rise: {change_of: v}}\nbelow: rise\n")
	if csv := string(c.CSV()); !strings.HasPrefix(csv, "x,value,change_on_the_row_before\n") || !strings.Contains(csv, "1971,10,100\n") {
		t.Error("of a census:", csv)
	}
	if cut, _ := drawn(t, "line", "year", "1941,3\n1951,4\n1961,5\n1971,10\n", "from: 1945\nuntil: 1975\n"); cut == nil || strings.Contains(string(cut.Option()), "1952") || strings.Contains(string(cut.Option()), "1941") {
		t.Error("a census that is cut is no series")
	}
	if option := string(c.Option()); strings.Contains(option, "1952") || !strings.Contains(option, "1961") {
		t.Error("a census is not one series:", option)
	}
}

// A column that names no unit counts.
func TestColumnWithoutUnit(t *testing.T) {
	for _, form := range []string{"columns", "line", "lines", "bars", "area"} {
		keys := "form: " + form + "\nheadline: The headline\nsubhead: Values in an example\nsubject: The value\ndata: data/s.csv\nx: x\ny: v\nnote: A note\nsources: [cnn-2021-02-11]\n"
		if form == "bars" {
			keys = strings.Replace(keys, "x: x\ny: v\n", "label: x\nvalue: v\n", 1)
		}
		c, problems := one(t, keys, map[string]string{
			"s.yaml": "title: S\nlicence: CC0-1.0\nfields:\n  - {name: x, type: year, title: X}\n  - {name: v, type: number, title: Value}\n",
			"s.csv":  "x,v\n2019,4\n2020,5.5\n",
		})
		if c == nil && len(problems) == 0 {
			t.Error(form, "is neither drawn nor refused")
		}
		if c != nil && !strings.Contains(string(c.CSV()), "5.5") {
			t.Error(form, string(c.CSV()))
		}
	}
}

// No rows of a data file bring the program down.
func FuzzRows(f *testing.F) {
	f.Add(uint8(0), uint8(0), "2019,1\n2021,\n2022,3e5\n")
	f.Add(uint8(1), uint8(1), "2026-01,1\n2026-03,0.5\n")
	f.Add(uint8(1), uint8(2), "2026-01-31,1\n2027-01-31,1\n")
	f.Add(uint8(2), uint8(1), "a long name of a place,1\nb,12345678901\n")
	f.Add(uint8(0), uint8(4), "-0.001,1\n0,1\n900000,3\n")
	f.Fuzz(func(t *testing.T, form, xType uint8, rows string) {
		c, problems := drawn(t, []string{"columns", "line", "bars"}[form%3], []string{"year", "string", "date", "integer", "number"}[xType%5], rows, "")
		if c != nil {
			texts(c)
			draw.PNG(c.Framed(""), 2, draw.Default(), draw.Light)
			draw.PNG(c.Card(), 1, draw.Default(), draw.Light)
		}
		for _, p := range problems {
			if p.Pos.Line == 0 {
				t.Errorf("%s without a line", p.Text)
			}
		}
	})
}

// padded is a number without the noughts that stand behind it in a column.
func padded(text string) string {
	n := strings.TrimRight(text, "%×")
	if strings.Contains(n, ".") {
		n = strings.TrimRight(strings.TrimRight(n, "0"), ".")
	}
	return n
}

// What a chart says of a value is one number in all its forms: the cell of the
// table and the label are the same text, the sentences have it without the noughts
// that a column adds, and the file has what rounds to it.
func FuzzFormsOfOneValueAgree(f *testing.F) {
	f.Add(uint8(0), "1.24", "0.7")
	f.Add(uint8(1), "0.04", "99.96")
	f.Add(uint8(2), "999.6", "2500.5")
	f.Add(uint8(3), "0.9996", "0.5")
	f.Add(uint8(4), "7.0", "-0")
	f.Fuzz(func(t *testing.T, unit uint8, first, second string) {
		u := []string{"count", "percent", "krw_bn", "usd_bn", "years", "times", "people"}[unit%7]
		c, _ := one(t, yearly+"highlights: [2019, 2020]\n", map[string]string{
			"s.yaml": strings.Replace(schema, "type: number, unit: krw_bn", "type: number, unit: "+u, 1),
			"s.csv":  "year,krw_bn,name\n2019," + first + ",a\n2020," + second + ",b\n",
		})
		if c == nil {
			t.Skip()
		}
		cells := numberCell.FindAllStringSubmatch(c.TableHTML(), -1)
		lines := strings.Split(string(c.CSV()), "\n")
		if len(cells) != 2 || len(lines) < 3 {
			t.Fatalf("%d numbers in %s, %q", len(cells), c.TableHTML(), lines)
		}
		said := regexp.MustCompile(`The values are ([^ ]+) in 2019 and ([^ ]+) in 2020\.`).FindStringSubmatch(c.Description())
		if said == nil {
			t.Fatalf("%s %s, %s: no values in %s", u, first, second, c.Description())
		}
		for i, cell := range cells {
			text := cell[1]
			if padded(text) != padded(said[i+1]) {
				t.Errorf("%s %s, %s: %s in the table, %s in a sentence", u, first, second, text, said[i+1])
			}
			if !strings.Contains(c.Alt(), strings.TrimRight(said[i+1], "%×")) {
				t.Errorf("%s %s, %s: %s is not in %s", u, first, second, said[i+1], c.Alt())
			}
			if !strings.Contains(c.WideSVG(""), ">"+text+"<") {
				t.Errorf("%s %s, %s: no label %s", u, first, second, text)
			}
			number := strings.TrimRight(strings.NewReplacer("−", "-", ",", "").Replace(text), "%×")
			shown, err := strconv.ParseFloat(number, 64)
			raw, err2 := strconv.ParseFloat(strings.Split(lines[i+1], ",")[1], 64)
			if err != nil || err2 != nil {
				t.Fatalf("%s %s, %s: %q, %q", u, first, second, text, lines[i+1])
			}
			_, decimals, _ := strings.Cut(number, ".")
			if half := 0.5 * math.Pow(10, -float64(len(decimals))); math.Abs(shown-raw) > half*(1+1e-6)+1e-9*math.Abs(raw) {
				t.Errorf("%s %s, %s: %s in the table, %s in the file", u, first, second, text, lines[i+1])
			}
		}
	})
}

// numberCell finds the numbers of a table.
var numberCell = regexp.MustCompile(`<td class="n">([^<]*)</td>`)
