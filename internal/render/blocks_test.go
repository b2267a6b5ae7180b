package render

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/unit"
)

func block(t *testing.T, lines string) node {
	t.Helper()
	return parse(t, site(t, map[string]string{"content/index.md": page("Home", "## Here\n\n```"+lines+"\n```\n")}, Inputs{}), "index.html")
}

// Events come in the order of their dates, whatever the order of the file, and
// say who took the step in words as well as by a shape.
func TestTimeline(t *testing.T) {
	p := block(t, "timeline\nall")
	var got []string
	for _, e := range p.class("timeline")[0].all("li") {
		got = append(got, e.all("time")[0].attr("datetime")+" "+e.all("time")[0].text()+": "+e.all("p")[0].text())
	}
	want := []string{
		"2019-11 November 2019, United States: The US asked.1",
		"2021-03-07 7 March 2021, both sides: They agreed on 13.9% more.1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(block(t, "timeline\n2021 to 2021").class("timeline")[0].all("li")); n != 1 {
		t.Errorf("%d events in 2021", n)
	}
}

// Whatever ids a block makes, a heading called the same gets another.
func TestHeadingsCalledAsIDsOfBlocks(t *testing.T) {
	for _, lines := range []string{"timeline", "accounts\nall", "glossary", "figures-list", "sources-list", "whatif\nbase: sum", "changes", "figures\nrise"} {
		body := "## Here\n\n```" + lines + "\n```\n"
		made := parse(t, site(t, map[string]string{"content/shown.md": page("Shown", body)}, Inputs{}), "shown/index.html").ids()
		for id := range made {
			if strings.ToLower(id) == id && id != "here" {
				body = "## " + id + "\n\nA sentence.\n\n" + body
			}
		}
		p := parse(t, site(t, map[string]string{"content/shown.md": page("Shown", body)}, Inputs{}), "shown/index.html")
		for id, n := range p.ids() {
			if n > 1 {
				t.Errorf("%s: the id %s is on the page %d times", lines, id, n)
			}
		}
	}
}

func TestAccount(t *testing.T) {
	p := block(t, "accounts\nhow-much")
	a := p.class("differ")[0]
	want := "Was it one or two? ≈ Same thing, rounded one Ministry, February 2019: 하나1 about two and a half Wire, 10 March 2021: nearly two2 Why they differ One is rounded. We use One."
	if got := a.text(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if q := a.all("q"); q[0].attr("lang") != "ko" || q[1].attr("lang") != "" {
		t.Error("words are not marked with their language")
	}
	if a.all("dl")[0].attr("class") != "long" {
		t.Error("a long figure gets no space on small screens")
	}
	index := block(t, "accounts\nall").class("question-index")
	if len(index) != 1 || index[0].all("a")[0].attr("href") != "#how-much" {
		t.Error("the list of all questions has no index")
	}
}

// The sums of the table, from the paper that asks for them.
func TestWhatIfSums(t *testing.T) {
	u := unit.Declare("krw_bn", "billions of won", "", unit.Step{From: 1000, Per: 1000, Decimals: 2, Prose: "{n} trillion won"}, unit.Step{Prose: "{n} billion won"})
	base := &ledger.Figure{Value: unit.Value{F: 1038.9, Unit: u}}
	format := unit.FormatFor(lang.English, u, []unit.Value{base.Value, {F: 6000, Unit: u}}, 2)
	for _, c := range []struct {
		percent          float64
		times, total, of string
	}{
		{0, "1", "1.04", ""}, {13, "1.13", "1.17", "0.14"}, {13.9, "1.139", "1.18", "0.14"}, {35, "1.35", "1.40", "0.36"},
		{46.2, "1.462", "1.52", "0.48"}, {50, "1.5", "1.56", "0.52"}, {100, "2", "2.08", "1.04"}, {400, "5", "5.19", "4.16"}, {500, "6", "6.23", "5.19"},
	} {
		row := whatIfRow(lang.English, base, format, c.percent, FigureLink{})
		if row.Times != c.times || row.Total != c.total || row.Of != c.of {
			t.Errorf("%v%% more: %s times, %s, of it %s; want %s, %s, %s", c.percent, row.Times, row.Total, row.Of, c.times, c.total, c.of)
		}
	}
}

// The table holds every rise on the sum once, rising, and 100% among them only
// when a rise above it follows.
func TestWhatIf(t *testing.T) {
	p := block(t, "whatif\nrise\ndouble")
	tool := p.class("whatif")[0]
	if tool.attr("data-base") != "1000" {
		t.Errorf("the script starts from %s", tool.attr("data-base"))
	}
	last := -1.0
	var rows []string
	for _, tr := range tool.all("tbody")[0].all("tr") {
		v, err := strconv.ParseFloat(tr.attr("data-more"), 64)
		if err != nil || v <= last {
			t.Errorf("%s after %v", tr.attr("data-more"), last)
		}
		last = v
		rows = append(rows, tr.all("b")[0].text())
	}
	if !slices.Equal(rows, []string{"0%", "13.9%", "27.8%"}) {
		t.Errorf("rows %v", rows)
	}
	if form := tool.all("form")[0]; !slices.ContainsFunc(form.Attr, func(a html.Attribute) bool { return a.Key == "hidden" }) {
		t.Error("the control shows without script")
	}
	if !slices.ContainsFunc(p.all("script"), func(s node) bool { return strings.Contains(s.attr("src"), "/whatif.") }) {
		t.Error("the page does not load the tool's script")
	}
}
