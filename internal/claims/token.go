package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a run of digits or any other sign of a text.
type token struct {
	text       string // in lower case
	spelled    string // as it stands
	start, end int32  // bytes of the text
	kind       tokenKind
	glued      bool // no space before it
	raised     bool // a word that begins with a capital
	capitals   bool // a word of two capitals or more
}

type tokenKind uint8

const (
	sign tokenKind = iota
	word
	digits
	figure // of the ledger, in the scan for words of direction
)

// tokens splits a text; web addresses are left out. Words are letters, with apostrophes inside; digits are
// 28500, 28,500, 28'500, 13.9 and .5, and those of other scripts are read as these.
func tokens(text string) []token { return tokensOf(text, text) }

// tokensOf reads the numbers of a text as English writes them, and the rest as it stands.
func tokensOf(text, as string) []token {
	out := make([]token, 0, len(text)/4+1)
	glued := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			glued = false
			i += n
			continue
		}
		if length := addressLen(text[i:]); length > 0 {
			glued = false
			i += length
			continue
		}
		t := token{start: int32(i), glued: glued}
		upper, lower := false, false
		switch {
		case r >= '0' && r <= '9', r == '.' && !glued && run(text[i+1:]) > 0, r == '.' && currencySign(text[:i]) && run(text[i+1:]) > 0:
			t.kind, n = digits, digitsLen(text[i:])
		case r > unicode.MaxLatin1 && unicode.IsDigit(r):
			t.kind = digits
			t.text, n = foreignDigits(text[i:])
		case unicode.IsLetter(r):
			t.kind = word
			n, upper, lower = readWord(text[i:])
		}
		t.spelled, t.end = as[i:i+n], int32(i+n)
		if t.text == "" {
			t.text = text[i : i+n]
		}
		if upper {
			t.text = strings.ToLower(t.text)
			t.raised = unicode.IsUpper(r)
			t.capitals = n > 1 && !lower
		}
		out = append(out, t)
		i, glued = i+n, true
	}
	return out
}

// addressLen is the length of the web address at the start of s, which ends at
// any space, or 0.
func addressLen(s string) int {
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "www.") {
		return 0
	}
	if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
		return end
	}
	return len(s)
}

// digitsLen is the length of the number at the start of s, with commas or
// apostrophes that part thousands, or lakhs, and one decimal point.
func digitsLen(s string) int {
	n := run(s)
	if n <= 3 {
		n += groupsLen(s[n:], ",")
		n += groupsLen(s[n:], "'")
		n += groupsLen(s[n:], "’")
	}
	if n+1 < len(s) && s[n] == '.' {
		if decimals := run(s[n+1:]); decimals > 0 {
			n += 1 + decimals
		}
	}
	return n
}

// groupsLen is the length of the groups of three digits at the start of s, each
// behind a mark; in India there may be some of two before the last.
func groupsLen(s, mark string) int {
	n, whole := 0, 0
	for strings.HasPrefix(s[n:], mark) {
		switch length := run(s[n+len(mark):]); {
		case length == 3:
			n += len(mark) + 3
			whole = n
		case length == 2 && mark == "," && whole == 0:
			n += len(mark) + 2
		default:
			return whole
		}
	}
	return whole
}

// currencySign reports a text that ends with the sign of a currency.
func currencySign(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.Is(unicode.Sc, r)
}

// foreignDigits reads digits of another script, or of double width, as those they are.
func foreignDigits(s string) (text string, length int) {
	var out []byte
	for i, r := range s {
		if !unicode.IsDigit(r) {
			return string(out), i
		}
		zero := r
		for zero > r-9 && unicode.IsDigit(zero-1) {
			zero--
		}
		out = append(out, byte('0'+(r-zero)))
	}
	return string(out), len(s)
}

// run is the number of digits at the start of s.
func run(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// readWord is the length of the word at the start of s, and whether it has
// capitals and small letters.
func readWord(s string) (n int, upper, lower bool) {
	for n, r := range s {
		switch {
		case unicode.IsLetter(r):
			upper = upper || unicode.IsUpper(r)
			lower = lower || unicode.IsLower(r)
			continue
		case r == '\'' || r == '’':
			if next, _ := utf8.DecodeRuneInString(s[n+utf8.RuneLen(r):]); unicode.IsLetter(next) {
				continue
			}
		case r > unicode.MaxLatin1 && unicode.IsMark(r):
			continue
		}
		return n, upper, lower
	}
	return len(s), upper, lower
}

// A scan finds numbers in the tokens of a text, with the words of a language. It
// reads each token a bounded number of times, so its time is linear in the text.
type scan struct {
	*language
	tokens []token
}

func (l *language) scan(text string) *scan {
	return &scan{language: l, tokens: tokensOf(l.inEnglish(text), text)}
}

// inEnglish is a text with commas between thousands and points for decimals, where the
// language has them otherwise: 28.400,5 is read as 28,400.5. Offsets stay.
func (l *language) inEnglish(text string) string {
	n := l.words.Numbers
	if n.Decimal == "." {
		return text
	}
	out := []byte(text)
	for i := 1; i+1 < len(out); i++ {
		if !isDigit(text[i-1]) || !isDigit(text[i+1]) {
			continue
		}
		switch text[i : i+1] {
		case n.Decimal:
			out[i] = '.'
		case n.Thousands:
			out[i] = ','
		}
	}
	return string(out)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// at returns a token, and an empty one outside the text.
func (s *scan) at(i int) token {
	if i < 0 || i >= len(s.tokens) {
		return token{}
	}
	return s.tokens[i]
}

// text is the text of token i, in lower case.
func (s *scan) text(i int) string { return s.at(i).text }

// is reports whether token i is one of the words or signs.
func (s *scan) is(i int, any ...string) bool { return slices.Contains(any, s.text(i)) }

// dash reports a hyphen at token i that no space parts from what is before it.
func (s *scan) dash(i int) bool { return s.is(i, "-") && s.at(i).glued }

// afterDash is the token behind such a hyphen, or i itself: words that belong
// together may be joined by one.
func (s *scan) afterDash(i int) int {
	if s.dash(i) {
		return i + 1
	}
	return i
}

// stop reports the end of a sentence or of the text. A full stop ends one when
// a capital follows; “U.S.” before a noun does not.
func (s *scan) stop(i int) bool {
	if s.is(i, ".") {
		next := s.at(i + 1)
		return !next.glued && (next.raised || next.kind != word)
	}
	return s.text(i) == "" || s.is(i, "!", "?", ";")
}

// ahead searches for one of the words among the next n tokens of the sentence,
// from token i on.
func (s *scan) ahead(i, n int, words set) bool {
	for j := i; j < i+n && !s.stop(j); j++ {
		if words[s.text(j)] {
			return true
		}
	}
	return false
}

// around searches for one of the words among n tokens of the sentence before
// token first, and among n from token last on.
func (s *scan) around(first, last, n int, words set) bool {
	for j := first - 1; j >= first-n && !s.stop(j); j-- {
		if words[s.text(j)] {
			return true
		}
	}
	return s.ahead(last, n, words)
}
