package markdown

import (
	"regexp"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/pasted"
	"sharingthecost/internal/record"
)

// Plain reports markup in a text that is printed as it stands, its figures written
// out.
func Plain(t record.Text) diag.List {
	if !t.Given() {
		return nil
	}
	page := NewPage(Host{Figure: func(id, _ string) (Figure, *Complaint) { return Figure{Text: id}, nil }})
	html, _, problems := page.Inline(t)
	if len(problems) == 0 && (marked.MatchString(html) || shifts.MatchString(t.S)) {
		problems.Report(t.At, "markup in a text that is printed as it stands", "")
	}
	for i := range problems { // what pages have instead is not for here
		problems[i].Hint = "write plain words and characters: nothing else is read in this text"
	}
	return problems
}

var (
	marked = regexp.MustCompile(`<(?:em|strong|code|del|span)\b`)
	shifts = regexp.MustCompile(`[\p{Latin}0-9][~^][0-9+−-]{1,4}[~^]`)
)

// leftovers reports what is left in a block's text of another program's markup.
func (b *builder) leftovers(f *flow) {
	text := f.unmarked()
	for _, l := range pasted.All {
		if !l.Possible(text, string(b.kind)) {
			continue
		}
		rest := []byte(text)
		for _, m := range l.Form.FindAllStringSubmatchIndex(text, -1) {
			at := run{m[len(m)-2], m[len(m)-1]}
			if l.Text == pasted.Citation && (b.page.host.Cite == nil || b.page.host.Cite(strings.TrimPrefix(text[at.start:at.stop], "@")) != nil) {
				continue // an account elsewhere, not a source
			}
			if l.Text == pasted.Address && (b.page.host.Link == nil || slices.ContainsFunc(f.pieces, func(p piece) bool { return p.linked && p.start <= at.start && at.start < p.start+len(p.text) })) {
				continue
			}
			if b.full(0) {
				return
			}
			b.list.Report(f.place(at.start, at.stop), l.Text, string(l.Form.ExpandString(nil, l.Hint, text, m)))
			clear(rest[m[0]:m[1]])
		}
		text = string(rest)
	}
	for at := 0; ; {
		word := lang.Mangled(text[at:])
		if word == "" || b.full(0) {
			return
		}
		at += strings.Index(text[at:], word) + len(word)
		b.list.Report(f.place(at-len(word), at), "characters that were read in the wrong encoding", lang.MangledHint)
	}
}

// unmarked is the flow's text with line ends as written, and with what means
// itself blanked: code, figures and escaped characters. Offsets stay.
func (f *flow) unmarked() string {
	out := []byte(f.text)
	for i := range f.pieces {
		switch p := &f.pieces[i]; {
		case p.text == " " && strings.HasSuffix(p.html, "\n"):
			out[p.start] = '\n'
		case p.masked || p.escaped:
			for k := range len(p.text) {
				out[p.start+k] = 0
			}
		}
	}
	return string(out)
}
