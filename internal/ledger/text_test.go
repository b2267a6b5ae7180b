package ledger

import (
	"fmt"
	"strings"
	"testing"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

func TestParseMentions(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"{{ a }}", "0-7 a@3 prose@3"},
		{"{{a}} and {{ b_2 : short }}", "0-5 a@2 prose@2; 10-27 b_2@13 short@19"},
		{"{{ a:Words }}", "0-13 a@3 Words@5"},
		{`\{{ a }} {{ b }}`, "9-16 b@12 prose@12"},
		{"no mention { { a } }", ""},
		{"{{ a", "fault 0-2 {{ is not closed"},
		{"{{ a\n }} {{ b }}", "fault 0-2 {{ is not closed; 9-16 b@12 prose@12"},
		{"{{ }}", "fault 0-5 not a mention of a figure: {{ }}"},
		{"{{ A }}", "fault 0-7 not a mention of a figure: {{ A }}"},
		{"{{ a.b }}", "fault 0-9 not a mention of a figure: {{ a.b }}"},
		{"{{ a : }}", "fault 0-9 no form after the colon"},
		{"가 {{ a }}", "4-11 a@7 prose@7"},
		{"{{ " + strings.Repeat("a", 300) + " }}", "fault 0-2 {{ is not closed"},
	} {
		mentions, faults := ParseMentions(test.text)
		var got []string
		for _, f := range faults {
			got = append(got, fmt.Sprintf("fault %d-%d %s", f.Start, f.End, f.Text))
		}
		for _, m := range mentions {
			got = append(got, fmt.Sprintf("%d-%d %s@%d %s@%d", m.Start, m.End, m.ID, m.IDStart, m.Form, m.FormStart))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%q: got %q, want %q", test.text, s, test.want)
		}
	}
}

func TestParseCitations(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"@a", "a@1-2"},
		{"@cnn-2021, p. 3", "cnn-2021 (p. 3)@1-15"},
		{"@a; @b", "a@1-2; b@5-6"},
		{"@a, p. 3, note 4; @b", "a (p. 3, note 4)@1-16; b@19-20"},
		{"a", `fault 0-1 not a citation: "a"`},
		{"@a; b", `fault 4-5 not a citation: "b"; a@1-2`},
		{"@A", `fault 1-2 not the id of a source: "A"`},
		{"@", `fault 1-1 not the id of a source: ""`},
		{"@a,", "fault 1-3 no place after the comma"},
		{"@a;", `fault 3-3 not a citation: ""; a@1-2`},
		{"see @a", `fault 0-6 not a citation: "see @a"`},
	} {
		cites, faults := ParseCitations(test.text)
		var got []string
		for _, f := range faults {
			got = append(got, fmt.Sprintf("fault %d-%d %s", f.Start, f.End, f.Text))
		}
		for _, c := range cites {
			s := c.ID
			if c.Locator != "" {
				s += " (" + c.Locator + ")"
			}
			got = append(got, fmt.Sprintf("%s@%d-%d", s, c.Start, c.End))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%q: got %q, want %q", test.text, s, test.want)
		}
	}
}

func TestExpand(t *testing.T) {
	l, _ := load(t, "", "", "")
	text := func(yaml string) record.Text {
		var r struct {
			S record.Text `yaml:"s"`
		}
		if problems := record.Read(diag.NewSource("content/x.yaml", []byte(yaml)), &r); len(problems) > 0 {
			t.Fatal(said(problems))
		}
		return r.S
	}
	plain, used, problems := l.Expand(text(`s: "{{ offer_2020 }} of {{ troops }}, {{ offer_2020 : short }}, \\{{ x }}"`))
	if len(problems) > 0 || plain != "13% of 28,500, +13%, {{ x }}" || strings.Join(used, " ") != "offer_2020 troops" {
		t.Errorf("%q %v\n%s", plain, used, said(problems))
	}
	plain, _, problems = l.Expand(text("s: >\n  some {{ trops }}\n  and {{ troops : x }}\n"))
	want := `content/x.yaml:2:11: no figure trops
  hint: did you mean troops?
content/x.yaml:3:19: there is no form "x"
  hint: the forms are prose, exact, short, number, words, Words
`
	if got := said(problems); got != want || plain != "some {{ trops }} and {{ troops : x }}\n" {
		t.Errorf("%q\n%s", plain, got)
	}
}

// Offsets of mentions and citations lie inside the text and cut no letter.
func FuzzParse(f *testing.F) {
	f.Add("{{ a : b }} \\{{ [@a, p. 3; @b] {{")
	f.Add("{{\ra:\u00a0short}}")
	f.Fuzz(func(t *testing.T, text string) {
		mentions, faults := ParseMentions(text)
		for _, m := range mentions {
			if !strings.HasPrefix(text[m.Start:], "{{") || !strings.HasSuffix(text[:m.End], "}}") || !strings.HasPrefix(text[m.IDStart:], m.ID) ||
				m.Form != "prose" && !strings.HasPrefix(text[m.FormStart:], m.Form) {
				t.Errorf("%q: %+v", text, m)
			}
		}
		cites, more := ParseCitations(text)
		for _, c := range cites {
			if !strings.HasPrefix(text[c.Start:], c.ID) || c.End > len(text) || c.End < c.Start+len(c.ID) {
				t.Errorf("%q: %+v", text, c)
			}
		}
		for _, f := range append(faults, more...) {
			if f.Start < 0 || f.End < f.Start || f.End > len(text) {
				t.Errorf("%q: %+v", text, f)
			}
		}
	})
}

func TestReference(t *testing.T) {
	at := diag.Pos{File: "content/sources.yaml", Line: 1}
	text := func(s string) record.Text { return record.Text{S: s, At: at} }
	day := record.Date{Year: 2024, Month: 10, Day: 4, At: at}
	for _, c := range []struct {
		source      Source
		short, full string
	}{
		{Source{Title: text("A deal"), Publisher: text("CNN"), Author: []Author{{Family: text("Atwood"), Given: text("Kylie")}}, Issued: day},
			"CNN, 4 October 2024", "Kylie Atwood, CNN, “A deal”, 4 October 2024"},
		{Source{Title: text("[Table of talks]"), TranslatedTitle: text("Log"), Publisher: text("Newsis"), ContainerTitle: text("Newsis")},
			"Newsis", "Newsis, [Table of talks] (Log)"},
		{Source{Title: text("Burden Sharing"), Author: []Author{{Literal: text("GAO")}}, Number: text("GAO-21-270"), Issued: record.Date{Year: 2021, At: at}},
			"GAO, 2021", "GAO, “Burden Sharing”, GAO-21-270, 2021"},
		{Source{Title: text("Joint Fact Sheet"), Publisher: text("The White House"), ContainerTitle: text("Press releases")},
			"The White House", "The White House, “Joint Fact Sheet”, Press releases"},
	} {
		if got := c.source.Short(lang.English); got != c.short {
			t.Errorf("short %q, want %q", got, c.short)
		}
		if got := c.source.Full(lang.English); got != c.full {
			t.Errorf("full %q, want %q", got, c.full)
		}
	}
}
