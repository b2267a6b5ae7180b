package render

import (
	"cmp"
	"html/template"
	"path"
	"slices"
	"strings"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// card writes a number card of the front matter.
func (c *conversion) card(card content.Card) (Card, diag.List) {
	f, problems := c.figureAt(card.Figure)
	if f == nil {
		return Card{}, problems
	}
	out := c.cardOf(f)
	if card.Says.Given() {
		html, _, more := c.quiet.Inline(card.Says)
		problems.Add(more)
		out.Label = template.HTML(html)
	}
	if card.Note.Given() {
		_, plain, more := c.quiet.Inline(card.Note)
		problems.Add(more)
		out.Base = lang.NoBreak(plain)
	}
	return out, problems
}

// cardOf says of a number what it is, who vouches for it and for when.
func (c *conversion) cardOf(f *ledger.Figure) Card {
	c.doc.uses(f.ID)
	c.cards = append(c.cards, f.ID)
	if c.r.lists.figures != "" {
		c.page.Linked(f.ID)
	}
	text, err := f.Text(c.r.Ledger.Lang, "short")
	if err != nil {
		panic(err) // every unit has a short form
	}
	value, noun, _ := strings.Cut(strings.ReplaceAll(text, "\u00a0", " "), " ")
	base := statusName(c.r.Ledger.Lang, f.Status)
	if as := f.AsOf.Prose(c.r.Ledger.Lang); as != "" {
		base += ", " + as
	}
	return Card{
		Label: plainHTML(f.Label), Qualifier: f.Qualifier.Words(c.r.Ledger.Lang),
		Value: value, Unit: noun, Machine: f.Value.Machine(), Base: lang.NoBreak(base), URL: anchor(c.r.lists.figures, f.ID),
	}
}

// figureAt looks up the figure whose id an author wrote.
func (c *conversion) figureAt(id record.Text) (*ledger.Figure, diag.List) {
	var problems diag.List
	f := c.r.Ledger.Figure(id.S)
	if c.r.Ledger.Broken(id.S) || f == nil && c.r.Ledger.Broken("figures.yaml") {
		return nil, nil
	}
	if f == nil {
		problems.Report(id.At, "no figure "+id.S, meant(id.S, c.r.Ledger.FigureIDs(), "add it to content/figures.yaml"))
	}
	return f, problems
}

// figuresBlock is ```figures: one figure a line.
func (c *conversion) figuresBlock(all []record.Text) (string, diag.List) {
	var problems diag.List
	var block CardsBlock
	for _, t := range lines(all) {
		f, more := c.figureAt(t)
		problems.Add(more)
		if f != nil {
			block.Cards = append(block.Cards, c.cardOf(f))
		}
	}
	if len(lines(all)) == 0 {
		problems.Report(diag.Pos{}, "an empty block figures", "write the ids of figures, one a line")
	}
	return c.block("figures", block, problems)
}

func statusName(l *lang.Language, s ledger.Status) string {
	switch s {
	case ledger.Official:
		return l.Lists.Official
	case ledger.Arithmetic:
		return l.Lists.Arithmetic
	}
	return l.Lists.Reported
}

// figuresListBlock is ```figures-list: every number of the site.
func (c *conversion) figuresListBlock(all []record.Text) (string, diag.List) {
	problems := noLines("figures-list", all)
	c.doc.ListsAll = true
	c.doc.Scripts = append(c.doc.Scripts, c.r.script("figures"))
	c.doc.BlockIDs = append(c.doc.BlockIDs, c.r.blockIDs("figures-list")...)
	return c.later("figures-list"), problems
}

func (r *Renderer) figuresBlock(u *usage) FiguresBlock {
	words := r.Ledger.Lang.Lists
	var block FiguresBlock
	groups := slices.Concat(r.Ledger.Vocabulary.Groups, record.Map[record.Text]{{Value: record.Text{S: words.OtherFigures}}})
	for _, e := range groups {
		group := e.Key.S
		g := FigureGroup{ID: figuresID(group), Title: e.Value.S}
		for _, f := range r.Ledger.Figures {
			if f.Group == group {
				g.Figures = append(g.Figures, r.figureView(f, u))
			}
		}
		if len(g.Figures) > 0 {
			block.Groups = append(block.Groups, g)
		}
	}
	for _, t := range r.Ledger.Tables {
		block.Data = append(block.Data, Download{
			Title: t.Schema.Title.S, Description: lang.NoBreak(t.Schema.Description.S), URL: r.url("data/" + path.Base(t.Path)), Type: "CSV",
		})
	}
	block.Data = append(block.Data,
		Download{Title: words.DataPackage, Description: words.DataPackageSays, URL: r.url("data/datapackage.json"), Type: "JSON"},
		Download{Title: words.FiguresOfPage, URL: r.url(LedgerPath), Type: "JSON"})
	return block
}

// figuresID is the id of a group of figures.
func figuresID(group string) string { return "figures-" + cmp.Or(group, "other") }

func (r *Renderer) figureView(f *ledger.Figure, u *usage) FigureView {
	v := FigureView{
		ID: f.ID, Value: exact(r.Ledger.Lang, f), Machine: f.Value.Machine(), Says: lang.NoBreak(f.Says), AsOf: lang.NoBreak(f.AsOf.Prose(r.Ledger.Lang)),
		Status: statusName(r.Ledger.Lang, f.Status), StatusKey: string(f.Status), Sum: f.Sum, Quote: lang.NoBreak(f.Quote),
		Note: plainHTML(f.Note), UsedIn: u.usedIn(u.Figure(f.ID)),
	}
	if f.Base != nil {
		v.Base = &FigureLink{Text: lang.NoBreak(f.Base.Says), URL: "#" + f.Base.ID}
	}
	if f.Formula == "" {
		for _, c := range f.Sources {
			if s := r.Ledger.Source(c.ID); s != nil {
				v.Sources = append(v.Sources, FigureSource{Text: lang.NoBreak(s.Short(r.Ledger.Lang)), Locator: c.Locator, URL: r.sourceURL(s)})
			}
		}
	}
	day := func(d record.Date) *Date {
		if d.IsZero() {
			return nil
		}
		out := r.date(d)
		return &out
	}
	v.Checked, v.Due = day(f.Checked), day(f.ReviewBy)
	if v.Checked == nil {
		v.Read = day(r.Ledger.LastSeen(f))
	}
	for _, change := range f.Changed {
		v.Changes = append(v.Changes, Change{Date: r.date(change.Date), Was: change.Old, Text: plainHTML(change.Reason)})
	}
	return v
}

// exact writes a figure as precisely as it is known, qualifier first; a rise
// says that it is one.
func exact(l *lang.Language, f *ledger.Figure) string {
	text, err := f.Text(l, "exact")
	if err != nil {
		panic(err) // every unit has an exact form
	}
	if f.Value.Unit == unit.PercentMore {
		text = l.Lists.More.With("rise", text)
	}
	if q := f.Qualifier.Words(l); q != "" {
		text = q + " " + text
	}
	return text
}

// sourceURL leads to the entry of a source in the list of all, or else to the
// source itself.
func (r *Renderer) sourceURL(s *ledger.Source) string {
	if u := anchor(r.lists.sources, s.ID.S); u != "" {
		return u
	}
	return s.URL.S
}
