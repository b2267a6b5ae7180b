package content

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"sharingthecost/internal/diag"
)

const settings = "title: T\ndescription: D\nlanguage: en-GB\nbase_url: https://example.org/\n"

// page writes a page whose front matter has the required keys on lines 2 to 4
// and these lines from line 5 on.
func page(more ...string) string {
	return "---\ntitle: T\ndescription: D\ndate: 2026-11-21\n" + strings.Join(append(more, "---", ""), "\n") + "\nText.\n"
}

// project makes a project of pairs of path and text, with settings if it has
// none.
func project(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{settingsPath: {Data: []byte(settings)}}
	for i := 0; i < len(pairs); i += 2 {
		fsys["content/"+pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

// lines writes problems as the tests state them: place, text, hint, related.
func lines(problems diag.List) string {
	var b strings.Builder
	for _, p := range problems.Sorted() {
		fmt.Fprintf(&b, "%s: %s", p.Pos, p.Text)
		if p.Hint != "" {
			fmt.Fprintf(&b, " | %s", p.Hint)
		}
		for _, r := range p.Related {
			fmt.Fprintf(&b, " | %s: %s", r.Pos, r.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func load(t *testing.T, fsys fs.FS) (*Site, string) {
	t.Helper()
	s, problems, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return s, lines(problems)
}

func TestAddresses(t *testing.T) {
	s, problems := load(t, project(
		"index.md", page(), "404.md", page(), "demand.md", page(), "deal-2021.md", page("slug: deal"),
		"a/b.md", page(), "a/index.md", page(), "a/c/d.md", page("slug: e"), "a/404.md", page(),
	))
	if problems != "" {
		t.Error(problems)
	}
	got := ""
	for _, p := range s.Pages {
		got += p.Name + " " + p.URL + " " + p.File + "\n"
	}
	const want = `404.md /404.html 404.html
a/404.md /a/404/ a/404/index.html
a/b.md /a/b/ a/b/index.html
a/c/d.md /a/c/e/ a/c/e/index.html
a/index.md /a/ a/index.html
deal-2021.md /deal/ deal/index.html
demand.md /demand/ demand/index.html
index.md / index.html
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestOrder(t *testing.T) {
	s, problems := load(t, project("site.yaml", settings+"navigation: [z.md, index.md]\n",
		"index.md", page(), "z.md", page(), "a.md", page("order: 2"), "b.md", page("order: 1"), "c.md", page("order: 1")))
	if problems != "" {
		t.Error(problems)
	}
	got := ""
	for _, p := range s.Pages {
		got += p.Name + " "
	}
	if got != "z.md index.md b.md c.md a.md " {
		t.Error(got)
	}
}

func TestMetaIsRead(t *testing.T) {
	s, problems := load(t, project("index.md", page(`kicker: K`, `summary: S`, `updated: 2026-12-01`, `nav: N`, `brief: [one, "{{ two }}"]`,
		`cards: [troops, {figure: workers, says: who, note: n}]`, `unknowns: [u]`, `next: a.md`, `related: [b/c.md]`,
		`changes: [{date: 2026-12-01, says: New.}]`, `literals: ["400%"]`, `toc: false`, `words: {min: 100, max: 200}`, `aliases: [/old/]`),
		"a.md", page("next: index.md"), "b/c.md", page("next: ../a.md", "related: [../index.md]")))
	if problems != "" {
		t.Error(problems)
	}
	p := s.Page("index.md")
	m := p.Meta
	got := fmt.Sprint(m.Kicker.S, m.Summary.S, m.LastUpdated(), m.MenuName().S, m.Brief[1].S, m.Cards[0].Figure.S, m.Cards[1].Says.S, m.Cards[1].Note.S,
		m.Unknowns[0].S, p.Next.Name, p.Related[0].Name, m.Changes[0].Says.S, m.Literals, m.Contents(), m.Words.Max, m.Aliases[0].S, m.Brief[1].At)
	const want = "KS2026-12-01N{{ two }}troopswhonua.mdb/c.mdNew.[400%] false 200/old/content/index.md:9:14"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s.Page("b/c.md").Next.Name != "a.md" {
		t.Error("a name counts from the page's folder")
	}
	if a := s.Page("a.md").Meta; a.MenuName().S != "T" || a.LastUpdated().String() != "2026-11-21" || !a.Contents() {
		t.Error("fallbacks")
	}
}

// Offsets and lines of the body are those of the file, whatever line ends and
// byte order mark the file has.
func TestBodyKeepsOffsets(t *testing.T) {
	for name, text := range map[string]string{
		"LF": page("kicker: 한국"), "CRLF": strings.ReplaceAll(page(), "\n", "\r\n"), "BOM": "\uFEFF" + page(),
		"no text": "---\ntitle: T\ndescription: D\ndate: 2026-11-21\n---", "spaces after fences": strings.ReplaceAll(page(), "---", "---  "),
	} {
		s, problems := load(t, project("index.md", text))
		if problems != "" {
			t.Errorf("%s: %s", name, problems)
		}
		body, file := string(s.Pages[0].Body()), text
		if len(body) != len(file) {
			t.Fatalf("%s: %d bytes of %d", name, len(body), len(file))
		}
		for i := range len(body) {
			if (body[i] == '\n') != (file[i] == '\n') || body[i] != file[i] && body[i] != ' ' {
				t.Errorf("%s: byte %d is %q, was %q", name, i, body[i], file[i])
			}
		}
		if got, want := strings.TrimSpace(body), strings.TrimSpace(file[strings.LastIndex(file, "---")+3:]); got != want {
			t.Errorf("%s: body %q", name, got)
		}
	}
}

func TestPublished(t *testing.T) {
	s, problems := load(t, project("site.yaml", settings+"navigation: [index.md, new.md]\nfooter_menu: [{title: A, pages: [new.md, old.md]}]\n",
		"index.md", page("next: new.md", "related: [old.md, new.md]"), "new.md", page("draft: true", "next: draft.md"),
		"draft.md", page("draft: true"), "old.md", page("draft: false")))
	if problems != "" || len(s.Pages) != 4 || !s.Page("new.md").Meta.Draft {
		t.Errorf("%d pages, %s", len(s.Pages), problems)
	}
	s, list := s.Published()
	const want = `content/index.md:5:7: new.md is a draft | publish it (draft: false), or name another page
content/index.md:6:19: new.md is a draft | publish it (draft: false), or name another page
content/site.yaml:5:24: new.md is a draft | publish it (draft: false), or name another page
content/site.yaml:6:34: new.md is a draft | publish it (draft: false), or name another page
`
	if diff := cmp.Diff(want, lines(list)); diff != "" {
		t.Error(diff)
	}
	if len(s.Pages) != 2 || len(s.Navigation) != 1 || len(s.FooterMenu[0]) != 1 || s.Page("new.md") != nil {
		t.Errorf("%d pages, %d in the navigation", len(s.Pages), len(s.Navigation))
	}
}
