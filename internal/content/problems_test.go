package content

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

func TestProblems(t *testing.T) {
	for _, tt := range []struct {
		name    string
		project fs.FS
		want    string
	}{
		{"unknown key", project("index.md", page("sumary: x")), `content/index.md:5:1: unknown key "sumary" | did you mean summary?`},
		{"missing title", project("index.md", "---\ndescription: D\ndate: 2026-11-21\n---\n"), `content/index.md:2:1: missing key "title" | The headline, with figures: a finding or a question.`},
		{"empty title", project("index.md", strings.Replace(page(), "title: T", `title: " "`, 1)), `content/index.md:2:8: title is empty | write a text, or remove the key if it is not required`},
		{"no front matter", project("index.md", "# Title\n"), "content/index.md:1:1: the page has no front matter | begin with a line ---, then title, description and date, then a line ---"},
		{"empty file", project("index.md", ""), "content/index.md:1:1: the page has no front matter | begin with a line ---, then title, description and date, then a line ---"},
		{"front matter not closed", project("index.md", "---\ntitle: T\n--- x\n"), "content/index.md:1:1: the front matter is not closed | end it with a line ---"},
		{"only a fence", project("index.md", "---"), "content/index.md:1:1: the front matter is not closed | end it with a line ---"},

		{"month for a date", project("index.md", strings.Replace(page(), "2026-11-21", "2026-11", 1)), "content/index.md:4:7: date needs a day | write 2026-11-21"},
		{"updated before date", project("index.md", page("updated: 2026-11-20")), "content/index.md:5:10: updated is before date | updated is the day of the last change | content/index.md:4:7: date is here"},
		{"change after updated", project("index.md", page("changes:", "  - {date: 2027-01-02, says: x}")),
			"content/index.md:6:12: a change after 2026-11-21, when the page was last updated | set updated to 2027-01-02 | content/index.md:4:7: last updated here"},
		{"word limits", project("index.md", page("words: {min: 3, max: 2}")), "content/index.md:5:8: min is greater than max | write the fewest words first: {min: 300, max: 700}"},

		{"no such page", project("index.md", page("next: demnd.md"), "demand.md", page()), "content/index.md:5:7: no page demnd.md | did you mean demand.md?"},
		{"address for a page", project("index.md", page("next: /why-so/"), "why-so.md", page()), "content/index.md:5:7: no page /why-so/ | write the file's name: why-so.md"},
		{"nothing near", project("index.md", page("related: [zzzzzzzz]")), "content/index.md:5:11: no page zzzzzzzz | write the name of a file in content: index.md"},
		{"itself", project("index.md", page("next: index.md")), "content/index.md:5:7: index.md is this page itself | name another page"},
		{"related twice", project("index.md", page("related: [a.md, a.md]"), "a.md", page()), "content/index.md:5:17: a.md is named twice | keep one of them | content/index.md:5:11: first named here"},
		{"navigation", project("site.yaml", settings+"navigation: [indx.md]\n", "index.md", page()), "content/site.yaml:5:14: no page indx.md | did you mean index.md?"},
		{"a page in two groups of the footer", project("site.yaml", settings+"footer_menu: [{title: A, pages: [index.md]}, {title: B, pages: [index.md]}]\n", "index.md", page()), "content/site.yaml:5:65: index.md is named twice | keep one of them | content/site.yaml:5:34: first named here"},

		{"capitals", project("Demand.md", page()), "content/Demand.md: the file Demand.md has other characters than lower-case letters, digits and single hyphens | rename it to demand.md"},
		{"underscore", project("why_now/a.md", page()), "content/why_now/a.md: the folder why_now has other characters than lower-case letters, digits and single hyphens | rename it to why-now"},
		{"space", project("my page.md", page()), `content/my page.md: the name "my page.md" has the character " " | rename it: letters, digits and . _ - only`},
		{"line break", project("a\nb.csv", ""), `content/a\u000ab.csv: the name "a\nb.csv" has the character "\n" | rename it: letters, digits and . _ - only`},
		{"Hangul", project("한국.md", page()), `content/한국.md: the name "한국.md" has the character "한" | rename it: letters, digits and . _ - only`},

		{"slug", project("a.md", page("slug: The Deal!")), `content/a.md:5:7: the slug "The Deal!" is not lower-case letters, digits and single hyphens | write the-deal`},
		{"slug with a slash", project("a.md", page("slug: ../x")), `content/a.md:5:7: the slug "../x" is not lower-case letters, digits and single hyphens | write x`},
		{"slug of the home page", project("index.md", page("slug: home")), "content/index.md:5:7: the address of index.md is fixed | remove the slug"},
		{"one address", project("a.md", page(), "b.md", page("slug: a")), "content/b.md:5:7: b.md and a.md have the same address /a/ | rename one of them, or give it another slug | content/a.md: also /a/"},
		{"a page among versions", project("v.md", page()), "content/v.md: the address /v/ lies where dated versions of the site are | rename the page or its folder, or give it another slug"},
		{"a page among frames", project("embed/a.md", page("slug: b")), "content/embed/a.md:5:7: the address /embed/b/ lies where charts for other sites are | rename the page or its folder, or give it another slug"},
		{"page and folder", project("a.md", page(), "a/index.md", page()), "content/a/index.md: a/index.md and a.md have the same address /a/ | rename one of them, or give it another slug | content/a.md: also /a/"},

		{"alias of a page", project("a.md", page("aliases: [/b]"), "b.md", page()), "content/a.md:5:11: the alias /b is the address of b.md | remove it: an alias is an earlier address | content/b.md: its address is /b/"},
		{"alias twice", project("a.md", page("aliases: [/x/]"), "b.md", page("aliases: [/X]")), "content/b.md:5:11: the alias /X is given twice | keep one of them | content/a.md:5:11: first given here"},
		{"alias elsewhere", project("a.md", page("aliases: [https://x.org/]")), "content/a.md:5:11: the alias https://x.org/ is not a path from the root of the site | write a path from the root of the site: /old/"},
		{"alias to another host", project("a.md", page("aliases: [//x.org]")), "content/a.md:5:11: the alias //x.org is not a path from the root of the site | write a path from the root of the site: /old/"},
		{"alias with a space", project("a.md", page(`aliases: ["/x y"]`)), "content/a.md:5:11: the alias /x y has a character that addresses cannot have | use letters, digits and - . _ ~ / (others as %XX)"},
		{"alias going up", project("a.md", page("aliases: [/x/../y]")), "content/a.md:5:11: the alias /x/../y is not clean | leave out . and .."},

		{"alias with encoded dots", project("a.md", page("aliases: [/%2e%2E/b/]")), "content/a.md:5:11: the alias /%2e%2E/b/ is not clean | leave out . and .."},
		{"alias with an encoded slash", project("a.md", page("aliases: [/a%2Fb/]")), "content/a.md:5:11: the alias /a%2Fb/ is not clean | leave out . and .."},
		{"alias encoded twice", project("a.md", page("aliases: [/%252e/]")), "content/a.md:5:11: the alias /%252e/ has a % that hosts read differently | write others than letters, digits and - . _ ~ as %XX, once"},
		{"alias with a line end", project("a.md", page("aliases: [/a%0Ab/]")), "content/a.md:5:11: the alias /a%0Ab/ has a character that addresses cannot have | leave it out"},

		{"another ending", project("a.markdown", page()), "content/a.markdown: nothing reads this file | rename it to a.md"},
		{"a capital ending", project("a.MD", page()), "content/a.MD: nothing reads this file | rename it to a.md"},
		{"two endings", project("a.md.txt", page()), "content/a.md.txt: nothing reads this file | rename it to a.md"},
		{"yml", project("figures.yml", ""), "content/figures.yml: nothing reads this file | rename it to figures.yaml"},
		{"CSV", project("data/x.CSV", ""), "content/data/x.CSV: nothing reads this file | rename it to x.csv"},
		{"a data file beside the pages", project("x.csv", ""), "content/x.csv: nothing reads this file | put it into content/data"},
		{"a chart beside the pages", project("x.yaml", ""), "content/x.yaml: nothing reads this file | a chart belongs into content/charts, what explains a data file into content/data; records are site.yaml, units.yaml, figures.yaml, events.yaml, sources.yaml, accounts.yaml, glossary.yaml, checks.yaml"},
		{"a chart in a folder of its own", project("charts/a/x.yaml", ""), "content/charts/a/x.yaml: nothing reads this file | move it up: charts is one folder"},
		{"a picture", project("x.png", ""), "content/x.png: nothing reads this file | put it into static, and show it as ../static/x.png"},
		{"another file", project("x.docx", ""), "content/x.docx: nothing reads this file | move it out of the folder content, or begin its name with a dot"},

		{"a merge", project("index.md", page()+"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n"), "content/index.md:8:1: two versions of these lines, as a merge left them | keep the lines that are right, and delete the lines <<<<<<<, ======= and >>>>>>>"},
		{"a joiner in a word", project("index.md", page()+"tro\u200Dops"), "content/index.md:8:4: the invisible character U+200D | delete it"},
		{"a filler", project("index.md", page("kicker: a\u3164")), "content/index.md:5:10: the invisible character U+3164 | delete it"},
		{"not UTF-8", project("index.md", page()+"caf\xE9"), "content/index.md:8:4: the text is not UTF-8 here | save the file as UTF-8"},
		{"UTF-16", project("index.md", "\xFF\xFE-\x00-\x00"), "content/index.md:1:1: the text is UTF-16, not UTF-8 | save the file as UTF-8"},
		{"NUL", project("index.md", page()+"a\x00"), "content/index.md:8:2: the control character U+0000 | delete it"},
		{"override", project("index.md", page()+"a\u202Eb"), "content/index.md:8:2: the invisible character U+202E, which turns the direction of text | delete it"},
		{"second mark", project("index.md", page()+"a\uFEFF"), "content/index.md:8:2: a byte order mark inside the text | delete it"},
		{"lone CR", project("index.md", page()+"a\rb"), "content/index.md:8:2: a carriage return without a line feed | save the file with LF or CRLF line ends"},

		{"no content", fstest.MapFS{"README.md": {}}, "content: there is no folder content | run the build in the root of the project"},
		{"no settings", fstest.MapFS{"content/a.md": {Data: []byte(page())}}, "content/site.yaml: there is no content/site.yaml | make it, with title, description, language and base_url"},
		{"settings", project("site.yaml", "title: T\ndescription: D\nlanguage: English!\nbase_url: example.org\nrepository: x\n"),
			`content/site.yaml:3:11: "English!" is not a language tag | write en-GB, or en
content/site.yaml:4:11: "example.org" is not the address of a site | write https://example.org/, without ? and #
content/site.yaml:5:13: "x" is not a web address | write https://example.org/path`},
		{"link", fstest.MapFS{settingsPath: {Data: []byte(settings)}, "content/x.md": {Mode: fs.ModeSymlink}}, "content/x.md: a symbolic link | put the file itself here; the build follows no links"},
		{"pipe", fstest.MapFS{settingsPath: {Data: []byte(settings)}, "content/data/x.csv": {Mode: fs.ModeNamedPipe}}, "content/data/x.csv: a named pipe | only files and folders belong here"},
		{"device", fstest.MapFS{settingsPath: {Data: []byte(settings)}, "content/x.md": {Mode: fs.ModeDevice}}, "content/x.md: a device | only files and folders belong here"},
		{"socket", fstest.MapFS{settingsPath: {Data: []byte(settings)}, "content/x.md": {Mode: fs.ModeSocket}}, "content/x.md: a socket | only files and folders belong here"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, got := load(t, tt.project)
			if diff := cmp.Diff(tt.want+"\n", got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A page with mistakes is still there for others to link to.
func TestNoFollowingMistakes(t *testing.T) {
	_, got := load(t, project("index.md", page("next: a.md", "related: [b.md, C.md]"), "a.md", "\xFF", "b.md", "no front matter", "C.md", page()))
	if n := strings.Count(got, "\n"); n != 3 || strings.Contains(got, "no page") {
		t.Error(got)
	}
}

func TestEditorsFilesArePassedOver(t *testing.T) {
	s, got := load(t, project("index.md", page(), ".DS_Store", "", ".#index.md", "", "index.md~", "", "#index.md#", "", ".git/config", "", ".draft.md", ""))
	if got != "" || len(s.Pages) != 1 {
		t.Error(got)
	}
}

// On a real file system: a link out of the folder, and a file that cannot be
// read, which is the machine's failure.
func TestRealFiles(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, project("index.md", page())); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc", dir+"/content/etc"); err != nil {
		t.Skip(err)
	}
	if _, got := load(t, os.DirFS(dir)); got != "content/etc: a symbolic link | put the file itself here; the build follows no links\n" {
		t.Error(got)
	}
	_, _, err := Load(vanishing{project("index.md", page())})
	if err == nil || err.Error() != "read the page: open content/index.md: file does not exist" {
		t.Errorf("got %v", err)
	}
}

// vanishing is a file system whose pages are listed but cannot be opened.
type vanishing struct{ fs.FS }

func (v vanishing) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".md") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return v.FS.Open(name)
}

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
