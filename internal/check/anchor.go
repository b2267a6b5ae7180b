package check

import (
	"path"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
)

// An anchor is a place in a file that an address leads to. Whether it is there
// is known when all files have been read.
type anchor struct {
	file *file
	id   string
	at   span   // the element or the words that hold the address
	tag  string // of the element
	key  string // of the attribute; "" when at is the address itself
}

// hasAnchors reports whether it is known what anchors a file has: pages and
// drawings have their ids.
func (f *file) hasAnchors() bool {
	ext := path.Ext(f.Path)
	return ext == ".html" || ext == ".svg"
}

func (f *file) hasID(id string) bool {
	_, has := slices.BinarySearch(f.ids, id)
	return has
}

// await notes an anchor in another file, to be looked for at the end, and looks
// for one in the file itself at once.
func (s *site) await(f *file, g goal, a anchor) {
	if g.file == nil || g.fragment == "" || g.fragment == "top" || strings.HasPrefix(g.fragment, ":~:") {
		return
	}
	a.file, a.id = g.file, g.fragment
	if a.file == f {
		s.checkAnchor(f, a)
		return
	}
	a.id, a.tag, a.key = strings.Clone(a.id), strings.Clone(a.tag), strings.Clone(a.key) // they outlive the page
	f.anchors = append(f.anchors, a)
}

// checkAnchors looks for the anchors in other files.
func (s *site) checkAnchors(f *file) {
	for _, a := range f.anchors {
		s.checkAnchor(f, a)
	}
	f.anchors = nil
}

// checkAnchor reports an anchor that is not there.
func (s *site) checkAnchor(f *file, a anchor) {
	if !a.file.hasAnchors() || a.file.hasID(a.id) || f.full() {
		return
	}
	text := "this file has no anchor #" + a.id
	if a.file != f {
		text = s.BasePath + address(a.file.Path) + " has no anchor #" + a.id
	}
	hint := diag.DidYouMean(a.id, a.file.ids)
	if a.key == "" {
		f.report(a.at.start, a.at.end, text, hint)
	} else {
		f.reportAttr(&node{tag: a.tag, start: a.at.start, end: a.at.end}, a.key, text, hint)
	}
}
