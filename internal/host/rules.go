package host

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A rule gives headers to the addresses that its pattern matches.
type rule struct {
	pattern string // "/data/x.csv", "/demand/*", "/*.png"
	headers []header
}

// A served file is a file with the headers that it needs.
type served struct {
	path    string
	headers []header
	exact   bool // only a rule that names the file will do
	done    bool // it has a rule
}

// address is where the file lies, in lower case.
func (f served) address() string { return "/" + strings.ToLower(f.path) }

// addresses are those under which hosts show a file.
func (f served) addresses() []string {
	dir, name := path.Split(f.path)
	if name == "index.html" {
		return []string{"/" + dir, "/" + f.path}
	}
	return []string{"/" + f.path}
}

// fold writes as few rules as give every file its headers, no header twice. A
// pattern is used when everything that any host could take it to match needs
// the same headers; what no pattern fits is named.
func fold(files []served) []rule {
	// What a pattern can reach lies together in this order: to try all patterns on all
	// files would take a hundred times as long for ten times the pages.
	slices.SortFunc(files, func(a, b served) int { return strings.Compare(a.address(), b.address()) })
	var rules []rule
	for _, pattern := range candidates(files) {
		if same := covers(pattern, reach(pattern, files)); len(same) > 1 {
			rules = append(rules, rule{pattern, same[0].headers})
			for _, f := range same {
				f.done = true
			}
		}
	}
	slices.SortFunc(files, func(a, b served) int { return strings.Compare(a.path, b.path) })
	for _, f := range files {
		if !f.done {
			for _, a := range f.addresses() {
				rules = append(rules, rule{a, f.headers})
			}
		}
	}
	return rules
}

var plainExt = regexp.MustCompile(`^\.[a-z0-9]+$`)

// candidates lists the patterns worth trying, shallow first: for each folder all
// that is in it, and all of one kind in it.
func candidates(files []served) []string {
	var out []string
	for _, f := range files {
		for dir := path.Dir(f.path); ; dir = path.Dir(dir) {
			at := "/" + dir + "/*"
			if dir == "." {
				at = "/*"
			} else {
				out = append(out, at)
			}
			if ext := path.Ext(f.path); path.Base(f.path) != "index.html" && plainExt.MatchString(ext) {
				out = append(out, at+ext)
			}
			if dir == "." {
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(strings.Count(a, "/")-strings.Count(b, "/"), strings.Compare(a, b))
	})
	return slices.Compact(out)
}

// reach returns the files, sorted by address, that begin as a pattern does, up to
// its star. Nothing else matches, neither narrowly nor widely.
func reach(pattern string, files []served) []served {
	before, _, _ := strings.Cut(strings.ToLower(pattern), "*")
	before = strings.TrimSuffix(before, "/")
	from, _ := slices.BinarySearchFunc(files, before, func(f served, before string) int { return strings.Compare(f.address(), before) })
	to := from
	for to < len(files) && strings.HasPrefix(files[to].address(), before) {
		to++
	}
	return files[from:to]
}

// covers returns the files whose rule the pattern can be, or none when it would
// reach a file that has other headers, has a rule already, needs a rule of its
// own, or is reached by some hosts only. One page counts as two: it has two
// addresses.
func covers(pattern string, files []served) (same []*served) {
	for i := range files {
		f := &files[i]
		matched, addresses := 0, f.addresses()
		for _, a := range addresses {
			if narrowly(pattern, a) {
				matched++
			} else if widely(pattern, a) {
				return nil
			}
		}
		switch {
		case matched == 0:
		case matched < len(addresses) || f.done || f.exact || len(same) > 0 && !slices.Equal(same[0].headers, f.headers):
			return nil
		default:
			same = append(same, slices.Repeat([]*served{f}, matched)...)
		}
	}
	return same
}

// narrowly matches as most hosts do: a star stands for any characters.
func narrowly(pattern, address string) bool {
	before, after, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == address
	}
	return len(address) >= len(before)+len(after) && strings.HasPrefix(address, before) && strings.HasSuffix(address, after)
}

// widely matches as the reference host may, by its own parser: whatever the
// case, with or without a slash at the end, a closing /* without the slash too,
// so that /a/* matches /a and /ab, and a dot in a part with a star as any
// character, so that /*.js matches /ajs.
func widely(pattern, address string) bool {
	pattern, address = strings.ToLower(pattern), strings.ToLower(address)
	if p, ok := strings.CutSuffix(pattern, "/*"); ok {
		return strings.HasPrefix(address, p)
	}
	trim := func(s string) string { return strings.TrimSuffix(s, "/") }
	before, ext, star := strings.Cut(pattern, "*.")
	if !star {
		return trim(pattern) == trim(address)
	}
	address = trim(address)
	return len(address) >= len(before)+1+len(ext) && strings.HasPrefix(address, before) && strings.HasSuffix(address, ext)
}
