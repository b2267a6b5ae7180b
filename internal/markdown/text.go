package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/diag"

	"github.com/yuin/goldmark/util"
)

// text adds the source from start up to stop: escapes and entities become the
// characters they mean, quotes and dashes typographic, and brackets are recorded
// for spans.
func (b *builder) text(start, stop int) {
	s := b.source
	start = max(start, b.from)
	from := start
	flush := func(to int) {
		if to > from {
			b.add(piece{text: s[from:to], at: run{from, to}, plain: true})
		}
	}
	for i := start; i < stop; {
		next := strings.IndexAny(s[i:stop], special)
		if next < 0 {
			break
		}
		i += next
		as, n := b.special(i, stop, from)
		if n == 0 {
			i++
			continue
		}
		flush(i)
		b.add(piece{text: as, at: run{i, i + n}, plain: as == s[i:i+n], escaped: s[i] == '\\' || s[i] == '&'})
		if s[i] == '[' || s[i] == ']' {
			b.bracket(s[i])
		}
		i += n
		from = i
	}
	flush(stop)
}

// special are the bytes at which something else than the byte may be meant.
const special = "\\&\"'-.[]~^\n\r"

// special returns the text at offset i as readers see it and its length in
// the source, or 0 when it is what it is.
func (b *builder) special(i, stop, from int) (as string, n int) {
	s := b.source
	switch s[i] {
	case '\n', '\r':
		return " ", 1
	case '[', ']':
		return s[i : i+1], 1
	case '\\':
		if i+1 < stop && util.IsPunct(s[i+1]) {
			return s[i+1 : i+2], 2
		}
		return "", 0
	case '&':
		as, n = entity(s[i:stop])
		if n > 0 {
			r, _ := utf8.DecodeRuneInString(as)
			if r == utf8.RuneError {
				b.report(i, i+n, s[i:i+n]+" is no character", "write the character itself")
			} else if what := diag.HiddenRune(r); what != "" {
				b.report(i, i+n, s[i:i+n]+" is "+what, "delete it")
			}
		}
		return as, n
	}
	before := b.last
	if i > from {
		before, _ = utf8.DecodeLastRuneInString(s[from:i])
	}
	return typographic(s[:stop], i, before, s)
}

// typographic replaces straight quotes, two and three hyphens, three dots, and
// what raises and lowers digits.
// The text goes on, after markup, in rest.
func typographic(s string, i int, before rune, rest string) (string, int) {
	after, _ := utf8.DecodeRuneInString(rest[i+1:])
	if i+1 >= len(rest) {
		after = '\n'
	}
	switch c := s[i]; c {
	case '~', '^':
		return shifted(s[i:], before)
	case '-', '.':
		n := 1
		for i+n < len(s) && s[i+n] == c {
			n++
		}
		switch {
		case n == 1 || before == rune(c):
			return "", 0
		case n == 3 && c == '.':
			return "…", 3
		case n == 3:
			return "—", 3
		case n == 2 && c == '-':
			return "–", 2
		}
		return s[i : i+n], n
	case '"':
		if opens(before, after) || before == '’' && unicode.IsLetter(after) { // l'"été"
			return "“", 1
		}
		if before == 0 || unicode.IsSpace(before) {
			return "", 0
		}
		return "”", 1
	default:
		if !opens(before, after) {
			return "’", 1
		}
		if elided.MatchString(rest[i+1 : min(len(rest), i+8)]) {
			return "’", 1
		}
		return "‘", 1
	}
}

// shifted writes digits and signs that stand between two ~ behind a letter as
// lowered characters, and between two ^ as raised ones, as in CO~2~ and m^2^. 3~5
// stays a range.
func shifted(s string, before rune) (string, int) {
	m := toShift.FindString(s)
	switch {
	case m == "" || !unicode.Is(unicode.Latin, before) && !(s[0] == '^' && unicode.IsDigit(before)):
		return "", 0
	case s[0] == '~':
		return lower.Replace(m), len(m)
	}
	return raise.Replace(m), len(m)
}

var (
	toShift = regexp.MustCompile(`^(?:~[0-9+−-]{1,4}~|\^[0-9+−-]{1,4}\^)`)
	lower   = strings.NewReplacer("~", "", "0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉", "+", "₊", "-", "₋", "−", "₋")
	raise   = strings.NewReplacer("^", "", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "+", "⁺", "-", "⁻", "−", "⁻")
)

// elided matches what an apostrophe begins: '90s, '21, rock 'n' roll, 'twas.
var elided = regexp.MustCompile(`^(?:[0-9]{2}s?|(?i:n|em|til|tis|twas|twere|twill|twould))(?:[^\pL\pN]|$)`)

// opens reports whether a quote between two characters begins a quotation.
func opens(before, after rune) bool {
	if unicode.IsSpace(after) {
		return false
	}
	return before == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{“‘–—-/", before)
}

var entityForm = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z0-9]+);`)

// entity reads an entity or numeric reference at the start of s and returns
// its text and its length, or 0. What is no character is U+FFFD.
func entity(s string) (string, int) {
	written := entityForm.FindString(s[:min(len(s), 40)])
	as := string(util.ResolveEntityNames(util.ResolveNumericReferences([]byte(written))))
	if as == written {
		return "", 0
	}
	return as, len(written)
}

var escapedForm = regexp.MustCompile("\\\\[!-/:-@[-`{-~]|&[#A-Za-z0-9]+;")

// decode resolves the escapes and entities of a link's target or title.
func decode(raw []byte) string {
	if !bytes.ContainsAny(raw, "\\&") {
		return string(raw)
	}
	return escapedForm.ReplaceAllStringFunc(string(raw), func(s string) string {
		if s[0] == '\\' {
			return s[1:]
		}
		if as, n := entity(s); n > 0 {
			return as
		}
		return s
	})
}

// escapeText makes s safe between tags.
func escapeText(s string) string { return escape(s, false) }

// escapeAttr makes s safe between double quotes in a tag.
func escapeAttr(s string) string { return escape(s, true) }

// escape also shows what [forbidden] refuses as U+FFFD: such characters are
// problems, but their way into a page is barred here as well.
func escape(s string, quotes bool) string {
	var b strings.Builder
	from := 0
	for i, r := range s {
		as := ""
		switch {
		case r == '&':
			as = "&amp;"
		case r == '<':
			as = "&lt;"
		case r == '>':
			as = "&gt;"
		case r == '"' && quotes:
			as = "&quot;"
		case ' ' <= r && r <= '~', diag.HiddenRune(r) == "":
			continue
		default:
			as = string(utf8.RuneError)
		}
		b.WriteString(s[from:i] + as)
		from = i + utf8.RuneLen(r)
	}
	return b.String() + s[from:]
}

// attribute writes ` name="value"`, or nothing for an empty value.
func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + escapeAttr(value) + `"`
}
