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
}

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
	slices.SortFunc(files, func(a, b served) int { return strings.Compare(a.path, b.path) })
	near := nearby(files)
	var rules []rule
	done := make([]bool, len(files))
	for _, c := range candidates(files) {
		if done[c.file] {
			continue // a wider pattern has it, and no file is in two
		}
		if same := covers(c.pattern, near.to(c.pattern), files, done); len(same) > 1 {
			rules = append(rules, rule{c.pattern, files[same[0]].headers})
			for _, i := range same {
				done[i] = true
			}
		}
	}
	for i, f := range files {
		if !done[i] {
			for _, a := range f.addresses() {
				rules = append(rules, rule{a, f.headers})
			}
		}
	}
	return rules
}

var plainExt = regexp.MustCompile(`^\.[a-z0-9]+$`)

// A candidate is a pattern worth trying, and a file that it matches.
type candidate struct {
	pattern string
	file    int
}

// candidates lists the patterns worth trying, shallow first: for each folder all
// that is in it, and all of one kind in it.
func candidates(files []served) []candidate {
	var out []candidate
	for i, f := range files {
		for dir := path.Dir(f.path); ; dir = path.Dir(dir) {
			at := "/" + dir + "/*"
			if dir == "." {
				at = "/*"
			} else {
				out = append(out, candidate{at, i})
			}
			if ext := path.Ext(f.path); path.Base(f.path) != "index.html" && plainExt.MatchString(ext) {
				out = append(out, candidate{at + ext, i})
			}
			if dir == "." {
				break
			}
		}
	}
	slices.SortStableFunc(out, func(a, b candidate) int {
		return cmp.Or(strings.Count(a.pattern, "/")-strings.Count(b.pattern, "/"), strings.Compare(a.pattern, b.pattern))
	})
	return slices.CompactFunc(out, func(a, b candidate) bool { return a.pattern == b.pattern })
}

// A near list has the files in the order of their addresses in lower case, so
// that a pattern is tried on the few that it can reach: all on all would take a
// hundred times as long for ten times the pages.
type near []folded

type folded struct {
	address string // in lower case
	file    int
}

func nearby(files []served) near {
	out := make(near, len(files))
	for i, f := range files {
		out[i].address, out[i].file = "/"+strings.ToLower(f.path), i
	}
	slices.SortFunc(out, func(a, b folded) int { return strings.Compare(a.address, b.address) })
	return out
}

// to returns the files that begin as a pattern does, up to its star. Nothing
// else matches, neither narrowly nor widely.
func (n near) to(pattern string) near {
	before, _, _ := strings.Cut(strings.ToLower(pattern), "*")
	before = strings.TrimSuffix(before, "/")
	from, _ := slices.BinarySearchFunc(n, before, func(f folded, before string) int { return strings.Compare(f.address, before) })
	to := from
	for to < len(n) && strings.HasPrefix(n[to].address, before) {
		to++
	}
	return n[from:to]
}

// covers returns the files whose rule the pattern can be, or none when it would
// reach a file that has other headers, has a rule already, needs a rule of its
// own, or is reached by some hosts only. One page counts as two: it has two
// addresses. Near are the files that the pattern may reach.
func covers(pattern string, near near, files []served, done []bool) []int {
	var same []int
	for _, at := range near {
		i, f := at.file, files[at.file]
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
		case matched < len(addresses) || done[i] || f.exact || len(same) > 0 && !slices.Equal(files[same[0]].headers, f.headers):
			return nil
		default:
			same = append(same, i)
			if len(addresses) > 1 {
				same = append(same, i)
			}
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
