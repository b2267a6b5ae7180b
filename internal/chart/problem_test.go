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

const schema = `title: S
licence: CC0-1.0
fields:
  - {name: year, type: year, title: Year}
  - {name: krw_bn, type: number, unit: krw_bn, title: Sum}
  - {name: name, type: string, title: Name}
`

const series = "year,krw_bn,name\n2019,1000,a\n2020,1100,b\n2021,1200,c\n"

const yearly = `form: columns
headline: Sums rose
subhead: Sums by year
subject: The sum
data: data/s.csv
x: year
from: 2019
y: krw_bn
note: A note
sources: [cnn-2021-02-11]
`

const blocksFile = `form: blocks
headline: Blocks
subhead: Blocks of a base
subject: the base
base: contribution_2019
label: Paid
rows:
  - {label: Offer, figure: offer_2020, role: offer}
note: A note
sources: [cnn-2021-02-11]
`

const bridgeFile = `form: bridge
headline: A bridge
subhead: From here to there
rows:
  - {label: Then, figure: forecast_2025_usd, role: base}
  - {label: Growth, figure: bridge_growth_usd}
  - {label: Rate, figure: bridge_rate_usd}
  - {label: Now, figure: contribution_2025_usd}
note: A note
sources: [cnn-2021-02-11]
`

const timelineFile = `form: timeline
headline: A time
subhead: What happened
width: 912
from: 2018
until: 2026
tracks:
  - label: In force
    periods:
      - {from: 2018, until: 2019, says: one}
events: [demand-reported, deal-in-principle]
note: A note
sources: [cnn-2021-02-11]
`

// term are the files of a track of terms of office.
func term(rows string) map[string]string {
	return map[string]string{"t.csv": "name,from,until\n" + rows, "t.yaml": "title: Terms\nlicence: CC0-1.0\nfields:\n" +
		"  - {name: name, type: string, title: Name}\n  - {name: from, type: string, title: From}\n  - {name: until, type: string, title: Until}\n"}
}

// A period of a data file lasts to the end of its last year, month or day, and its table
// says how exactly that is known.
func TestTermsEndWithTheirLastDay(t *testing.T) {
	yaml := strings.Replace(timelineFile, "  - label: In force\n    periods:\n      - {from: 2018, until: 2019, says: one}", "  - {label: In office, data: data/t.csv, says: name}", 1)
	c, problems := one(t, yaml, term("Dan,2021-01-20,2022\nAnn,2018,2019\nBob,2020-01,2021-01-20\nEve,2022,\n"))
	if c == nil {
		t.Fatal(problems)
	}
	csv := string(c.CSV())
	for _, row := range []string{"2018,In office,2019,Ann,,,,year,", "2020-01,In office,2021-01-20,Bob,,,,month,", "2021-01-20,In office,2022,Dan,,,,year,", "2022,In office,,Eve,,,,year,"} {
		if !strings.Contains(csv, row) {
			t.Errorf("no row %s in\n%s", row, csv)
		}
	}
	bars := regexp.MustCompile(`<rect x="([\d.]+)" y="28" width="([\d.]+)" height="24"`).FindAllStringSubmatch(c.WideSVG(""), -1)
	if len(bars) != 4 {
		t.Fatalf("%d bars of four terms:\n%s", len(bars), c.WideSVG(""))
	}
	for i, next := range bars[1:] {
		x, _ := strconv.ParseFloat(bars[i][1], 64)
		width, _ := strconv.ParseFloat(bars[i][2], 64)
		at, _ := strconv.ParseFloat(next[1], 64)
		if gap := at - x - width; gap < -0.02 || gap > 0.02 {
			t.Errorf("term %d ends %v before the next begins", i, gap)
		}
	}
}

