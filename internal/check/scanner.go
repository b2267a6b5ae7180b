package check

import (
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A scanner reads the tokens of a page (HTML, section 13.2.5). Nearly all have a
// plain form, which it reads itself as parts of the text, without copying.
// Whatever is written otherwise it hands to x/net's tokenizer, one token at a
// time, so what a page means never rests on what is plain. The short readers of
// names and references have twins in plainxml.go and internal/host/plainbody.go.
type scanner struct {
	text  string // of the page
	clean bool   // the page has no line ends or zero bytes that reading changes
	raw   string // the element, such as script, whose content comes next; "" for markup

	kind       html.TokenType
	start, end int              // of the token
	name       string           // of a tag, in small letters
	attr       []html.Attribute // of a start tag
	words      string           // of a text, comment or doctype
	escaped    bool             // the words are as written, with character references
	coded      bool             // the token has other than the usual ones

	attrs []html.Attribute // of all tags so far, so that each is a part of one list
}

// next reads the next token, and reports whether there is one.
func (s *scanner) next() bool {
	s.start = s.end
	if s.start == len(s.text) {
		return false
	}
	if s.raw != "" {
		return s.rawText() || s.other()
	}
	return s.plainText() || s.plainTag() || s.plainDoctype() || s.other()
}

// plainDoctype reads the one document type that pages have.
func (s *scanner) plainDoctype() bool {
	const doctype = "<!doctype html>"
	if !strings.HasPrefix(s.text[s.start:], doctype) {
		return false
	}
	s.kind, s.end, s.words, s.escaped, s.coded = html.DoctypeToken, s.start+len(doctype), "html", false, false
	return true
}

// plainText reads a text.
func (s *scanner) plainText() bool {
	rest := s.text[s.start:]
	n := markup(rest)
	return n > 0 && s.take(rest[:n], true)
}

// markup finds where a text ends: at a < that begins a tag or a comment.
func markup(text string) int {
	for i := 0; ; i++ {
		n := strings.IndexByte(text[i:], '<')
		if n < 0 || i+n+1 == len(text) {
			return len(text)
		}
		i += n
		if c := text[i+1]; letter(c|0x20) || c == '/' || c == '!' || c == '?' {
			return i
		}
	}
}

// unclean reports whether a text has line ends or zero bytes that reading changes.
func unclean(text string) bool {
	return strings.IndexByte(text, '\r') >= 0 || strings.IndexByte(text, 0) >= 0
}

// take makes a text the token, unless it is unclean.
func (s *scanner) take(words string, references bool) bool {
	if !s.clean && unclean(words) {
		return false
	}
	s.kind, s.end, s.words = html.TextToken, s.start+len(words), words
	s.escaped = references && strings.IndexByte(words, '&') >= 0
	s.coded = s.escaped && !usualReferences(words)
	return true
}

// usualReferences reports whether a text's character references are those that
// every program writes: of quotation marks, &, < and >.
func usualReferences(text string) bool {
	for {
		at := strings.IndexByte(text, '&')
		if at < 0 {
			return true
		}
		text = text[at+1:]
		name, _, closed := strings.Cut(text[:min(len(text), len("quot;"))], ";")
		switch name {
		case "#34", "#39", "quot", "amp", "lt", "gt":
		default:
			return false
		}
		if !closed {
			return false
		}
	}
}

// rawText reads the content of an element that holds no markup, up to its end tag.
func (s *scanner) rawText() bool {
	rest := s.text[s.start:]
	n := endTag(rest, s.raw)
	if s.raw == "plaintext" || s.raw == "script" && strings.Contains(rest[:n], "<!--") {
		return false // a comment may hide the end tag
	}
	references := s.raw == "title" || s.raw == "textarea"
	if n > 0 && !s.take(rest[:n], references) {
		return false
	}
	s.raw = ""
	return n > 0 || s.plainTag()
}

// endTag finds the end tag of an element, or the end of the text.
func endTag(text, tag string) int {
	for i := 0; ; i++ {
		n := strings.Index(text[i:], "</")
		if n < 0 {
			return len(text)
		}
		i += n
		after := i + len("</") + len(tag)
		if after >= len(text) {
			return len(text)
		}
		if c := text[after]; strings.EqualFold(text[i+len("</"):after], tag) && (space(c) || c == '/' || c == '>') {
			return i
		}
	}
}

// The most attributes of a plain tag: each is compared with all before it.
const maxPlain = 16

// plainTag reads a tag in small letters whose attributes are quoted and hold only
// the usual character references.
func (s *scanner) plainTag() bool {
	t, i, kind := s.text, s.start+1, html.StartTagToken
	if strings.HasPrefix(t[s.start:], "</") {
		i, kind = i+1, html.EndTagToken
	}
	if t[s.start] != '<' || i == len(t) || !letter(t[i]) {
		return false
	}
	nameEnd, first := plainName(t, i), len(s.attrs)
	s.name, s.coded = t[i:nameEnd], false
	for i = nameEnd; i >= 0; {
		from := i
		for i < len(t) && space(t[i]) {
			i++
		}
		if kind == html.StartTagToken && strings.HasPrefix(t[i:], "/>") {
			i, kind = i+1, html.SelfClosingTagToken
		}
		if i < len(t) && t[i] == '>' {
			s.kind, s.end, s.raw = kind, i+1, rawContent(s.name, kind)
			s.attr = s.attrs[first:len(s.attrs):len(s.attrs)]
			return true
		}
		if i == from || kind != html.StartTagToken || len(s.attrs) == first+maxPlain {
			break
		}
		i = s.plainAttr(i, first)
	}
	s.attrs = s.attrs[:first]
	return false
}

// plainAttr reads the attribute that begins at a byte and returns where it ends,
// −1 if it is not plain. The tag's attributes before it begin at first.
func (s *scanner) plainAttr(from, first int) int {
	t := s.text
	end := plainName(t, from)
	a := html.Attribute{Key: t[from:end]}
	if strings.HasPrefix(t[end:], `="`) {
		from = end + len(`="`)
		n := strings.IndexByte(t[from:], '"')
		if n < 0 {
			return -1
		}
		end = from + n
		a.Val = t[from:end]
		if !s.clean && unclean(a.Val) {
			return -1
		}
		if strings.IndexByte(a.Val, '&') >= 0 {
			if !usualReferences(a.Val) {
				return -1
			}
			a.Val = html.UnescapeString(a.Val)
		}
		end++
	}
	if a.Key == "" || slices.ContainsFunc(s.attrs[first:], func(b html.Attribute) bool { return b.Key == a.Key }) {
		return -1 // of two with the same name the first counts
	}
	s.attrs = append(s.attrs, a)
	return end
}

// plainName returns where a name in small letters ends that begins at i.
func plainName(t string, i int) int {
	for i < len(t) && (letter(t[i]) || t[i] >= '0' && t[i] <= '9' || t[i] == '-' || t[i] == ':') {
		i++
	}
	return i
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' }

// rawContent returns the name of an element whose content is text, "" for others
// (13.2.5.2 to 5, and 13.2.6 where it changes to them).
func rawContent(tag string, kind html.TokenType) string {
	if kind == html.EndTagToken {
		return ""
	}
	switch tag {
	case "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp":
		return tag
	}
	return ""
}

// other reads the next token as x/net's tokenizer does.
func (s *scanner) other() bool {
	rest := strings.NewReader(s.text[s.start:])
	z := html.NewTokenizer(rest)
	if s.raw != "" {
		z = html.NewTokenizer(io.MultiReader(strings.NewReader("<"+s.raw+">"), rest))
		z.Next() // now it is where we are
	}
	s.kind, s.raw, s.escaped = z.Next(), "", false
	s.end = s.start + len(z.Raw())
	s.coded = !usualReferences(s.text[s.start:s.end])
	switch s.kind {
	case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
		tag := z.Token()
		s.name, s.raw = tag.Data, rawContent(tag.Data, s.kind)
		first := len(s.attrs)
		s.attrs = append(s.attrs, tag.Attr...)
		s.attr = s.attrs[first:len(s.attrs):len(s.attrs)]
	default:
		s.words = string(z.Text())
	}
	return s.kind != html.ErrorToken
}
