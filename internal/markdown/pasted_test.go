package markdown

import (
	"slices"
	"strings"
	"testing"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/pasted"
	"sharingthecost/internal/record"
)

// What the text of a page must not hold, and at which words it is told: between
// « and ». The same in code, or with a backslash before it, is text.
func TestLeftovers(t *testing.T) {
	for text, want := range map[string]string{
		"See «[[Demand]]» and so on.":                                          "a link or picture of a wiki",
		"«![[map.png]]»":                                                       "a link or picture of a wiki",
		"> «[!INFO]»\n> Words.":                                                "a callout of another program",
		"> «[!NOTE]» Words.":                                                   "a callout of another program",
		"«[!NOTE]»\nWords.":                                                    "a callout of another program",
		"Words.«[^a note]» More.":                                              "a footnote's name without letters or with a space",
		"Words.«^[a note]»":                                                    "a footnote within the line",
		"See «[a page](https://name.example/a b)».":                            "a link or picture that cannot be read",
		"«![A map](../static/my map.png)»":                                     "a link or picture that cannot be read",
		"See «[a page] (https://name.example/a)».":                             "a link with a space between its words and its target",
		"See «[a page] (demand.md#offer)».":                                    "a link with a space between its words and its target",
		"See «(a page)[demand.md]».":                                           "a link the wrong way round",
		"See [a page]«[missing]».":                                             "no line says where the link leads",
		"- «[ ] »a task\n- a thing":                                            "a box to tick",
		"1. «[x] »a task":                                                      "a box to tick",
		"«[TOC]»":                                                              "a list of contents",
		"So they say («@mofa-2021», p. 3).":                                    "a citation stands in square brackets and begins with @",
		"So they say «@mofa-2021».":                                            "a citation stands in square brackets and begins with @",
		"«[@mofa-2021, @cnn-2021-02-11]»":                                      "a citation is written [@id], [@id, p. 3] or [@id; @other]",
		"So they say [@mofa-2021, «cnn-2021-02-11»].":                          record.JoinedSources,
		"So they say [@mofa-2021, p. 3, «mnd-2018» p. 4].":                     record.JoinedSources,
		"So they say [@ «mofa-2021»].":                                         pasted.Citation,
		"So they say (@ «mofa-2021»).":                                         pasted.Citation,
		"So they say [«mofa-2021», p. 3].":                                     pasted.Citation,
		"So they say («mofa-2021»).":                                           pasted.Citation,
		"So they say (long-term) [mofa-2020] [@mofa-2021, pp. 3, 5, annex-1].": "",
		"It is «==very==» dear.":                                               "a highlight of another program",
		"It is «$a_1 + b$», as «$x$» is.":                                      "a formula of TeX",
		"«$$»":                                                                 "a formula of TeX",
		`Some «\emph{»words}.`:                                                 "a command of TeX",
		"A «:smile:» here.":                                                    "an emoji by its name",
		"«::: warning»\nWords.\n«:::»":                                         "a container of another program",
		"Words «%%»to do%%":                                                    "a comment is published like any text",
		"Words «<!-- to do -->»":                                               "a comment is published like any text",
		"«##No space»":                                                         "a heading without a space",
		"«#Heading»":                                                           "a heading without a space",
		"«| a | b |»\n| c | d |":                                               "a table without its second row",
		"«| a | b |»\n|---|\n| c | d |":                                        "a table without its second row",
		"«a | b»\nc | d":                                                       "a table without its second row",
		"Things:\n«•»\tone\n«•»\ttwo":                                          "a bullet of a word processor",
		"It is «{% include x %}».":                                             "a command of another program",
		"It is {«offer_2020»}.":                                                "a word in single braces",
		"The «`»code is not closed.":                                           "code that is not closed",
		"It is «**» bold «**».":                                                "** that marks nothing",
		"The so «**»“called”«**»one.":                                          "** that marks nothing",
		"It is «~~» gone.":                                                     "~~ that strikes nothing",
		"It is «_never_»mind.":                                                 "_ that marks nothing",
		"The con«\u00ad»tribution":                                             "a soft hyphen, which programs leave in what is copied from a PDF",
		"The «contribu-»\ntion was paid.":                                      "a word that is divided at the end of a line",
		"«They talked for days.»\n---":                                         "the rule below makes a heading of this text",
		"| a | b |\n|---|---|\n| c | d | «lost» |":                             "a cell beyond the table's head",
		"| a | b |\n|---|---|\n| c | d «\\|»":                                  `the table's row ends with \|`,
		"| a |\n|---|\n| c | «`d|e`»":                                          "a cell beyond the table's head",
		"[a [b](demand.md) c]":                                                 "",
		"The term is x«^n^» here.":                                             "a raised character of another program",
		"10^6^ m^2^, CO~2~ and H~2~O, Ca^2+^":                                  "",
		"«|a|b|»\n|c|d|":                                                       "a table without its second row",
		"See «[the plan](https://name.example/plan.»":                          "a link or picture without its end",
		"See «[the plan](demand.md» and so on.":                                "a link or picture without its end",
		"See «[the plan(https://name.example/a)».":                             "a link without its ]",
		"See the plan«](https://name.example/a)».":                             "a link without its [",
		"See [the plan]«<https://name.example/a>».":                            "a link's target in < and >",
		"See «{the plan}(https://name.example/a)».":                            "a link in braces",
		"«*»em here.":                                                          "* that marks nothing",
		"This is «*»very dear.":                                                "* that marks nothing",
		"This «* is very *» dear.":                                             "* that marks nothing",
		"Sums*, width * height * depth, 2 *x*.\n\n*Without taxes.":             "",
		"«####### seven»":                                                      "a heading of more than six #",
		"Things:\n«-»one\n-two":                                                "an item without a space",
		"«– »one\n– two":                                                       "a dash as a bullet",
		"«!!! note»\nWords":                                                    "a callout of another program",
		"Words «{>> why? <<}» and «{++more++}».":                               "a remark or a change of another program",
		"«➢» one":                                                              "a bullet of a word processor",
		"«[ ] »buy":                                                            "a box to tick",
		"«☐» buy":                                                              "a box to tick",
		"It is «||the butler||».":                                              "a hidden text of another program",
		"«== Heading ==»":                                                      "a heading of a wiki",
		"So «'''strong'''» it is.":                                             "strong words of a wiki",
		"It is [b]very«[/b]» dear.":                                            "markup of a forum",
		"See `words <https://a.example>`«_».":                                  "a link of reStructuredText",
		"It is «~gone~», as 3~5 days and 월~금 are not.":                         "~ that strikes nothing",
		"«a\tb\tc»\n1\t2\t3":                                                   "a table with tabs between its cells",
		"«a)» one\nb) two":                                                     "a list with letters",
		"«(i)» one\n(ii) two":                                                  "a list with letters",
		"(a) stands alone\nand goes on":                                        "",
		"See «Error! Reference source not found.»":                             "a reference that a word processor has lost",
		"We «\ufb01»nd it.":                                                    "letters joined in one character, which programs leave in what is copied from a PDF",
		"They don«â€™»t, in a caf«Ã©» at 20 «Â°»C.":                            "characters that were read in the wrong encoding",
		"São Paulo, AMANHÃ, Ångström, château":                                 "",
		"It is «++very++» dear.":                                               "an underlined text of another program",
		"See «https://host.example/a?b=c_d#e». Or not.":                        "a web address that is no link",
		"At «www.a.example/x_y?b=c#d», or “«www.a.example»”.":                  "a web address that is no link",
		"(see «www.host.example/a»), or at [www.host.example](https://host.example)":                                 "a web address that is no link",
		"<https://host.example/a>, `https://host.example`, https\\://host.example, [the host](https://host.example)": "",
		"It is so[1].\n\n«[1]» The source.":                                                                          "a note that is numbered by hand",
		"A «\ue000»char":                                                                                             "the character U+E000, which only one font has",
		"C++ and g++, a[1] and [see (a) below], ||x|| = 1, -5\n-6, he said –\n– and so":                              "",
		"[see the plan (demand.md)] and f(x)[1], -one alone, wow!!! note, x ++ y":                                    "",
		"«```»\nwords\n\nmore":                                                                                       openFence,
		"> «~~~~»\n> words\n> ~~~\n\nmore":                                                                           openFence,
		"- «```»\n  words\n\nmore":                                                                                   openFence,
		"«```»yaml\nwords\n\n```go\nmore\n```":                                                                       fenceInFence,
		"«```»":                                                                                                      openFence,
		"Words.\n\n    «pasted words»\n    more":                                                                     indented,
		"Words.\n\n\t«pasted words»":                                                                                 indented,
		"1. Words.\n\n       «pasted words»":                                                                         indented,
		"> - ```\n>   words\n>   ```\n\nmore":                                                                        "",
		"````\n```yaml\nwords\n```\n````\n\nmore":                                                                    "",
		"```\n```\n\n  ~~~ \nwords\n~~~~~\r\n":                                                                       "",
		"Words\n    that go on.":                                                                                     "",
		"3~5 days, then 7~9, 월~금, 토~일, 5^2":                                                                          "",
		"|x| + |y| is the sum |":                                                                                     "",
		"#water is trending":                                                                                         "",
		"The value is a[i][j] and f(x)[1][2].":                                                                       "",
		"Some ^_^ and ~5~ here.":                                                                                     "",
		"**강조(x)**은 ~~취소(x)~~와 _강조_는 **“強調”**です":                                                                     "",
		"Costs of $5 and $6, US$ 3 and A$ 4, *a*[sic] and [sic].":                                                    "",
		"At 10:30:15 (see the note: here) a | b, 3 * 4 and 2*3.":                                                     "",
		"name@host.example and @somebody and [@mofa-2021] [한]{lang=ko}":                                              "",
		"A long-\nand short-term plan, 1 = 1, C# and #2, x_1 and a_b_c.":                                             "",
		"The rest is \\[\\[x]], \\`, \\*\\*, \\{x}, `[[x]]` and `==x==`.":                                            "",
		"#Hashtags can begin a sentence.":                                                                            "",
		"A heading?\n---":                                                                                            "",
		"| a | b |\n|---|---|\n| `c\\|d` | e | |":                                                                    "",
	} {
		plain := strings.NewReplacer("«", "", "»", "").Replace(text)
		src := diag.NewSource("content/a.md", []byte(plain))
		_, problems := NewPage(site()).Convert(src, src.Text)
		marked := plain
		for _, p := range slices.Backward(problems.Sorted()) {
			switch {
			case strings.HasSuffix(p.Text, "is not in the ledger"):
			case p.Text != want || p.Hint == "":
				t.Errorf("%q: %s: %s", plain, p.Pos, p.Text)
			default:
				start, end := src.Offset(p.Pos.Line, p.Pos.Col), src.Offset(p.Pos.Line, p.Pos.Col+max(p.Pos.Len, 1))
				marked = marked[:start] + "«" + marked[start:end] + "»" + marked[end:]
			}
		}
		if marked != text {
			t.Errorf("told at %q, not at %q", marked, text)
		}
	}
}