// Each mistake is reported with its place and what to do.
func TestProblems(t *testing.T) {
	csv := map[string]string{"s.yaml": schema, "s.csv": series}
	with := func(text string) map[string]string { return map[string]string{"s.yaml": schema, "s.csv": text} }
	edit := func(file, old, new string) string {
		if !strings.Contains(file, old) {
			t.Fatalf("nothing to edit: %q", old)
		}
		return strings.Replace(file, old, new, 1)
	}
	terms := edit(timelineFile, "  - label: In force\n    periods:\n      - {from: 2018, until: 2019, says: one}", "  - {label: In force, data: data/t.csv, says: name}")
	tests := []struct {
		name, yaml string
		files      map[string]string
		want       string
	}{
		{"no form", edit(yearly, "form: columns\n", ""), csv, `x.yaml:1:1: missing key "form" | write form: with one of ` + strings.Join(chart.Forms(), ", ")},
		{"unknown form", edit(yearly, "form: columns", "form: colums"), csv, `x.yaml:1:7: unknown form "colums" | did you mean columns?`},
		{"a pie", edit(yearly, "form: columns", "form: pie"), csv, `x.yaml:1:7: unknown form "pie" | write one of ` + strings.Join(chart.Forms(), ", ")},
		{"unknown key", edit(yearly, "note:", "notes:"), csv, `x.yaml:9:1: unknown key "notes" | did you mean note?
x.yaml:1:1: missing key "note" | How to read the numbers and what they leave out.`},
		{"missing headline", edit(yearly, "headline: Sums rose\n", ""), csv, `x.yaml:1:1: missing key "headline" | What the chart shows, as a sentence without a full stop. Numbers stand in {{ }}.`},
		{"headline with a stop", edit(yearly, "Sums rose", "Sums rose."), csv, `x.yaml:2:11: the headline ends with a full stop | remove it`},
		{"headline too long for a title", edit(yearly, "Sums rose", "Sums rose"+strings.Repeat(" and rose", 9)), csv, `x.yaml:2:11: 90 characters are too long for the title of the chart's page | give it in 80 characters at most under short`},
		{"short headline too long", yearly + "short: Sums rose" + strings.Repeat(" and rose", 9) + "\n", csv, `x.yaml:11:8: 90 characters are too long for the title of the chart's page | give it in 80 characters at most under short`},
		{"empty note", edit(yearly, "note: A note", `note: ""`), csv, `x.yaml:9:7: note is empty | write a text, or remove the key if it is not required`},
		{"no sources", edit(yearly, "[cnn-2021-02-11]", "[]"), csv, `x.yaml:10:10: sources is an empty list | Citation ids, each with a locator where it helps: “cnn-2021-03-07, p. 3”.`},
		{"unknown source", edit(yearly, "cnn-2021-02-11", "cnn-2021-02-12"), csv, `x.yaml:10:11: no source "cnn-2021-02-12" | did you mean cnn-2021-02-11?`},
		{"unknown role", yearly + "role: demnd\n", csv, `x.yaml:11:7: role cannot be "demnd" | did you mean demand?`},
		{"unknown data file", edit(yearly, "data/s.csv", "data/t.csv"), csv, `x.yaml:5:7: no data file "data/t.csv" | did you mean data/s.csv?`},
		{"unknown column", edit(yearly, "y: krw_bn", "y: krw_bm"), csv, `x.yaml:8:4: no column "krw_bm" in content/data/s.csv | did you mean krw_bn?`},
		{"text as amounts", edit(yearly, "y: krw_bn", "y: name"), csv, `x.yaml:8:4: column "name" holds no amounts | choose a column of type number with a unit`},
		{"rows out of order", yearly, with("year,krw_bn,name\n2020,1,a\n2019,1,b\n"), `s.csv:3:1: year 2019 stands after 2020 | sort the rows by year, each once`},
		{"nothing to draw", yearly, with("year,krw_bn,name\n2019,,a\n"), `x.yaml:8:4: column "krw_bn" has no value but zero between the first and the last row drawn | check the column, and the rows that from and until leave`},
		{"no such row", yearly + "highlights: [2031]\n", csv, `x.yaml:11:14: no row "2031" in the drawing | did you mean 2021?`},
		{"highlight of a gap", yearly + "highlights: [2020]\n", with("year,krw_bn,name\n2019,1,a\n2020,,b\n"), `x.yaml:11:14: row 2020 has no value in column krw_bn | name a row that has a value`},
		{"annotation of no row", yearly + "annotations: [{at: 1999, says: hello}]\n", csv, `x.yaml:11:20: no row "1999" in the drawing | the axis runs from 2019 to 2021`},
		{"unknown side", yearly + "annotations: [{at: 2020, says: hello, side: lift}]\n", csv, `x.yaml:11:45: side cannot be "lift" | did you mean left?`},
		{"a scale too low", yearly + "max: 1\n", csv, `x.yaml:11:6: the scale ends at 1, below the highest value, 1.2 | raise max, or leave it out`},
		{"a year that is none", edit(yearly, "from: 2019", "from: soon"), csv, `x.yaml:7:7: "soon" is no year | write four digits: 2021`},
		{"until before from", yearly + "until: 2001\n", csv, `x.yaml:11:8: until 2001 lies before from 2019 | until is the last year drawn`},
		{"bands out of order", yearly + "bands: [{from: 2020, until: 2021, label: b}, {from: 2019, until: 2019, label: a}]\n", csv, `x.yaml:11:53: the band begins in 2019, when the one before has not ended | order the bands by year and let each end before the next`},
		{"pattern that matches nothing", yearly + "below: rise\ncolumns: {rise: {figures: [limt_*]}}\nuntil: 2030\n", csv, `x.yaml:12:28: no figure matches "limt_*" for any year drawn | did you mean limit_*?`},
		{"proposals beside a line", edit(yearly, "form: columns", "form: line") + "proposals: [{at: 2020, over: 2019, figure: offer_2020, role: offer, says: a}]\n", csv, `x.yaml:11:18: proposals beside a line | draw columns: a proposal stands beside what it became`},
		{"a proposal that is no rise", yearly + "proposals: [{at: 2020, over: 2019, figure: demand_usd, role: demand, says: a}]\n", csv, `x.yaml:11:44: figure demand_usd is no rise | choose a figure in percent_more that is above zero`},
		{"a proposal over a gap", yearly + "proposals: [{at: 2020, over: 2021, figure: offer_2020, role: offer, says: a}]\n", with("year,krw_bn,name\n2019,1,a\n2020,1,b\n2021,,b\n"), `x.yaml:11:30: row 2021 has no value to raise | name a row that has one`},
		{"a proposal that ends below its start", yearly + "proposals: [{at: 2020, over: 2019, figure: demand_first, until: offer_2020, role: demand, says: a}]\n", csv, `x.yaml:11:65: offer_2020 is no higher than demand_first | until is the highest that was reported`},
		{"a number that was typed", edit(yearly, "Sums rose", "Sums rose by 13%"), csv, `x.yaml:2:24: "13%" is not in the ledger | `},
		{"a width of its own", yearly + "width: 700\n", csv, `x.yaml:2:11: the width 700 is not one of the page's | write width: 680, as wide as the text, or 912`},
		{"a label too long", yearly + "annotations: [{at: 2020, says: 'https://example.org/a/long/address/that/nothing/breaks/anywhere/at/all'}]\n", csv,
			`x.yaml:11:32: "https://example.org/a/long/address/that/nothing/breaks/anywhere/at/all" is too long for its place in the narrow drawing, by 57 pixels | shorten it`},
		{"labels that collide", yearly + "height: 60\nannotations: [{at: 2020, says: one note}, {at: 2020, says: two notes}, {at: 2020, says: three notes}, {at: 2020, says: four notes}, {at: 2020, says: five notes}]\n", csv,
			`x.yaml:12:32: "one note" and "three notes" collide in the wide drawing, by 12 pixels | shorten one of them, or move an annotation to another side | x.yaml:12:89: the other text
x.yaml:12:89: "three notes" and "four notes" collide in the wide drawing, by 12 pixels | shorten one of them, or move an annotation to another side | x.yaml:12:120: the other text
x.yaml:12:120: "four notes" and "five notes" collide in the wide drawing, by 12 pixels | shorten one of them, or move an annotation to another side | x.yaml:12:150: the other text`},
		{"a row without a name", edit(yearly, "x: year\nfrom: 2019", "x: name"), with("year,krw_bn,name\n2019,1,\n2020,2,b\n"), `s.csv:2:8: the row has no name, which says where it stands on the axis | fill it in, or leave the row out with where`},
		{"numbers out of order", edit(yearly, "x: year\nfrom: 2019", "x: krw_bn"), with("year,krw_bn,name\n2019,2,a\n2020,1,b\n"), `s.csv:3:6: number 1 stands after 2 | sort the rows by number, each once; where the numbers are names, give the column the type string`},
		{"an axis of a million steps", edit(yearly, "x: year\nfrom: 2019", "x: krw_bn"), with("year,krw_bn,name\n2019,1,a\n2020,2,b\n2021,3000000,b\n"), `x.yaml:6:4: the axis would be more than a million times as long as the least distance on it | leave out what lies far from the rest, or what lies closest together`},
		{"values without a place", yearly, with("year,krw_bn,name\n2019,1000000000000000,a\n"), `x.yaml:8:4: values of a trillion and more are too long to be written beside a drawing | count in a larger unit: millions instead of ones`},
		{"an empty label", edit(blocksFile, "label: Offer", `label: ""`), nil, `x.yaml:8:13: label is empty | write a text, or remove the key if it is not required`},
		{"unknown figure", edit(blocksFile, "figure: offer_2020", "figure: offer_2021"), nil, `x.yaml:8:28: no figure "offer_2021" | did you mean offer_2020?`},
		{"rows of blocks out of order", edit(blocksFile, "  - {label: Offer, figure: offer_2020, role: offer}", "  - {label: Agreed, figure: agreed_2021, role: agreed}\n  - {label: Offer, figure: offer_2020, role: offer}"), nil,
			`x.yaml:9:28: offer_2020 is of April 2020, and the row before it of 10 March 2021 | put the rows in the order of time`},
		{"a sum that the rise does not lead to", edit(blocksFile, "figure: offer_2020,", "figure: offer_2020, sum: contribution_2019,"), nil, `x.yaml:8:45: contribution_2019 is 1.0389 trillion won, but the base and the rise come to 1.174 trillion won | name the figure with the sum that this rise leads to`},
		{"a figure that is no rise", edit(blocksFile, "figure: offer_2020", "figure: demand_usd"), nil, `x.yaml:8:28: figure demand_usd is in usd_bn; a row of blocks needs a rise | choose a figure in percent_more`},
		{"steps that lead elsewhere", edit(bridgeFile, "  - {label: Rate, figure: bridge_rate_usd}\n", ""), nil, `x.yaml:7:26: the steps lead to $1.2253 billion, not to contribution_2025_usd, which is $0.9869 billion | check the figures of the steps`},
		{"a bridge of two units", edit(bridgeFile, "bridge_rate_usd", "rate_2025"), nil, `x.yaml:7:27: figure rate_2025 is in krw_per_usd, the first row in usd_bn | all rows of a bridge need one unit`},
		{"unknown event", edit(timelineFile, "demand-reported", "demand-report"), nil, `x.yaml:11:10: no event "demand-report" | did you mean demand-reported?`},
		{"events out of order", edit(timelineFile, "demand-reported, deal-in-principle", "deal-in-principle, demand-reported"), nil, `x.yaml:11:29: event demand-reported of 14 November 2019 stands after one of 7 March 2021 | order the events by date`},
		{"a period that ends first", edit(timelineFile, "until: 2019, says", "until: 2017, says"), nil, `x.yaml:10:29: the period ends before it begins | until is its last day, month or year`},
		{"periods that overlap", edit(timelineFile, "says: one}", "says: one}\n      - {from: 2019, until: 2021, says: two}\n      - {from: 2020, until: 2022, says: three}"), nil, `x.yaml:12:16: the period begins before the one above has ended | order the periods by date; two may share the day, month or year of the change and no more`},
		{"a period that is not drawn", edit(timelineFile, "{from: 2018, until: 2019", "{from: 2010, until: 2017"), nil, `x.yaml:10:16: the period lies outside 2018 to 2026 | draw more years with from and until, or remove the period`},
		{"terms that overlap", terms, term("Bob,2020,2022\nAnn,2018,2021\n"), `t.csv:2:5: the period begins before the one above has ended | order the periods by date; two may share the day, month or year of the change and no more`},
		{"a term that ends before it begins", terms, term("Ann,2021-01-20,2005-01-20\n"), `t.csv:2:16: the period ends before it begins | until is its last day, month or year`},
		{"a term without a date", terms, term("Ann,2018,soon\n"), `t.csv:2:10: "soon" is no date | write 2021-01-20, 2021-01 or 2021`},
		{"key of another form", yearly + "base: contribution_2019\n", csv, `x.yaml:11:1: unknown key "base" | the keys are form, headline, short, subhead, note, sources, alt, description, width, view, views, data, x, from, until, where, columns, bands, band_noun, subject, table, narrow, y, title, role, roles, height, max, converted, values, highlights, running, below, limits, forecast, proposals, annotations`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, problems := one(t, tt.yaml, tt.files)
			if c != nil {
				t.Error("a chart with problems was made")
			}
			if got := reported(problems); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func reported(problems diag.List) string {
	var lines []string
	for _, p := range problems {
		line := fmt.Sprintf("%s: %s | %s", at(p.Pos), p.Text, p.Hint)
		for _, r := range p.Related {
			line += fmt.Sprintf(" | %s: %s", at(r.Pos), r.Text)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func at(p diag.Pos) string {
	return fmt.Sprintf("%s:%d:%d", p.File[strings.LastIndexByte(p.File, '/')+1:], p.Line, p.Col)
}

func TestAFileNameMustBeAnAddress(t *testing.T) {
	_, problems := chart.Read(diag.NewSource("content/charts/My Chart.yaml", []byte(yearly)), chart.Inputs{})
	want := `My Chart.yaml:0:0: the file name "My Chart.yaml" cannot be an address | use lower-case letters, digits and single hyphens: demand-and-offer.yaml`
	if got := reported(problems); got != want {
		t.Errorf("got %s", got)
	}
}

func TestNoFolderNoCharts(t *testing.T) {
	list, problems, err := chart.Load(fstest.MapFS{}, chart.Inputs{})
	if list != nil || problems != nil || err != nil {
		t.Error(list, problems, err)
	}
}

// A chart with a mistake does not keep the others from being read.
func TestOneBadChartDoesNotHideTheOthers(t *testing.T) {
	fsys := with(t, map[string]string{
		"charts/a.yaml": "form: pie\n", "charts/b.yaml": yearly, "charts/notes.md": "not a chart", "data/s.csv": series, "data/s.yaml": schema,
	})
	list, problems, err := chart.Load(fsys, inputs(t, fsys))
	if err != nil || len(list) != 1 || list[0].ID != "b" || len(problems) != 1 {
		t.Error(list, problems, err)
	}
}
