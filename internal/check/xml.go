package check

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// An xmlReader walks the tokens of an XML file.
type xmlReader struct {
	f     *file
	path  []string // names of the open elements
	start int      // of the token being read
	root  xml.Name

	element func(el xml.StartElement, end int)
	named   string // the element whose text is asked for
	text    func(text string, end int)
}

// readXML checks an XML file and finds the addresses in feeds and sitemaps.
func (f *file) readXML() {
	r := xmlReader{f: f}
	r.element = func(el xml.StartElement, end int) {
		if el.Name.Local == "link" || el.Name.Local == "content" {
			for _, a := range el.Attr {
				if a.Name.Local == "href" || a.Name.Local == "src" {
					f.refs = append(f.refs, reference{a.Value, r.start, end, false})
				}
			}
		}
	}
	r.named, r.text = "loc", func(text string, end int) {
		f.refs = append(f.refs, reference{strings.TrimSpace(text), r.start, end, false})
	}
	r.read()
}

// readSVG checks an SVG file: it may be opened by itself, where it could do what
// a page can.
func (f *file) readSVG() {
	ids := map[string]bool{}
	r := xmlReader{f: f}
	r.element = func(el xml.StartElement, end int) {
		switch el.Name.Local {
		case "script":
			f.report(r.start, end, "a <script> in a drawing", "remove it")
		case "foreignObject":
			f.report(r.start, end, "a <foreignObject> in a drawing", "draw it, or write it in the page")
		}
		for _, a := range el.Attr {
			switch name := a.Name.Local; {
			case name == "id":
				if ids[a.Value] {
					f.report(r.start, end, `the id "`+a.Value+`" is given twice`, "rename one of them")
				}
				ids[a.Value] = true
			case strings.HasPrefix(name, "on"):
				f.report(r.start, end, "the event handler "+name, "remove it")
			case name == "href":
				f.refs = append(f.refs, reference{a.Value, r.start, end, el.Name.Local != "a"})
			}
		}
	}
	r.read()
	f.IDs = sortedKeys(ids)
	const space = "http://www.w3.org/2000/svg"
	if r.root.Local != "" && (r.root.Local != "svg" || r.root.Space != space) {
		f.reportWhole("the root is not an <svg> of the SVG namespace", `write <svg xmlns="`+space+`">`)
	}
	defined := definitions(f.text)
	for _, use := range customUses(f.text) {
		if !use.fallback && !defined[use.name] {
			f.report(use.start, use.end, "the drawing does not define "+use.name, "alone, it has no style sheet of a page")
		}
	}
}

// read walks the whole file and reports the first place where it is not
// well-formed.
func (r *xmlReader) read() {
	d := xml.NewDecoder(bytes.NewReader(r.f.text))
	for {
		token, err := d.Token()
		end := int(d.InputOffset())
		if errors.Is(err, io.EOF) {
			if r.root.Local == "" {
				r.f.reportWhole("not well-formed XML: no element", "")
			}
			return
		}
		if err != nil {
			fault := strings.TrimPrefix(err.Error(), "XML syntax error on line ")
			if _, rest, ok := strings.Cut(fault, ": "); ok {
				fault = rest
			}
			r.f.report(end, end, "not well-formed XML: "+fault, "")
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(r.path) == 0 {
				if r.root.Local != "" {
					r.f.report(r.start, end, "not well-formed XML: a second root element", "")
					return
				}
				r.root = t.Name
			}
			r.path = append(r.path, t.Name.Local)
			r.element(t, end)
		case xml.EndElement:
			r.path = r.path[:len(r.path)-1]
		case xml.CharData:
			if len(r.path) == 0 && strings.TrimSpace(strings.TrimPrefix(string(t), "\uFEFF")) != "" {
				r.f.report(r.start, end, "not well-formed XML: text outside the root element", "")
				return
			}
			if len(r.path) > 0 && r.path[len(r.path)-1] == r.named {
				r.text(string(t), end)
			}
		}
		r.start = end
	}
}
