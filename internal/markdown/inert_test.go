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

// The elements and attributes that may come out. Whatever is not here is not
// text but something else.
var (
	plainElements = strings.Fields("p h1 h2 h3 h4 h5 h6 em strong del code pre a span ul ol li blockquote hr br sup section dl dt dd data div table caption thead tbody tr th td")
	// Those of the test's host.
	hostElements = strings.Fields("img figure svg")
	plainAttrs   = map[string]string{
		"a": "href id class lang title rel role aria-label", "data": "value", "div": "class id lang role aria-label aria-labelledby tabindex",
		"section": "class role aria-label", "ol": "type start id class lang", "ul": "id class lang", "li": "id", "sup": "class",
		"caption": "id", "th": "scope class", "td": "class", "code": "class lang id", "img": "src alt title", "svg": "aria-label",
		"p": "class id lang", "span": "class id lang", "em": "class id lang", "strong": "class id lang", "del": "class id lang",
		"blockquote": "class id lang", "dl": "class id lang", "h1": "class id lang", "h2": "class id lang", "h3": "class id lang",
		"h4": "class id lang", "h5": "class id lang", "h6": "class id lang",
	}
	voidElements = []string{"br", "hr", "img"}
)

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
	var body *html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "body" {
			body = n
			break
		}
	}
	var read []string
	ids := map[string]bool{}
	var walk func(n *html.Node) error
	walk = func(n *html.Node) error {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if err := node(c, ids); err != nil {
				return err
			}
			if c.Type == html.ElementNode {
				read = append(read, "<"+c.Data+">")
			}
			if err := walk(c); err != nil {
				return err
			}
			if c.Type == html.ElementNode {
				read = append(read, "</"+c.Data+">")
			}
		}
		return nil
	}
	if err := walk(body); err != nil {
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
	if !slices.Contains(plainElements, n.Data) && !slices.Contains(hostElements, n.Data) {
		return fmt.Errorf("element %s", n.Data)
	}
	for _, a := range n.Attr {
		if a.Namespace != "" || !slices.Contains(strings.Fields(plainAttrs[n.Data]), a.Key) {
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
			if slices.Contains(voidElements, t.Data) {
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
