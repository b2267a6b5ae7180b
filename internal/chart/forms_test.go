package chart_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/diag"
)

// several reads a chart of several series a, b and c over a column x.
func several(t testing.TB, form, xType, unit, rows, more string) (*chart.Chart, diag.List) {
	t.Helper()
	yaml := "form: " + form + "\nheadline: The headline\nsubhead: Values in an example\nsubject: Values\ndata: data/s.csv\nx: x\nnote: A note\nsources: [cnn-2021-02-11]\n" + more
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"sources.yaml": sourcesOf(), "units.yaml": "", "figures.yaml": "", "events.yaml": "",
		"data/s.yaml": "title: S\nlicence: CC0-1.0\nfields:\n  - {name: x, type: " + xType + ", title: X}\n" +
			"  - {name: a, type: number, unit: " + unit + ", title: Ann}\n  - {name: b, type: number, unit: " + unit + ", title: Bob}\n  - {name: c, type: number, unit: times, title: Cid}\n  - {name: of, type: string, title: Of}\n",
		"data/s.csv": "x,a,b,c,of\n" + rows,
	} {
		if text != "" {
			fsys["content/"+name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return chart.Read(diag.NewSource("content/charts/x.yaml", []byte(yaml)), inputs(t, fsys))
}

// sourcesOf is the one source that the charts here name.
func sourcesOf() string {
	return "references:\n  - {id: cnn-2021-02-11, type: webpage, kind: report, title: A text, publisher: CNN, issued: 2021-02-11, URL: \"https://example.org/a\"}\n"
}

// Each form says in words what its drawing shows.
func TestSentencesOfForms(t *testing.T) {
	years := "2010,4,6,,\n2011,5,5.5,,\n2014,7,5,,\n"
	long := "p,40,,,Ann\np,60,,,Bob\nq,10,,,Ann\nq,90,,,Bob\n"
	for _, test := range []struct{ form, xType, unit, rows, more, alt, description string }{
		{"lines", "year", "count", years, "y: [a, b]\n",
			"Line chart of two series. Values: in 2014 the highest is Ann, 7, and the lowest Bob, 5. Between 2011 and 2014 Ann passed Bob.",
			"Ann rose by 75%, from 4 in 2010 to 7 in 2014."},
		{"lines", "year", "percent", years, "y: [a, b]\n", "", "Bob fell by one percentage point, from 6% in 2010 to 5% in 2014."},
		{"lines", "string", "count", "2024-03,1,2,,\n2024-05,3,2,,\n", "y: [a, b]\n", "Between March and May 2024 Ann passed Bob.", "The axis runs from March 2024 to May 2024."},
		{"lines", "year", "count", "2010,1000,1010,,\n2011,1005,1010,,\n", "y: [a, b]\n", "", "runs from 1,000 to 1,010 and does not begin at zero."},
		{"lines", "year", "count", "2010,1,1000,,\n2011,2,2000,,\n", "y: [a, b]\nlog: true\n", "", "in equal steps for equal ratios"},
		{"stacked-bars", "string", "percent", long, "y: a\nseries: of\n", "For p Bob is the largest part, 60%.", "For q Bob is the largest part, 90%."},
		{"area", "year", "count", "2010,1,3,,\n2011,2,2,,\n2012,3,1,,\n", "y: [a, b]\n", "In 2010 Bob is the largest part, 75% of 4. In 2012 Ann is the largest part, 75% of 4.", "Its share was 25% in 2010 and 75% in 2012."},
		{"slope", "year", "count", years, "y: [a, b]\n", "one rose and one fell; the greatest change is that of Ann, which rose by 75%, from 4 in 2010 to 7 in 2014", "Between 2010 and 2014 Ann passed Bob."},
		{"dumbbell", "string", "count", "p,4,6,,\nq,1,9,,\n", "y: [a, b]\n", "of two: the widest gap is that of q: 1 for Ann, 9 for Bob.", "p: 4 for Ann, 6 for Bob."},
		{"strip", "string", "count", long, "y: a\nseries: of\nmedian: true\n", "p: two values lie between 40 (Ann) and 60 (Bob), the median at 50.", ""},
		{"multiples", "year", "count", years, "y: [a, b]\n", "in 2014 the highest is Ann, 7", "Each panel has one series."},
		{"grouped-bars", "string", "count", "p,4,6,,\nq,1,9,,\n", "y: [a, b]\n", "Ann is highest for p, 4 and Bob is highest for q, 9", "For p the highest is Bob, 6, and the lowest Ann, 4."},
		{"table", "string", "percent", "p,4,6,3,\nq,1,9,2,\n", "y: [a, c]\n", "Ann is highest for p, 4%, and lowest for q, 1%.", "q: Ann 1% and Cid 2 times."},
	} {
		c, problems := several(t, test.form, test.xType, test.unit, test.rows, test.more)
		if c == nil {
			t.Errorf("%s: %v", test.form, problems)
			continue
		}
		space := strings.NewReplacer("\u00a0", " ")
		if got := space.Replace(c.Alt()); !strings.Contains(got, test.alt) {
			t.Errorf("%s: %q is not in %s", test.form, test.alt, got)
		}
		if got := space.Replace(c.Description()); !strings.Contains(got, test.description) {
			t.Errorf("%s: %q is not in %s", test.form, test.description, got)
		}
	}
}

// What a form cannot draw honestly is a problem at its place.
func TestProblemsOfForms(t *testing.T) {
	for _, test := range []struct{ form, xType, unit, rows, more, want string }{
		{"stacked-bars", "string", "count", "p,4,-6,,\n", "y: [a, b]\n", "s.csv:2:1: the part of Bob for p is −6, and none can be below zero | draw grouped bars"},
		{"stacked-bars", "string", "percent", "p,40,40,,\n", "y: [a, b]\nshare: true\n", "s.csv:2:1: the parts for p add up to 80.0%, not to 100% | check the values; parts of one whole are 100% together"},
		{"area", "year", "percent", "2010,70,40,,\n2011,60,40,,\n", "y: [a, b]\n", "s.csv:2:1: the parts in 2010 add up to 110.0%, not to 100% | check the values; parts of one whole are 100% together"},
		{"stacked-columns", "string", "count", "p,4,6,11,\n", "y: [a, b]\nwhole: c\n", "s.csv:2:1: the parts for p add up to 10, and column c says 11 | check the values, or add the part that is missing"},
		{"lines", "year", "count", "2010,0,6,,\n2011,5,6,,\n", "y: [a, b]\nlog: true\n", "s.csv:2:1: the value of Ann in 2010 is 0, which has no place on a scale of ratios | leave log out, or the row with where"},
		{"lines", "year", "count", "2010,1,6,,\n", "y: [a, c]\n", `x.yaml:9:8: column "c" is in times, column "a" in count | what is drawn on one scale has one unit; several scales are panels`},
		{"line", "year", "count", "2010,1,6,2,\n2011,2,6,3,\n", "y: a\nforecast: {column: c, says: Expected}\n", `x.yaml:10:20: column "c" is in times, column "a" in count | what is drawn on one scale has one unit; several scales are panels`},
		{"line", "year", "count", "2010,1,6,2,\n2011,2,6,3,\n", "y: a\nlimits: {from: \"2010\", high: of, high_says: Cap, low_says: None}\n", `x.yaml:10:30: column "of" holds no amounts | choose a column of type number with a unit`},
		{"lines", "year", "count", "2010,1,6,,\n", "y: [a, x]\n", `x.yaml:9:8: column "x" holds no amounts | choose a column of type number with a unit`},
		{"lines", "year", "count", "2010,1,6,,p\n", "y: [a, b]\nseries: of\n", "x.yaml:10:9: series parts the rows of one column, and y names 2 | name one column under y, or leave series out"},
		{"lines", "year", "count", "2010,1,6,,p\n2010,2,6,,p\n", "y: a\nseries: of\n", "s.csv:3:6: a second value of p for 2010 | keep one row for each"},
		{"dumbbell", "string", "count", "p,1,6,,\nq,1,2,,\np,2,6,,\n", "y: [a, b]\n", "s.csv:4:1: a second row for p | keep one row for each name, choose rows with where, or say with series what parts them"},
		{"lines", "year", "count", "2010,1,6,,\n", "y: a\nseries: of\n", "s.csv:2:11: the row has no of, which says what series it belongs to | fill it in, or leave the row out with where"},
		{"lines", "year", "count", "2010,1,6,,p\n", "y: a\nseries: of\norder: [q]\n", `x.yaml:11:9: no series "q" | did you mean p?`},
		{"dumbbell", "string", "count", "p,4,6,,\n", "y: [a]\n", "x.yaml:9:5: a dumbbell has two series, and this chart 1 | name two columns under y, or two series under order"},
		{"slope", "year", "count", "2010,4,6,,\n", "y: [a, b]\n", "x.yaml:6:4: a slope lies between two points of the axis, and column x has a value at one alone | choose rows with where, from and until, or draw bars"},
	} {
		_, problems := several(t, test.form, test.xType, test.unit, test.rows, test.more)
		if len(problems) == 0 {
			t.Errorf("%s: no problem, want %s", test.form, test.want)
			continue
		}
		p := problems[0]
		got := fmt.Sprintf("%s: %s | %s", strings.TrimPrefix(strings.TrimPrefix(p.Pos.String(), "content/charts/"), "content/data/"), p.Text, p.Hint)
		if got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.form, got, test.want)
		}
	}
}

