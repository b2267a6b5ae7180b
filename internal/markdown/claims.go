package markdown

import (
	"unicode"
	"unicode/utf8"
)

// claims has the host find numbers that claim something, and reports each at its
// place. Text is the flow's, masked.
func (b *builder) claims(f *flow, text string, ctx context) {
	if b.page.host.Claims == nil || f.text == "" || ctx.cited {
		return
	}
	if last := f.lastCitation(); last >= 0 {
		text = withoutQuotations(text, last)
	}
	for _, claim := range b.page.host.Claims(text, f.figures()) {
		if b.full(0) {
			return
		}
		b.list.Report(f.place(claim.Start, claim.End), claim.Text, claim.Hint)
	}
}

// withoutQuotations blanks the quotations that end at an offset or before it.
func withoutQuotations(text string, last int) string {
	out := []byte(text)
	for _, q := range quotations(text) {
		if q.stop <= last {
			blank(out, q.start, q.stop)
		}
	}
	return string(out)
}

// lastCitation returns the offset of the last written citation, or -1.
func (f *flow) lastCitation() int {
	for i := len(f.pieces) - 1; i >= 0; i-- {
		if m := f.pieces[i].mark; m != nil && m.figure == "" {
			return f.pieces[i].start
		}
	}
	return -1
}

// quotations finds what is between quotation marks: “ ”, ‘ ’ and straight
// double ones that were escaped. The runs are offsets in text, marks included.
func quotations(text string) []run {
	var out []run
	unclosed := map[rune]bool{} // marks that nothing closes from here on
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		end := -1
		switch {
		case unclosed[r]:
		case r == '“':
			end = closing(text, i+n, '”')
		case r == '‘':
			end = closing(text, i+n, '’')
		case r == '"':
			end = closing(text, i+n, '"')
		}
		if end < 0 {
			unclosed[r] = r == '“' || r == '‘' || r == '"'
			i += n
			continue
		}
		out = append(out, run{i, end})
		i = end
	}
	return out
}

// closing returns the offset behind the next closing mark. A ’ between letters
// is an apostrophe.
func closing(text string, from int, mark rune) int {
	before := rune(0)
	for i, r := range text[from:] {
		behind := from + i + utf8.RuneLen(r)
		if r == mark {
			after, _ := utf8.DecodeRuneInString(text[behind:])
			if r != '’' || !unicode.IsLetter(before) || !unicode.IsLetter(after) {
				return behind
			}
		}
		before = r
	}
	return -1
}

// words has the host judge the words of a text, each complaint at its place.
func (b *builder) words(f *flow, text string, ctx context) {
	if b.page.host.Words == nil || f.text == "" {
		return
	}
	own := []byte(text)
	for i := range f.pieces {
		if p := &f.pieces[i]; p.marked || ctx.lang || b.chosen.lang != "" {
			blank(own, p.start, p.start+len(p.text))
		}
	}
	for _, c := range b.page.host.Words(b.kind, text, string(own)) {
		if !b.full(0) {
			b.list.Report(f.place(c.Start, c.End), c.Text, c.Hint)
		}
	}
}
