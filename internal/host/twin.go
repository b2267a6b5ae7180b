package host

import (
	"bytes"
	"encoding/json"
	"net/url"
	"path"
	"strings"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/output"
	"sharingthecost/internal/render"

	"golang.org/x/net/html"
)

// A Found is a page that is to be found, and its file.
type Found struct {
	render.Listing
	File output.File
}

// Found lists them.
func (in Input) Found() []Found {
	files := map[string]output.File{}
	for _, f := range in.Tree {
		files[f.Path] = f
	}
	var out []Found
	for _, p := range in.Pages {
		if page, ok := files[strings.TrimPrefix(p.URL, "/")+"index.html"]; ok && !p.NoIndex {
			out = append(out, Found{p, page})
		}
	}
	return out
}

// TwinPath is the path of the page at an address as Markdown, its twin: "demand/index.md".
func TwinPath(url string) string { return strings.TrimPrefix(url, "/") + "index.md" }

// A Reading is what a finished page is made into besides.
type Reading struct {
	Twin     []byte    // as Markdown
	Sections []Section // for the search
}

// Read reads a finished page. Of a site that is searched as a whole all words of its
// sections are taken, else those of their names.
func (in Input) Read(p render.Listing, page []byte, whole bool) Reading {
	main := mainOf(page)
	return Reading{in.twin(p, main), sections(main, whole)}
}

// twin writes a page as Markdown: its text with every value filled in, each
// number with the address of its record, each mark of a source with that of the source.
// Before it stands a front matter that says what it is.
func (in Input) twin(p render.Listing, main *html.Node) []byte {
	at, err := url.Parse(in.public(p.URL))
	if err != nil {
		panic("host: address " + p.URL) // the pipeline has checked the site's
	}
	w := &markdownWriter{at: at, sources: map[string]string{}, drawn: map[string]bool{}}
	if main != nil {
		w.findSources(main)
	}
	var b strings.Builder
	b.WriteString("---\n")
	for _, line := range [][2]string{
		{"title", p.Title}, {"description", p.Description}, {"url", at.String()}, {"updated", p.Updated.String()},
		{"site", in.Settings.Title.S}, {"licence", in.Settings.Licence.Name.S},
	} {
		if line[1] != "" {
			b.WriteString(line[0] + ": " + quotedYAML(line[1]) + "\n")
		}
	}
	b.WriteString("---\n")
	if main != nil {
		w.blocks(main, "")
	}
	return append([]byte(b.String()), w.String()...)
}

// mainOf is the main part of a page; nil where its elements lie too deep in one another
// to be read, of which no reader is told in this way.
func mainOf(page []byte) *html.Node {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil
	}
	return find(root, "main")
}

// quotedYAML writes a text as a YAML scalar, which every JSON string is.
func quotedYAML(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // strings always encode
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// find finds the first element of a name.
func find(n *html.Node, name string) *html.Node {
	if n.Type == html.ElementNode && n.Data == name {
		return n
	}
	for c := range n.ChildNodes() {
		if found := find(c, name); found != nil {
			return found
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

const llmsPath = "llms.txt"

// llms lists, in Markdown, what programs that read for people may want to know of: the
// twins, and the data.
func (in Input) llms() output.File {
	s, words := in.Settings, in.lang().Files
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\n") }
	link := func(name, file, says string) {
		if says != "" {
			says = ": " + inline(says)
		}
		line("- [", inline(name), "](", in.public(file), ")", says)
	}
	line("# ", inline(s.Title.S), "\n\n> ", inline(s.Description.S), "\n")
	line(words.Twins.With("address", in.public("figures/ID.json")))
	groups := []struct {
		title string
		of    func(p render.Listing) bool
	}{
		{words.Pages, func(p render.Listing) bool { return !strings.HasPrefix(p.URL, "/charts/") }},
		{words.Charts, func(p render.Listing) bool { return strings.HasPrefix(p.URL, "/charts/") }},
	}
	for _, g := range groups {
		line("\n## ", g.title, "\n")
		for _, p := range in.Pages {
			if !p.NoIndex && g.of(p) {
				link(p.Title, TwinPath(p.URL), p.Description)
			}
		}
	}
	line("\n## ", words.Data, "\n")
	for _, f := range in.Tree {
		if says := dataFile(words, f.Path); says != "" {
			link(path.Base(f.Path), f.Path, says)
		}
	}
	return output.File{Path: llmsPath, Data: []byte(b.String()), Source: settingsPath}
}

// dataFile says what a file for programs is that is at the same address on every site.
func dataFile(words lang.Files, path string) string {
	switch path {
	case "ledger.json":
		return words.Ledger
	case "ledger.schema.json":
		return words.LedgerSchema
	case "data/datapackage.json":
		return words.DataPackage
	case "data/croissant.json":
		return words.Croissant
	case "search.json":
		return words.SearchIndex
	}
	return ""
}
