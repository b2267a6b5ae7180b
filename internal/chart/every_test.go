package chart_test

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
)

// A sample is what a chart of any form is made from: names of a type, and two values each;
// "" is missing.
type sample struct {
	xType  string
	rows   []sampleRow
	parted bool // the rows of the first value are parted by the second, where the form has series
}

type sampleRow struct{ name, a, b string }

// made writes a chart file of a form from a sample, and the figures that it names. A form
// of the table of forms that is not here fails the tests below.
var made = map[string]func(s sample) (keys, figures string){
	"columns": ofColumn, "line": ofColumn, "bars": ofColumn,
	"panels": func(sample) (string, string) {
		return "subject: Values\ndata: data/s.csv\nx: x\npanels:\n  - {form: columns, y: a}\n  - {form: line, y: b}\n", ""
	},
	"lines": ofColumns, "multiples": ofColumns, "slope": ofColumns, "area": ofColumns, "grouped-columns": ofColumns, "grouped-bars": ofColumns,
	"stacked-columns": ofColumns, "stacked-bars": ofColumns, "dumbbell": ofColumns, "strip": ofColumns, "table": ofColumns,
	"scatter": func(sample) (string, string) {
		return "subject: Values\ndata: data/s.csv\nname: x\nx: a\ny: b\n", ""
	},
	"tiles": func(sample) (string, string) {
		return "subject: Values\ndata: data/s.csv\ntiles: data/map.csv\nx: x\ny: a\n", ""
	},
	"blocks": func(s sample) (string, string) {
		keys, figures := "subject: the base\nbase: base\nlabel: Before\nrows:\n", figure("base", "100", "count", "")
		for i, row := range s.rows {
			if row.a != "" {
				keys += fmt.Sprintf("  - {label: %q, figure: a%d, role: 1}\n", letters.Replace(row.name), i)
				figures += figure(fmt.Sprint("a", i), row.a, "percent_more", "base")
			}
		}
		return keys, figures
	},
	"bridge": func(s sample) (string, string) {
		keys, figures, sum := "rows:\n  - {label: Before, figure: base}\n", figure("base", "100", "count", ""), 100.0
		for i, row := range s.rows {
			if v, err := strconv.ParseFloat(row.a, 64); err == nil && !math.IsInf(v, 0) && !math.IsNaN(v) {
				sum += v
				keys += fmt.Sprintf("  - {label: %q, figure: a%d}\n", letters.Replace(row.name), i)
				figures += figure(fmt.Sprint("a", i), row.a, "count", "")
			}
		}
		return keys + "  - {label: After, figure: sum}\n", figures + figure("sum", strconv.FormatFloat(sum, 'f', -1, 64), "count", "")
	},
	"ranges": func(s sample) (string, string) {
		keys, figures := "subject: Values\nrows:\n", ""
		for i, row := range s.rows {
			low, high := row.a, row.b
			if low == "" || high == "" {
				continue
			}
			if l, _ := strconv.ParseFloat(low, 64); true {
				if h, _ := strconv.ParseFloat(high, 64); h < l {
					low, high = high, low
				}
			}
			keys += fmt.Sprintf("  - {label: %q, low: a%d, high: b%[2]d}\n", letters.Replace(row.name), i)
			figures += figure(fmt.Sprint("a", i), low, "count", "") + figure(fmt.Sprint("b", i), high, "count", "")
		}
		return keys, figures
	},
	"timeline": func(s sample) (string, string) {
		keys := "from: \"1900\"\nuntil: \"1999\"\nevents: []\ntracks:\n  - label: Periods\n    periods:\n"
		for i, row := range s.rows {
			from, half := 1900+i/2, i%2
			keys += fmt.Sprintf("      - {from: %d-%02d-01, until: %d-%02d-28, says: %q}\n", from, half*6+1, from, half*6+6, letters.Replace(row.name))
		}
		return keys, ""
	},
}

func ofColumn(sample) (string, string) {
	return "subject: Values\ndata: data/s.csv\nx: x\ny: a\n", ""
}

func ofColumns(s sample) (string, string) {
	if s.parted {
		return "subject: Values\ndata: data/s.csv\nx: x\ny: a\nseries: of\n", ""
	}
	return "subject: Values\ndata: data/s.csv\nx: x\ny: [a, b]\n", ""
}

func figure(id, value, unit, base string) string {
	if base != "" {
		base = "base: " + base + ", "
	}
	return fmt.Sprintf("%s: {value: %s, unit: %s, %ssays: A number, label: A number, group: contribution, status: reported, sources: [cnn-2021-02-11]}\n", id, value, unit, base)
}

