package host

import (
	"fmt"
	"strings"
	"testing"

	"sharingthecost/internal/output"
	"sharingthecost/internal/render"
)

// BenchmarkFiles makes the files of a site of 1,000 pages of 16 kB, of which the
// feed has 50, and of one where a page among them needs a policy of its own.
func BenchmarkFiles(b *testing.B) {
	body := strings.Repeat("<p>The <em>older</em> harbour – it isn’t paid for by <a href=\"/x/#y\">anybody</a> in 2019.</p>\n", 100)
	html := []byte(strings.Repeat(body, 2))
	like := sample()
	like.Pages[1].Aliases = nil
	for i := range 1000 {
		url := fmt.Sprintf("/explainers/page-%d/", i)
		p := render.Listing{URL: url, Title: "A page", Description: "What it says.", Published: day(2026, 11, 1), Updated: day(2026, 11, 1)}
		if i < 50 {
			p.Body = body
		}
		like.Pages = append(like.Pages, p)
		like.Tree = append(like.Tree, output.File{Path: url[1:] + "index.html", Data: html})
	}
	odd := like
	odd.Tree = append([]output.File{{Path: "explainers/odd/index.html", Data: []byte("<p data-explore>")}}, like.Tree...)
	for _, c := range []struct {
		name string
		in   Input
	}{{"alike", like}, {"one differs", odd}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, problems := Files(c.in); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
	}
}
