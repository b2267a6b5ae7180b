package render

import (
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// glossaryBlock is ```glossary: every term.
func (c *conversion) glossaryBlock(all []record.Text) (string, diag.List) {
	problems := noLines("glossary", all)
	var block GlossaryBlock
	for _, t := range c.r.Ledger.Terms {
		html, _ := c.record(c.page, t.Says, &problems)
		c.doc.BlockIDs = append(c.doc.BlockIDs, t.ID.S)
		block.Terms = append(block.Terms, TermView{
			ID: t.ID.S, Term: t.Term.S, Abbreviation: t.Abbreviation.S, Korean: t.Korean.S,
			Text: html, Mark: c.marks(t.Says, t.Cited),
		})
	}
	return c.block("glossary", block, problems)
}
