package host

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"sharingthecost/internal/render"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// feedText makes the HTML that a feed reader can show: no script, no drawing,
// nothing to press, absolute addresses, charts as pictures.
func (in Input) feedText(p render.Listing) (string, error) {
	at, err := url.Parse(in.here(p.URL))
	if err != nil {
		return "", err
	}
	w := feedWriter{in: in, at: at, charts: p.Charts}
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
			name, more := tokens.TagName()
			tag := shown(name)
			switch {
			case w.skipping == "":
				w.start(tag, attributes(tokens, more))
			case tag == w.skipping && kindOf(tag)&void == 0:
				w.depth++
			}
			if kind == html.SelfClosingTagToken { // in a drawing, where even a title may be empty
				w.end(tag)
				tokens.NextIsNotRawText()
			}
		case html.EndTagToken:
			name, _ := tokens.TagName()
			w.end(shown(name))
		case html.TextToken:
			if w.skipping == "" {
				w.WriteString(html.EscapeString(string(tokens.Text())))
			}
		}
	}
}

// attributes reads those of the start tag that the tokenizer is at, if there are more.
func attributes(tokens *html.Tokenizer, more bool) (all []html.Attribute) {
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		all = append(all, html.Attribute{Key: atom.String(key), Val: string(value)})
	}
	return all
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
		"noscript", "nav", "fieldset":
		return dropped
	case "input":
		return dropped | void
	}
	return 0
}

// isKept reports whether an attribute of a kept element means the same there.
func isKept(key string) bool {
	switch key {
	case "href", "src", "alt", "width", "height", "lang", "dir", "datetime", "colspan", "rowspan", "scope", "start", "type":
		return true
	}
	return false
}

// shown is the element that takes the place of another.
func shown(name []byte) string {
	if string(name) == "summary" { // a part that folds is open in a feed
		return "p"
	}
	return atom.String(name)
}

type feedWriter struct {
	strings.Builder
	in       Input
	at       *url.URL // the page
	charts   []render.ListedChart
	skipping string // the element whose content is left out; "" is none
	depth    int    // elements of that name that are open
}

// start writes the start tag of an element, or begins to leave the element out.
func (w *feedWriter) start(name string, attributes []html.Attribute) {
	kind := kindOf(name)
	switch chart := w.chart(attributes); {
	case chart != nil:
		w.picture(*chart)
		w.skipping, w.depth = name, 1
	case kind&dropped != 0 || isHidden(attributes):
		if kind&void == 0 {
			w.skipping, w.depth = name, 1
		}
	case kind&kept != 0:
		w.WriteByte('<')
		w.WriteString(name)
		for _, a := range attributes {
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

func isHidden(attributes []html.Attribute) bool {
	return slices.ContainsFunc(attributes, func(a html.Attribute) bool {
		return a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true"
	})
}

// chart finds the chart that an element frames.
func (w *feedWriter) chart(attributes []html.Attribute) *render.ListedChart {
	for i := range w.charts {
		if slices.Contains(attributes, html.Attribute{Key: "id", Val: w.charts[i].Frame}) {
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