// Of nine series no reader tells the ninth from the first; named ones stand out from grey.
func TestMoreSeriesThanColours(t *testing.T) {
	var rows strings.Builder
	for i := range 9 {
		fmt.Fprintf(&rows, "2010,%d,,,s%d\n2011,%d,,,s%d\n", i, i, i+1, i)
	}
	_, problems := several(t, "lines", "year", "count", rows.String(), "y: a\nseries: of\n")
	if len(problems) != 1 || !strings.Contains(problems[0].Text, "9 series are too many") {
		t.Error(problems)
	}
	c, problems := several(t, "lines", "year", "count", rows.String(), "y: a\nseries: of\nhighlights: [s3]\n")
	if c == nil {
		t.Fatal(problems)
	}
	if n := strings.Count(c.WideSVG(""), `class="s-c1"`); n != 1 {
		t.Errorf("%d lines stand out", n)
	}
}

// The areas of bars are as their values, on both sides of zero.
func TestBarsOnBothSidesOfZero(t *testing.T) {
	c, problems := several(t, "grouped-columns", "string", "count", "p,4,,,\nq,-2,,,\n", "y: [a]\n")
	if c == nil {
		t.Fatal(problems)
	}
	var heights, tops []float64
	for _, m := range regexp.MustCompile(`<rect x="[^"]*" y="([0-9.]+)" width="[^"]*" height="([0-9.]+)" class="f-c1"`).FindAllStringSubmatch(c.WideSVG(""), -1) {
		top, _ := strconv.ParseFloat(m[1], 64)
		height, _ := strconv.ParseFloat(m[2], 64)
		heights, tops = append(heights, height), append(tops, top)
	}
	if len(heights) != 2 || heights[0] < 1.99*heights[1] || heights[0] > 2.01*heights[1] || tops[1] < tops[0]+heights[0]-0.1 {
		t.Errorf("4 is drawn %v high from %v", heights, tops)
	}
}

// The decimals that a chart file asks of one column are not those of the others.
func TestDecimalsOfOneColumn(t *testing.T) {
	c, problems := several(t, "grouped-bars", "string", "count", "p,4.3,4.12,,\nq,1,9,,\n", "y: [a, b]\ncolumns: {a: {decimals: 0}}\n")
	if c == nil {
		t.Fatal(problems)
	}
	if !strings.Contains(c.WideSVG(""), ">4.12<") {
		t.Errorf("4.12 is cut in\n%s", c.TableHTML())
	}
}

// A point of an area between gaps has a breadth.
func TestAreaOfOnePoint(t *testing.T) {
	c, problems := several(t, "area", "year", "count", "2010,4,6,,\n", "y: [a, b]\n")
	if c == nil {
		t.Fatal(problems)
	}
	corners := regexp.MustCompile(`<path d="M([\d.]+) [\d.]+L([\d.]+) `).FindAllStringSubmatch(c.WideSVG(""), -1)
	if len(corners) != 2 || corners[0][1] == corners[0][2] {
		t.Errorf("areas without breadth: %v", corners)
	}
}
