package check

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"path"
)

// Facts are what the check of the whole site needs to know of a page, once
// nothing was found wrong with the page itself.
type facts struct {
	Title, Description, Canonical string
	NoIndex                       bool
	TitleAt, DescriptionAt        [2]int
	IDs                           []string
	Anchors                       []fact
}

// A fact is an anchor that the page leads to.
type fact struct {
	Path, ID, Tag, Key string
	At                 [2]int
}

// inputsOf hashes what the check of a page depends on besides the page: the
// options, the paths of all files, and the files that pages load.
func (s *site) inputsOf() []byte {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %v\n", s.Folder, s.BasePath, s.Origin, s.Budgets)
	for _, f := range s.files {
		fmt.Fprintf(h, "%q\n", f.Path)
		switch path.Ext(f.Path) {
		case ".css", ".svg", ".js", ".mjs":
			fmt.Fprintf(h, "%x\n", sha256.Sum256(f.Data))
		}
	}
	return h.Sum(nil)
}

func (s *site) key(f *file) [][]byte {
	sum := f.Sum()
	return [][]byte{s.inputs, []byte(f.Path), sum[:]}
}

// recall reports whether an earlier run found nothing wrong with the same page
// in the same surroundings, and takes over what it learnt.
func (s *site) recall(f *file) bool {
	var known facts
	if s.Cache == nil || json.Unmarshal(s.Cache.Find("check", s.key(f)), &known) != nil {
		return false
	}
	f.head = head{
		title: known.Title, description: known.Description, canonical: known.Canonical, noindex: known.NoIndex,
		titleAt: span{known.TitleAt[0], known.TitleAt[1]}, descriptionAt: span{known.DescriptionAt[0], known.DescriptionAt[1]},
	}
	f.ids = make(map[string]bool, len(known.IDs))
	for _, id := range known.IDs {
		f.ids[id] = true
	}
	for _, a := range known.Anchors {
		f.anchors = append(f.anchors, anchor{s.byPath[a.Path], a.ID, span{a.At[0], a.At[1]}, a.Tag, a.Key})
	}
	return true
}

// remember keeps what was learnt from a page without problems. A page that
// shows another page weighs what that one weighs, and is read each time.
func (s *site) remember(f *file) {
	if s.Cache == nil || len(f.problems) > 0 || f.framing {
		return
	}
	h := f.head
	known := facts{
		Title: h.title, Description: h.description, Canonical: h.canonical, NoIndex: h.noindex,
		TitleAt: [2]int{h.titleAt.start, h.titleAt.end}, DescriptionAt: [2]int{h.descriptionAt.start, h.descriptionAt.end},
		IDs: sortedKeys(f.ids),
	}
	for _, a := range f.anchors {
		known.Anchors = append(known.Anchors, fact{a.file.Path, a.id, a.tag, a.key, [2]int{a.at.start, a.at.end}})
	}
	data, err := json.Marshal(known)
	if err != nil {
		panic(err) // texts and numbers always encode
	}
	s.Cache.Keep("check", s.key(f), data)
}
