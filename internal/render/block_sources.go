package render

import (
	"slices"
	"strings"

	"sharingthecost/internal/cite"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
)

// sourcesListBlock is ```sources-list: the bibliography, by publisher.
func (c *conversion) sourcesListBlock(all []record.Text) (string, diag.List) {
	problems := noLines("sources-list", all)
	c.doc.BlockIDs = append(c.doc.BlockIDs, c.r.blockIDs("sources-list")...)
	return c.later("sources-list"), problems
}

func (r *Renderer) sourcesBlock(u *usage) SourcesBlock {
	var block SourcesBlock
	sources := slices.Clone(r.Ledger.Sources)
	slices.SortStableFunc(sources, func(a, b *ledger.Source) int {
		if n := strings.Compare(cite.SortName(a), cite.SortName(b)); n != 0 {
			return n
		}
		return a.Issued.Compare(b.Issued)
	})
	records, reports := SourceGroup{ID: "records", Title: r.Ledger.Lang.Lists.PrimaryGroup}, SourceGroup{ID: "reports", Title: r.Ledger.Lang.Lists.ReportGroup}
	for _, s := range sources {
		group := &reports
		if s.Kind == "primary" {
			group = &records
		}
		group.Sources = append(group.Sources, SourceView{
			ID: s.ID.S, Text: cite.Source(r.Ledger.Lang, s) + ".", Kind: cite.Kind(r.Ledger.Lang, s.Kind), Note: lang.NoBreak(lang.Sentence(s.Note.S)), Rights: s.Rights.S,
			Taken: r.takenFrom(s.ID.S), UsedIn: u.usedIn(u.Source(s.ID.S)),
		})
		if letter := cite.Initial(s); len(group.Letters) == 0 || group.Letters[len(group.Letters)-1].Text != letter {
			group.Letters = append(group.Letters, FigureLink{Text: letter, URL: "#" + s.ID.S})
		}
	}
	for _, g := range []SourceGroup{records, reports} {
		if len(g.Sources) <= mostWithoutLetters {
			g.Letters = nil
		}
		if len(g.Sources) > 0 {
			block.Groups = append(block.Groups, g)
		}
	}
	return block
}

// mostWithoutLetters is how many sources need no letters to jump to.
const mostWithoutLetters = 20

// changesBlock is ```changes: what changed on all pages and in all figures,
// newest first.
func (c *conversion) changesBlock(all []record.Text) (string, diag.List) {
	return c.later("changes"), noLines("changes", all)
}

// glossaryBlock is ```glossary: every term.
func (c *conversion) glossaryBlock(all []record.Text) (string, diag.List) {
	problems := noLines("glossary", all)
	var block GlossaryBlock
	for _, t := range c.r.Ledger.Terms {
		html, _ := c.record(c.page, t.Says, &problems)
		c.doc.BlockIDs = append(c.doc.BlockIDs, t.ID.S)
		block.Terms = append(block.Terms, TermView{
			ID: t.ID.S, Term: t.Term.S, Abbreviation: t.Abbreviation.S, Foreign: t.Foreign.Text.S, Lang: t.Foreign.Lang.S,
			Text: html, Mark: c.marks(t.Says, t.Cited),
		})
	}
	return c.block("glossary", block, problems)
}
