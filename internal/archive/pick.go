package archive

import (
	"bytes"
	"net/url"
	"path"
	"regexp"
	"strings"

	"sharingthecost/internal/output"

	"golang.org/x/net/html"
)

// Pick takes a version out of a site that was made for its address. Pages are the
// addresses of those to keep: "/demand/"; also are files to keep that no page need lead
// to. Here is where the version lies, living where the site does: absolute addresses.
func Pick(site *output.Tree, pages, also []string, here, living string) *output.Tree {
	p := picker{site: site, living: living, base: pathOf(here), page: map[string]bool{}, added: map[string]bool{}, out: &output.Tree{}}
	p.depth = strings.Count(strings.TrimPrefix(p.base, pathOf(living)), "/")
	for _, url := range pages {
		p.page[file(url)] = true
	}
	for _, url := range pages {
		p.add(file(url))
	}
	for _, name := range also {
		p.add(name)
	}
	return p.out
}

// A picker is a version while it is taken out of a site.
type picker struct {
	site         *output.Tree
	living, base string // the address of the site; the path of the version
	depth        int    // how far the version lies below the site
	page, added  map[string]bool
	out          *output.Tree
}

func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		panic("archive: address " + address) // the caller has checked it
	}
	return u.Path
}

// file is the path of the file at an address within the site.
func file(address string) string {
	name := strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

// add adds a file of the site, once, and what it loads.
func (p *picker) add(name string) {
	f, ok := p.site.Get(name)
	if p.added[name] || !ok {
		return
	}
	p.added[name] = true
	data := f.Bytes()
	switch path.Ext(name) {
	case ".html":
		data = p.rewrite(name, data)
	case ".css":
		for _, m := range cssAddress.FindAllSubmatch(data, -1) {
			p.add(path.Join(path.Dir(name), string(m[1])))
		}
	}
	if clash := p.out.Add(output.File{Path: name, Data: data, Source: f.Source}); clash != nil {
		panic("archive: " + clash.Text) // two files of one tree
	}
}

var cssAddress = regexp.MustCompile(`url\(["']?([^"')#?]+)`)

// rewrite makes the addresses in a page relative. What needs no change stays as it was
// written, byte for byte.
func (p *picker) rewrite(name string, page []byte) []byte {
	up := strings.Repeat("../", strings.Count(name, "/"))
	tokens := html.NewTokenizer(bytes.NewReader(page))
	var out bytes.Buffer
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return out.Bytes()
		}
		raw := bytes.Clone(tokens.Raw())
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			out.Write(raw)
			continue
		}
		token, changed := tokens.Token(), false
		for i, a := range token.Attr {
			loaded := a.Key == "src" || token.Data == "link"
			if a.Key != "src" && a.Key != "href" || token.Data == "link" && hasRel(token, "canonical") {
				continue
			}
			to := p.relative(a.Val, up, loaded)
			changed = changed || to != a.Val
			token.Attr[i].Val = to
		}
		if changed {
			raw = []byte(token.String())
		}
		out.Write(raw)
	}
}

func hasRel(t html.Token, rel string) bool {
	for _, a := range t.Attr {
		if a.Key == "rel" && a.Val == rel {
			return true
		}
	}
	return false
}

// relative is an address as a page writes it, relative to the page: up leads from it to
// the root of the version. What belongs to the version is added to it.
func (p *picker) relative(address, up string, loaded bool) string {
	if rest, ok := strings.CutPrefix(address, p.living); ok { // the living site, by its name
		return p.outside(up, rest)
	}
	rest, ok := strings.CutPrefix(address, p.base)
	if !ok {
		return address
	}
	end := len(rest)
	if i := strings.IndexAny(rest, "?#"); i >= 0 {
		end = i
	}
	target := file(rest[:end])
	switch ext := path.Ext(target); {
	case p.page[target]:
	case loaded, ext == ".csv", ext == ".json":
		p.add(target)
	default:
		return p.outside(up, rest)
	}
	if up+rest == "" {
		return "./"
	}
	return up + rest
}

// outside is the address of what the living site has.
func (p *picker) outside(up, rest string) string {
	return up + strings.Repeat("../", p.depth) + rest
}
