package host

import (
	"encoding/xml"
	"html"
	"strings"
	"unicode/utf8"
)

// plainly writes a page's text whose markup is plain, as that of our own pages
// is, several times faster than by way of a decoder. It reports false for any
// other text; what was written is then of no use. In a plain text the tags have
// no prefixes and their attributes stand in double quotes, and the character
// references are the usual ones. internal/check has twins of these readers
// (plainxml.go, scanner.go): the rooms know nothing of each other, so what is
// mended here is mended there.
func (w *feedWriter) plainly(body string) bool {
	if !inXML(body) || strings.Contains(body, "]]>") {
		return false
	}
	for rest := body; rest != ""; {
		n := strings.IndexByte(rest, '<')
		if n < 0 {
			n = len(rest)
		}
		if n > 0 {
			words, ok := plainWords(rest[:n])
			if !ok {
				return false
			}
			w.text(words)
			rest = rest[n:]
			continue
		}
		if rest = w.plainTag(rest); rest == unplain {
			return false
		}
	}
	return true
}

// unplain stands for what follows a tag that is not plain. No text begins so.
const unplain = "\x00"

// plainTag writes the tag or comment that a text begins with and returns what
// follows it.
func (w *feedWriter) plainTag(text string) string {
	switch {
	case strings.HasPrefix(text, "</"):
		name, rest := plainName(text[2:])
		if name == "" || rest == "" || rest[0] != '>' {
			return unplain
		}
		w.end(shown(name))
		return rest[1:]
	case strings.HasPrefix(text, "<!--"):
		_, rest, closed := strings.Cut(text[len("<!--"):], "--")
		if !closed || !strings.HasPrefix(rest, ">") {
			return unplain
		}
		return rest[1:]
	}
	name, rest := plainName(text[1:])
	tag := xml.StartElement{Name: xml.Name{Local: name}, Attr: w.attr[:0]}
	for name != "" {
		after := strings.TrimLeft(rest, " \n\t")
		switch {
		case strings.HasPrefix(after, ">"):
			w.start(tag)
			return after[1:]
		case strings.HasPrefix(after, "/>"):
			w.start(tag)
			w.end(shown(tag.Name.Local))
			return after[2:]
		case len(after) == len(rest):
			return unplain
		}
		var a xml.Attr
		a.Name.Local, a.Value, rest = plainAttr(after)
		tag.Attr, name = append(tag.Attr, a), a.Name.Local
		w.attr = tag.Attr
	}
	return unplain
}

// plainAttr reads the attribute that a text begins with. One without a value has
// its name for value. The name is empty when the attribute is not plain.
func plainAttr(text string) (name, value, rest string) {
	name, rest = plainName(text)
	quoted, ok := strings.CutPrefix(rest, `="`)
	if !ok {
		if after := strings.TrimLeft(rest, " \n\t"); strings.HasPrefix(after, "=") {
			return "", "", ""
		}
		return name, name, rest
	}
	written, rest, closed := strings.Cut(quoted, `"`)
	value, ok = plainWords(written)
	if !closed || !ok || strings.IndexByte(written, '<') >= 0 {
		return "", "", ""
	}
	return name, value, rest
}

// plainName reads the name that a text begins with. What follows a name in plain
// text is no part of a longer one.
func plainName(text string) (name, rest string) {
	i := 0
	for i < len(text) && (text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z' || i > 0 && (text[i] == '-' || text[i] >= '0' && text[i] <= '9')) {
		i++
	}
	if i < len(text) && (text[i] >= utf8.RuneSelf || strings.IndexByte("_:.", text[i]) >= 0) {
		i = 0
	}
	return text[:i], text[i:]
}

// plainWords returns what a text means, if its character references are those
// that programs write.
func plainWords(text string) (string, bool) {
	at := strings.IndexByte(text, '&')
	if at < 0 {
		return text, true
	}
	for rest := text[at:]; ; {
		_, after, found := strings.Cut(rest, "&")
		if !found {
			return html.UnescapeString(text), true
		}
		switch name, _, closed := strings.Cut(after[:min(len(after), len("quot;"))], ";"); name {
		case "#34", "#39", "quot", "amp", "lt", "gt":
			if !closed {
				return "", false
			}
		default:
			return "", false
		}
		rest = after
	}
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
