package render

import (
	"html/template"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
)

// accountsBlock is ```accounts: all, or the ids of questions, one a line.
func (c *conversion) accountsBlock(all []record.Text) (string, diag.List) {
	var problems diag.List
	block := AccountsBlock{}
	for _, t := range lines(all) {
		if t.S == "all" {
			block.Index = true
			for _, a := range c.r.Ledger.Accounts {
				block.Accounts = append(block.Accounts, c.account(a, "", &problems))
			}
			continue
		}
		a := c.r.Ledger.Account(t.S)
		if a == nil {
			problems.Report(t.At, "no account "+t.S, meant(t.S, append(c.r.Ledger.AccountIDs(), "all"), "write the id of a question of content/accounts.yaml, or all"))
			continue
		}
		block.Accounts = append(block.Accounts, c.account(a, anchor(c.r.lists.accounts, a.ID.S), &problems))
	}
	if len(lines(all)) == 0 {
		return "", diag.List{{Text: "an empty block accounts", Hint: "write the id of a question of content/accounts.yaml, or all"}}
	}
	return c.block("accounts", block, problems)
}

func (c *conversion) account(a *ledger.Account, more string, problems *diag.List) AccountView {
	question, plain := c.record(c.quiet, a.Question, problems)
	v := AccountView{
		ID: a.ID.S, Question: question, Plain: plain, Kind: a.Kind.Name(c.r.Ledger.Lang), Shape: a.Kind.Shape(),
		Reviewed: c.r.date(a.Reviewed), More: more,
	}
	for _, s := range a.Says {
		row := c.statement(s, problems)
		v.Long = v.Long || utf8.RuneCountInString(string(row.Figure)) > 14
		at := len(v.Rows)
		for i, before := range v.Rows { // two that say the same stand together
			if before.Figure == row.Figure {
				at, row.Again = i+1, true
			}
		}
		v.Rows = slices.Insert(v.Rows, at, row)
	}
	v.Why, _ = c.record(c.page, a.Why, problems)
	v.Use, _ = c.record(c.page, a.WeUse, problems)
	v.Settled, _ = c.record(c.page, a.SettledBy, problems)
	c.doc.BlockIDs = append(c.doc.BlockIDs, v.ID)
	c.doc.Accounts = append(c.doc.Accounts, v.ID)
	return v
}

// statement writes what one source says, with the mark of the source.
func (c *conversion) statement(s ledger.Statement, problems *diag.List) AccountRow {
	plain, used, _ := c.r.Ledger.Expand(s.Figure) // its problems are the ledger's own
	for _, id := range used {
		c.doc.uses(id)
	}
	row := AccountRow{Figure: plainHTML(plain), Words: lang.NoBreak(s.Words.S)}
	row.Note, _ = c.record(c.quiet, s.Note, problems)
	source := c.r.Ledger.Source(s.Cited.ID)
	if source == nil {
		return row
	}
	when := s.Date
	if when.IsZero() {
		when = source.Issued
	}
	name := source.Whose()
	if p := when.Prose(c.r.Ledger.Lang); p != "" {
		name += ", " + p
	}
	row.Source = plainHTML(name)
	if strings.ContainsFunc(s.Words.S, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) {
		row.Lang = "ko"
	}
	row.Mark = template.HTML(c.page.Cite(markdown.Citation{ID: s.Cited.ID, Locator: s.Cited.Locator}))
	return row
}
