package ledger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a run of digits or any other sign of a text.
type token struct {
	kind       tokenKind
	start, end int    // bytes of the text
	text       string // words in lower case
	glued      bool   // no space before it
	raised     bool   // a word that begins with a capital
	capitals   bool   // a word of two capitals or more
}

type tokenKind int

const (
	sign tokenKind = iota
	word
	digits
)

// tokens splits a text. Words are letters, with apostrophes inside; digits are
// 28500, 28,500 and 13.9.
func tokens(text string) []token {
	var out []token
	glued := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			glued = false
			i += n
			continue
		}
		t := token{start: i, glued: glued}
		switch {
		case r >= '0' && r <= '9':
			t.kind, t.end = digits, i+digitsLen(text[i:])
			t.text = text[i:t.end]
		case unicode.IsLetter(r):
			t.kind, t.end, t.raised = word, i+wordLen(text[i:]), unicode.IsUpper(r)
			t.text = strings.ToLower(text[i:t.end])
			t.capitals = t.end > i+1 && strings.ToUpper(t.text) == text[i:t.end] && t.text != text[i:t.end]
		default:
			t.end = i + n
			t.text = text[i:t.end]
		}
		out = append(out, t)
		i, glued = t.end, true
	}
	return out
}

// digitsLen is the length of the number at the start of s, with commas that
// part thousands and one decimal point.
func digitsLen(s string) int {
	n := run(s)
	if n <= 3 {
		for n < len(s) && s[n] == ',' && run(s[n+1:]) == 3 {
			n += 4
		}
	}
	if n+1 < len(s) && s[n] == '.' {
		n += 1 + run(s[n+1:])
	}
	if s[n-1] == '.' {
		n--
	}
	return n
}

// run is the number of digits at the start of s.
func run(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func wordLen(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			if r != '\'' && r != '’' {
				break
			}
			if next, _ := utf8.DecodeRuneInString(s[n+size:]); !unicode.IsLetter(next) {
				break
			}
		}
		n += size
	}
	return n
}

// masked blanks what is never prose: mentions, bracketed citations and web
// addresses. All offsets stay true.
func masked(text string) string {
	out := []byte(text)
	mentions, _ := ParseMentions(text)
	for _, m := range mentions {
		blank(out, m.Start, m.End)
	}
	for _, span := range citationSpans(text) {
		blank(out, span[0], span[1])
	}
	for _, mark := range []string{"http://", "https://", "www."} {
		for at := 0; ; {
			i := strings.Index(text[at:], mark)
			if i < 0 {
				break
			}
			start := at + i
			at = len(text)
			if end := strings.IndexFunc(text[start:], unicode.IsSpace); end >= 0 {
				at = start + end
			}
			blank(out, start, at)
		}
	}
	return string(out)
}
