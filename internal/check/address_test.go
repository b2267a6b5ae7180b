package check

import "testing"

// What is found without taking an address apart is what it means.
func FuzzPlainly(f *testing.F) {
	for _, base := range []string{"/", "/sub/path/"} {
		for _, ref := range []string{"", "#", "#a", "#a%20b", "demand/", "demand/#b", "demand", "x.png", "x.png#", "x.png#a.b", "index.html", "demand/index.html", "none/", "a//", "?q", "demand/?q#b", " #a", "//example.org/"} {
			f.Add(base, ref)
			f.Add(base, base+ref)
			f.Add(base, "https://example.org"+base+ref)
			f.Add(base, "https://example.org.other"+base+ref)
		}
	}
	f.Fuzz(func(t *testing.T, base, ref string) {
		if base != "/" && base != "/sub/path/" {
			return
		}
		s := &site{Options: Options{BasePath: base, Origin: "https://example.org"}, byPath: map[string]*file{}}
		for _, x := range everythingTree() {
			s.byPath[x.Path] = &file{File: x}
		}
		for from := range s.byPath {
			got, ok := s.plainly(from, ref)
			if want := s.resolve(from, ref); ok && got != want {
				t.Errorf("%s in %s: %+v, want %+v", ref, from, got, want)
			}
		}
	})
}
