package ledger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a run of digits or any other sign of a text.
type token struct {
	start, end int32  // bytes of the text
	text       string // words in lower case, once a rule has asked for them: see [scan.at]
	kind       tokenKind
	begins     beginning
	written    bool // text is as written, capitals and all
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
// apostrophes inside; digits are 28500, 28,500 and 13.9. Counted says whether a
// number, or a word of one, is among them.
func tokens(out []token, text string) (all []token, counted bool) {
	end := 0
	for i := 0; i < len(text); {
		if text[i] == ' ' { // as nearly all space is
			i++
			continue
		}
		if n := spaceLen(text[i:]); n > 0 {
			i += n
			continue
		}
		t := token{start: int32(i), glued: i > 0 && i == end}
		end = i + t.read(text[i:])
		t.end = int32(end)
		out = append(out, t)
		counted = counted || t.begins == numberWord
		i = end
	}
	return out, counted
}

// read fills in the token at the start of s and returns its length.
func (t *token) read(s string) int {
	n := 1
	switch c := s[0]; {
	case latin(c):
		return t.readWord(s)
	case c >= '0' && c <= '9':
		t.kind, t.begins, n = digits, numberWord, digitsLen(s)
	case c >= utf8.RuneSelf:
		var r rune
		if r, n = utf8.DecodeRuneInString(s); unicode.IsLetter(r) {
			return t.readWord(s)
		}
		if vulgar[s[:n]] > 0 {
			t.begins = numberWord
		}
	}
	t.text = s[:n]
	return n
}

// readWord fills in the word at the start of s and returns its length. One of
// plain Latin letters, as most are, is read without decoding them.
func (t *token) readWord(s string) int {
	t.kind = word
	n, some, all, ok := latinWord(s)
	if ok {
		t.text, t.written = s[:n], some
		t.raised = s[0] <= 'Z'
		t.capitals = n > 1 && all
	} else {
		n = wordLen(s)
		t.text = strings.ToLower(s[:n])
		first, _ := utf8.DecodeRuneInString(s)
		t.raised = unicode.IsUpper(first)
		t.capitals = n > 1 && t.text != s[:n] && strings.ToUpper(t.text) == s[:n]
	}
	t.begins = beginningOf(t.text)
	return n
}

// lower puts the text of a word in lower case.
func (t *token) lower() { t.text, t.written = strings.ToLower(t.text), false }

// latinWord is the length of the word at the start of s, and whether some or all
// of its letters are capitals. It is not ok where letters beside the plain Latin
// ones may belong to the word.
func latinWord(s string) (n int, some, all, ok bool) {
	const small = 0x20 // the bit that tells small letters from capitals
	either, both := byte(0), byte(small)
	for {
		for n < len(s) && latin(s[n]) {
			either |= s[n]
			both &= s[n]
			n++
		}
		some, all = both&small == 0, either&small == 0
		mark := 0
		switch {
		case n == len(s) || s[n] < utf8.RuneSelf && s[n] != '\'':
			return n, some, all, true
		case s[n] == '\'':
			mark = len("'")
		case strings.HasPrefix(s[n:], "’"):
			mark = len("’")
		default:
			return 0, false, false, false
		}
		switch behind := s[n+mark:]; {
		case behind == "" || behind[0] < utf8.RuneSelf && !latin(behind[0]):
			return n, some, all, true // it ends a quotation
		case behind[0] >= utf8.RuneSelf:
			return 0, false, false, false
		}
		n += mark
	}
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
