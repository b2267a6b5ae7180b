package render

import (
	"strings"
	"testing"
)

// BenchmarkPage finishes a converted page of some 1,000 words, to which neither header nor
// footer leads.
func BenchmarkPage(b *testing.B) {
	body := strings.Repeat("\n## A heading of some words\n\n"+
		"The **older** ledger depends on the *harbour*, as [all numbers](../numbers.md#rise) say. It was paid for on 9 January 2019.\n\n"+
		"Who looks after the [report](https://report.example/) when the larger fund closes? Nobody asked[@wire-2021].\n\n"+
		"- One item with `some` words in it.\n- Another item, a little longer than the first.\n", 15)
	r, docs, problems := convert(b, project(b, map[string]string{"content/folder/long.md": page("A long page", body)}), "")
	sound(b, "convert", problems, nil)
	all := titles{}
	var long *Document
	for _, d := range docs {
		all[d.Page] = d
		if d.Page.Path == "content/folder/long.md" {
			long = d
		}
	}
	u := r.usageOf(docs)
	sound(b, "shared", r.findShared(all), nil)
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := r.page(long, all, u); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
