package prose

import (
	"strings"
	"testing"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
)

// BenchmarkCheck reads a page of some 1,300 words that breaks no rule but that
// of the length of its description.
func BenchmarkCheck(b *testing.B) {
	src := diag.NewSource("content/x.md", []byte(strings.Repeat("## A heading of some words\n\n"+
		"The **older** ledger depends on the harbour – it isn’t `paid_for` by [anybody](x.md#y) in 2019.[^a] "+
		"The US asked for more; Seoul, it is said, offered less. “Nobody asked,” said one clerk, and the *larger* fund closed.\n\n"+
		"Between 1949 and 2006 the estate in Leith was rebuilt in Cork. If the parish replaced the levy, who looks after the report?\n\n"+
		"- One item with some words in it.\n- Another item, a little longer than the first.\n\n", 15)+"[^a]: A note.\n"))
	page := &content.Page{Source: src}
	settings := content.Settings{Abbreviations: []record.Text{{S: "US"}}}
	for _, words := range []string{"burden", "free rider", "actually", "in fact", "of course", "so-called", "whopping", "5x", "400% demand"} {
		settings.Banned = append(settings.Banned, content.Banned{Words: record.Text{S: words}, Instead: record.Text{S: "leave it out"}})
	}
	doc, _ := markdown.NewPage(markdown.Host{
		Link: func(dest string) (markdown.Target, *markdown.Complaint) { return markdown.Target{URL: "/" + dest}, nil },
	}).Convert(src, src.Text)
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	rules := NewRules(settings)
	for b.Loop() {
		if _, problems := rules.Check(page, doc); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
