package render

import (
	"html/template"
	"slices"
	"strings"

	"sharingthecost/internal/claims"
	"sharingthecost/internal/code"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/record"
)

// A conversion is the state of one page while it is converted.
type conversion struct {
	r     *Renderer
	doc   *Document
	page  *markdown.Page // the text, with links, citations and blocks
	quiet *markdown.Page // title, brief and other short texts: mentions only, neither links nor citations
	cards []string       // figures of number cards
	known bool           // the text being converted is the ledger's, whose numbers are checked already

	numbers map[string]int // of charts and pictures, by their files, on a page that calls one by its number
}

// host gives the converter what it needs to know of the site.
func (c *conversion) host() markdown.Host {
	h := markdown.Host{
		Language: c.r.Ledger.Lang,
		Link:     func(dest string) (markdown.Target, *markdown.Complaint) { return c.r.link(c.doc.Page, dest) },
		Image:    c.image,
		Number:   c.numbered,
		Figure:   func(id, form string) (markdown.Figure, *markdown.Complaint) { return c.figure(id, form, true) },
		Cite:     c.r.cite,
		Fence:    c.r.fence,
		Blocks:   map[string]func([]record.Text) (string, diag.List){},
		Headed:   c.headed,
		Claims:   c.claims,
		Words:    words,
		Reserved: c.r.reserved(c.doc.Page),
	}
	for name, write := range map[string]func([]record.Text) (string, diag.List){
		"figures": c.figuresBlock, "timeline": c.timelineBlock, "accounts": c.accountsBlock, "whatif": c.whatifBlock,
		"glossary": c.glossaryBlock, "figures-list": c.figuresListBlock, "sources-list": c.sourcesListBlock, "changes": c.changesBlock,
	} {
		h.Blocks[name] = func(lines []record.Text) (string, diag.List) {
			before := len(c.doc.BlockIDs)
			html, problems := write(lines)
			problems.Add(c.repeated(name, before))
			return html, problems
		}
	}
	if c.r.lists.glossary != "" && !c.r.hasBlock(c.doc.Page, "glossary") {
		h.Terms = c.r.terms.Find
	}
	return h
}

// headed reports whether a block has headings and no other stands above it: “In
// brief” does.
func (c *conversion) headed(block, html string) bool {
	if html == laterMark(block) {
		html = c.r.templates.Text("templates/block-" + block + ".html")
	}
	return len(c.doc.Page.Meta.Brief) == 0 && strings.Contains(html, "<h3")
}

// repeated reports the first id of a block's that the page has already; before is
// how many ids blocks had made.
func (c *conversion) repeated(name string, before int) diag.List {
	var problems diag.List
	for i, id := range c.doc.BlockIDs {
		if i >= before && slices.Contains(c.doc.BlockIDs[:i], id) {
			problems.Report(diag.Pos{}, "the block "+name+" shows "+id+" on this page a second time", "show it once, and link to it: #"+id)
			break
		}
	}
	return problems
}

// quietHost is for headlines and bullets, which have neither links nor marks of
// sources.
func (c *conversion) quietHost() markdown.Host {
	return markdown.Host{
		Language: c.r.Ledger.Lang,
		Figure:   func(id, form string) (markdown.Figure, *markdown.Complaint) { return c.figure(id, form, false) },
		Claims:   c.claims,
		Words:    words,
	}
}

// figure writes a number out. With sources it leads to its entry in the list of
// figures and carries its citations. Our own sums carry none, since the entry
// shows the sum with its sources, and neither do the ledger's own texts, which
// are printed with their sources.
func (c *conversion) figure(id, form string, sources bool) (markdown.Figure, *markdown.Complaint) {
	if form == "" {
		form = "prose"
	}
	m := ledger.Mention{ID: id, Form: form, IDStart: 0, FormStart: 1}
	text, f, fault := c.r.Ledger.Write(m)
	if c.r.Ledger.Broken(id) || fault != nil && c.r.Ledger.Broken("figures.yaml") {
		return markdown.Figure{Text: id}, nil // its own problems say so
	}
	if fault != nil {
		complaint := &markdown.Complaint{Text: fault.Text, Hint: fault.Hint}
		if fault.Start == m.FormStart {
			complaint.About = "form"
		}
		return markdown.Figure{}, complaint
	}
	c.doc.uses(id)
	out := markdown.Figure{Text: text, Value: f.Value.Machine()}
	if !sources {
		return out, nil
	}
	out.URL = anchor(c.r.lists.figures, id)
	if f.Formula != "" || c.known {
		return out, nil
	}
	for _, s := range f.Sources {
		out.Cites = append(out.Cites, markdown.Citation{ID: s.ID, Locator: s.Locator})
	}
	return out, nil
}

