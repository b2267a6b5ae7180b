package render

import (
	"strings"
	"testing"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
)

// A definition follows the first paragraph of a section that uses a
// term, in a wrapper with the paragraphs that follow, once a section, and never
// inside a block.
func TestMargin(t *testing.T) {
	r := renderer(t, project(t, nil), Inputs{})
	written := func(text string) string {
		src := diag.NewSource("content/a.md", []byte(text))
		doc, problems := markdown.NewPage(markdown.Host{
			Link: func(dest string) (markdown.Target, *markdown.Complaint) {
				return markdown.Target{URL: "/numbers/#" + dest, Term: dest}, nil
			},
			Terms: func(text string) []markdown.Term {
				if at := strings.Index(text, "ACC"); at >= 0 {
					return []markdown.Term{{Start: at, End: at + 3, ID: "accord", URL: "/numbers/#accord"}}
				}
				return nil
			},
		}).Convert(src, src.Text)
		sound(t, text, problems, nil)
		return r.withMargin(doc.HTML, doc.Margin)
	}
	const link = `<a class="term" href="/numbers/#accord">accord</a>`
	const note = `<aside class="margin-note" role="note" aria-label="Definition: Accord"><b>Accord</b> <span lang="ko">협정</span> What both sides signed.</aside>` + "\n"
	const open, shut = "<div class=\"noted\">\n", "</div>\n"
	for _, c := range []struct{ name, text, want string }{
		{"a paragraph", "The [accord](accord).\n\nMore.\n\n---\n\nEnd.", open + "<p>The " + link + ".</p>\n" + note + "<p>More.</p>\n" + shut + "<hr>\n<p>End.</p>\n"},
		{"a term that nobody linked", "The ACC.", open + "<p>The <a class=\"term\" href=\"/numbers/#accord\">ACC</a>.</p>\n" + note + shut},
		{"the first of two terms", "The ACC, a [thing](thing).", open + "<p>The <a class=\"term\" href=\"/numbers/#accord\">ACC</a>, a <a class=\"term\" href=\"/numbers/#thing\">thing</a>.</p>\n" + note + shut},
		{"a paragraph of two lines", "The\n[accord](accord).", open + "<p>The\n" + link + ".</p>\n" + note + shut},
		{"no term", "The.\n\nMore.", "<p>The.</p>\n<p>More.</p>\n"},
		{"the second paragraph", "The.\n\nAn [accord](accord).", "<p>The.</p>\n" + open + "<p>An " + link + ".</p>\n" + note + shut},
		{"inside a block", "> The [accord](accord).", "<blockquote>\n<p>The " + link + ".</p>\n</blockquote>\n"},
		{"a paragraph with a class", "{.lead}\nThe [accord](accord).", "<p class=\"lead\">The " + link + ".</p>\n"},
		{"a term that nobody defines", "[x](x)\n\nMore.", "<p><a class=\"term\" href=\"/numbers/#x\">x</a></p>\n<p>More.</p>\n"},
	} {
		if got := written(c.text); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	section := "\n\n## A\n\n[accord](accord)\n\n---\n\n[accord](accord)\n\nEnd.\n"
	if n := strings.Count(written(section+section), "margin-note"); n != 2 {
		t.Errorf("%d notes in two sections", n)
	}
}

func TestTermsAreFound(t *testing.T) {
	r := renderer(t, project(t, map[string]string{"content/glossary.yaml": `terms:
  - {id: sma, term: Special Measures Agreement, abbreviation: SMA, says: An agreement.}
  - {id: agreement, term: Agreement, also: [deal], says: A text.}
  - {id: gao, term: GAO, says: An office.}
  - {id: sharing, term: cost-sharing, says: To share.}
  - {id: sharing-agreement, term: cost-sharing agreement, says: A text.}
  - {id: study, term: Étude, says: A study.}
  - {id: share, term: Share, also: [분담], says: A part.}
  - {id: help, term: aid, says: Help.}
  - {id: agency, term: The agency, abbreviation: AID, says: An office.}
`}), Inputs{})
	for text, want := range map[string]string{
		"the special measures agreement": "sma", "Two agreements": "agreement", "Special Measures Agreements": "sma", "an SMA": "sma",
		"sma": "", "disagreement": "", "the gao": "", "the GAO said": "gao", "Deals": "agreement", "idealism": "",
		"SMAs": "", "deal, DEAL: deal’s": "agreement agreement agreement", "dealss": "", "préagreement": "", "an agreement_": "",
		"a special measures agreements": "sma", "special measures": "", "SMA는": "sma", "pre\u0301agreement": "",
		"cost-sharing": "sharing", "cost-sharing agreements": "sharing-agreement", "aid": "help", "the AID mission": "agency",
		"<deal>": "agreement", "<deals>": "agreement", "étude, Études": "study study", "방위비분담금": "", "방위비 분담": "share",
	} {
		var got []string
		for _, f := range r.terms.find(text) {
			got = append(got, f.ID)
			if f.Start > 0 && text[f.Start-1] == '<' && text[f.End] != '>' {
				t.Errorf("%q: the term is %q", text, text[f.Start:f.End])
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q holds %v, want %q", text, got, want)
		}
	}
}
