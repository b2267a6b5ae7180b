package main

import (
	"io/fs"
	"net/url"
	"os"
	"sync/atomic"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/check"
	"sharingthecost/internal/claims"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/host"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/prose"
	"sharingthecost/internal/render"
)

// A made site is what comes out of the pipeline, and what can be said of it.
type made struct {
	tree          *output.Tree
	pages, charts int
	held          []string // drafts left out, as file names
	unshown       []string // charts left out since no page shows them, as file names
	content       *content.Site
	ledger        *ledger.Ledger
	docs          []*render.Document
	measures      []prose.Measures // of docs
	rules         *prose.Rules

	// What again starts from.
	renderer *render.Renderer
	host     host.Site
	checked  *check.Checked
}

// makeSite is the pipeline: from the project's root to a finished, checked tree
// in memory. Each stage runs to its end and tells all its problems; a stage
// runs only on what the stages before it found sound. An error is the
// machine's failure.
func makeSite(root fs.FS, o options) (made, diag.List, error) {
	var m made
	where, err := deploymentOf(o, os.Getenv)
	if err != nil {
		return m, nil, err
	}

	// What editors wrote.
	o.meter.stage("content")
	all, problems, err := content.Load(root, o.pages)
	if err != nil {
		return m, nil, err
	}
	m.content = all
	if !o.drafts {
		published, more := all.Published()
		problems.Add(more)
		m.content, m.held = published, drafts(all)
	}
	o.meter.stage("ledger")
	book, more, err := ledger.Load(root)
	if err != nil {
		return m, nil, err
	}
	checker := claims.New(book)
	more.Add(checker.Records())
	problems.Add(more)
	problems.Add(printedClaims(m.content, checker))
	m.ledger = book
	o.meter.stage("charts")
	charts, told, err := chart.Load(root, chartLookup(m.content.Settings.Title.S, book, checker))
	if err != nil {
		return m, nil, err
	}
	if len(more) == 0 { // else charts would only repeat what is wrong with their numbers
		problems.Add(told)
	}
	if len(problems) > 0 {
		return m, problems, nil
	}

	// Pages and templates.
	o.meter.stage("templates")
	address := where.address
	if address == "" {
		address = m.content.Settings.BaseURL.S
	}
	m.host = hostSite(m.content.Settings, address, where.production)
	m.renderer, problems, err = render.New(render.Inputs{
		FS: root, Content: m.content, Ledger: book, Claims: checker, Charts: charts, Address: address, Preview: !where.production,
		Cache: o.cache, Pages: o.pages, Last: o.last, Shelf: o.shelf, Host: heads(m.host),
	})
	if err != nil || len(problems) > 0 {
		return m, problems, err
	}
	o.meter.stage("convert")
	problems = m.convert(o.progress)
	if len(problems) > 0 {
		return m, problems, nil
	}
	if !o.drafts { // a chart that no published page shows is a draft too
		m.renderer.Charts, m.unshown = m.renderer.Shown(m.docs)
	}
	o.meter.stage("render")
	m.tree, problems, err = m.renderer.Site(m.docs)
	if err != nil || len(problems) > 0 {
		return m, problems, err
	}

	// What hosts, crawlers and feed readers ask for.
	o.meter.stage("host")
	if problems = addHostFiles(m.tree, m.host, m.renderer.Listings(m.docs), o.cache); len(problems) > 0 {
		return m, problems, nil
	}

	// The finished files, read back as a visitor would.
	o.meter.stage("check")
	m.pages, m.charts = len(m.content.Pages), len(m.renderer.Charts)
	m.checked, problems = check.Tree(m.tree.Files(), checkOptions(address, o, m.content.Settings))
	return m, problems, nil
}

// convert turns the text of every page into HTML, holds it to the rules of
// running text, and follows its links.
func (m *made) convert(p *progress) diag.List {
	type converted struct {
		doc      *render.Document
		measures prose.Measures
		problems diag.List
	}
	m.rules = prose.NewRules(m.content.Settings)
	var problems diag.List
	var done atomic.Int64
	for _, c := range parallel.Map(m.content.Pages, func(page *content.Page) (c converted) {
		defer func() { p.show(int(done.Add(1)), len(m.content.Pages)) }()
		if c.doc, c.problems = m.renderer.Convert(page); c.doc.Finished() {
			return c // its text may be asked for still, see render
		}
		var more diag.List
		c.measures, more = m.rulesOfText(c.doc)
		c.problems.Add(more)
		if m.renderer.Shelf != nil { // many pages are to wait on disk, not in memory
			page.Release()
		}
		return c
	}) {
		m.docs = append(m.docs, c.doc)
		m.measures = append(m.measures, c.measures)
		problems.Add(c.problems)
	}
	problems.Add(m.renderer.CheckLinks(m.docs))
	return problems
}

// rulesOfText holds the text of a page to the rules of running text. Nobody asks
// for the running text afterwards.
func (m *made) rulesOfText(d *render.Document) (prose.Measures, diag.List) {
	measures, problems := m.rules.Check(d.Page, d.Doc)
	problems.Add(bareCitations(d.Doc, m.ledger))
	d.Doc.Blocks = nil // larger than all the rest
	return measures, problems
}

func checkOptions(address string, o options, s content.Settings) check.Options {
	out := check.Options{Folder: o.out, BasePath: "/", Cache: o.pages, Budgets: check.Budgets{
		Page: s.Budgets.Page * 1000, Script: s.Budgets.Script * 1000, Requests: s.Budgets.Requests,
	}}
	if u, err := url.Parse(address); err == nil {
		out.Origin = u.Scheme + "://" + u.Host
		if u.Path != "" {
			out.BasePath = u.Path
		}
	}
	return out
}

// drafts lists the file names of the pages that are held back.
func drafts(s *content.Site) []string {
	var out []string
	for _, p := range s.Pages {
		if p.Meta.Draft {
			out = append(out, p.Path)
		}
	}
	return out
}
