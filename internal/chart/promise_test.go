package chart_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"html"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sharingthecost/internal/chart"
)

var (
	svgText   = regexp.MustCompile(`(?s)<text[^>]*>(.*?)</text>`)
	axisText  = regexp.MustCompile(`(?s)<text[^>]*font-size="12"[^>]*class="f-ink3"[^>]*>.*?</text>|<text[^>]*class="f-ink3"[^>]*font-size="12"[^>]*>.*?</text>`)
	tag       = regexp.MustCompile(`<[^>]*>`)
	yearRange = regexp.MustCompile(`(^|[^\d.,])(19|20)\d\d(–\d\d)?\b|’\d\d\b`) // and no decimals
	aNumber   = regexp.MustCompile(`\d+(,\d{3})*(\.\d+)?`)
)

// printed lists the numbers that the texts of an SVG or HTML print, without
// axis ticks and years.
func printed(svg string) []string {
	svg = axisText.ReplaceAllString(svg, "")
	var out []string
	for _, m := range svgText.FindAllStringSubmatch(svg, -1) {
		s := html.UnescapeString(tag.ReplaceAllString(m[1], ""))
		out = append(out, aNumber.FindAllString(yearRange.ReplaceAllString(s, " "), -1)...)
	}
	return out
}

// Every number in a drawing is in the table as printed, and in the CSV, whose
// number rounds to it.
func TestNumbersOfTheDrawingAreInTableAndCSV(t *testing.T) {
	found := 0
	for _, c := range charts(t) {
		table := html.UnescapeString(tag.ReplaceAllString(c.TableHTML(), " "))
		inTable := map[string]bool{}
		for _, n := range aNumber.FindAllString(table, -1) {
			inTable[n] = true
		}
		for _, svg := range []string{c.WideSVG(""), c.NarrowSVG(""), string(c.StandaloneSVG(""))} {
			if svg == string(c.StandaloneSVG("")) {
				svg = c.WideSVG("") // headline and note around it are text of the page
			}
			numbers := printed(svg)
			found += len(numbers)
			for _, n := range numbers {
				if !inTable[n] {
					t.Errorf("%s prints %s, which is not in its table", c.ID, n)
				}
				if !inCSV(c, n) {
					t.Errorf("%s prints %s, which is not in its CSV", c.ID, n)
				}
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d numbers found", found)
	}
}

// inCSV reports whether a number of the CSV rounds to the one printed.
func inCSV(c *chart.Chart, printed string) bool {
	_, fraction, _ := strings.Cut(printed, ".")
	want, _ := strconv.ParseFloat(strings.ReplaceAll(printed, ",", ""), 64)
	rows, _ := csv.NewReader(bytes.NewReader(c.CSV())).ReadAll()
	for _, cell := range slices.Concat(rows...) {
		for _, n := range aNumber.FindAllString(cell, -1) {
			got, err := strconv.ParseFloat(strings.ReplaceAll(n, ",", ""), 64)
			p := math.Pow(10, float64(len(fraction)))
			if err == nil && math.Abs(math.Round(got*p+1e-9)-want*p) < 1e-6 {
				return true
			}
		}
	}
	return false
}

func TestTableIsReadableByMachinesThatReadAloud(t *testing.T) {
	for _, c := range charts(t) {
		table := c.TableHTML()
		for _, want := range []string{"<caption>", `<th scope="col"`, `<th scope="row">`, ` id="` + c.TableID() + `"`} {
			if !strings.Contains(table, want) {
				t.Errorf("%s: the table has no %s", c.ID, want)
			}
		}
		for _, form := range []string{table, c.WideSVG(""), c.NarrowSVG(""), c.DescriptionHTML()} {
			if strings.Contains(form, " style=") || strings.Contains(form, "<style") || strings.Contains(form, "<script") {
				t.Errorf("%s has inline style or script", c.ID)
			}
		}
	}
}

func TestIdsOfADrawingAreItsOwn(t *testing.T) {
	ids := regexp.MustCompile(` id="([^"]*)"`)
	for _, c := range charts(t) {
		seen := map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(c.WideSVG("")+c.NarrowSVG("")+c.TableHTML()+c.DescriptionHTML(), -1) {
			if seen[m[1]] || !strings.HasPrefix(m[1], c.ID) {
				t.Errorf("%s: id %q is given twice or is not the chart's", c.ID, m[1])
			}
			seen[m[1]] = true
		}
	}
}

func TestCSVIsRectangularAndSafe(t *testing.T) {
	for _, c := range charts(t) {
		for _, text := range [][]byte{c.CSV(), c.Tidy()} {
			rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
			if err != nil {
				t.Errorf("%s: %v", c.ID, err)
			}
			for _, row := range rows[1:] {
				for _, cell := range row {
					if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
						t.Errorf("%s: %q would run as a formula", c.ID, cell)
					}
				}
			}
		}
	}
}

// What ECharts is given holds no code, no HTML tooltip, nothing that moves,
// and colours only as names of the page's own.
func TestOptionIsDataAlone(t *testing.T) {
	hex := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|rgba?\(`)
	for _, c := range charts(t) {
		raw := c.Option()
		if hex.Match(raw) || strings.Contains(string(raw), "__f__") || strings.Contains(string(raw), "function") || strings.Contains(string(raw), "<") {
			t.Errorf("%s: the option has a colour, code or markup", c.ID)
		}
		var option struct {
			Animation bool
			Aria      struct {
				Enabled bool
				Decal   struct{ Show bool }
			}
			Tooltip struct{ RenderMode string }
			Color   any
			XAxis   []struct {
				Type string
				Data []string
			}
			YAxis []struct {
				Type string
				Data []string
				Min  *float64
			}
			Series []struct {
				Data []struct {
					Name  string
					Value any
				}
			}
			DataZoom []struct{ XAxisIndex []int }
		}
		option.Animation = true
		if err := json.Unmarshal(raw, &option); err != nil {
			t.Fatal(c.ID, err)
		}
		if option.Animation || !option.Aria.Enabled || !option.Aria.Decal.Show || option.Tooltip.RenderMode != "richText" || option.Color != nil {
			t.Errorf("%s: %+v", c.ID, option)
		}
		names := 0
		for i := range option.XAxis {
			names += len(option.XAxis[i].Data) + len(option.YAxis[i].Data)
		}
		for _, s := range option.Series {
			for _, d := range s.Data {
				if d.Name != "" {
					names++ // of a dot between two axes of numbers
				}
				if d.Value == nil {
					t.Errorf("%s: a value was dropped", c.ID)
				}
			}
		}
		if names == 0 {
			t.Errorf("%s: the axis has no names", c.ID)
		}
		if c.ID == "contribution-by-year" && (len(option.XAxis) != 2 || len(option.DataZoom) != 1 || len(option.DataZoom[0].XAxisIndex) != 2) {
			t.Errorf("the two panels are not zoomed together: %+v", option.DataZoom)
		}
	}
}

func TestMissingIsAGapNeverZero(t *testing.T) {
	c, problems := one(t, strings.Replace(yearly, "from: 2019", "from: 2018", 1), map[string]string{
		"s.yaml": schema, "s.csv": "year,krw_bn,name\n2018,900,a\n2019,,b\n2020,1000,c\n"})
	if c == nil {
		t.Fatal(problems)
	}
	if n := strings.Count(c.WideSVG(""), "<rect"); n != 2 {
		t.Errorf("%d columns for two values", n)
	}
	if strings.Contains(string(c.CSV()), "2019,0") || !strings.Contains(string(c.Option()), `"-"`) {
		t.Errorf("the gap became a value: %s", c.CSV())
	}
	line, problems := one(t, strings.Replace(strings.Replace(yearly, "from: 2019", "from: 2018", 1), "form: columns", "form: line", 1), map[string]string{
		"s.yaml": schema, "s.csv": "year,krw_bn,name\n2018,900,a\n2020,1000,c\n2021,1000,d\n"})
	if line == nil {
		t.Fatal(problems)
	}
	if n := strings.Count(line.WideSVG(""), "<path"); n != 1 {
		t.Errorf("the line runs through the gap: %d paths", n)
	}
}

// No axis that bars stand on is cut, neither in the drawing nor in the explorable view;
// one without them may be, and then the description says so.
func TestBarsStartAtZero(t *testing.T) {
	for _, c := range charts(t) {
		var option struct {
			XAxis, YAxis []map[string]any
			Series       []struct {
				Type                   string
				XAxisIndex, YAxisIndex int
			}
		}
		if err := json.Unmarshal(c.Option(), &option); err != nil {
			t.Fatal(err)
		}
		for _, s := range option.Series {
			for _, axis := range []map[string]any{option.XAxis[s.XAxisIndex], option.YAxis[s.YAxisIndex]} {
				low, _ := axis["min"].(float64)
				switch {
				case axis["type"] != "value" || low <= 0 || c.Form == "timeline": // whose bars are times
				case s.Type == "bar":
					t.Errorf("%s: an axis of bars begins at %v", c.ID, low)
				case c.Form != "scatter" && !strings.Contains(c.Description(), "does not begin at zero"):
					t.Errorf("%s: nobody says that the axis begins at %v", c.ID, low)
				}
			}
		}
	}
	c, problems := one(t, yearly, map[string]string{"s.yaml": schema, "s.csv": "year,krw_bn,name\n2019,1000,a\n2020,2000,b\n"})
	if c == nil {
		t.Fatal(problems)
	}
	heights := regexp.MustCompile(`<rect [^>]*height="([0-9.]+)"`).FindAllStringSubmatch(c.WideSVG(""), -1)
	a, _ := strconv.ParseFloat(heights[0][1], 64)
	b, _ := strconv.ParseFloat(heights[1][1], 64)
	if math.Abs(b-2*a) > 0.02 {
		t.Errorf("twice the value is drawn as %g to %g", a, b)
	}
}

func TestFormsHaveSchemas(t *testing.T) {
	for _, form := range chart.Forms() {
		s := string(chart.Schema(form))
		if !json.Valid([]byte(s)) || !strings.Contains(s, `"headline"`) {
			t.Errorf("%s: %s", form, s)
		}
		if strings.Contains(s, `"description": ""`) {
			t.Errorf("%s: a key without documentation", form)
		}
	}
	if chart.Schema("pie") != nil {
		t.Error("a schema for a pie")
	}
}

// A value is written alike in every form, with its own decimals in sentences and those of its column where values stand among one another; the
// change of a percentage is in percentage points, and names stay as they are.
func TestEveryFormSaysTheSame(t *testing.T) {
	of := func(u string) string {
		return strings.Replace(schema, "type: number, unit: krw_bn", "type: number, unit: "+u, 1)
	}
	bars := strings.NewReplacer("form: columns", "form: bars", "x: year", "x: name", "from: 2019\n", "").Replace(yearly)
	for _, test := range []struct {
		yaml, unit, csv        string
		number                 string // in drawing, table and description
		alt, description, file string
	}{
		{yearly + "highlights: [2019, 2020]\n", "count", "2019,1.24,a\n2020,0.7,b\n", "1.24", "fell from 1.24 in 2019 to 0.7 in 2020", "1.24 in 2019 and 0.7 in 2020", ""},
		{yearly + "highlights: [2019, 2020]\n", "percent", "2019,4,a\n2020,5,b\n", "4%", "rose from 4% in 2019", "rose by one\u00a0percentage point", ""},
		{yearly + "highlights: [2019]\n", "percent", "2019,0.04,a\n2020,4.5,b\n", "0.04%", "to 4.5% in 2020", "rose by 4.46\u00a0percentage points", ""},
		{yearly + "highlights: [2019]\ncolumns:\n  rise: {change_of: krw_bn}\nbelow: rise\n", "percent", "2019,4.0,a\n2020,5.5,b\n", "4.0%", "to 5.5%", "1.5\u00a0points in 2020", ",1.5\n"},
		{yearly + "highlights: [2019]\n", "count", "2019,-0,a\n2020,1,b\n", "0", "rose from 0 in 2019 to 1", "0 in 2019 and 1 in 2020", "2019,0\n"},
		{yearly + "highlights: [2020]\n", "usd_bn", "2019,900,a\n2020,2500.5,b\n", "2.5", "$2.5\u00a0trillion", "2.5 in 2020", "2.5005\n"},
		{bars, "count", "2019,5,Türkiye\n2020,3,ÅÄÖ and São Tomé\n", "5", "Türkiye 5, ÅÄÖ and São Tomé 3", "Türkiye, 5", "Türkiye,5"},
	} {
		c, problems := one(t, test.yaml, map[string]string{"s.yaml": of(test.unit), "s.csv": "year,krw_bn,name\n" + test.csv})
		if c == nil {
			t.Errorf("%s: %v", test.csv, problems)
			continue
		}
		for name, form := range map[string]string{"drawing": c.WideSVG(""), "table": c.TableHTML()} {
			if !strings.Contains(form, ">"+test.number+"<") {
				t.Errorf("%s: the %s does not say %s", test.csv, name, test.number)
			}
		}
		for _, pair := range [][2]string{{c.Alt(), test.alt}, {c.Description(), test.description}, {string(c.CSV()), test.file}} {
			if !strings.Contains(pair[0], pair[1]) {
				t.Errorf("%s: %q is not in %s", test.csv, pair[1], pair[0])
			}
		}
	}
}

// What is worked out has in the files the decimals that its column asks for;
// what somebody wrote stays as it was written.
func TestDecimalsInFiles(t *testing.T) {
	yaml := strings.Replace(yearly, "y: krw_bn\n", "y: krw_bn\ncolumns:\n  change: {title: Change, change_of: krw_bn, decimals: 1}\n  krw_bn: {decimals: 0}\ntable: {columns: [year, krw_bn, change]}\n", 1)
	c, problems := one(t, yaml, map[string]string{"s.csv": "year,krw_bn,name\n2019,1000.4,a\n2020,1100,b\n2021,1200,c\n", "s.yaml": schema})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got, want := string(c.CSV()), "year,sum,change\n2019,1.0004,\n2020,1.1,10\n2021,1.2,9.1\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
