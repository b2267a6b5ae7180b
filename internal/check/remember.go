package check

import (
	"crypto/sha256"
	"fmt"
	"path"

	"sharingthecost/internal/cache"
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

// Facts are what the check of the whole site needs to know of a file, once
// nothing was found wrong with the file itself.
type facts struct {
	head    head     // of an HTML file
	ids     []string // of an HTML or SVG file, sorted
	anchors []anchor // that the file leads to
}

// pack tells what is remembered of them. An anchor's file is remembered by its
// path.
func (f *facts) pack(p *cache.Pack, byPath map[string]*file) {
	h := &f.head
	p.Text(&h.title)
	p.Text(&h.description)
	p.Text(&h.canonical)
	h.titleAt.pack(p)
	h.descriptionAt.pack(p)
	p.Bool(&h.noindex)
	p.Texts(&f.ids)
	cache.PackList(p, &f.anchors, func(a *anchor) {
		to := ""
		if a.file != nil {
			to = a.file.Path
		}
		p.Text(&to)
		a.file = byPath[to]
		p.Text(&a.id)
		p.Text(&a.tag)
		p.Text(&a.key)
		a.at.pack(p)
	})
}

func (s *span) pack(p *cache.Pack) {
	p.Int(&s.start)
	p.Int(&s.end)
}

// remember keeps the facts of a file without problems. A page that shows another
// page weighs what that one weighs, and is read each time.
func (s *site) remember(f *file) {
	if s.Cache != nil && len(f.problems) == 0 && !f.framing {
		s.Cache.Keep("check", s.key(f), cache.Packed(func(p *cache.Pack) { f.facts.pack(p, s.byPath) }))
	}
}

// recall reports whether an earlier run found nothing wrong with the same file
// in the same surroundings, and takes over what it learnt.
func (s *site) recall(f *file) bool {
	if s.Cache == nil {
		return false
	}
	var known facts
	ok := cache.Unpack(s.Cache.Find("check", s.key(f)), func(p *cache.Pack) { known.pack(p, s.byPath) })
	if ok {
		f.facts = known
	}
	return ok
}
