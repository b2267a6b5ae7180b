package content

import (
	"bytes"
	"path"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// A Page is one Markdown file of the content folder.
type Page struct {
	Path   string // from the project's root: "content/demand.md"
	Name   string // from the content folder: "demand.md"
	URL    string // from the site's root, with slashes around: "/demand/"
	File   string // path of the finished page: "demand/index.html"
	Meta   Meta
	Source *diag.Source // the whole file
	Start  int          // where the body begins in the file

	Next    *Page   // the page that Meta.Next names, or nil
	Related []*Page // the pages that Meta.Related names
}

// The page that hosts show for an address that does not exist. Hosts look for
// it under this name.
const notFound = "404.md"

var bom = []byte("\xEF\xBB\xBF")

// readPage reads the text of a page.
func readPage(name string, text []byte, form record.Form) (*Page, diag.List) {
	p := &Page{Path: name, Name: strings.TrimPrefix(name, folder+"/"), Source: diag.NewSource(name, text)}
	p.address("")
	problems := badText(p.Source)
	if len(problems) > 0 {
		p.Start = len(text)
		return p, problems
	}
	start, end, body, ok := p.fences(&problems)
	if !ok {
		return p, problems
	}
	p.Start = body
	read := form.ReadPart(p.Source, start, end, &p.Meta)
	problems.Add(read)
	problems.Add(p.Meta.check(len(read) == 0))
	problems.Add(p.checkSlug())
	return p, problems
}

// Body returns the text as long as the file, with the front matter blanked out
// and line ends kept, so that offsets in it are offsets in the file.
func (p *Page) Body() []byte {
	out := bytes.Clone(p.Source.Text)
	blankOut(out[:p.Start])
	return out
}

// Text returns the text below the front matter.
func (p *Page) Text() []byte { return p.Source.Text[p.Start:] }

// fences finds the front matter: the bytes between the two lines ---, and where
// the body begins.
func (p *Page) fences(problems *diag.List) (start, end, body int, ok bool) {
	text := p.Source.Text
	at := len(text) - len(bytes.TrimPrefix(text, bom))
	line := func(from int) (content []byte, next int) {
		if n := bytes.IndexByte(text[from:], '\n'); n >= 0 {
			return bytes.TrimRight(text[from:from+n], " \t\r"), from + n + 1
		}
		return bytes.TrimRight(text[from:], " \t\r"), len(text)
	}
	fence := []byte("---")
	first, next := line(at)
	if !bytes.Equal(first, fence) {
		problems.Report(p.Source.Pos(at, at+len(first)), "the page has no front matter", "begin with a line ---, then title, description and date, then a line ---")
		return 0, 0, 0, false
	}
	start = next
	for next < len(text) {
		from := next
		var content []byte
		if content, next = line(from); bytes.Equal(content, fence) {
			return start, from, next, true
		}
	}
	problems.Report(p.Source.Pos(at, at+len(fence)), "the front matter is not closed", "end it with a line ---")
	return 0, 0, 0, false
}

// blankOut replaces all but line ends by spaces, byte for byte.
func blankOut(b []byte) {
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = ' '
		}
	}
}

// address sets where the page is published. An empty slug is none.
func (p *Page) address(slug string) {
	stem := strings.TrimSuffix(p.Name, ".md")
	switch {
	case p.Name == notFound:
		p.URL, p.File = "/404.html", "404.html"
		return
	case slug != "":
		stem = path.Join(path.Dir(stem), slug)
	case path.Base(stem) == "index":
		stem = path.Dir(stem)
	}
	p.URL, p.File = "/", "index.html"
	if stem != "." {
		p.URL, p.File = "/"+stem+"/", stem+"/index.html"
	}
}

// checkSlug applies the slug, or says why it cannot be.
func (p *Page) checkSlug() diag.List {
	var problems diag.List
	slug := p.Meta.Slug
	switch {
	case !slug.Given():
	case path.Base(p.Name) == "index.md" || p.Name == notFound:
		problems.Report(slug.At, "the address of "+p.Name+" is fixed", "remove the slug")
	case !cleanName(slug.S):
		problems.Report(slug.At, `the slug "`+slug.S+`" is not lower-case letters, digits and single hyphens`, suggestName(slug.S, "write "))
	default:
		p.address(slug.S)
	}
	return problems
}
