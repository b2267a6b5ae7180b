package record

import (
	"bytes"

	"sharingthecost/internal/diag"
)

// Pos returns the place of the bytes of S from start up to end in the file,
// through quotes, escapes, folded lines and the indentation of blocks.
func (t Text) Pos(start, end int) diag.Pos {
	if t.src == nil {
		return t.At
	}
	from, to := t.offset(start), t.offset(end)
	if end > start { // the end of a word, not the start of the next line
		to = t.offset(end-1) + 1
		for to < len(t.src.Text) && t.src.Text[to]&0xC0 == 0x80 {
			to++
		}
	}
	return t.src.Pos(from, to)
}

// offset walks the written form beside the value. YAML changes few things on
// the way from one to the other, and each is undone here: an opening quote or
// block mark, the indentation and folding of lines, doubled quotes, and
// backslash escapes.
func (t Text) offset(target int) int {
	raw, j := t.src.Text, t.off
	quote := byte(0)
	if j < len(raw) {
		switch raw[j] {
		case '"', '\'':
			quote = raw[j]
			j++
		case '|', '>':
			if nl := bytes.IndexByte(raw[j:], '\n'); nl >= 0 {
				j += nl + 1
			}
		}
	}
	space := func(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
	for i := 0; i < target && i < len(t.S) && j < len(raw); {
		switch {
		case space(t.S[i]) && space(raw[j]):
			for i < target && i < len(t.S) && space(t.S[i]) {
				i++
			}
			for j < len(raw) && space(raw[j]) {
				j++
			}
		case quote == '\'' && raw[j] == '\'':
			i, j = i+1, j+2
		case quote == '"' && raw[j] == '\\':
			width := escapeWidth(raw[j:])
			j += width
			i++
			for i < len(t.S) && t.S[i]&0xC0 == 0x80 {
				i++
			}
		case raw[j] == t.S[i]:
			i, j = i+1, j+1
		default: // indentation, or a line break that folding removed
			j++
		}
	}
	if target < len(t.S) && !space(t.S[target]) {
		for j < len(raw) && space(raw[j]) {
			j++
		}
	}
	return j
}

// escapeWidth is the length of the escape sequence at the start of raw (YAML
// 1.2, section 5.7).
func escapeWidth(raw []byte) int {
	if len(raw) < 2 {
		return 1
	}
	switch raw[1] {
	case 'x':
		return 4
	case 'u':
		return 6
	case 'U':
		return 10
	}
	return 2
}
