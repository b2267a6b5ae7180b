package check

import (
	"cmp"
	"compress/gzip"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A load is what a browser fetches to show a page.
type load struct {
	page, scripts []*file // HTML, CSS and SVG; scripts
	requests      map[string]bool
}

// weighPage compares a page with the budgets.
func (s *site) weighPage(f *file) {
	l := load{page: []*file{f}, requests: map[string]bool{f.Path: true}}
	for _, i := range f.page.elements {
		n := &f.page.nodes[i]
		switch {
		case n.tag == "link" && strings.EqualFold(n.val("rel"), "stylesheet"):
			s.add(&l, f, n.val("href"))
		case n.tag == "script" && n.has("src"):
			s.add(&l, f, n.val("src"))
		case (n.tag == "img" || n.tag == "iframe") && n.val("loading") != "lazy":
			s.add(&l, f, n.val("src"))
		}
	}
	f.checkBudget(l.page, "the page weighs", "of HTML, CSS and SVG", s.Budgets.Page)
	f.checkBudget(l.scripts, "the scripts of the page weigh", "", s.Budgets.Script)
	if limit := s.Budgets.Requests; limit > 0 && len(l.requests) > limit {
		f.reportInput(fmt.Sprintf("the page takes %d requests, %d are allowed", len(l.requests), limit),
			"it loads "+strings.Join(sortedKeys(l.requests), ", "))
	}
}

// add counts a file that the page loads, and what a style sheet loads in turn.
func (s *site) add(l *load, from *file, ref string) {
	g := s.follow(from.Path, ref)
	if g.file == nil || l.requests[g.file.Path] {
		return
	}
	l.requests[g.file.Path] = true
	if path.Ext(g.file.Path) == ".html" {
		l.page[0].framing = true
	}
	switch path.Ext(g.file.Path) {
	case ".css":
		l.page = append(l.page, g.file)
		for _, r := range g.file.style.urls {
			s.add(l, g.file, r.address)
		}
	case ".svg", ".html":
		l.page = append(l.page, g.file)
	case ".js", ".mjs":
		l.scripts = append(l.scripts, g.file)
	}
}

// checkBudget reports files that are together over a budget, and which of them weigh
// most. Compressing takes time, so it is done only as far as needed: first the files
// that pages share, which are compressed once, the page itself last.
func (f *file) checkBudget(files []*file, what, of string, limit int) {
	if limit == 0 {
		return
	}
	atMost := 0
	for _, x := range files {
		atMost += len(x.Bytes())
	}
	for _, x := range slices.Backward(files) {
		if atMost <= limit {
			break
		}
		atMost -= len(x.Bytes()) - x.compressed(f)
	}
	if atMost <= limit {
		return
	}
	files = slices.Clone(files)
	slices.SortStableFunc(files, func(a, b *file) int { return cmp.Compare(b.compressed(f), a.compressed(f)) })
	var parts []string
	for _, x := range files[:min(3, len(files))] {
		part := x.Path + " " + kilobytes(x.compressed(f))
		if x == f { // the elements of another page are not known here
			part += f.drawings()
		}
		parts = append(parts, part)
	}
	if of != "" {
		of = " " + of
	}
	f.reportInput(fmt.Sprintf("%s %s%s compressed, %s are allowed", what, kilobytes(atMost), of, kilobytes(limit)),
		"the largest parts: "+strings.Join(parts, ", "))
}

// drawings says how much of a page is inline SVG, often most of it.
func (f *file) drawings() string {
	count, bytes := 0, 0
	for i := 0; i < len(f.page.nodes); i++ {
		if n := &f.page.nodes[i]; n.tag == "svg" {
			count++
			bytes += f.page.nodes[n.last].end - n.start
			i = n.last
		}
	}
	if count == 0 {
		return ""
	}
	return fmt.Sprintf(" (%s of its %s are %d drawings, before compression)", kilobytes(bytes), kilobytes(len(f.text)), count)
}

// compressed is the size of a file that a page loads after the usual compression
// of gzip, worked out once. The bytes of the page itself are in f.text; the text of
// any other file belongs to the goroutine that reads that file now.
func (f *file) compressed(page *file) int {
	f.weigh.Do(func() {
		data := page.text
		if f != page {
			data = f.Bytes()
		}
		var n counter
		w := gzip.NewWriter(&n)
		if _, err := w.Write(data); err != nil {
			panic(err) // a counter does not fail
		}
		if err := w.Close(); err != nil {
			panic(err)
		}
		f.zipped = int(n)
	})
	return f.zipped
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// kilobytes writes a size in kB of 1000 bytes.
func kilobytes(n int) string { return fmt.Sprintf("%.1f kB", float64(n)/1000) }
