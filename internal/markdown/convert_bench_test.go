package markdown

import (
	"strings"
	"testing"

	"sharingthecost/internal/diag"
)

func BenchmarkConvert(b *testing.B) {
	text := []byte(strings.Repeat("## A heading of some words\n\n"+
		"The **older** ledger depends on the harbour -- it isn't `paid_for` by [anybody](x.md#y) in 2019.[^a]\n"+
		"\"Nobody asked,\" said one clerk, and the *larger* fund closed in \"Leith\".\n\n"+
		"- One item with some words in it.\n- Another item, a little longer than the first.\n\n", 30) +
		"Table: Visits\n\n| Place | Year |\n| --- | --: |\n| Leith | 1999 |\n| Cork | 2001 |\n\n[^a]: A note.\n")
	host := Host{
		Link:   func(dest string) (Target, *Complaint) { return Target{URL: "/" + dest}, nil },
		Claims: func(string) []Claim { return nil },
	}
	src := diag.NewSource("content/x.md", text)
	if _, problems := Convert(src, text, host); len(problems) > 0 {
		b.Fatal(problems)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Convert(src, text, host)
	}
}
