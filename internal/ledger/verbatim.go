package ledger

import (
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// verbatimHint is for texts in which nothing is written out.
const verbatimHint = "leave the number out; this text is printed as it stands, without figures"

// Verbatim checks a text that is printed as it stands, where {{ id }} is not
// written out: a name, a title, a note beside a source. It may neither claim a
// number nor mention a figure.
func (l *Ledger) Verbatim(t record.Text) diag.List {
	var problems diag.List
	if !t.Given() {
		return nil
	}
	mentions, _ := ParseMentions(t.S)
	for _, m := range mentions {
		problems.Report(t.Pos(m.Start, m.End), "no figure can be mentioned here", verbatimHint)
	}
	for _, c := range l.Claims(t.S, nil) {
		problems.Report(t.Pos(c.Start, c.End), c.Problem(), verbatimHint)
	}
	return problems
}

// verbatim checks the texts of sources, terms and tables that are printed as
// they stand. What a source's note has in quotation marks are its own words.
func (b *builder) verbatim() {
	for _, s := range b.l.Sources {
		note := s.Note
		note.S = maskQuotations(note.S)
		b.problems.Add(b.l.Verbatim(note))
	}
	for _, t := range b.l.Terms {
		b.problems.Add(b.l.Verbatim(t.Term))
		for _, also := range t.Also {
			b.problems.Add(b.l.Verbatim(also))
		}
	}
	for _, t := range b.l.Tables {
		b.problems.Add(b.l.Verbatim(t.Schema.Title))
		b.problems.Add(b.l.Verbatim(t.Schema.Description))
		for _, f := range t.Schema.Fields {
			b.problems.Add(b.l.Verbatim(f.Title))
			b.problems.Add(b.l.Verbatim(f.Description))
		}
	}
}
