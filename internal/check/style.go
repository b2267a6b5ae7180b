package check

import (
	"bytes"
	"regexp"
	"strings"

	"sharingthecost/internal/diag"
)

// A styleSheet is what was read from a CSS file.
type styleSheet struct {
	defined map[string]bool // custom properties
	uses    []customUse
	urls    []reference
}

// A customUse is var(--name) with its place.
type customUse struct {
	name       string
	fallback   bool
	start, end int
}

// A reference is an address in a file that is not a page.
type reference struct {
	address    string
	start, end int
	loaded     bool // fetched together with the file
}

// readStyle reads a CSS file: comments and braces, custom properties, addresses.
func (f *file) readStyle() {
	f.style = &styleSheet{}
	text, ok := f.withoutComments()
	if !ok {
		return
	}
	f.style.uses = customUses(text)
	f.style.defined = definitions(text)
	f.style.urls = append(addresses(text, "url("), addresses(text, "@import")...)
}

// withoutComments blanks out comments, byte for byte, and checks that strings and
// comments end and that every brace has its counterpart.
func (f *file) withoutComments() ([]byte, bool) {
	text := bytes.Clone(f.text)
	var open, extra []int // braces without their counterparts
	quote := byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			} else if c == '\n' {
				f.report(i, i, "a string that does not end on its line", "close its quotation mark")
				return nil, false
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '{':
			open = append(open, i)
		case c == '}' && len(open) == 0:
			extra = append(extra, i)
		case c == '}':
			open = open[:len(open)-1]
		case bytes.HasPrefix(text[i:], []byte("/*")):
			n := bytes.Index(text[i+2:], []byte("*/"))
			if n < 0 {
				f.report(i, i+2, "a comment that does not end", "close it with */")
				return nil, false
			}
			for end := i + n + 4; i < end; i++ {
				if text[i] != '\n' {
					text[i] = ' '
				}
			}
			i--
		}
	}
	if len(extra) > 0 {
		f.report(extra[0], extra[0]+1, "a } without {", "remove it")
	} else if len(open) > 0 {
		at := open[len(open)-1]
		f.report(at, at+1, "a { without }", "close it with }")
	}
	return text, true
}

type span struct{ Start, End int }

var customName = regexp.MustCompile(`--[-\w[:^ascii:]]+`)

// customNames finds the names of custom properties.
func customNames(text []byte) []span {
	var out []span
	for _, at := range customName.FindAllIndex(text, -1) {
		if at[0] == 0 || !nameByte(text[at[0]-1]) {
			out = append(out, span{at[0], at[1]})
		}
	}
	return out
}

func nameByte(c byte) bool {
	return c == '-' || c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

func followedBy(text []byte, at int, word string) bool {
	return bytes.HasPrefix(bytes.TrimLeft(text[at:], " \t\r\n"), []byte(word))
}

func precededBy(text []byte, at int, word string) bool {
	return bytes.HasSuffix(bytes.TrimRight(text[:at], " \t\r\n"), []byte(word))
}

// definitions lists the custom properties that a text defines.
func definitions(text []byte) map[string]bool {
	defined := map[string]bool{}
	for _, at := range customNames(text) {
		if followedBy(text, at.End, ":") || precededBy(text, at.Start, "@property") {
			defined[string(text[at.Start:at.End])] = true
		}
	}
	return defined
}

// customUses finds var(--name) and whether it has a fallback.
func customUses(text []byte) []customUse {
	var out []customUse
	for _, at := range customNames(text) {
		if precededBy(text, at.Start, "var(") {
			out = append(out, customUse{string(text[at.Start:at.End]), followedBy(text, at.End, ","), at.Start, at.End})
		}
	}
	return out
}

// addresses finds those after url( or after @import, where only one in quotation
// marks counts: the form with url() is found as any url(). One that begins with #
// is an element of the page that the style is used in.
func addresses(text []byte, marker string) []reference {
	var out []reference
	for i := 0; ; {
		n := bytes.Index(text[i:], []byte(marker))
		if n < 0 {
			return out
		}
		i += n + len(marker)
		for i < len(text) && space(text[i]) {
			i++
		}
		start, end := i, byte(')')
		if i < len(text) && (text[i] == '"' || text[i] == '\'') {
			start, end = i+1, text[i]
		} else if marker == "@import" {
			continue
		}
		length := bytes.IndexByte(text[start:], end)
		if length < 0 {
			return out
		}
		i = start + length
		if address := strings.TrimSpace(string(text[start:i])); !strings.HasPrefix(address, "#") {
			out = append(out, reference{address, start, i, true})
		}
	}
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// styleLinks checks a CSS file against the other files.
func (s *site) styleLinks(f *file) {
	s.fileLinks(f, f.style.urls)
	for _, use := range f.style.uses {
		if !f.full() && !use.fallback && !s.defined[use.name] {
			f.report(use.start, use.end, "no style sheet defines "+use.name, diag.DidYouMean(use.name, sortedKeys(s.defined)))
		}
	}
}