// chartOf reads a chart of a form.
func chartOf(t testing.TB, form string, s sample) (*chart.Chart, diag.List) {
	t.Helper()
	keys, figures := made[form](s)
	yaml := "form: " + form + "\nheadline: The headline\nsubhead: Values in an example\nnote: A note\nsources: [cnn-2021-02-11]\n" + keys
	csv, squares := "x,a,b,of\n", "name,row,column\n"
	for i, row := range s.rows {
		csv += row.name + "," + row.a + "," + row.b + ",of " + letters.Replace(cmp.Or(row.b, "none")) + "\n"
		squares += fmt.Sprintf("%s,%d,%d\n", row.name, i/20+1, i%20+1)
	}
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"sources.yaml": sourcesOf(), "units.yaml": "", "events.yaml": "", "figures.yaml": figures, "data/s.csv": csv, "data/map.csv": squares,
		"data/s.yaml":   "title: S\nlicence: CC0-1.0\nfields:\n  - {name: x, type: " + s.xType + ", title: X}\n  - {name: a, type: number, unit: count, title: Ann}\n  - {name: b, type: number, unit: count, title: Bob}\n  - {name: of, type: string, title: Of}\n",
		"data/map.yaml": "title: M\nlicence: CC0-1.0\nfields:\n  - {name: name, type: string, title: Name}\n  - {name: row, type: integer, title: Row}\n  - {name: column, type: integer, title: Column}\n",
	} {
		if text != "" {
			fsys["content/"+name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return chart.Read(diag.NewSource("content/charts/x.yaml", []byte(yaml)), inputs(t, fsys))
}

// Whatever is ordinary is drawn in every form of the table of forms, of one row as of two
// hundred, in three widths, and nothing of it is a problem of the author's; what is drawn
// says the same in all its outputs.
func TestEveryFormDrawsWhatIsOrdinary(t *testing.T) {
	values := map[string]func(i, series int) string{
		"rising":   func(i, n int) string { return fmt.Sprint(i*7%13 + 3*n + 1) },
		"equal":    func(int, int) string { return "28500" },
		"negative": func(i, n int) string { return fmt.Sprint(3 - i*(n+1)) },
		"missing":  func(i, n int) string { return []string{"5", "", "7"}[(i+n)%3] },
		"tiny":     func(i, n int) string { return fmt.Sprintf("0.000%d", i%9+1+n) },
		"huge":     func(i, n int) string { return fmt.Sprintf("%d00000000", i%9+1+n) },
	}
	names := map[string]struct {
		xType string
		name  func(i int) string
	}{
		"years":  {"year", func(i int) string { return fmt.Sprint(1820 + i) }},
		"months": {"string", func(i int) string { return fmt.Sprintf("%d-%02d", 2000+i/12, i%12+1) }},
		"long": {"string", func(i int) string {
			return fmt.Sprintf("The long name of the %d. municipality that is part of the region", i)
		}},
		"Korean": {"string", func(i int) string { return string(rune('가'+i)) + "번째 지방자치단체" }},
	}
	for _, form := range chart.Forms() {
		if made[form] == nil {
			t.Errorf("no sample of the form %s", form)
			continue
		}
		for value, v := range values {
			for name, x := range names {
				for _, n := range []int{1, 2, 40, 200} {
					many := n > 2 && value != "rising" && name != "years" // what is many is one thing, how it is called another
					if refused(form, value, n) || many || testing.Short() && (n > 2 || value != "rising" && name != "long") {
						continue
					}
					s := sample{xType: x.xType}
					for i := range n {
						s.rows = append(s.rows, sampleRow{x.name(i), v(i, 0), v(i, 1)})
					}
					what := fmt.Sprintf("%s of %d, %s over %s", form, n, value, name)
					c, problems := chartOf(t, form, s)
					if c == nil {
						t.Errorf("%s: %v", what, problems)
						continue
					}
					agree(t, what, c)
				}
			}
		}
	}
}

// letters stand for digits in a name.
var letters = strings.NewReplacer("0", "a", "1", "b", "2", "c", "3", "d", "4", "e", "5", "f", "6", "g", "7", "h", "8", "i", "9", "j")

// refused reports what a form does not draw: parts below zero, more blocks than can be
// counted, a line to one point.
func refused(form, value string, n int) bool {
	switch form {
	case "area", "stacked-columns", "stacked-bars":
		return value == "negative" && n > 2
	case "blocks":
		return value == "negative" || value == "equal" || value == "huge" || n == 200
	case "bridge":
		return value == "negative" && n > 2
	case "slope":
		return n == 1
	case "scatter":
		return value == "missing" && n <= 2 // nothing is left
	case "panels":
		return value == "missing" && n == 1
	case "ranges":
		return value == "missing" && n <= 2
	}
	return false
}

// No rows of values bring any form down, and what is drawn of them agrees.
func FuzzEveryForm(f *testing.F) {
	forms := chart.Forms()
	for form := range forms {
		f.Add(uint8(form), uint8(0), "2019,1,2\n2021,,4\n2022,3e5,1\n", false)
		f.Add(uint8(form), uint8(1), "x,1,3\ny,-4,5\nz,0.001,12345678\n", false)
		f.Add(uint8(form), uint8(2), "1,1,2\n2,2,2\n1,3,4\n2,5,4\n", true)
		f.Add(uint8(form), uint8(1), "0\n2,1,\n3,1,1\n", false)
		f.Add(uint8(form), uint8(0), "1821\n1823,1\n1825,1,1\n", false)
	}
	f.Fuzz(func(t *testing.T, form, xType uint8, rows string, parted bool) {
		s := sample{xType: []string{"year", "string", "number"}[xType%3], parted: parted}
		for line := range strings.Lines(rows) {
			cells := append(strings.Split(strings.TrimSpace(line), ","), "", "")
			if len(s.rows) < 60 {
				if s.xType == "string" { // a number in a name is no value, and a drawing may cut it
					cells[0] = letters.Replace(cells[0])
				}
				s.rows = append(s.rows, sampleRow{cells[0], cells[1], cells[2]})
			}
		}
		name := forms[int(form)%len(forms)]
		c, problems := chartOf(t, name, s)
		if c != nil {
			agree(t, name+"\n"+rows, c)
			draw.PNG(c.Framed(""), 1, draw.Default(), draw.Light)
			draw.PNG(c.Card(), 1, draw.Default(), draw.Light)
		}
		for _, p := range problems {
			if p.Pos.File == "" {
				t.Errorf("%s without a place", p.Text)
			}
		}
	})
}

// agree holds the numbers of a chart's drawings, of its CSV and of its sentence to its table.
func agree(t *testing.T, what string, c *chart.Chart) {
	t.Helper()
	known := map[string]bool{}
	for _, n := range aNumber.FindAllString(tag.ReplaceAllString(c.TableHTML(), " "), -1) {
		known[n] = true
	}
	file := numbersOf(c)
	for _, svg := range []string{c.WideSVG(""), c.MiddleSVG(""), c.NarrowSVG("")} {
		for _, n := range printed(svg) {
			if !known[n] {
				t.Errorf("%s prints %s, which is not in its table", what, n)
				return
			}
			if !rounded(file, n) {
				t.Errorf("%s prints %s, which is not in its CSV", what, n)
				return
			}
		}
		if strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") {
			t.Errorf("%s: no number in a place", what)
		}
	}
	for _, n := range said(c.Alt()) {
		if !slices.ContainsFunc([]string{n, n + ".0"}, func(n string) bool { return known[n] }) && !rounded(file, n) {
			t.Errorf("%s says %s, which is not in its table: %s", what, n, c.Alt())
			return
		}
	}
	if slices.Contains(strings.Split(c.Description(), "\n\n"), "") {
		t.Errorf("%s: an empty paragraph in %q", what, c.Description())
	}
	for suffix, text := range texts(c) {
		if len(text) == 0 || strings.Contains(string(text), "NaN") {
			t.Errorf("%s: %s is empty or holds what is no number", what, suffix)
		}
	}
}

// aPlainNumber is one without marks for thousands.
var aPlainNumber = regexp.MustCompile(`\d+(\.\d+)?([eE][+-]?\d+)?`)

// numbersOf are the numbers of a chart's CSV, in order.
func numbersOf(c *chart.Chart) (numbers []float64) {
	for _, n := range aPlainNumber.FindAllString(string(c.CSV()), -1) {
		if v, err := strconv.ParseFloat(n, 64); err == nil {
			numbers = append(numbers, v)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// rounded reports whether one of the numbers rounds to what is printed.
func rounded(numbers []float64, printed string) bool {
	_, fraction, _ := strings.Cut(printed, ".")
	want, err := strconv.ParseFloat(strings.ReplaceAll(printed, ",", ""), 64)
	half := 0.5*math.Pow(10, -float64(len(fraction))) + 1e-9*max(want, 1)
	i, _ := slices.BinarySearch(numbers, want-half)
	return err == nil && i < len(numbers) && numbers[i] <= want+half
}

// furtherOnes are counted, for the sentence names no more of them.
var furtherOnes = regexp.MustCompile(`\d+ further groups`)

// said are the numbers of a sentence that are values: no years, no changes, no counts.
func said(sentence string) (numbers []string) {
	sentence = furtherOnes.ReplaceAllString(yearRange.ReplaceAllString(sentence, " "), " ")
	for _, at := range aNumber.FindAllStringIndex(sentence, -1) {
		after := sentence[at[1]:]
		if !strings.HasPrefix(after, "%") && !strings.HasPrefix(after, "\u00a0times") && !strings.HasPrefix(after, " times") && !strings.HasPrefix(after, "×") {
			numbers = append(numbers, sentence[at[0]:at[1]])
		}
	}
	return numbers
}
