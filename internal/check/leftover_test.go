package check

import (
	"slices"
	"testing"
	"unicode"

	"sharingthecost/internal/output"
)

// Unfinished text, and Hangul from each range, as pages may write it.
var signs = []string{"{{ x", "x }}", "TODO", "FIXME", "TBD", "XXX", "ZgotmplZ", "<no value&gt;", "&lt;no value&gt;", "&lt;no value>", "%!d(x)", "%!(", "[object Object]", "NaN",
	"lorem", "LOREM", "LoreM ipsum", "TO&#68;O", "&lbrace;{", "%&excl;d(x)", "N&#x61;N", "&lt;no&#32;value&gt;", "lore&#109;",
	"\u1100", "\u302E", "\u3131", "\u3200", "\uA960", "\uAC00", "\uB000", "\uC000", "\uD000", "\uD7B0", "\uFFA0", "&#xAC00;", "&#54620;"}

// A law: what is looked for only where a quick look finds a sign of it is found
// wherever it stands.
func quickLooksMissNothing(t *testing.T, text string) {
	t.Helper()
	f := &file{File: output.File{Path: "index.html", Data: []byte(text)}, text: []byte(text), page: new(document)}
	f.parse(f.page)
	may := f.mayHaveLeftovers()
	for i := range f.page.nodes {
		n := &f.page.nodes[i]
		found, texts := "", []string{}
		if n.tag == "" || n.tag == "!" {
			found, texts = f.leftoverIn(i), append(texts, n.words())
		}
		for _, a := range n.attr {
			found, texts = found+leftover(a.Val, false), append(texts, a.Val)
		}
		if found != "" && !slices.Contains(may, i) {
			t.Fatalf("%q in node %d of %q is missed", found, i, text)
		}
		for _, text := range texts {
			if hangul(text) >= 0 && !f.mayHaveHangul() {
				t.Fatalf("the Hangul in %q is missed", text)
			}
		}
	}
}

func FuzzShortWays(f *testing.F) {
	for _, sign := range signs {
		f.Add(sign)
		f.Add("<p>" + sign + "</p>")
		f.Add(`<p title="` + sign + `">x</p>`)
		f.Add("<P TITLE='" + sign + "'>x</P>")
		f.Add("<!-- " + sign + " -->")
		f.Add("<title>" + sign + "</title><script>" + sign + "</script>")
		f.Add("\r\n&copy;\x00" + sign)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quickLooksMissNothing(t, text)
		quickLooksMissNothing(t, sound("x", text))
	})
}

func TestEveryHangulLead(t *testing.T) {
	for _, r := range unicode.Hangul.R16 { // R32 is empty
		for c := rune(r.Lo); c <= rune(r.Hi); c += rune(r.Stride) {
			if !mayBeHangul([]byte(string(c))) {
				t.Fatalf("%U is missed", c)
			}
		}
	}
}
