package preview

import (
	"net/http"
	"strconv"
	"strings"
)

// A headerRule is a path pattern of a _headers file and the headers it sets.
type headerRule struct {
	pattern string
	fields  [][2]string
}

// parseHeaders reads the _headers format: a path on a line of its own, then
// indented "Name: value" lines. Comments begin with #.
func parseHeaders(text string) []headerRule {
	var rules []headerRule
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || trimmed[0] == '#':
		case line[0] != ' ' && line[0] != '\t':
			rules = append(rules, headerRule{pattern: trimmed})
		case len(rules) > 0:
			if name, value, ok := strings.Cut(trimmed, ":"); ok {
				r := &rules[len(rules)-1]
				r.fields = append(r.fields, [2]string{strings.TrimSpace(name), strings.TrimSpace(value)})
			}
		}
	}
	return rules
}

// apply sets the headers of all rules that match an address.
func (s *site) apply(h http.Header, address string) {
	for _, r := range s.headers {
		if !matches(r.pattern, address) {
			continue
		}
		for _, f := range r.fields {
			h.Add(f[0], f[1])
		}
	}
}

// matches reports whether a pattern of a _headers file covers an address: a *
// stands for any text, a segment that begins with : for one segment.
func matches(pattern, address string) bool {
	if head, tail, star := strings.Cut(pattern, "*"); star && !strings.Contains(tail, "*") {
		return len(address) >= len(head)+len(tail) && strings.HasPrefix(address, head) && strings.HasSuffix(address, tail)
	}
	a, b := strings.Split(pattern, "/"), strings.Split(address, "/")
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (!strings.HasPrefix(a[i], ":") || b[i] == "") {
			return false
		}
	}
	return true
}

type redirect struct {
	to   string
	code int
}

// parseRedirects reads the _redirects format: from, to and status in columns.
func parseRedirects(text string) map[string]redirect {
	out := map[string]redirect{}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0][0] == '#' {
			continue
		}
		code := http.StatusMovedPermanently
		if len(f) > 2 {
			if n, err := strconv.Atoi(strings.TrimSuffix(f[2], "!")); err == nil {
				code = n
			}
		}
		out[f[0]] = redirect{f[1], code}
	}
	return out
}
