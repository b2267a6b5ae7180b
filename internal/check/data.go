package check

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// jsonFault is what the decoder says, without the name of its package.
func jsonFault(err error) string {
	return strings.TrimPrefix(err.Error(), "json: ")
}

// wellFormed returns what is wrong with a text as JSON. Numbers may be of any size.
func wellFormed(text []byte) error {
	if json.Valid(text) {
		return nil
	}
	var v any
	return json.Unmarshal(text, &v) // it says what
}

// jsonStrings yields the strings in a text of well-formed JSON, but for the names
// of members, in the order of the text. Of members with the same name it yields
// all: which of them counts is up to who reads it.
func jsonStrings(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(text); i++ {
			if text[i] != '"' {
				continue
			}
			start := i
			for i++; text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++ // whatever it is, it is no end
				}
			}
			value := text[start+1 : i]
			if strings.HasPrefix(strings.TrimLeft(text[i+1:], " \t\r\n"), ":") {
				continue
			}
			if strings.IndexByte(value, '\\') >= 0 || !utf8.ValidString(value) {
				if json.Unmarshal([]byte(text[start:i+1]), &value) != nil {
					panic(text[start : i+1]) // it is well-formed
				}
			}
			if !yield(value) {
				return
			}
		}
	}
}

// readJSON checks a JSON file.
func (f *file) readJSON() {
	if err := wellFormed(f.text); err != nil {
		at := len(f.text)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			at = max(int(syntax.Offset)-1, 0)
		}
		f.report(at, at+1, "not well-formed JSON: "+jsonFault(err), "")
		return
	}
	if strings.HasSuffix(f.Path, ".webmanifest") {
		f.readManifest()
	}
}

// readManifest finds the addresses in a web manifest, which is well-formed. One
// that the decoder does not take is a problem: its addresses would go unseen.
func (f *file) readManifest() {
	var content any
	if err := json.Unmarshal(f.text, &content); err != nil {
		f.reportWhole("the web manifest cannot be read: "+jsonFault(err), "")
		return
	}
	manifest, ok := content.(map[string]any)
	if !ok {
		f.reportWhole("the web manifest is not a JSON object", "begin it with {")
		return
	}
	add := func(v any) {
		if s, ok := v.(string); ok {
			f.addReference(s, true)
		}
	}
	add(manifest["start_url"])
	add(manifest["scope"])
	icons, _ := manifest["icons"].([]any)
	for _, icon := range icons {
		if m, ok := icon.(map[string]any); ok {
			add(m["src"])
		}
	}
}

// addReference records an address at the first place where the file has it.
func (f *file) addReference(address string, loaded bool) {
	start := max(bytes.Index(f.text, []byte(address)), 0)
	f.refs = append(f.refs, reference{address, start, start + len(address), loaded})
}

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
				ids[strings.Clone(a.Value)] = true // the file's text is not kept
			case strings.HasPrefix(name, "on"):
				f.report(r.start, end, "the event handler "+name, "remove it")
			case name == "href":
				f.refs = append(f.refs, reference{a.Value, r.start, end, el.Name.Local != "a"})
			}
		}
	}
	r.read()
	f.ids = sortedKeys(ids)
	const space = "http://www.w3.org/2000/svg"
	if r.root.Local != "" && (r.root.Local != "svg" || r.root.Space != space) {
		f.reportWhole("the root is not an <svg> of the SVG namespace", `write <svg xmlns="`+space+`">`)
	}
	defined := map[string]bool{}
	for _, at := range wordsWith(f.text, "--") {
		if rest := bytes.TrimLeft(f.text[at.end:], " \t\r\n"); len(rest) > 0 && rest[0] == ':' {
			defined[string(f.text[at.start:at.end])] = true
		}
	}
	for _, use := range customUses(f.text) {
		if !use.fallback && !defined[use.name] {
			f.report(use.start, use.end, "the drawing does not define "+use.name, "alone, it has no style sheet of a page")
		}
	}
}

// read walks the whole file.
func (r *xmlReader) read() {
	tokens, plain := plainXML(r.f.text)
	if !plain {
		r.decode()
		return
	}
	for i := range tokens {
		t := &tokens[i]
		r.start = t.start
		if name := t.tag.Name; name.Local != "" {
			if r.root.Local == "" {
				r.root = name
			}
			r.path = append(r.path, name.Local)
			r.element(t.tag, t.end)
		}
		if t.text != "" && r.path[len(r.path)-1] == r.named {
			r.text(html.UnescapeString(t.text), t.end)
		}
		if t.closes {
			r.path = r.path[:len(r.path)-1]
		}
	}
}

// decode walks the whole file and reports the first place where it is not
// well-formed.
func (r *xmlReader) decode() {
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

// fileLinks checks the addresses in SVG, XML and JSON files.
func (s *site) fileLinks(f *file) {
	for _, r := range f.refs {
		if f.full() {
			return
		}
		text, hint, goal := s.fault(f, r.address, r.loaded)
		if text != "" {
			f.report(r.start, r.end, text, hint)
		}
		s.await(f, goal, anchor{at: span{r.start, r.end}})
	}
}