func (r *Renderer) cite(id string) *markdown.Complaint {
	if r.Ledger.Source(id) != nil || r.Ledger.Broken("sources.yaml") {
		return nil
	}
	ids := make([]string, len(r.Ledger.Sources))
	for i, s := range r.Ledger.Sources {
		ids[i] = s.ID.S
	}
	return &markdown.Complaint{Text: "no source " + id, Hint: meant(id, ids, "add it to content/sources.yaml")}
}

func (c *conversion) claims(text string, figures []markdown.Shown) []markdown.Claim {
	var out []markdown.Claim
	if c.known {
		return nil
	}
	meta := c.doc.Page.Meta
	t := claims.Text{S: text, Literals: meta.Literals}
	for _, f := range figures {
		t.Figures = append(t.Figures, ledger.Mention{Start: f.Start, End: f.End, ID: f.ID, Form: f.Form})
	}
	for _, d := range meta.Directions {
		t.Directions = append(t.Directions, d.Words.S)
	}
	for _, claim := range c.r.Claims.Find(t) {
		out = append(out, markdown.Claim{Start: claim.Start, End: claim.End, Text: claim.Problem(), Hint: claim.Hint})
	}
	return out
}

func (r *Renderer) fence(lang, source string) (string, *markdown.Complaint) {
	if lang == "" {
		lang = "text"
	}
	html := r.highlight(lang, source)
	if html == "" {
		return "", &markdown.Complaint{Text: "no language or block " + lang, Hint: meant(lang, append(code.Languages(), blockNames()...), "write the name of a language or block, or text")}
	}
	return html, nil
}

// highlight marks the words of a block of code. It is empty for a language that is not known.
func (r *Renderer) highlight(lang, source string) string {
	return memo.Do(r.Memo, memo.KeyOf("code", []byte(lang), []byte(source)), func() (string, bool) {
		return code.Highlight(lang, source)
	})
}

func blockNames() []string {
	return []string{"accounts", "changes", "figures", "figures-list", "glossary", "sources-list", "timeline", "whatif"}
}

// reserved lists the ids that templates, blocks and charts use on a page.
func (r *Renderer) reserved(p *content.Page) []string {
	ids := pageAnchors()
	for _, chart := range r.Charts {
		ids = append(ids, frameID(chart.ID), chart.DescriptionID(), chart.TableID())
	}
	for _, name := range r.blocks[p] {
		ids = append(ids, r.blockIDs(name)...)
	}
	return ids
}

// blockIDs lists the ids that a block of a name may make.
func (r *Renderer) blockIDs(name string) []string {
	var ids []string
	switch name {
	case "figures-list":
		for _, f := range r.Ledger.Figures {
			if ids = append(ids, f.ID); !slices.Contains(ids, figuresID(f.Group)) {
				ids = append(ids, figuresID(f.Group))
			}
		}
		return append(ids, "files", "figures-filter")
	case "sources-list":
		return append(r.Ledger.SourceIDs(), "records", "reports")
	case "accounts":
		for _, id := range r.Ledger.AccountIDs() {
			ids = append(ids, id, id+"-question")
		}
	case "glossary":
		for _, t := range r.Ledger.Terms {
			ids = append(ids, t.ID.S)
		}
	case "timeline":
		ids = append(ids, timelineID)
		for _, id := range r.Ledger.EventIDs() {
			ids = append(ids, "event-"+id)
		}
	case "whatif":
		return []string{"whatif", "whatif-number"}
	}
	return ids
}

// record converts a text of the ledger: with links and citations, or quiet.
func (c *conversion) record(page *markdown.Page, t record.Text, problems *diag.List) (html template.HTML, plain string) {
	if !t.Given() {
		return "", ""
	}
	c.known = true
	h, plain, more := page.Inline(t)
	c.known = false
	problems.Add(more)
	return template.HTML(h), plain
}

// block executes the template of a block and joins its problems to others.
func (c *conversion) block(name string, dot any, problems diag.List) (string, diag.List) {
	html, more := c.r.templates.Execute("block-"+name, dot)
	problems.Add(more)
	return string(html), problems
}

// later leaves a mark for a block that is written when all pages are known.
func (c *conversion) later(name string) string {
	c.doc.Later = append(c.doc.Later, name)
	return laterMark(name)
}

// lines are the lines of a block that say something.
func lines(all []record.Text) []record.Text {
	var out []record.Text
	for _, t := range all {
		if strings.TrimSpace(t.S) != "" {
			out = append(out, t)
		}
	}
	return out
}

// noLines reports the lines of a block that takes none.
func noLines(name string, all []record.Text) diag.List {
	var problems diag.List
	for _, t := range lines(all) {
		problems.Report(t.At, "the block "+name+" takes no lines", "remove this line")
	}
	return problems
}
