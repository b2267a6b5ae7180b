package host

import (
	"fmt"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
	"sharingthecost/internal/record"
)

const redirectsPath = "_redirects"

// An alias is an earlier address of a page.
type alias struct {
	from record.Text // from the site's root: "/old/"
	to   string      // the page's address now: "/demand/"
}

// redirects writes the rules for earlier addresses, or says which of them
// cannot be. Made are the files of this package.
func (in Input) redirects(made []output.File) (output.File, diag.List) {
	var problems diag.List
	taken := addresses(slices.Concat(in.Tree, made))
	var aliases []alias
	for _, p := range in.Pages {
		for _, from := range p.Aliases {
			aliases = append(aliases, alias{from, p.URL})
		}
	}
	first := map[string]alias{}
	for _, a := range aliases {
		from := sameAddress(a.from.S)
		before, twice := first[from]
		switch {
		case !plainAddress(a.from.S):
			problems.Report(a.from.At, "the alias "+a.from.S+" is not a plain address", "write a path from the root of the site: /old/")
		case strings.HasPrefix(from, "/.netlify"):
			problems.Report(a.from.At, "the alias "+a.from.S+" is kept for the host itself", "choose another address")
		case from == sameAddress(a.to):
			problems.Report(a.from.At, "the alias "+a.from.S+" leads to itself", "remove it")
		case taken[from] != "":
			problems.Report(a.from.At, "the alias "+a.from.S+" is the address of "+taken[from], "remove the alias: what exists is shown, not redirected")
		case twice:
			problems.ReportRelated(a.from.At, "the alias "+a.from.S+" is given twice", "keep one of them", before.from.At, "first given here")
		default:
			first[from] = a
		}
	}
	for _, a := range aliases {
		if next, ok := first[sameAddress(a.to)]; ok && first[sameAddress(a.from.S)] == a {
			problems.ReportRelated(a.from.At, chain(a, first), "let every alias lead to a page", next.from.At, a.to+" is an alias itself")
		} else if taken[sameAddress(a.to)] == "" && !ok {
			problems.Report(a.from.At, "the alias "+a.from.S+" leads to "+a.to+", where nothing is", "let it lead to a page")
		}
	}
	return output.File{Path: redirectsPath, Data: []byte(in.redirectRules(aliases, first)), Source: "content"}, problems
}

// plainAddress reports whether a rule can have an address: one word of ASCII,
// in which no letter means something to the host.
func plainAddress(a string) bool {
	return strings.HasPrefix(a, "/") && !strings.Contains(a, "//") && !strings.ContainsAny(a, "*:#?\\") &&
		!strings.ContainsFunc(a, func(r rune) bool { return r <= ' ' || r >= 0x7F })
}

// chain says where following an alias leads.
func chain(a alias, by map[string]alias) string {
	seen := []string{sameAddress(a.from.S)}
	for at := sameAddress(a.to); ; {
		if slices.Contains(seen, at) {
			return "the alias " + a.from.S + " leads round in a circle"
		}
		next, ok := by[at]
		if !ok {
			return "the alias " + a.from.S + " leads to another alias, " + a.to
		}
		seen = append(seen, at)
		at = sameAddress(next.to)
	}
}

// addresses finds the file that is shown at an address.
func addresses(files []output.File) map[string]string {
	out := map[string]string{}
	for _, f := range files {
		for _, a := range (served{path: f.Path}).addresses() {
			out[sameAddress(a)] = f.Path
		}
		if stem, ok := strings.CutSuffix(f.Path, ".html"); ok {
			out[sameAddress("/"+stem)] = f.Path
		}
	}
	return out
}

// sameAddress makes addresses that are the same to hosts equal.
func sameAddress(a string) string { return "/" + strings.ToLower(strings.Trim(a, "/")) }

// redirectRules writes each rule with and without the closing slash: the
// reference host needs only one of them, others both. Addresses asked for count
// from the folder that the host serves, addresses to go to from its root.
func (in Input) redirectRules(aliases []alias, by map[string]alias) string {
	var b strings.Builder
	b.WriteString("# Written by the build, from the aliases of pages.\n")
	for _, a := range aliases {
		if by[sameAddress(a.from.S)] != a {
			continue
		}
		to := in.base() + strings.TrimPrefix(a.to, "/")
		from := strings.TrimSuffix(a.from.S, "/")
		if !strings.Contains(from[strings.LastIndex(from, "/")+1:], ".") {
			fmt.Fprintf(&b, "%s/ %s 301\n", from, to)
		}
		fmt.Fprintf(&b, "%s %s 301\n", from, to)
	}
	return b.String()
}
