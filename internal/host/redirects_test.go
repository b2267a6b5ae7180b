package host

import (
	"strings"
	"testing"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/render"
)

func TestAliasesThatCannotBe(t *testing.T) {
	at := func(line int) diag.Pos { return diag.Pos{File: "content/demand.md", Line: line, Col: 5} }
	alias := func(line int, from, to string) render.Listing {
		return render.Listing{URL: to, Aliases: []record.Text{{S: from, At: at(line)}}}
	}
	for _, c := range []struct {
		pages []render.Listing
		want  string
	}{
		{[]render.Listing{alias(1, "/sources", "/demand/")}, "content/demand.md:1:5: the alias /sources is the address of sources/index.html"},
		{[]render.Listing{alias(1, "/charts/gap.csv", "/demand/")}, "content/demand.md:1:5: the alias /charts/gap.csv is the address of charts/gap.csv"},
		{[]render.Listing{alias(1, "/feed.xml", "/demand/")}, "content/demand.md:1:5: the alias /feed.xml is the address of feed.xml"},
		{[]render.Listing{alias(1, "/Demand", "/demand/")}, "content/demand.md:1:5: the alias /Demand leads to itself"},
		{[]render.Listing{alias(1, "/con/", "/demand/")}, ""}, // Windows has no such file, and none is made
		{[]render.Listing{alias(1, "/x/*", "/demand/")}, "content/demand.md:1:5: the alias /x/* is not a plain address"},
		{[]render.Listing{alias(1, "/.netlify/x", "/demand/")}, "content/demand.md:1:5: the alias /.netlify/x is kept for the host itself"},
		{[]render.Listing{alias(1, "/x/", "/demand/"), alias(2, "/X", "/sources/")}, "content/demand.md:2:5: the alias /X is given twice"},
		{[]render.Listing{alias(1, "/x/", "/nowhere/")}, "content/demand.md:1:5: the alias /x/ leads to /nowhere/, where nothing is"},
		{[]render.Listing{alias(1, "/x/", "/y/"), alias(2, "/y/", "/demand/")}, "content/demand.md:1:5: the alias /x/ leads to another alias, /y/"},
		{[]render.Listing{alias(1, "/x/", "/y/"), alias(2, "/y/", "/x/")}, "content/demand.md:1:5: the alias /x/ leads round in a circle\n" +
			"content/demand.md:2:5: the alias /y/ leads round in a circle"},
	} {
		in := sample()
		in.Pages = c.pages
		_, problems := Files(in)
		var got []string
		for _, p := range problems.Sorted() {
			got = append(got, p.Pos.String()+": "+p.Text)
			if p.Hint == "" {
				t.Errorf("no hint: %s", p.Text)
			}
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("got  %s\nwant %s", strings.Join(got, "\n"), c.want)
		}
	}
}

// Whatever an alias says: it is a problem, or it adds rules of three words that
// lead from it to its page, and no other line.
func FuzzRedirects(f *testing.F) {
	for _, seed := range []string{"/old/", "/2020/ask.html", "/sources", "/x/*", "/a b", "/x\n/y /evil 200", "/:splat", "/x\r", "/x\u2028y", "/%0A", "//evil.example", "/\\evil", "/방위비/", ""} {
		f.Add(seed)
	}
	base := sample()
	base.Pages[1].Aliases = nil
	none, problems := base.redirects(nil)
	if len(problems) > 0 {
		f.Fatal(problems)
	}
	f.Fuzz(func(t *testing.T, from string) {
		in := sample()
		in.Pages[1].Aliases = []record.Text{text(from)}
		file, problems := in.redirects(nil)
		lines, ok := strings.CutPrefix(string(file.Data), string(none.Data))
		if !ok {
			t.Fatalf("the head has changed: %q", file.Data)
		}
		if len(problems) > 0 {
			if lines != "" {
				t.Fatalf("refused, and written: %q", lines)
			}
			return
		}
		if n := strings.Count(lines, "\n"); n != 1 && n != 2 {
			t.Fatalf("%d lines: %q", n, lines)
		}
		for line := range strings.Lines(lines) {
			words := strings.Fields(line)
			if len(words) != 3 || strings.TrimSuffix(words[0], "/") != strings.TrimSuffix(from, "/") || words[1] != "/demand/" || words[2] != "301" {
				t.Fatalf("%q makes the rule %q", from, line)
			}
		}
	})
}
