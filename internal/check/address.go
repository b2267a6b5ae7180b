package check

import (
	"net/url"
	"path"
	"strings"

	"sharingthecost/internal/diag"
)

// A goal is where an address leads.
type goal struct {
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

// follow finds where an address leads that stands in the file at from.
func (s *site) follow(from, ref string) goal {
	if g, ok := s.plainly(from, ref); ok {
		return g
	}
	return s.resolve(from, ref)
}

// resolve takes an address apart by the rules for addresses.
func (s *site) resolve(from, ref string) goal {
	ref = strings.TrimSpace(ref)
	if ref == "" {
		return goal{text: "an empty address"}
	}
	u, err := url.Parse(ref)
	if err != nil || strings.ContainsFunc(ref, func(r rune) bool { return r <= ' ' || r == 0x7F || r == '\\' || r >= 0x80 && r < 0xA0 }) {
		return goal{text: "not an address: " + ref}
	}
	switch {
	case u.Scheme == "mailto" || u.Scheme == "tel":
		return goal{elsewhere: true}
	case u.Scheme == "" && u.Host == "":
		return s.local(from, ref, u)
	case u.Scheme == "":
		return goal{elsewhere: true, text: "the address " + ref + " has no scheme", hint: "write https:" + ref}
	case u.Scheme != "https" && u.Scheme != "http" || u.Host == "":
		return goal{elsewhere: true, text: "an address of the kind " + u.Scheme + ":", hint: "only https, http, mailto and tel lead anywhere for readers"}
	case s.Origin != "" && strings.EqualFold(u.Scheme+"://"+u.Host, s.Origin):
		if u.Path == "" {
			u.Path = "/"
		}
		return s.local(from, ref, u)
	}
	return goal{elsewhere: true}
}

// plainly follows an address that is written as nearly all are: the very address
// of a file of the site, or an anchor in the same file, in letters that mean
// themselves. It finds what resolve finds, or nothing: the paths of a tree are
// clean and have no %, ?, backslash or space (output.pathMistake), so no address
// with one of these names a file as it is written.
func (s *site) plainly(from, ref string) (goal, bool) {
	if rest, ours := strings.CutPrefix(ref, s.Origin); ours && strings.HasPrefix(rest, "/") {
		ref = rest
	}
	p, fragment, _ := strings.Cut(ref, "#")
	for i := range len(fragment) {
		if fragment[i] != '-' && !wordByte(fragment[i]) {
			return goal{}, false
		}
	}
	var f *file
	if inner, ok := strings.CutPrefix(p, s.BasePath); ok {
		f = s.at(inner)
	} else if p == "" && fragment != "" {
		f = s.byPath[from]
	}
	return goal{file: f, fragment: fragment}, f != nil
}

// at finds the file with an address, from the root of the site, by that very
// text; see plainly for what the paths of files must be.
func (s *site) at(p string) *file {
	if p != "" && !strings.HasSuffix(p, "/") {
		if f := s.byPath[p]; address(p) == p {
			return f
		}
		return nil
	}
	var room [128]byte // on the stack; longer addresses take memory
	return s.byPath[string(append(append(room[:0], p...), "index.html"...))]
}

// local finds the file that an address on this site names.
func (s *site) local(from, ref string, u *url.URL) goal {
	p := u.Path
	switch {
	case p == "" && u.Fragment == "" && u.RawQuery == "":
		return goal{text: "the address " + ref + " leads nowhere"}
	case p == "":
		return goal{file: s.byPath[from], fragment: u.Fragment}
	case strings.HasPrefix(p, "/"):
		inner, ok := strings.CutPrefix(p, s.BasePath)
		if !ok {
			return goal{text: "the address " + ref + " leaves the site, which begins at " + s.BasePath}
		}
		p = inner
	case from == "404.html":
		return goal{text: "the relative address " + ref + " on the page for missing pages", hint: "begin with " + s.BasePath + ": hosts show this page under any address"}
	default:
		p = path.Dir(from) + "/" + p
	}
	return s.lookUp(ref, p, u.Fragment)
}

// lookUp finds a file by its path from the root of the site.
func (s *site) lookUp(ref, p, fragment string) goal {
	folder := p == "" || strings.HasSuffix(p, "/") || strings.HasSuffix(p, "/.") || strings.HasSuffix(p, "/..")
	clean := strings.TrimPrefix(path.Clean(p), "./")
	if clean == "." {
		clean = ""
	}
	if clean == ".." || strings.HasPrefix(clean, "../") {
		return goal{text: "the address " + ref + " leads above the site"}
	}
	if folder {
		if f := s.byPath[path.Join(clean, "index.html")]; f != nil {
			return goal{file: f, fragment: fragment}
		}
		return s.missing(ref, clean+"/")
	}
	if f := s.byPath[clean]; f != nil {
		if short := address(clean); short != clean {
			return goal{text: "the address " + ref + " has a shorter form", hint: "write " + s.BasePath + short}
		}
		return goal{file: f, fragment: fragment}
	}
	if s.byPath[clean+"/index.html"] != nil {
		return goal{text: "the address " + ref + " lacks the slash at its end", hint: "write " + s.BasePath + clean + "/"}
	}
	return s.missing(ref, clean)
}

func (s *site) missing(ref, clean string) goal {
	hint := diag.DidYouMean(s.BasePath+clean, s.suggestions())
	if hint == "" {
		hint = "name a file that the site has"
	}
	return goal{text: "nothing is at " + ref, hint: hint}
}
