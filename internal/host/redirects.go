package host

import (
	"fmt"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
)

const redirectsPath = "_redirects"

// redirects writes the rules for earlier addresses, or says which of them
// cannot be. Made are the files of this room.
func (in Input) redirects(made []output.File) (output.File, diag.List) {
	var problems diag.List
	var taken map[string]string
	if len(in.Aliases) > 0 { // else nobody asks
		taken = addresses(slices.Concat(in.Tree, made))
	}
	first := map[string]Alias{}
	for _, a := range in.Aliases {
		from := sameAddress(a.From.S)
		before, twice := first[from]
		switch {
		case !plainAddress(a.From.S):
			problems.Report(a.From.At, "the alias "+a.From.S+" is not a plain address", "write a path from the root of the site: /old/")
		case strings.HasPrefix(from, "/.netlify"):
			problems.Report(a.From.At, "the alias "+a.From.S+" is kept for the host itself", "choose another address")
		case from == sameAddress(a.To):
			problems.Report(a.From.At, "the alias "+a.From.S+" leads to itself", "remove it")
		case taken[from] != "":
			problems.Report(a.From.At, "the alias "+a.From.S+" is the address of "+taken[from], "remove the alias: what exists is shown, not redirected")
		case twice:
			problems.ReportRelated(a.From.At, "the alias "+a.From.S+" is given twice", "keep one of them", before.From.At, "first given here")
		default:
			first[from] = a
		}
	}
	for _, a := range in.Aliases {
		if next, ok := first[sameAddress(a.To)]; ok && first[sameAddress(a.From.S)] == a {
			problems.ReportRelated(a.From.At, chain(a, first), "let every alias lead to a page", next.From.At, a.To+" is an alias itself")
		} else if taken[sameAddress(a.To)] == "" && !ok {
			problems.Report(a.From.At, "the alias "+a.From.S+" leads to "+a.To+", where nothing is", "let it lead to a page")
		}
	}
	return output.File{Path: redirectsPath, Data: []byte(in.redirectRules(first)), Source: "content"}, problems
}

// plainAddress reports whether a rule can have an address: one word of ASCII,
// in which no letter means something to the host.
func plainAddress(a string) bool {
	return strings.HasPrefix(a, "/") && !strings.Contains(a, "//") && !strings.ContainsAny(a, "*:#?\\") &&
		!strings.ContainsFunc(a, func(r rune) bool { return r <= ' ' || r >= 0x7F })
}

// chain says where following an alias leads.
func chain(a Alias, by map[string]Alias) string {
	seen := []string{sameAddress(a.From.S)}
	for at := sameAddress(a.To); ; {
		if slices.Contains(seen, at) {
			return "the alias " + a.From.S + " leads round in a circle"
		}
		next, ok := by[at]
		if !ok {
			return "the alias " + a.From.S + " leads to another alias, " + a.To
		}
		seen = append(seen, at)
		at = sameAddress(next.To)
	}
}

// addresses finds the file that is shown at an address.
func addresses(files []output.File) map[string]string {
	out := map[string]string{}
	for _, f := range files {
		for _, a := range (rated{path: f.Path}).addresses() {
			out[sameAddress(a)] = f.Path
		}
		if stem, ok := strings.CutSuffix(f.Path, ".html"); ok {
			out[sameAddress("/"+stem)] = f.Path
		}
	}
	return out
}

// sameAddress makes addresses that hosts do not tell apart equal.
func sameAddress(a string) string { return "/" + strings.ToLower(strings.Trim(a, "/")) }

// redirectRules writes each rule with and without the closing slash: the
// reference host needs only one of them, others both. Addresses asked for count
// from the folder that the host serves, addresses to go to from its root.
func (in Input) redirectRules(by map[string]Alias) string {
	var b strings.Builder
	b.WriteString("# Written by the build, from the aliases of pages.\n")
	for _, a := range in.Aliases {
		if by[sameAddress(a.From.S)] != a {
			continue
		}
		to := in.base() + strings.TrimPrefix(a.To, "/")
		from := strings.TrimSuffix(a.From.S, "/")
		if !strings.Contains(from[strings.LastIndex(from, "/")+1:], ".") {
			fmt.Fprintf(&b, "%s/ %s 301\n", from, to)
		}
		fmt.Fprintf(&b, "%s %s 301\n", from, to)
	}
	return b.String()
}
