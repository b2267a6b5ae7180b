package preview

import (
	"bytes"
	"crypto/sha256"
	"path"
	"regexp"
	"strings"

	"sharingthecost/internal/output"
)

// A site is a finished tree, ready to be looked up by address.
type site struct {
	files     map[string]output.File // by path
	headers   []headerRule
	redirects map[string]redirect
}

func newSite(tree *output.Tree) *site {
	s := &site{files: map[string]output.File{}}
	for _, f := range tree.Files() {
		s.files[f.Path] = f
	}
	s.headers = parseHeaders(string(s.files["_headers"].Data))
	s.redirects = parseRedirects(string(s.files["_redirects"].Data))
	return s
}

// find returns the file that an address shows, and the address to go to
// instead when the address lacks its closing slash.
func (s *site) find(address string) (f output.File, elsewhere string, ok bool) {
	name := strings.TrimPrefix(path.Clean("/"+address), "/")
	if name == "_headers" || name == "_redirects" { // read by hosts, not served
		return output.File{}, "", false
	}
	if strings.HasSuffix(address, "/") || name == "" {
		f, ok = s.files[path.Join(name, "index.html")]
		return f, "", ok
	}
	if f, ok = s.files[name]; ok {
		return f, "", true
	}
	if _, ok = s.files[path.Join(name, "index.html")]; ok {
		return output.File{}, "/" + name + "/", true
	}
	f, ok = s.files[name+".html"]
	return f, "", ok
}

// stylesheet matches the reference to a style sheet in a finished page.
var stylesheet = regexp.MustCompile(`<link[^>]*rel="?stylesheet"?[^>]*>`)

// A change is what a new site means for a page that is open.
type change int

const (
	same   change = iota // nothing to do
	styles               // only the references to style sheets differ
	reload
)

// changeOf compares what an address showed with what it shows now.
func changeOf(before, after *site, address string) change {
	show := func(s *site) []byte {
		f, _, ok := s.find(address)
		if !ok {
			f = s.files["404.html"]
		}
		return f.Data
	}
	a, b := show(before), show(after)
	if bytes.Equal(a, b) {
		if sameAssets(before, after) {
			return same
		}
		return reload
	}
	if bytes.Equal(stylesheet.ReplaceAll(a, nil), stylesheet.ReplaceAll(b, nil)) {
		return styles
	}
	return reload
}

// sameAssets reports whether everything but pages is as before: a page can
// show pictures and data under names that do not change with their content.
func sameAssets(before, after *site) bool {
	sum := func(s *site) map[string][sha256.Size]byte {
		out := map[string][sha256.Size]byte{}
		for name, f := range s.files {
			switch path.Ext(name) {
			case ".html", ".xml", ".txt", "":
			default:
				if name != "build.json" {
					out[name] = sha256.Sum256(f.Data)
				}
			}
		}
		return out
	}
	a, b := sum(before), sum(after)
	if len(a) != len(b) {
		return false
	}
	for name, hash := range a {
		if b[name] != hash {
			return false
		}
	}
	return true
}
