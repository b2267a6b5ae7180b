package check

import (
	"slices"

	"sharingthecost/internal/output"
)

// Checked is a tree in which nothing was found wrong.
type Checked struct{ site *site }

// Again checks a file that has other bytes than before: a page, or another file
// that is no style sheet, drawing or script. It reports true when nothing is
// wrong with the whole tree now. Otherwise, and when pages besides this one would
// have to be read to know, it reports false, and the tree must be read anew.
func (c *Checked) Again(f output.File) bool {
	s, was := c.site, c.site.byPath[f.Path]
	framing := func(f *file) bool { return f.framing }
	if was == nil || was.loaded() || slices.ContainsFunc(s.files, framing) { // one page weighs what another weighs
		return false
	}
	ids, head := was.ids, was.head
	*was = file{File: f, folder: was.folder}
	s.visit(was)
	s.checkAnchors(was)
	for _, id := range ids {
		if !was.hasID(id) {
			return false // others may lead to it
		}
	}
	return len(was.problems) == 0 && head.sameForOthers(was.head)
}

// sameForOthers reports whether two heads compare alike with those of other
// pages.
func (h head) sameForOthers(other head) bool {
	h.titleAt, h.descriptionAt = other.titleAt, other.descriptionAt
	return h == other
}
