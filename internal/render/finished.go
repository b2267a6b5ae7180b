package render

import (
	"crypto/sha256"
	"fmt"
	"html/template"
	"io/fs"
	"path"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/output"
)

// A finished page is one that an earlier build made of the same inputs: the sum
// of its bytes, which are taken from where that build left them, and what the
// rest of the site needs to know of it.
//
// The inputs of a page are its own file, and all that is not the text of
// another page: the records, data, charts, templates, static files and front
// matter of the whole site. So a change in the text of one page makes that page
// anew and no other, a change of anything else makes all of them, and nothing
// needs to know which page uses what. A page with a block that is written when
// all pages are known depends on their texts too, and is never remembered.
type finished struct {
	sum                       [sha256.Size]byte // of the page
	title, kicker             text
	summary                   string
	cited                     []markdown.Use
	figures, charts, accounts []string
	blocked                   []string // anchors made by blocks
	anchors                   []markdown.Anchor
	links                     []markdown.Link // to anchors and charts of the site
	text                      string          // for the feed
	siteHasCharts             bool
	file                      output.File
}

// pack tells what is remembered of a page.
func (f *finished) pack(p *cache.Pack) {
	p.Bytes(f.sum[:])
	f.title.pack(p)
	f.kicker.pack(p)
	p.Text(&f.summary)
	cache.PackList(p, &f.cited, func(u *markdown.Use) {
		p.Text(&u.ID)
		p.Texts(&u.Locators)
		p.Texts(&u.Refs)
	})
	for _, ids := range []*[]string{&f.figures, &f.charts, &f.accounts, &f.blocked} {
		p.Texts(ids)
	}
	cache.PackList(p, &f.anchors, func(a *markdown.Anchor) {
		p.Text(&a.ID)
		packPos(p, &a.At)
	})
	cache.PackList(p, &f.links, func(l *markdown.Link) {
		for _, s := range []*string{&l.Dest, &l.Path, &l.Fragment, &l.URL} {
			p.Text(s)
		}
		p.Bool(&l.External)
		packPos(p, &l.At)
	})
	p.Text(&f.text)
	p.Bool(&f.siteHasCharts)
}

func (t *text) pack(p *cache.Pack) {
	html := string(t.html)
	p.Text(&html)
	p.Text(&t.plain)
	t.html = template.HTML(html)
}

func packPos(p *cache.Pack, at *diag.Pos) {
	p.Text(&at.File)
	for _, n := range []*int{&at.Line, &at.Col, &at.Len} {
		p.Int(n)
	}
}

// inputsOf hashes what all pages depend on. The error is a failure to read.
func (r *Renderer) inputsOf() ([]byte, error) {
	h := sha256.New()
	part := func(format string, args ...any) { fmt.Fprintf(h, format+"\x00", args...) }
	whole := func(b []byte) { part("%d", len(b)); h.Write(b) }
	part("%q %v %q %q", r.Address, r.Preview, r.lists, r.Host.Links)
	if r.Host.Policy != nil {
		part("%q %q", r.Host.Policy(true), r.Host.Policy(false))
	}
	if r.Host.Card != nil {
		part("%q", r.Host.Card("/page/"))
	}
	for _, dir := range []string{"content", "templates", staticDir} {
		files, _, err := content.Files(r.FS, dir)
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			if dir == "content" && path.Ext(name) == ".md" {
				continue
			}
			data, err := fs.ReadFile(r.FS, name)
			if err != nil {
				return nil, fmt.Errorf("read the input: %w", err)
			}
			part("%q %x", name, sha256.Sum256(data))
		}
	}
	for _, p := range r.Content.Pages {
		whole([]byte(p.Path))
		whole(p.Source.Text[:p.Start])
	}
	return h.Sum(nil), nil
}

func (r *Renderer) key(p *content.Page) [][]byte {
	sum := p.Sum()
	return [][]byte{r.inputs, []byte(p.Path), sum[:]}
}

// recall returns a page that an earlier build finished, or nil.
func (r *Renderer) recall(p *content.Page) *Document {
	if r.Pages == nil {
		return nil
	}
	f := &finished{}
	if !cache.Unpack(r.Pages.Find("page", r.key(p)), f.pack) {
		return nil
	}
	file, stands := r.Last(p.File, p.Path, f.sum)
	if !stands {
		return nil
	}
	f.file = file
	d := &Document{
		Page: p, title: f.title, kicker: f.kicker, summary: f.summary, cited: f.cited, figures: f.figures, charts: f.charts,
		accounts: f.accounts, blockedIDs: f.blocked, finished: f,
	}
	d.Doc.Anchors, d.Doc.Links, d.Doc.HTML = f.anchors, f.links, f.text
	return d
}

// remember keeps what is known of a finished page for later builds. The page may
// still be refused, by its check for one: then no later build finds its bytes
// where a good site stands, and makes it again.
func (r *Renderer) remember(d *Document, file output.File) {
	if r.Pages == nil || d.whole || len(d.later) > 0 {
		return
	}
	f := finished{
		sum: file.Sum(), title: d.title, kicker: d.kicker, summary: d.summary, cited: d.cited, figures: d.figures, charts: d.charts,
		accounts: d.accounts, blocked: d.blockedIDs, anchors: d.Doc.Anchors, siteHasCharts: len(r.Charts) > 0,
	}
	for _, l := range d.Doc.Links {
		_, toChart := r.linkedChart(d.Page, l)
		if !l.External && (l.Fragment != "" || toChart) { // that other files are there follows from the inputs
			f.links = append(f.links, l)
		}
	}
	if r.fed[d.Page] {
		f.text = d.Doc.HTML
	}
	r.Pages.Keep("page", r.key(d.Page), cache.Packed(f.pack))
}

// Finished reports whether the page was made by an earlier build, which has
// found nothing wrong with its text.
func (d *Document) Finished() bool { return d.finished != nil }
