package lang

import (
	"regexp"
	"strings"
	"unicode"
)

var hangul = regexp.MustCompile(`\p{Hangul}+(?: +\p{Hangul}+)*`)

// MarkHangul marks the language of Hangul in HTML, which is in no attribute of it
// and belongs to no other language, for text whose author cannot: code, and
// headings in the list of a page's sections.
func MarkHangul(html string) string {
	if _, end := Hangul(html); end == 0 { // the expression takes long to find nothing
		return html
	}
	return hangul.ReplaceAllString(html, `<span lang="ko">$0</span>`)
}

// NoBreak returns a text in which no line ends between the day and the month of
// a date.
func NoBreak(text string) string {
	var b strings.Builder
	from := 0
	for i := range len(text) {
		if text[i] == ' ' && PartsDate(text, i) {
			b.WriteString(text[from:i] + nbsp)
			from = i + 1
		}
	}
	return b.String() + text[from:]
}

// PartsDate reports whether the byte at an offset is between the day and the
// month of a date.
func PartsDate(text string, at int) bool {
	if strings.HasSuffix(text[:at], ".") { // 3. März
		at--
	}
	from := at
	for from > 0 && text[from-1] >= '0' && text[from-1] <= '9' {
		from--
	}
	day := text[from:at]
	switch {
	case len(day) == 0 || len(day) > 2 || day[0] == '0' || len(day) == 2 && day > "31":
		return false
	case from > 0 && strings.IndexByte(".,-", text[from-1]) >= 0: // the end of a longer number
		return false
	}
	word := strings.TrimLeft(text[at:], ". ")
	end := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(word)
	}
	return Month(word[:end])
}
