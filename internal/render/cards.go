package render

import (
	"html/template"
	"strings"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
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
		out.Base = markdown.NoBreak(plain)
	}
	return out, problems
}

// cardOf says of a number what it is, who vouches for it and for when.
func (c *conversion) cardOf(f *ledger.Figure) Card {
	c.doc.uses(f.ID)
	text, err := f.Text("short")
	if err != nil {
		panic(err) // every unit has a short form
	}
	value, noun, _ := strings.Cut(strings.ReplaceAll(text, "\u00a0", " "), " ")
	base := statusName(f.Status)
	if as := f.AsOf.Prose(); as != "" {
		base += ", " + as
	}
	return Card{
		Label: plainHTML(f.Label), Qualifier: f.Qualifier.String(),
		Value: value, Unit: noun, Machine: f.Value.Machine(), Base: markdown.NoBreak(base), URL: anchor(c.r.lists.figures, f.ID),
	}
}

// figureAt looks up the figure whose id an author wrote.
func (c *conversion) figureAt(id record.Text) (*ledger.Figure, diag.List) {
	var problems diag.List
	f := c.r.Ledger.Figure(id.S)
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

func statusName(s ledger.Status) string {
	switch s {
	case ledger.Official:
		return "Official"
	case ledger.Arithmetic:
		return "Our arithmetic"
	}
	return "Reported"
}
