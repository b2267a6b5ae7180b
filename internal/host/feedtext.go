package host

import (
	"encoding/xml"
	"errors"
	"html"
	"io"
	"net/url"
	"slices"
	"strings"

	"sharingthecost/internal/render"
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
	if !w.plainly(p.Body) {
		w = feedWriter{in: in, at: at, charts: p.Charts}
		if err := w.decode(p.Body); err != nil {
			return "", err
		}
	}
	return strings.TrimSpace(w.String()) + "\n", nil
}

// decode writes a page's text, whatever its markup is like.
func (w *feedWriter) decode(body string) error {
	d := xml.NewDecoder(strings.NewReader(body))
	d.Strict, d.Entity = false, xml.HTMLEntity
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			w.start(t)
		case xml.EndElement:
			w.end(shown(t.Name.Local))
		case xml.CharData:
			w.text(string(t))
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
	skipping string     // the element whose content is left out; "" is none
	depth    int        // elements of that name that are open
	attr     []xml.Attr // used again for each tag that is plain
}

func (w *feedWriter) start(t xml.StartElement) {
	name := shown(t.Name.Local)
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
	case kind&dropped != 0 || attribute(t, "hidden") != "" || attribute(t, "aria-hidden") == "true":
		if !empty {
			w.skipping, w.depth = name, 1
		}
	case kind&kept != 0:
		w.WriteByte('<')
		w.WriteString(name)
		for _, a := range t.Attr {
			if a.Name.Space == "" && isKept(a.Name.Local) {
				w.attribute(a.Name.Local, a.Value)
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

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// chart finds the chart that an element frames.
func (w *feedWriter) chart(t xml.StartElement) *render.ListedChart {
	id := attribute(t, "id")
	i := slices.IndexFunc(w.charts, func(c render.ListedChart) bool { return c.Frame == id })
	if id == "" || i < 0 {
		return nil
	}
	return &w.charts[i]
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
