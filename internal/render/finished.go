package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"path"

	"sharingthecost/internal/content"
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
	Sum                       []byte // SHA-256 of the page
	Title, Kicker             text
	Summary                   string
	Cited                     []markdown.Use
	Figures, Charts, Accounts []string
	Blocked                   []string // anchors made by blocks
	Anchors                   []markdown.Anchor
	Links                     []markdown.Link // to anchors and charts of the site
	Text                      string          // for the feed
	SiteHasCharts             bool
	file                      output.File
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
	return [][]byte{r.inputs, []byte(p.Path), p.Source.Text}
}

// recall returns a page that an earlier build finished, or nil.
func (r *Renderer) recall(p *content.Page) *Document {
	if r.Pages == nil {
		return nil
	}
	known := r.Pages.Find("page", r.key(p))
	f := &finished{}
	if known == nil || json.Unmarshal(known, f) != nil {
		return nil
	}
	f.file = output.File{Path: p.File, Data: r.Last(p.File), Source: p.Path}.Summed()
	if sum := f.file.Sum(); !bytes.Equal(sum[:], f.Sum) {
		return nil
	}
	f.file = r.Shelf.Put(f.file)
	d := &Document{
		Page: p, title: f.Title, kicker: f.Kicker, summary: f.Summary, cited: f.Cited, figures: f.Figures, charts: f.Charts,
		accounts: f.Accounts, blockedIDs: f.Blocked, finished: f,
	}
	d.Doc.Anchors, d.Doc.Links, d.Doc.HTML = f.Anchors, f.Links, f.Text
	return d
}

// remember keeps what is known of a finished page for later builds. The page may
// still be refused, by its check for one: then no later build finds its bytes
// where a good site stands, and makes it again.
func (r *Renderer) remember(d *Document, file output.File) {
	if r.Pages == nil || d.whole || len(d.later) > 0 {
		return
	}
	sum := file.Sum()
	f := finished{
		Sum: sum[:], Title: d.title, Kicker: d.kicker, Summary: d.summary, Cited: d.cited, Figures: d.figures, Charts: d.charts,
		Accounts: d.accounts, Blocked: d.blockedIDs, Anchors: d.Doc.Anchors, SiteHasCharts: len(r.Charts) > 0,
	}
	for _, l := range d.Doc.Links {
		_, toChart := r.linkedChart(d.Page, l)
		if !l.External && (l.Fragment != "" || toChart) { // that other files are there follows from the inputs
			f.Links = append(f.Links, l)
		}
	}
	if r.fed[d.Page] {
		f.Text = d.Doc.HTML
	}
	known, err := json.Marshal(f)
	if err != nil {
		panic(err) // texts and numbers always encode
	}
	r.Pages.Keep("page", r.key(d.Page), known)
}

// Finished reports whether the page was made by an earlier build, which has
// found nothing wrong with its text.
func (d *Document) Finished() bool { return d.finished != nil }

// MarshalJSON and UnmarshalJSON write a text as its two forms.
func (t text) MarshalJSON() ([]byte, error) { return json.Marshal([2]string{string(t.html), t.plain}) }

func (t *text) UnmarshalJSON(data []byte) error {
	var forms [2]string
	err := json.Unmarshal(data, &forms)
	t.html, t.plain = template.HTML(forms[0]), forms[1]
	return err
}
