package markdown

import (
	"fmt"
	"strings"
	"testing"

	"sharingthecost/internal/diag"
)

// Places where a construct can be; %s is the construct.
var contexts = map[string]string{
	"paragraph":         "See %s here.",
	"first":             "%s",
	"second line":       "One line,\nthen %s and\nmore.",
	"third line":        "One line,\ntwo lines,\n   %s",
	"hard break":        "One line,  \n%s\\\nend",
	"after Hangul":      "국방부는 방위비 분담금 %s 밝혔다.",
	"after emoji":       "🇰🇷 👩‍👩‍👧 é %s",
	"after an entity":   "&amp; &#8212; &copy; %s",
	"after an escape":   `\* \[ \{{ x }} %s`,
	"after quotes":      `“a” "b" 'c' it's -- %s`,
	"after code":        "`{{ nothing }}` ``[@nothing]`` %s",
	"heading":           "## See %s now",
	"closed heading":    "## See %s ##",
	"heading with id":   "## See %s {#x}",
	"setext":            "See %s\n=======",
	"long setext":       "One\nsee %s\n---",
	"list":              "- one\n- see %s\n",
	"loose list":        "1. one\n\n2. see %s\n\n   more\n",
	"nested list":       "- a\n  - b\n    - see %s\n",
	"item's paragraph":  "- a\n\n  see %s\n",
	"tabbed list":       "-\ta\n\n\tsee %s\n",
	"half a tab":        "- a\n\n\t see %s\n",
	"quotation":         "> see %s\n",
	"deep quotation":    "> > - see\n> >   %s\n",
	"lazy line":         "> see\n%s\n",
	"tabbed quotation":  ">\tsee %s\n",
	"cell":              "| a | b |\n|---|---|\n| x | 한국 %s |\n",
	"first cell":        "| a | b |\n|---|---|\n|%s|\n",
	"open table":        "a | b\n---|---\n1st | see %s\n",
	"table's head":      "| a | %s |\n|---|---|\n| x | y |\n",
	"table in list":     "- x\n\n  | a | b |\n  |---|---|\n  | x | %s |\n",
	"caption":           "Table: The %s\n\n| a | b |\n|---|---|\n| x | y |\n",
	"caption behind":    "| a | b |\n|---|---|\n| x | y |\n\nTable: The\n %s\n",
	"term":              "See %s\n: what\n",
	"description":       "Term\n: see\n  %s\n",
	"footnote":          "a[^1]\n\n[^1]: see %s\n",
	"footnote's second": "a[^1]\n\n[^1]: see\n\n    then %s\n",
	"emphasis":          "see *a %s b* now",
	"strong emphasis":   "see **%s**",
	"struck":            "see ~~a %s~~",
	"span":              "see [한국 %s]{lang=ko}",
	"text of brackets":  "see [this %s] now",
	"attributes before": "{.note}\nSee %s\n",
	"the header blank":  "   \n     \n\n\nSee %s\n",
}

// Constructs, each with one mistake; the words at fault are between « ».
var constructs = map[string]string{
	"link":                "[to](«nowhere.md»)",
	"link with anchor":    "[to](«nowhere.md#there» \"title\")",
	"pointed link":        "[to](<«no where.md»>)",
	"long link text":      "[to *that* `code` 방위비](«nowhere.md»)",
	"link in brackets":    "[[to](«nowhere.md»)]",
	"scheme":              "[to](«javascript:alert(1)»)",
	"scheme in entities":  "[to](«&#106;ava&#x73;cript&colon;alert(1)»)",
	"autolink":            "<«javascript:alert»>",
	"image":               "![to](«nowhere.png»)",
	"image outside":       "![to](«https://name.example/x.png»)",
	"mention":             "{{ «offer_2021» }}",
	"tight mention":       "{{«offer_2021»}}",
	"form":                "{{ offer_2020 : «shart» }}",
	"open mention":        "«{{» offer_2020",
	"shape of a mention":  "«{{ offer 2020 }}»",
	"citation":            "[@«cnn»]",
	"second citation":     "[@mofa-2021, p. 3; @«cnn», p. 4]",
	"shape of a citation": "«[@mofa-2021 p. 3]»",
	"footnote":            "x«[^none]»",
	"class":               "[x]{«.huge»}",
	"language":            "[x]{«lang=k»}",
	"handler":             "[x]{lang=ko «onclick=alert(1)»}",
	"style":               "[x]{«style=\"color: red\"»}",
	"loose attributes":    "x «{.note}» y",
	"raw HTML":            "x «<b>»y",
	"number":              "about «77%» of it",
	"number of entities":  "about «7&#55;%» of it",
	"number and escape":   "about «77\\%» of it",
	"number in Hangul":    "약 «77%» 정도",
	"number in quotes":    "it's \"«77%»\" of it",
	"number in words":     "a «fourfold» rise",
}

// Every mistake is reported once, at exactly its words, wherever it is.
func TestWhere(t *testing.T) {
	for context, frame := range contexts {
		for construct, text := range constructs {
			for _, eol := range []string{"\n", "\r\n"} {
				if wrongPair(context, construct) {
					continue
				}
				marked := strings.ReplaceAll(fmt.Sprintf(frame, text), "\n", eol)
				start := strings.Index(marked, "«")
				stop := strings.Index(marked, "»") - len("«")
				plain := strings.NewReplacer("«", "", "»", "").Replace(marked)
				src := diag.NewSource("content/a.md", []byte(plain))
				_, problems := convert(plain, site())
				want := src.Pos(start, stop)
				if len(problems) != 1 || problems[0].Pos != want {
					t.Errorf("%s in %s: %q\nwant one problem at %s+%d, got %s", construct, context, plain, want, want.Len, list(problems))
				}
			}
		}
	}
}

// wrongPair names what the dialect does not allow at all in a place.
func wrongPair(context, construct string) bool {
	switch {
	case strings.Contains(context, "heading") || strings.Contains(context, "setext"):
		return construct == "shape of a citation" || strings.HasSuffix(construct, "citation")
	}
	return false
}

func list(problems diag.List) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "\n\t%s+%d %s", p.Pos, p.Pos.Len, p.Text)
	}
	return b.String()
}
