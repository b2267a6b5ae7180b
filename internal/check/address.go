package check

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
)

// A target is where an address leads.
type target struct {
	file       *file  // the file on the site, or nil
	fragment   string // the anchor in it, decoded
	elsewhere  bool   // on another origin
	text, hint string // what is wrong with the address, if anything
}

// address is the path of a file as addresses name it: folders for pages.
func address(p string) string {
	if p == "index.html" {
		return ""
	}
	if dir, ok := strings.CutSuffix(p, "/index.html"); ok {
		return dir + "/"
	}
	return p
}

// follow finds where an address in the file at from leads.
func (s *site) follow(from, ref string) target {
	ref = strings.TrimSpace(ref)
	if ref == "" {
		return target{text: "an empty address"}
	}
	u, err := url.Parse(ref)
	if err != nil || strings.ContainsFunc(ref, func(r rune) bool { return r <= ' ' || r == 0x7F || r == '\\' || r >= 0x80 && r < 0xA0 }) {
		return target{text: "not an address: " + ref}
	}
	switch {
	case u.Scheme == "mailto" || u.Scheme == "tel":
		return target{elsewhere: true}
	case u.Scheme == "" && u.Host == "":
		return s.local(from, ref, u)
	case u.Scheme == "":
		return target{elsewhere: true, text: "the address " + ref + " has no scheme", hint: "write https:" + ref}
	case u.Scheme != "https" && u.Scheme != "http" || u.Host == "":
		return target{elsewhere: true, text: "an address of the kind " + u.Scheme + ":", hint: "only https, http, mailto and tel lead anywhere for readers"}
	case s.Origin != "" && strings.EqualFold(u.Scheme+"://"+u.Host, s.Origin):
		if u.Path == "" {
			u.Path = "/"
		}
		return s.local(from, ref, u)
	}
	return target{elsewhere: true}
}

// local finds the file that an address on this site names.
func (s *site) local(from, ref string, u *url.URL) target {
	p := u.Path
	switch {
	case p == "" && u.Fragment == "" && u.RawQuery == "":
		return target{text: "the address " + ref + " leads nowhere"}
	case p == "":
		return target{file: s.byPath[from], fragment: u.Fragment}
	case strings.HasPrefix(p, "/"):
		inner, ok := strings.CutPrefix(p, s.BasePath)
		if !ok {
			return target{text: "the address " + ref + " leaves the site, which begins at " + s.BasePath}
		}
		p = inner
	case from == "404.html":
		return target{text: "the relative address " + ref + " on the page for missing pages", hint: "begin with " + s.BasePath + ": hosts show this page under any address"}
	default:
		p = path.Dir(from) + "/" + p
	}
	return s.lookUp(ref, p, u.Fragment)
}

// lookUp finds a file by its path from the root of the site.
func (s *site) lookUp(ref, p, fragment string) target {
	folder := p == "" || strings.HasSuffix(p, "/") || strings.HasSuffix(p, "/.") || strings.HasSuffix(p, "/..")
	clean := strings.TrimPrefix(path.Clean(p), "./")
	if clean == "." {
		clean = ""
	}
	if clean == ".." || strings.HasPrefix(clean, "../") {
		return target{text: "the address " + ref + " leads above the site"}
	}
	if folder {
		if f := s.byPath[path.Join(clean, "index.html")]; f != nil {
			return target{file: f, fragment: fragment}
		}
		return s.missing(ref, clean+"/")
	}
	if f := s.byPath[clean]; f != nil {
		if short := address(clean); short != clean {
			return target{text: "the address " + ref + " has a shorter form", hint: "write " + s.BasePath + short}
		}
		return target{file: f, fragment: fragment}
	}
	if s.byPath[clean+"/index.html"] != nil {
		return target{text: "the address " + ref + " lacks the slash at its end", hint: "write " + s.BasePath + clean + "/"}
	}
	return s.missing(ref, clean)
}

func (s *site) missing(ref, clean string) target {
	hint := diag.DidYouMean(s.BasePath+clean, s.suggestions())
	if hint == "" {
		hint = "name a file that the site has"
	}
	return target{text: "nothing is at " + ref, hint: hint}
}

// An anchor is a place in a file that an address leads to. Whether it is there
// is known when all files have been read.
type anchor struct {
	To   string // the path of the file that has it
	ID   string
	At   span   // the element or the words that hold the address
	Tag  string // of the element
	Attr string // of the attribute; "" when at is the address itself
}

// hasAnchors reports whether it is known what anchors a file has: pages and
// drawings have their ids.
func (f *file) hasAnchors() bool {
	ext := path.Ext(f.Path)
	return ext == ".html" || ext == ".svg"
}

func (f *file) hasID(id string) bool {
	_, has := slices.BinarySearch(f.IDs, id)
	return has
}

// noteAnchor notes an anchor in another file, to be checked at the end, and checks
// one in the file itself at once.
func (s *site) noteAnchor(f *file, g target, a anchor) {
	if g.file == nil || g.fragment == "" || g.fragment == "top" || strings.HasPrefix(g.fragment, ":~:") {
		return
	}
	a.To, a.ID = g.file.Path, g.fragment
	if g.file == f {
		s.checkAnchor(f, a)
		return
	}
	f.Anchors = append(f.Anchors, a)
}

// checkAnchors looks for the anchors in other files.
func (s *site) checkAnchors(f *file) {
	for _, a := range f.Anchors {
		s.checkAnchor(f, a)
	}
}

// checkAnchor reports an anchor that is not there.
func (s *site) checkAnchor(f *file, a anchor) {
	to := s.byPath[a.To]
	if !to.hasAnchors() || to.hasID(a.ID) || f.full() {
		return
	}
	text := "this file has no anchor #" + a.ID
	if to != f {
		text = s.BasePath + address(a.To) + " has no anchor #" + a.ID
	}
	hint := diag.DidYouMean(a.ID, to.IDs)
	if a.Attr == "" {
		f.report(a.At.Start, a.At.End, text, hint)
	} else {
		f.reportAttr(&node{tag: a.Tag, start: a.At.Start, end: a.At.End}, a.Attr, text, hint)
	}
}
