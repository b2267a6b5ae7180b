package ledger

import (
	"fmt"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// Write gives the text that a mention stands for, and its figure. The figure
// is nil when there is a fault.
func (l *Ledger) Write(m Mention) (string, *Figure, *Fault) {
	f := l.figure[m.ID]
	if f == nil {
		return "", nil, &Fault{m.IDStart, m.IDStart + len(m.ID), "no figure " + m.ID, l.likeFigure(m.ID)}
	}
	if !f.Value.Unit.Valid() { // reported where it is defined
		return "", f, nil
	}
	text, err := f.Text(m.Form)
	if err == nil {
		return text, f, nil
	}
	hint := diag.DidYouMean(m.Form, Forms())
	switch {
	case known(Forms(), m.Form) && strings.HasSuffix(m.Form, "usd"):
		hint = "give " + m.ID + " a figure in dollars: usd: " + m.ID + "_usd"
	case known(Forms(), m.Form) || hint == "":
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
	if f.USD != nil {
		out = append(out, "usd", "with_usd")
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
		if !known(used, f.ID) {
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

// prose checks a text as pages are checked: mentions, citations, numbers that
// are not from the ledger, and its length in words if limit is not 0. cited
// says that the record around it names sources, so that words in quotation
// marks may hold numbers. It returns the citations in the text.
func (b *builder) prose(t record.Text, cited bool, limit int) []Citation {
	if !t.Given() {
		return nil
	}
	plain, _ := b.mentions(t)
	var cites []Citation
	spans := citationSpans(t.S)
	for _, span := range spans {
		inner := span[0] + 1
		found, faults := ParseCitations(t.S[inner : span[1]-1])
		for _, f := range faults {
			b.report(t.Pos(inner+f.Start, inner+f.End), f.Text, f.Hint)
		}
		for _, c := range found {
			if b.cite(c, t.Pos(inner+c.Start, inner+c.Start+len(c.ID))) {
				cites = append(cites, c)
			}
		}
	}
	b.claims(t, cited || len(spans) > 0)
	if n := len(strings.Fields(withoutCitations(plain))); limit > 0 && n > limit && !b.lost["figures.yaml"] {
		b.report(t.At, fmt.Sprintf("a text of %d words", n), fmt.Sprintf("at most %d", limit))
	}
	return cites
}

// claims reports the numbers of a text that are not from the ledger.
func (b *builder) claims(t record.Text, cited bool) {
	text := t.S
	if cited {
		text = maskQuotations(text)
	}
	for _, c := range b.l.Claims(text, nil) {
		hint := c.Hint
		if hint == unknownHint {
			hint = "add it to " + figuresFile + " with its source" // these files have no literals
		}
		b.report(t.Pos(c.Start, c.End), c.Problem(), hint)
	}
}

func withoutCitations(s string) string {
	var b strings.Builder
	at := 0
	for _, span := range citationSpans(s) {
		b.WriteString(s[at:span[0]])
		at = span[1]
	}
	return b.String() + s[at:]
}

// maskQuotations blanks what stands in “…” or "…", byte for byte.
func maskQuotations(s string) string {
	out := []byte(s)
	for _, marks := range [][2]string{{"“", "”"}, {`"`, `"`}} {
		for at := 0; ; {
			open := strings.Index(s[at:], marks[0])
			if open < 0 {
				break
			}
			start := at + open
			shut := strings.Index(s[start+len(marks[0]):], marks[1])
			if shut < 0 {
				break
			}
			at = start + len(marks[0]) + shut + len(marks[1])
			blank(out, start, at)
		}
	}
	return string(out)
}

// blank writes spaces over a part of a text. Letters of several bytes become
// several spaces, so that all offsets stay true.
func blank(text []byte, start, end int) {
	for i := start; i < end; i++ {
		text[i] = ' '
	}
}

// texts writes out what figures say, once all numbers are known, and holds it
// to the rule for numbers.
func (b *builder) texts() {
	for i, f := range b.l.Figures {
		r := &b.files.figures[i].Value
		f.Says, f.Label, f.Note = b.figureText(f, r.Says), b.figureText(f, r.Label), b.figureText(f, r.Note)
		for _, c := range r.Changed {
			b.prose(c.Reason, true, 0)
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
	b.claims(t, true)
	return plain
}
