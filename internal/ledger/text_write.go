package ledger

import (
	"fmt"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// Write gives the text of a mention, and its figure. The figure
// is nil when there is a fault.
func (l *Ledger) Write(m Mention) (string, *Figure, *Fault) {
	f := l.figure[m.ID]
	if f == nil {
		return "", nil, &Fault{m.IDStart, m.IDStart + len(m.ID), "no figure " + m.ID, l.likeFigure(m.ID)}
	}
	if !f.Value.Unit.Valid() { // reported where it is defined
		return "", f, nil
	}
	text, err := f.Text(l.Lang, m.Form)
	if err == nil {
		return text, f, nil
	}
	hint := diag.DidYouMean(m.Form, Forms())
	switch {
	case slices.Contains(Forms(), m.Form) && strings.HasSuffix(m.Form, "also"):
		hint = "name the figure that says the same in another unit: also: …"
	case slices.Contains(Forms(), m.Form) || hint == "":
		hint = "the forms are " + strings.Join(f.forms(), ", ")
	}
	return "", nil, &Fault{m.FormStart, m.FormStart + len(m.Form), err.Error(), hint}
}

// forms lists the forms that the figure has.
func (f *Figure) forms() []string {
	var out []string
	for _, u := range f.Value.Unit.Forms() {
		out = append(out, string(u))
	}
	if f.Also != nil {
		out = append(out, "also", "with_also")
	}
	return out
}

// Expand writes out the mentions of a text from a YAML file. It returns the
// plain text, in which a mention at fault stays as written and \{{ is {{, and
// the ids of the figures used, in order of first use.
func (l *Ledger) Expand(t record.Text) (plain string, used []string, problems diag.List) {
	mentions, faults := ParseMentions(t.S)
	var b strings.Builder
	at := 0
	for _, m := range mentions {
		text, f, fault := l.Write(m)
		if fault != nil {
			faults = append(faults, *fault)
			continue
		}
		b.WriteString(unescape(t.S[at:m.Start]) + text)
		at = m.End
		if !slices.Contains(used, f.ID) {
			used = append(used, f.ID)
		}
	}
	b.WriteString(unescape(t.S[at:]))
	for _, f := range faults {
		problems.Report(t.Pos(f.Start, f.End), f.Text, f.Hint)
	}
	return b.String(), used, problems
}

func unescape(s string) string { return strings.ReplaceAll(s, `\{{`, "{{") }

// mentions checks the mentions of a text and returns it written out.
func (b *builder) mentions(t record.Text) (plain string, used []string) {
	plain, used, problems := b.l.Expand(t)
	if !b.lost["figures.yaml"] {
		b.problems.Add(problems)
	}
	b.l.mentioned = append(b.l.mentioned, used...)
	return plain, used
}

// prose reads a text as those of pages are read: mentions, citations, and its
// length in words if limit is not 0. cited says that the record around it names
// sources. It returns the citations in the text.
func (b *builder) prose(t record.Text, cited bool, limit int) []Citation {
	if !t.Given() {
		return nil
	}
	plain, _ := b.mentions(t)
	var cites []Citation
	spans := CitationSpans(t.S)
	for _, span := range spans {
		inner := span[0] + 1
		found, faults := ParseCitations(t.S[inner : span[1]-1])
		for _, f := range faults {
			b.report(t.Pos(inner+f.Start, inner+f.End), f.Text, f.Hint)
		}
		for _, c := range found {
			if b.cited(c, t, inner+c.Start) {
				cites = append(cites, c)
			}
		}
	}
	b.l.Texts = append(b.l.Texts, Text{Text: t, Cited: cited || len(spans) > 0})
	if n := len(strings.Fields(withoutCitations(plain))); limit > 0 && n > limit && !b.lost["figures.yaml"] {
		b.report(t.At, fmt.Sprintf("a text of %d words", n), fmt.Sprintf("at most %d", limit))
	}
	return cites
}

func withoutCitations(s string) string {
	var b strings.Builder
	at := 0
	for _, span := range CitationSpans(s) {
		b.WriteString(s[at:span[0]])
		at = span[1]
	}
	return b.String() + s[at:]
}

// texts writes out what figures say, once all numbers are known.
func (b *builder) texts() {
	for i, f := range b.l.Figures {
		r := &b.files.figures[i].Value
		f.Says, f.Label, f.Note = b.figureText(f, r.Says), b.figureText(f, r.Label), b.figureText(f, r.Note)
		for _, c := range r.Changed {
			if b.prose(c.Reason, true, 0); c.Reason.Given() {
				b.l.Texts[len(b.l.Texts)-1].Plain = true
			}
		}
	}
}

func (b *builder) figureText(f *Figure, t record.Text) string {
	if !t.Given() {
		return ""
	}
	plain, used, problems := b.l.Expand(t)
	b.problems.Add(problems)
	f.mentions = append(f.mentions, used...)
	b.l.Texts = append(b.l.Texts, Text{Text: t, Cited: true, Plain: true})
	return plain
}

// printed notes the texts that are printed as they stand: those of tables, names of
// terms, and the words and names of sources.
func (b *builder) printed() {
	add := func(as Text, texts ...record.Text) {
		for _, t := range texts {
			if as.Text = t; t.Given() {
				b.l.Texts = append(b.l.Texts, as)
			}
		}
	}
	words, own := Text{Words: true}, Text{Printed: true, Plain: true}
	for _, f := range b.files.figures {
		add(words, f.Value.Quote)
	}
	for _, a := range b.l.Accounts {
		for _, s := range a.Says {
			add(words, s.Words)
		}
	}
	for _, s := range b.l.Sources {
		add(Text{Printed: true, Plain: true, Cited: true}, s.Note)
		add(words, s.Title, s.TitleShort, s.TranslatedTitle, s.Publisher, s.ContainerTitle, s.Page, s.Number, s.Rights)
		for _, a := range s.Author {
			add(words, a.Family, a.Given, a.Literal)
		}
	}
	for _, t := range b.l.Terms {
		add(own, append([]record.Text{t.Term}, t.Also...)...)
		add(words, t.Abbreviation, t.Foreign.Text)
	}
	for _, t := range b.l.Tables {
		add(own, t.Schema.Title, t.Schema.Description)
		for _, f := range t.Schema.Fields {
			add(own, f.Title, f.Description)
		}
	}
}
