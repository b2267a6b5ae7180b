package sitetest

import (
	"html"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/lang"
)

// EnglishIn finds words of the English table in a text, HTML or plain, that the program
// wrote in another language: whole runs of words between what is filled in. Those that
// the other table has too are left out, and code.
func EnglishIn(text string, other *lang.Language) []string {
	text = html.UnescapeString(code.ReplaceAllString(text, " "))
	own := strings.Join(runs(reflect.ValueOf(*other)), "\n")
	var found []string
	for _, run := range runs(reflect.ValueOf(*lang.English)) {
		if !strings.Contains(own, run) && whole(text, run) {
			found = append(found, run)
		}
	}
	return slices.Compact(found)
}

// whole reports whether a run of words is in a text, and is no part of longer words.
func whole(text, run string) bool {
	part := func(r rune, size int) bool {
		return size > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-')
	}
	for from := 0; ; {
		i := strings.Index(text[from:], run)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(run)
		if !part(utf8.DecodeLastRuneInString(text[:start])) && !part(utf8.DecodeRuneInString(text[end:])) {
			return true
		}
		from = end
	}
}

var (
	code   = regexp.MustCompile(`(?s)<script\b.*?</script>|<style\b.*?</style>|<code\b.*?</code>|(class|id|for|name|href|src|type|rel|role|property|data-\w+|aria-\w+by|aria-current|http-equiv|popovertarget|scope)="[^"]*"|<[a-z]+\b|</[a-z]+>`)
	filled = regexp.MustCompile(`\{\w+\}`)
	long   = regexp.MustCompile(`\pL{4,}`)
)

// runs are the words of a table between what is filled in, those of some length.
func runs(table reflect.Value) (out []string) {
	switch table.Kind() {
	case reflect.Pointer:
		return runs(table.Elem())
	case reflect.Struct:
		for i := range table.NumField() {
			if table.Type().Field(i).Name != "Reading" { // what texts are read by
				out = append(out, runs(table.Field(i))...)
			}
		}
	case reflect.Array:
		for i := range table.Len() {
			out = append(out, runs(table.Index(i))...)
		}
	case reflect.String:
		for _, run := range filled.Split(table.String(), -1) {
			if run = strings.Trim(run, " .,:;()“”„\n\u00a0"); long.MatchString(run) {
				out = append(out, run)
			}
		}
	}
	return out
}
