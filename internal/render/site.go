package render

import (
	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
)

// The pages that are made of no page of the author's.
const (
	ChartsFile = "charts/index.html"
	SearchFile = "search/index.html"
)

// A job makes some of the site's files; jobs run side by side.
type job func() ([]output.File, diag.List)

type made struct {
	files    []output.File
	problems diag.List
}

// Site renders everything into a tree; CheckLinks comes before it. The documents are those of all pages of
// the site. The tree is of use only when there are no problems.
func (r *Renderer) Site(docs []*Document) (*output.Tree, diag.List) {
	site := *r // what pages share is added to a copy
	r = &site
	all := titlesOf(docs)
	u := r.usageOf(docs)
	problems := r.findShared(all)
	var jobs []job
	one := func(f output.File, problems diag.List) ([]output.File, diag.List) { return []output.File{f}, problems }
	full := r.fullCharts(u)
	for _, c := range r.Shown {
		jobs = append(jobs, func() ([]output.File, diag.List) { return r.chartPages(c, full[c], u) })
		jobs = append(jobs, func() ([]output.File, diag.List) { return r.chartFiles(c), nil })
	}
	for _, d := range docs {
		jobs = append(jobs, func() ([]output.File, diag.List) { return one(r.page(d, all, u)) })
	}
	if len(r.Shown) > 0 {
		jobs = append(jobs, func() ([]output.File, diag.List) {
			return one(r.file(ChartsFile, "templates/charts.html", u.key, func() ([]byte, diag.List) { return r.chartList(full, all) }))
		})
	}
	jobs = append(jobs, func() ([]output.File, diag.List) {
		return one(r.file("corrections/index.html", "templates/corrections.html", u.key, func() ([]byte, diag.List) { return r.correctionsPage(u.changes, all) }))
	})
	if r.search() != nil {
		jobs = append(jobs, func() ([]output.File, diag.List) {
			return one(r.file(SearchFile, "templates/search.html", searchKey(docs, u), func() ([]byte, diag.List) { return r.searchPage(docs, all) }))
		})
	}
	jobs = append(jobs, func() ([]output.File, diag.List) { return r.dataFiles(u), nil })
	var files []output.File
	for _, done := range parallel.Map(jobs, func(job job) (m made) {
		m.files, m.problems = job()
		return m
	}) {
		files = append(files, done.files...)
		problems.Add(done.problems)
	}
	tree := &output.Tree{}
	for _, f := range append(files, r.assets.Files...) {
		if clash := tree.Add(f); clash != nil {
			problems = append(problems, *clash)
		}
	}
	return tree, problems
}
