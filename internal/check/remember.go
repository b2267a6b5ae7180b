package check

import (
	"crypto/sha256"
	"fmt"
	"path"
)

// inputsOf hashes what the check of a file depends on besides the file: the
// options, the paths of all files, and the files that pages load.
func (s *site) inputsOf() []byte {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %v\n", s.Folder, s.BasePath, s.Origin, s.Budgets)
	for _, f := range s.files {
		h.Write([]byte(f.Path + "\n")) // no path has a line break
		if f.loaded() {
			sum := f.Sum()
			h.Write(sum[:])
		}
	}
	return h.Sum(nil)
}

// loaded reports whether pages may load the file, and so weigh what it weighs.
func (f *file) loaded() bool {
	switch path.Ext(f.Path) {
	case ".css", ".svg", ".js", ".mjs":
		return true
	}
	return false
}

func (s *site) key(f *file) [][]byte {
	sum := f.Sum()
	return [][]byte{s.inputs, []byte(f.Path), sum[:]}
}

// remember keeps what the check of the whole site needs to know of a file once
// nothing was found wrong with the file itself. A page that shows another page
// weighs what that one weighs, and is read each time.
func (s *site) remember(f *file) {
	if s.Cache == nil || len(f.problems) > 0 || f.framing {
		return
	}
	var r record
	r.addText(f.head.title, f.head.description, f.head.canonical)
	r.addSpan(f.head.titleAt)
	r.addSpan(f.head.descriptionAt)
	noindex := 0
	if f.head.noindex {
		noindex = 1
	}
	r.addNumber(noindex, len(f.ids), len(f.anchors))
	r.addText(f.ids...)
	for _, a := range f.anchors {
		r.addText(a.file.Path, a.id, a.tag, a.key)
		r.addSpan(a.at)
	}
	s.Cache.Keep("check", s.key(f), r)
}

// recall reports whether an earlier run found nothing wrong with the same file
// in the same surroundings, and takes over what it learnt.
func (s *site) recall(f *file) bool {
	if s.Cache == nil {
		return false
	}
	known := s.Cache.Find("check", s.key(f))
	if known == nil {
		return false
	}
	r := reading{rest: string(known)}
	h := head{title: r.text(), description: r.text(), canonical: r.text(), titleAt: r.span(), descriptionAt: r.span(), noindex: r.number() == 1}
	ids, anchors := make([]string, r.count()), make([]anchor, r.count())
	for i := range ids {
		ids[i] = r.text()
	}
	for i := range anchors {
		anchors[i] = anchor{file: s.byPath[r.text()], id: r.text(), tag: r.text(), key: r.text(), at: r.span()}
	}
	if r.broken || r.rest != "" {
		return false
	}
	f.head, f.ids, f.anchors = h, ids, anchors
	return true
}
