package pipeline

import (
	"cmp"
	"net/url"
	"slices"
	"sync/atomic"

	"sharingthecost/internal/archive"
	"sharingthecost/internal/chart"
	"sharingthecost/internal/check"
	"sharingthecost/internal/claims"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/host"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/prose"
	"sharingthecost/internal/record"
	"sharingthecost/internal/render"
)

// Options say what is made of a project. The zero Options make the public site.
type Options struct {
	Deployment
	Drafts   bool
	Folder   string // where the site will be written, for messages; may be empty
	Memo     *memo.Memo
	Stage    func(name string)     // called when a stage begins; may be nil
	Progress func(done, total int) // called as pages are converted, from several goroutines; may be nil
}

// A Site is what comes out of the pipeline, and what can be said of it.
type Site struct {
	Tree          *output.Tree
	Pages, Charts int
	Held          []string // drafts left out, as file names
	Unshown       []string // charts left out since no page shows them, as file names

	Content  *content.Site
	Ledger   *ledger.Ledger
	Docs     []*render.Document // empty when the records are not sound
	Measures []prose.Measures   // of Docs
	Uses     ledger.Uses        // of figures and sources, by Docs and charts
	Renderer *render.Renderer   // nil when the records are not sound
	Versions []archive.Version  // the oldest first

	at host.Site // where it will be seen
}

func (o Options) stage(name string) {
	if o.Stage != nil {
		o.Stage(name)
	}
}

// Make is the pipeline: from the project's inputs to a finished, checked tree in
// memory. A tree is made of sound inputs only.
func Make(inputs *Snapshot, o Options) (*Site, diag.List, error) {
	m, problems, err := Read(inputs, o)
	if err != nil || len(problems) > 0 {
		return m, problems, err
	}
	return m, m.finish(o), nil
}

// Read is the first half of Make, up to the converted texts: all that a site says,
// without any of its files. Each stage runs to its end and gathers all its problems.
// Records and texts are all checked, whatever is wrong with some of them; what
// cannot be judged without a broken one is left out. An error is the machine's
// failure.
func Read(inputs *Snapshot, o Options) (*Site, diag.List, error) {
	m, stage := &Site{}, o.stage

	// What editors wrote.
	stage("content")
	all, problems, err := content.Load(inputs)
	if err != nil {
		return m, nil, err
	}
	m.Content = all
	if !o.Drafts {
		published, more := all.Published()
		problems.Add(more)
		m.Content, m.Held = published, drafts(all)
	}
	problems.Add(m.Content.CheckHome(all))
	stage("records")
	r := memo.Held(o.Memo, inputs.withoutPages(), func() (r records, keep bool) {
		r = readRecords(inputs, m.Content.Settings)
		return r, r.err == nil
	})
	if r.err != nil {
		return m, nil, r.err
	}
	m.Ledger = r.ledger
	problems.Add(r.problems)
	problems.Add(printedClaims(m.Content, r.checker))
	broken := map[string]bool{} // files with problems
	for _, p := range problems {
		broken[p.Pos.File] = true
	}
	if broken["content"] || broken["content/site.yaml"] { // what pages are held to is not known
		return m, problems, nil
	}

	// Dated versions.
	versions, more, err := archive.Read(inputs)
	if err != nil {
		return m, nil, err
	}
	if o.AsOf == "" {
		m.Versions = versions
	}
	problems.Add(more)

	// Pages and templates.
	stage("templates")
	address := cmp.Or(o.Address, m.Content.Settings.BaseURL.S)
	if o.AsOf != "" {
		address += archive.Published + o.AsOf + "/"
	}
	m.at = hostSite(m.Content.Settings, address, o.Production)
	renderer, more, err := render.New(render.Inputs{
		FS: inputs, Content: m.Content, Ledger: r.ledger, Claims: r.checker, Charts: r.charts, Address: address, Preview: !o.Production, Host: heads(m.at, o.AsOf),
		AsOf: o.AsOf, Versions: m.Versions, Memo: o.Memo, Key: inputs.withoutTexts(m.Content.Pages, o),
	})
	problems.Add(more)
	if err != nil || len(more) > 0 {
		return m, problems, err
	}
	stage("convert")
	more = m.convert(renderer, broken, o)
	if len(problems) > 0 { // what was found out of the pages may come from that
		problems.Add(more)
		m.Docs, m.Measures = nil, nil
		return m, problems, nil
	}
	m.Uses = renderer.Uses(m.Docs)
	if len(more) > 0 {
		return m, more, nil
	}
	m.Renderer = renderer
	if !o.Drafts { // a chart that no published page shows is a draft too
		m.Renderer, m.Unshown = renderer.Published(m.Docs)
	}
	return m, nil, nil
}

