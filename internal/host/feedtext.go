package host

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"sharingthecost/internal/render"

	"golang.org/x/net/html"
)

// feedText makes the HTML that a feed reader can show: no script, no drawing,
// nothing to press, absolute addresses, charts as pictures.
func (in Input) feedText(p render.Listing) (string, error) {
	at, err := url.Parse(in.here(p.URL))
	if err != nil {
		return "", err
	}
	w := feedWriter{in: in, at: at, charts: p.Charts}
	w.Grow(len(p.Body))
	if err := w.write(p.Body); err != nil {
		return "", err
	}
	return strings.TrimSpace(w.String()) + "\n", nil
}

// write writes a page's text.
func (w *feedWriter) write(body string) error {
	tokens := html.NewTokenizer(strings.NewReader(body))
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			if len(tokens.Raw()) > 0 {
				return errors.New("it ends inside a tag")
			}
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			t := tokens.Token()
			t.Data = shown(t.Data)
			w.start(t)
			if kind == html.SelfClosingTagToken { // in a drawing, where even a title may be empty
				w.end(t.Data)
				tokens.NextIsNotRawText()
			}
		case html.EndTagToken:
			w.end(shown(tokens.Token().Data))
		case html.TextToken:
			w.text(tokens.Token().Data)
		}
	}
}

// A kind says what becomes of an element in a feed. Elements of none lose their
// tags and keep their text.
type kind uint8

const (
	kept    kind = 1 << iota // it means the same in a feed reader
	dropped                  // it goes with all that is in it
	void                     // it holds nothing and has no end tag
)

func kindOf(name string) kind {
	switch name {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "a", "em", "strong", "b", "i", "code", "pre",
		"blockquote", "q", "cite", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption",
		"sup", "sub", "abbr", "time", "span", "del", "ins", "kbd":
		return kept
	case "img", "br", "hr":
		return kept | void
	case "wbr", "col", "source":
		return void
	case "script", "style", "svg", "button", "form", "select", "textarea", "label", "output", "template", "iframe", "object",
		"noscript", "nav":
		return dropped
	case "input":
		return dropped | void
	}
	return 0
}

// isKept reports whether an attribute of a kept element means the same there.
func isKept(key string) bool {
	switch key {
	case "href", "src", "alt", "width", "height", "lang", "dir", "datetime", "colspan", "rowspan", "scope", "start":
		return true
	}
	return false
}

// shown is the element that takes the place of another.
func shown(name string) string {
	if name == "summary" { // a part that folds is open in a feed
		return "p"
	}
	return name
}

type feedWriter struct {
	strings.Builder
	in       Input
	at       *url.URL // the page
	charts   []render.ListedChart
	skipping string // the element whose content is left out; "" is none
	depth    int    // elements of that name that are open
}

func (w *feedWriter) start(t html.Token) {
	name := t.Data
	kind := kindOf(name)
	empty := kind&void != 0
	switch chart := w.chart(t); {
	case w.skipping != "":
		if name == w.skipping && !empty {
			w.depth++
		}
	case chart != nil:
		w.picture(*chart)
		w.skipping, w.depth = name, 1
	case kind&dropped != 0 || isHidden(t):
		if !empty {
			w.skipping, w.depth = name, 1
		}
	case kind&kept != 0:
		w.WriteByte('<')
		w.WriteString(name)
		for _, a := range t.Attr {
			if isKept(a.Key) {
				w.attribute(a.Key, a.Val)
			}
		}
		w.WriteByte('>')
	}
}

func (w *feedWriter) end(name string) {
	switch kind := kindOf(name); {
	case w.skipping != "":
		if name == w.skipping {
			if w.depth--; w.depth == 0 {
				w.skipping = ""
			}
		}
	case kind == kept:
		w.WriteString("</")
		w.WriteString(name)
		w.WriteByte('>')
	}
}

func (w *feedWriter) text(words string) {
	if w.skipping == "" {
		w.WriteString(html.EscapeString(words))
	}
}

// attribute writes an attribute, an address as absolute. An address of another
// kind than the web and mail is left out.
func (w *feedWriter) attribute(name, value string) {
	if name == "href" || name == "src" {
		u, err := w.at.Parse(value)
		if err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
			return
		}
		value = u.String()
	}
	w.WriteString(" " + name + `="` + html.EscapeString(value) + `"`)
}

func isHidden(t html.Token) bool {
	return slices.ContainsFunc(t.Attr, func(a html.Attribute) bool {
		return a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true"
	})
}

// chart finds the chart that an element frames.
func (w *feedWriter) chart(t html.Token) *render.ListedChart {
	for i := range w.charts {
		if slices.Contains(t.Attr, html.Attribute{Key: "id", Val: w.charts[i].Frame}) {
			return &w.charts[i]
		}
	}
	return nil
}

func (w *feedWriter) picture(c render.ListedChart) {
	w.WriteString("<figure>")
	if c.Headline != "" {
		w.WriteString("<p><strong>" + html.EscapeString(c.Headline) + "</strong></p>")
	}
	link := html.EscapeString(w.in.here(c.URL))
	w.WriteString(`<a href="` + link + `"><img src="` + html.EscapeString(w.in.here(c.Picture)) + `" alt="` + html.EscapeString(c.Alt) + `"></a>`)
	if c.Caption != "" {
		w.WriteString("<figcaption>" + html.EscapeString(c.Caption) + "</figcaption>")
	}
	w.WriteString("</figure>")
}
