package markdown

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/diag"

	"golang.org/x/net/html"
)

// The elements that may come out, the test host's among them, each with its
// attributes. Whatever is not here is not text but something else.
var elements = func() map[string][]string {
	out := map[string][]string{}
	for _, line := range []string{
		"a href id class lang title rel role aria-label", "data value", "div class id lang role aria-label aria-labelledby tabindex",
		"section class role aria-label", "ol type start id class lang", "ul id class lang", "li id", "sup class id", "button type popovertarget data-mark aria-label", "caption id", "th scope class",
		"td class", "code class lang id", "img src alt title", "svg aria-label", "pre", "hr", "br", "dt", "dd", "table", "thead", "tbody", "tr", "figure",
	} {
		words := strings.Fields(line)
		out[words[0]] = words[1:]
	}
	for _, name := range strings.Fields("p span em strong del blockquote dl h1 h2 h3 h4 h5 h6") {
		out[name] = []string{"class", "id", "lang"}
	}
	return out
}()

// inert parses HTML as a browser does and returns what is wrong with it: an
// element, attribute or address that may be active, an id given twice, a
// character that hides, or tags that a browser would have to put right.
func inert(page string) error {
	written, err := tokens(page)
	if err != nil {
		return err
	}
	root, err := html.Parse(strings.NewReader("<!doctype html><html><head></head><body>" + page + "</body></html>"))
	if err != nil {
		return err
	}
	var read []string
	ids := map[string]bool{}
	var walk func(n *html.Node) error
	walk = func(n *html.Node) error {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if err := node(c, ids); err != nil {
				return err
			}
			if c.Type != html.ElementNode {
				continue
			}
			read = append(read, "<"+c.Data+">")
			if err := walk(c); err != nil {
				return err
			}
			read = append(read, "</"+c.Data+">")
		}
		return nil
	}
	if err := walk(root.LastChild.LastChild); err != nil { // the body
		return err
	}
	if !slices.Equal(written, read) {
		i := 0
		for i < min(len(read), len(written)) && read[i] == written[i] {
			i++
		}
		return fmt.Errorf("tags are written %v but read %v", written[i:min(i+5, len(written))], read[i:min(i+5, len(read))])
	}
	return nil
}

// shows reports whether a reader sees a character, or the mark of one that was
// taken out.
func shows(r rune) bool { return r == utf8.RuneError || diag.HiddenRune(r) == "" }

func node(n *html.Node, ids map[string]bool) error {
	switch n.Type {
	case html.TextNode:
		for _, r := range n.Data {
			if !shows(r) {
				return fmt.Errorf("character %U in the text", r)
			}
		}
		return nil
	case html.ElementNode:
	default:
		return fmt.Errorf("a node of type %v: %q", n.Type, n.Data)
	}
	attributes, ok := elements[n.Data]
	if !ok {
		return fmt.Errorf("element %s", n.Data)
	}
	for _, a := range n.Attr {
		if a.Namespace != "" || !slices.Contains(attributes, a.Key) {
			return fmt.Errorf("attribute %s of %s", a.Key, n.Data)
		}
		for _, r := range a.Val {
			if !shows(r) || r == '\n' && a.Key == "href" {
				return fmt.Errorf("character %U in %s", r, a.Key)
			}
		}
		switch a.Key {
		case "id":
			if ids[a.Val] || a.Val == "" || strings.ContainsAny(a.Val, " \t\n") {
				return fmt.Errorf("id %q is empty, broken or there twice", a.Val)
			}
			ids[a.Val] = true
		case "href", "src":
			u, err := url.Parse(a.Val)
			if err != nil || !slices.Contains([]string{"", "http", "https", "mailto"}, u.Scheme) || strings.HasPrefix(a.Val, "//") {
				return fmt.Errorf("address %q", a.Val)
			}
		}
	}
	return nil
}

// tokens returns the tags in the order they are written, checking that each
// closes the last open one.
func tokens(page string) ([]string, error) {
	var out, open []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				return nil, fmt.Errorf("%v is not closed", open)
			}
			return out, nil
		case html.StartTagToken:
			t := z.Token()
			out = append(out, "<"+t.Data+">")
			if slices.Contains([]string{"br", "hr", "img"}, t.Data) {
				out = append(out, "</"+t.Data+">")
			} else {
				open = append(open, t.Data)
			}
		case html.EndTagToken:
			t := z.Token()
			if len(open) == 0 || open[len(open)-1] != t.Data {
				return nil, fmt.Errorf("</%s> closes %v", t.Data, open)
			}
			open = open[:len(open)-1]
			out = append(out, "</"+t.Data+">")
		case html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
			return nil, fmt.Errorf("token %s", z.Token())
		}
	}
}