// finish makes the files of a site that was read, and checks them.
func (m *Site) finish(o Options) (problems diag.List) {
	renderer := m.Renderer
	if problems = renderer.CheckHeads(m.Docs); len(problems) > 0 {
		return problems
	}
	o.stage("render")
	m.Tree, problems = renderer.Site(m.Docs)
	if len(problems) > 0 {
		return problems
	}

	// Dated versions, as they were.
	for _, v := range m.Versions {
		for _, f := range v.Files {
			if clash := m.Tree.Add(f); clash != nil {
				problems = append(problems, *clash)
			}
		}
	}

	// What hosts, crawlers and feed readers ask for.
	o.stage("host")
	if problems = addHostFiles(m.Tree, m.at, renderer.Listings(m.Docs), renderer.ListedChanges(m.Docs), o.Memo); len(problems) > 0 {
		return problems
	}

	// The finished files, read back as a visitor would.
	o.stage("check")
	m.Pages, m.Charts = len(m.Content.Pages), len(renderer.Shown)
	files, options := m.Tree.Files(), checkOptions(m.at.Address, o, m.Content.Settings)
	if problems = check.Addresses(files, options, m.addresses()); len(problems) > 0 {
		return problems // each page that prints one would say it again
	}
	return check.Tree(files, options)
}

// addresses are those that records have.
func (m *Site) addresses() (out []check.Address) {
	s := m.Content.Settings
	all := []record.Text{s.Repository, s.Publisher.URL, s.Licence.URL}
	for _, source := range m.Ledger.Sources {
		all = append(all, source.URL)
	}
	for _, t := range all {
		if t.Given() {
			out = append(out, check.Address{At: t.At, Ref: t.S})
		}
	}
	return out
}

// Version makes the dated version of a day: the pages of the site that are to be found,
// with what belongs to them.
func Version(inputs *Snapshot, day string, o Options) (*output.Tree, diag.List, error) {
	o.Deployment, o.Drafts, o.Folder = Deployment{AsOf: day}, false, ""
	m, problems, err := Make(inputs, o)
	if err != nil || len(problems) > 0 {
		return nil, problems, err
	}
	var pages []string
	for _, l := range m.Renderer.Listings(m.Docs) {
		if !l.NoIndex && l.URL != render.CorrectionsURL {
			pages = append(pages, l.URL)
		}
	}
	return archive.Pick(m.Tree, pages, []string{render.LedgerPath}, m.at.Address, m.Content.Settings.BaseURL.S), nil, nil
}

// Records are the ledger and what is read with it. None of them changes afterwards.
type records struct {
	ledger   *ledger.Ledger
	checker  *claims.Checker
	charts   []*chart.Chart
	problems diag.List
	err      error
}

func readRecords(inputs *Snapshot, settings content.Settings) (r records) {
	if r.ledger, r.problems, r.err = ledger.Load(inputs, settings.Vocabulary, settings.Lang()); r.err != nil {
		return r
	}
	r.checker = claims.New(r.ledger)
	r.problems.Add(r.checker.Records())
	for _, t := range r.ledger.Texts {
		r.problems.Add(unfinished(t.Text, t.Words))
		if t.Plain {
			r.problems.Add(asItStands(t.Text))
		}
	}
	for _, a := range r.ledger.Accounts {
		for _, s := range a.Says {
			r.problems.Add(unfinished(s.Figure, false))
		}
	}
	texts := func(t record.Text) diag.List {
		return slices.Concat(r.checker.Text(t), unfinished(t, false), asItStands(t))
	}
	var more diag.List
	r.charts, more, r.err = chart.Load(inputs, chart.Inputs{Site: settings.Title.S, Ledger: r.ledger, Claims: texts})
	r.problems.Add(more)
	return r
}

// A converted page is what came out of its texts, and how it reads.
type converted struct {
	Facts    render.Facts
	Measures prose.Measures
}

// convert turns the text of every page with sound front matter into HTML, holds it
// to the rules of running text, and follows its links. What comes out of a page depends on its
// own text, and on all inputs but the texts of other pages, of which it needs to
// know only where the lists of everything stand.
func (m *Site) convert(renderer *render.Renderer, broken map[string]bool, o Options) diag.List {
	rules := prose.NewRules(m.Content.Settings)
	var done atomic.Int64
	sound := slices.DeleteFunc(slices.Clone(m.Content.Pages), func(p *content.Page) bool { return broken[p.Path] })
	problems := make([]diag.List, len(sound))
	pages := make([]converted, len(sound))
	docs := make([]*render.Document, len(sound))
	parallel.Do(len(pages), func(i int) {
		page := sound[i]
		key := renderer.DocumentKey(page)
		pages[i] = memo.Do(o.Memo, key, func() (c converted, keep bool) {
			d, doc, found := renderer.Convert(page)
			measures, more := rules.Check(page, doc, d.Summary)
			found.Add(more)
			problems[i] = found
			return converted{d.Facts, measures}, len(found) == 0
		})
		docs[i] = &render.Document{Page: page, Key: key, Facts: pages[i].Facts}
		if o.Progress != nil {
			o.Progress(int(done.Add(1)), len(pages))
		}
	})
	m.Docs = docs
	var out diag.List
	for i, c := range pages {
		m.Measures = append(m.Measures, c.Measures)
		out.Add(problems[i])
	}
	out.Add(renderer.CheckLinks(m.Docs))
	return out
}

func checkOptions(address string, o Options, s content.Settings) check.Options {
	out := check.Options{Folder: o.Folder, BasePath: "/", Memo: o.Memo, Budgets: check.Budgets{
		Page: s.Budgets.Page * 1000, Script: s.Budgets.Script * 1000, Requests: s.Budgets.Requests,
	}}
	if o.AsOf == "" {
		out.Kept = archive.Published
	}
	if u, err := url.Parse(address); err == nil {
		if o.AsOf == "" { // what a version says of the living site is none of its files
			out.Origin = u.Scheme + "://" + u.Host
		}
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
