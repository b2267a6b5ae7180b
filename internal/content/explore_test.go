package content

import (
	"strings"
	"testing"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// A library from elsewhere is trusted by its hash alone; one of the site itself
// needs none.
func TestExplore(t *testing.T) {
	const hash = "sha384-C2iskrW/uPW46KzOjrvJIQo4YkV8lkD+QS0CrDN18IIPIpT/g2USu8bTP3nvmIAD"
	for _, c := range []struct{ yaml, want string }{
		{"src: https://cdn.example/lib@1.2.3.js\nintegrity: " + hash, ""},
		{"src: /lib.js", ""},
		{"src: /lib.js\nintegrity: " + hash, ""},
		{"src: https://cdn.example/lib.js", "1:6: a library from elsewhere without its integrity"},
		{"src: http://cdn.example/lib.js\nintegrity: " + hash, `1:6: "http://cdn.example/lib.js" is not the address of a library`},
		{"src: //cdn.example/lib.js\nintegrity: " + hash, `1:6: "//cdn.example/lib.js" is not the address of a library`},
		{"src: lib.js", `1:6: "lib.js" is not the address of a library`},
		{"src: https://cdn.example/lib.js\nintegrity: sha384-abc", "2:12: not a hash that browsers check"},
		{"src: https://cdn.example/lib.js\nintegrity: md5-" + hash[7:], "2:12: not a hash that browsers check"},
		{"integrity: " + hash, "1:12: an integrity without a src"},
	} {
		var e Explore
		problems := record.Read(diag.NewSource("content/site.yaml", []byte(c.yaml)), &e)
		problems.Add(e.check())
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimPrefix(p.Pos.String(), "content/site.yaml:")+": "+p.Text)
			if p.Hint == "" {
				t.Errorf("%q: %s has no hint", c.yaml, p.Text)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.yaml, s, c.want)
		}
	}
}
