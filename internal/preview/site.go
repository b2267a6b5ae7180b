package preview

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"sharingthecost/internal/output"
)

// A site is a finished tree, ready to be looked up by address.
type site struct {
	tree      *output.Tree
	headers   []headerRule
	redirects map[string]redirect
}

func newSite(tree *output.Tree) *site {
	s := &site{tree: tree}
	s.headers = parseHeaders(string(s.file("_headers").Bytes()))
	s.redirects = parseRedirects(string(s.file("_redirects").Bytes()))
	return s
}

// file returns the file at a path, or an empty one.
func (s *site) file(path string) output.File {
	f, _ := s.tree.Get(path)
	return f
}

// find returns the file that an address shows, the 404 page where it shows none,
// and the address to go to instead when the address lacks its closing slash.
func (s *site) find(address string) (f output.File, elsewhere string, ok bool) {
	name := strings.TrimPrefix(path.Clean("/"+address), "/")
	index, isFolder := s.tree.Get(path.Join(name, "index.html"))
	switch {
	case name == "_headers" || name == "_redirects": // read by hosts, not served
	case strings.HasSuffix(address, "/") || name == "":
		f, ok = index, isFolder
	default:
		if f, ok = s.tree.Get(name); ok {
			break
		}
		if isFolder {
			return f, "/" + name + "/", true
		}
		f, ok = s.tree.Get(name + ".html")
	}
	if !ok {
		f = s.file("404.html")
	}
	return f, "", ok
}

// stylesheet matches the reference to a style sheet in a finished page.
var stylesheet = regexp.MustCompile(`<link[^>]*rel="?stylesheet"?[^>]*>`)

// What a new site means for a page that is open.
const (
	same   = "untouched" // nothing to do
	styles = "styles"    // only the references to style sheets differ
	reload = "reload"
)

// changeOf compares what an address showed with what it shows now. For a change of
// styles it lists the new style sheet elements, one a line.
func changeOf(before, after *site, address string) (change, sheets string) {
	was, _, _ := before.find(address)
	is, _, _ := after.find(address)
	a, b := was.Bytes(), is.Bytes()
	switch {
	case bytes.Equal(a, b) && sameAssets(before, after):
		return same, ""
	case bytes.Equal(a, b), !bytes.Equal(stylesheet.ReplaceAll(a, nil), stylesheet.ReplaceAll(b, nil)):
		return reload, ""
	}
	for _, tag := range stylesheet.FindAll(b, -1) {
		sheets += string(tag) + "\n"
	}
	return styles, sheets
}

// sameAssets reports whether everything but pages is as before: a page can
// show drawings and data under names that do not change with their content.
// Pictures are drawn when somebody asks for them; they follow the drawings.
func sameAssets(before, after *site) bool {
	if before.tree.Len() != after.tree.Len() {
		return false
	}
	for _, f := range after.tree.Files() {
		switch path.Ext(f.Path) {
		case ".html", ".xml", ".txt", "":
			continue
		}
		if f.Make != nil && path.Ext(f.Path) == ".png" {
			continue
		}
		if was, ok := before.tree.Get(f.Path); !ok || !bytes.Equal(was.Bytes(), f.Bytes()) {
			return false
		}
	}
	return true
}
