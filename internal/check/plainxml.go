package check

import (
	"encoding/xml"
	"html"
	"strings"
	"unicode/utf8"
)

// An xmlToken is a tag or a text of an XML file, with its place.
type xmlToken struct {
	start, end int
	tag        xml.StartElement // of a start tag; the name alone of an end tag
	closes     bool             // an end tag, or a start tag that is one too
	text       string           // as written; "" for a tag
}

// plainXML returns the tags and texts of a file that is well-formed and plain, as
// those of our own making are: ten times faster than a decoder. It reports false
// for any other file, which is then left to the decoder. In a plain file, elements
// have no prefixes, attributes stand in double quotes, character references are
// the usual ones, and there is no document type. internal/host has a twin that
// reads the text of pages for the feed (plainbody.go): the rooms know nothing of
// each other, so what is mended here is mended there.
func plainXML(data []byte) ([]xmlToken, bool) {
	r := plainReader{text: string(data)}
	if !inXML(r.text) || strings.Contains(r.text, "]]>") {
		return nil, false
	}
	for _, declaration := range []string{`<?xml version="1.0" encoding="utf-8"?>`, `<?xml version="1.0" encoding="UTF-8"?>`} {
		if strings.HasPrefix(r.text, declaration) {
			r.at = len(declaration)
		}
	}
	for r.at < len(r.text) {
		if !r.next() {
			return nil, false
		}
	}
	return r.tokens, len(r.open) == 0 && r.root
}

// inXML reports whether XML can hold every character of a text as it is. A
// carriage return it can hold, but not keep.
func inXML(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return utf8.ValidString(text) && !strings.Contains(text, "\uFFFE") && !strings.Contains(text, "\uFFFF")
}

type plainReader struct {
	text   string
	at     int
	open   []string // names of the open elements
	root   bool     // there was one
	tokens []xmlToken
}

// next reads a tag, a text or a comment.
func (r *plainReader) next() bool {
	start, rest := r.at, r.text[r.at:]
	switch {
	case rest[0] != '<':
		n := strings.IndexByte(rest, '<')
		if n < 0 {
			n = len(rest)
		}
		r.at += n
		if len(r.open) == 0 {
			return strings.Trim(rest[:n], " \n\t") == ""
		}
		r.tokens = append(r.tokens, xmlToken{start: start, end: r.at, text: rest[:n]})
		return usualReferences(rest[:n])
	case strings.HasPrefix(rest, "<!--"):
		before, after, closed := strings.Cut(rest[len("<!--"):], "--")
		r.at += len("<!--") + len(before) + len("-->")
		return closed && strings.HasPrefix(after, ">")
	case strings.HasPrefix(rest, "</"):
		name, after := plainXMLName(rest[len("</"):])
		if name == "" || !strings.HasPrefix(after, ">") || len(r.open) == 0 || r.open[len(r.open)-1] != name {
			return false
		}
		r.at = len(r.text) - len(after) + 1
		r.open = r.open[:len(r.open)-1]
		r.tokens = append(r.tokens, xmlToken{start: start, end: r.at, closes: true})
		return true
	}
	return r.startTag()
}

func (r *plainReader) startTag() bool {
	start := r.at
	name, rest := plainXMLName(r.text[start+1:])
	if name == "" || len(r.open) == 0 && r.root {
		return false
	}
	r.root = true
	t := xmlToken{start: start, tag: xml.StartElement{Name: xml.Name{Local: name}}}
	for {
		after := strings.TrimLeft(rest, " \n\t")
		if inner, ok := strings.CutPrefix(after, "/"); ok {
			t.closes, after = true, inner
		}
		if strings.HasPrefix(after, ">") {
			r.at = len(r.text) - len(after) + 1
			break
		}
		if t.closes || len(after) == len(rest) {
			return false
		}
		var a xml.Attr
		var plain bool
		if a, rest, plain = plainXMLAttr(after); !plain {
			return false
		}
		if a.Name.Space == "" && a.Name.Local == "xmlns" {
			t.tag.Name.Space = a.Value
		}
		t.tag.Attr = append(t.tag.Attr, a)
	}
	t.end = r.at
	if !t.closes {
		r.open = append(r.open, name)
	}
	r.tokens = append(r.tokens, t)
	return true
}

// plainXMLAttr reads the attribute that a text begins with.
func plainXMLAttr(text string) (a xml.Attr, rest string, plain bool) {
	a.Name.Local, rest = plainXMLName(text)
	if inner, prefixed := strings.CutPrefix(rest, ":"); prefixed && a.Name.Local != "" {
		a.Name.Space = a.Name.Local
		a.Name.Local, rest = plainXMLName(inner)
	}
	rest, quoted := strings.CutPrefix(rest, `="`)
	value, rest, closed := strings.Cut(rest, `"`)
	a.Value = html.UnescapeString(value)
	return a, rest, a.Name.Local != "" && quoted && closed && strings.IndexByte(value, '<') < 0 && usualReferences(value)
}

// plainXMLName reads the name that a text begins with. What follows it in a plain
// file is no part of a longer name.
func plainXMLName(text string) (name, rest string) {
	i := 0
	for i < len(text) && (letter(text[i]|0x20) || i > 0 && (text[i] == '-' || text[i] >= '0' && text[i] <= '9')) {
		i++
	}
	return text[:i], text[i:]
}
