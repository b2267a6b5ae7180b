package ledger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a run of digits or any other sign of a text.
type token struct {
	start, end int    // bytes of the text
	text       string // words in lower case
	kind       tokenKind
	begins     beginning
	glued      bool // no space before it
	raised     bool // a word that begins with a capital
	capitals   bool // a word of two capitals or more
}

type tokenKind uint8

const (
	sign tokenKind = iota
	word
	digits
)

// tokens splits a text and appends its tokens to out. Words are letters, with
// apostrophes inside; digits are 28500, 28,500 and 13.9.
func tokens(out []token, text string) []token {
	for t := (token{}); t.next(text); {
		out = append(out, t)
	}
	return out
}

// next makes t the token behind it, and reports whether there is one. Before
// the first it is empty.
func (t *token) next(text string) bool {
	i := t.end
	for i < len(text) {
		n := spaceLen(text[i:])
		if n == 0 {
			break
		}
		i += n
	}
	if i == len(text) {
		return false
	}
	*t = token{start: i, glued: i > 0 && i == t.end}
	switch c := text[i]; {
	case c >= '0' && c <= '9':
		t.kind, t.end = digits, i+digitsLen(text[i:])
	case latin(c):
		t.kind = word
	case c < utf8.RuneSelf:
		t.end = i + 1
	default:
		r, n := utf8.DecodeRuneInString(text[i:])
		if t.end = i + n; unicode.IsLetter(r) {
			t.kind = word
		}
	}
	if t.kind == word {
		t.readWord(text[i:])
	} else {
		t.text = text[i:t.end]
	}
	t.begins = beginningOf(t)
	return true
}

// readWord fills in the word at the start of s. One of plain Latin letters,
// as most are, is read without decoding them.
func (t *token) readWord(s string) {
	n, capitals := 0, 0
	for n < len(s) && latin(s[n]) {
		if s[n] <= 'Z' {
			capitals++
		}
		n++
	}
	if n < len(s) && (s[n] == '\'' || s[n] >= utf8.RuneSelf) {
		n = wordLen(s)
		t.text = strings.ToLower(s[:n])
		first, _ := utf8.DecodeRuneInString(s)
		t.raised = unicode.IsUpper(first)
		t.capitals = n > 1 && t.text != s[:n] && strings.ToUpper(t.text) == s[:n]
	} else {
		t.text = s[:n]
		if capitals > 0 {
			t.text = strings.ToLower(t.text)
		}
		t.raised = s[0] <= 'Z'
		t.capitals = n > 1 && capitals == n
	}
	t.end = t.start + n
}

func latin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// spaceLen is the length of the space at the start of s, or 0.
func spaceLen(s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if c == ' ' || c >= '\t' && c <= '\r' {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); unicode.IsSpace(r) {
		return n
	}
	return 0
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
	m := mask{text: text}
	mentions, _ := ParseMentions(text)
	for _, mention := range mentions {
		m.blank(mention.Start, mention.End)
	}
	for _, span := range citationSpans(text) {
		m.blank(span[0], span[1])
	}
	if strings.Contains(text, "://") { // rarer than the letter h, and so found sooner
		m.addresses("http://")
		m.addresses("https://")
	}
	m.addresses("www.")
	return m.String()
}

// A mask is a text parts of which are blanked. It is copied only if there are
// any, which most texts have not.
type mask struct {
	text string
	copy []byte
}

func (m *mask) blank(start, end int) {
	if m.copy == nil {
		m.copy = []byte(m.text)
	}
	blank(m.copy, start, end)
}

// addresses blanks the web addresses that begin with a mark.
func (m *mask) addresses(mark string) {
	for at := 0; ; {
		i := strings.Index(m.text[at:], mark)
		if i < 0 {
			return
		}
		start := at + i
		at = len(m.text)
		if end := strings.IndexFunc(m.text[start:], unicode.IsSpace); end >= 0 {
			at = start + end
		}
		m.blank(start, at)
	}
}

func (m *mask) String() string {
	if m.copy == nil {
		return m.text
	}
	return string(m.copy)
}
