package check

import (
	"path"
	"strings"
)

// kept reports whether a file was published before, was checked when it was made, and is
// not to change.
func (s *site) kept(f *file) bool {
	return s.Kept != "" && strings.HasPrefix(f.Path, s.Kept)
}

// checkKept checks where a page that is kept leads: the site around it changes. An
// address that was given up may lead on.
func (s *site) checkKept(f *file) {
	if path.Ext(f.Path) != ".html" {
		return
	}
	f.page = f.parse()
	for _, i := range f.page.elements {
		n := &f.page.nodes[i]
		for _, a := range n.attr {
			if a.key != "href" && a.key != "src" || n.val("rel") == "canonical" { // the first link says the same
				continue
			}
			to, _, _ := strings.Cut(a.val, "#")
			if to == "" || s.leadOn[path.Join("/"+path.Dir(f.Path), to)] {
				continue
			}
			if text, _, _ := s.fault(f, to, false); text != "" {
				f.reportAttr(n, a.key, text, "what a kept version leads to was published and is cited: let the page in its place have the old address under aliases")
			}
		}
	}
}

// redirects reads which addresses lead on: those of the rules that hosts read.
func (s *site) redirects() {
	s.leadOn = map[string]bool{}
	rules := s.byPath["_redirects"]
	if rules == nil || s.Kept == "" {
		return
	}
	for line := range strings.Lines(string(rules.Bytes())) {
		if from, _, _ := strings.Cut(line, " "); strings.HasPrefix(from, "/") {
			s.leadOn[path.Clean(from)] = true
		}
	}
}
