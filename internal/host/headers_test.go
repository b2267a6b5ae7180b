package host

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sharingthecost/internal/output"
)

// parsed reads a file of rules.
func parsed(t *testing.T, data []byte) []rule {
	t.Helper()
	var rules []rule
	for line := range strings.Lines(string(data)) {
		switch name, value, ok := strings.Cut(strings.TrimSpace(line), ": "); {
		case strings.HasPrefix(line, "#"), strings.TrimSpace(line) == "":
		case strings.HasPrefix(line, "/"):
			rules = append(rules, rule{pattern: strings.TrimSpace(line)})
		case ok && len(rules) > 0:
			r := &rules[len(rules)-1]
			r.headers = append(r.headers, header{name, value})
		default:
			t.Fatalf("not a line of rules: %q", line)
		}
	}
	return rules
}

// reference matches as the parser of the reference host says: segment by
// segment, whatever the case, a closing star without its slash too.
func reference(pattern, address string) bool {
	var parts []string
	for part := range strings.SplitSeq(pattern, "/") {
		switch {
		case part == "":
		case part == "*":
			parts = append(parts, "?(.*)")
		case strings.Contains(part, "*"):
			parts = append(parts, strings.ReplaceAll(part, "*", "(.*)"))
		default:
			parts = append(parts, regexp.QuoteMeta(part))
		}
	}
	return regexp.MustCompile("(?i)^/" + strings.Join(parts, "/") + "/?$").MatchString(address)
}

// answer gives the headers of an address under one way of matching.
func answer(t *testing.T, rules []rule, matches func(pattern, address string) bool, address string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, r := range rules {
		if !matches(r.pattern, address) {
			continue
		}
		for _, h := range r.headers {
			if before, twice := out[h.name]; twice {
				t.Errorf("%s: %s twice, %q and %q", address, h.name, before, h.value)
			}
			out[h.name] = h.value
		}
	}
	return out
}

func allFiles(t *testing.T, in Input) []output.File {
	all := append(in.Tree, filesOf(t, in)...)
	jobs, _ := Cards(in)
	for _, j := range jobs {
		all = append(all, output.File{Path: j.Path})
	}
	return all
}

func TestNoHeaderTwice(t *testing.T) {
	for _, in := range []Input{sample(), elsewhere()} {
		rules := parsed(t, made(t, in, "_headers"))
		for name, matches := range map[string]func(pattern, address string) bool{"most hosts": narrowly, "the reference host": reference, "any host": widely} {
			for _, f := range allFiles(t, in) {
				if f.Path == "_headers" || f.Path == "_redirects" {
					continue
				}
				var want map[string]string
				for _, address := range (served{path: f.Path}).addresses() {
					got := answer(t, rules, matches, address)
					own, _ := in.own(f)
					for _, h := range append(in.everywhere(), own...) {
						if got[h.name] != h.value {
							t.Errorf("%s, %s: %s is %q, want %q", name, address, h.name, got[h.name], h.value)
						}
					}
					if want != nil && fmt.Sprint(got) != fmt.Sprint(want) {
						t.Errorf("%s: the addresses of %s differ", name, f.Path)
					}
					want = got
				}
			}
			for _, address := range []string{"/nowhere", "/nowhere/", "/demand", "/demand/x", "/DEMAND/", "/charts/x.svg", "/charts/gap", "/assets/gone.js", "/data/gone.csv", "/embed/gone/", "/sources/gone"} {
				got := answer(t, rules, matches, address)
				if got["X-Content-Type-Options"] != "nosniff" {
					t.Errorf("%s: no common headers", address)
				}
				if strings.Contains(address, "gone") && (got["Content-Type"] != "" || got["Content-Disposition"] != "" || strings.Contains(got["Cache-Control"], "immutable")) {
					t.Errorf("%s: an answer 404 is made out to be a file: %v", address, got)
				}
			}
		}
	}
}

// FuzzFold holds the same law for any set of names.
func FuzzFold(f *testing.F) {
	f.Add("a/index.html 1 ab/index.html 2 A-b/x.png 1 x.png 1 a.png 3")
	f.Add("sources/index.html 1 sources-differ/index.html 2 sources/x.svg 2")
	f.Add("c/x.svg 1 c/x/index.html 2 c/x/y/index.html 2 c.svg 1 index.html 2")
	f.Add("x 0 0html 0 0.html 2 .html 2") // a dot that matches any character
	f.Fuzz(func(t *testing.T, s string) {
		var files []served
		var tree output.Tree
		fields := strings.Fields(s)
		for i := 0; i+1 < len(fields); i += 2 {
			if tree.Add(output.File{Path: fields[i]}) != nil || strings.ContainsAny(fields[i], "*:") {
				continue
			}
			files = append(files, served{path: fields[i], headers: []header{{"H", fields[i+1]}}, exact: fields[i+1] == "exact"})
		}
		rules := fold(files)
		for _, file := range files {
			for _, address := range file.addresses() {
				for _, matches := range []func(pattern, address string) bool{narrowly, reference, widely} {
					if got := answer(t, rules, matches, address); got["H"] != file.headers[0].value {
						t.Errorf("%s: %q, want %q, by %v", address, got["H"], file.headers[0].value, rules)
					}
				}
			}
		}
	})
}

func TestPolicies(t *testing.T) {
	in := sample()
	rules := parsed(t, made(t, in, "_headers"))
	policyAt := func(address string) string { return answer(t, rules, reference, address)["Content-Security-Policy"] }
	const page = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; connect-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; upgrade-insecure-requests"
	for address, want := range map[string]string{
		"/":           page,
		"/demand/":    page,
		"/embed/gap/": strings.Replace(page, "frame-ancestors 'none'", "frame-ancestors *", 1),
		"/charts/gap/": "default-src 'none'; script-src 'self' " + library + "; style-src 'self'; img-src 'self'; manifest-src 'self'; connect-src 'self'; " +
			"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; upgrade-insecure-requests",
		"/charts/gap.csv": "",
	} {
		if got := policyAt(address); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", address, got, want)
		}
	}
	if strings.Contains(written(rules), "unsafe") {
		t.Errorf("unsafe:\n%s", written(rules))
	}
	if got, want := policyAt("/charts/gap.svg"), svgPolicy(in.Tree[12].Data).String(); got != want || !strings.Contains(got, "style-src 'sha256-") {
		t.Errorf("a chart file: %s", got)
	}
	if got := in.MetaPolicy(false); strings.Contains(got, "frame-ancestors") || !strings.Contains(got, "connect-src 'self'") || strings.Contains(got, library) {
		t.Errorf("in the page: %s", got)
	}
	if got := in.MetaPolicy(true); !strings.Contains(got, "script-src 'self' "+library+";") {
		t.Errorf("in a page with an Explore button: %s", got)
	}
}

// The hash is worked out by hand here once: an empty style element.
func TestHashOfAStyle(t *testing.T) {
	got := svgPolicy([]byte("<svg><style></style></svg>")).String()
	const want = "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	if got != want {
		t.Errorf("got %s", got)
	}
}

func TestOnlyWhatIsNamedByItsHashIsKept(t *testing.T) {
	rules := parsed(t, made(t, sample(), "_headers"))
	var kept []string
	for _, f := range sample().Tree {
		if strings.Contains(answer(t, rules, reference, "/"+f.Path)["Cache-Control"], "immutable") {
			kept = append(kept, strings.Split(f.Path, ".")[0])
		}
	}
	if !slices.Equal(kept, []string{"assets/site", "assets/site", "assets/explore"}) {
		t.Errorf("kept for ever: %v", kept)
	}
}
