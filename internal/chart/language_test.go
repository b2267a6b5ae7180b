package chart_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/golden"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/sitetest"
)

// Every form of chart speaks the language of its site: nothing that the program says of
// these charts in German is English. What their authors wrote is.
func TestChartsInGerman(t *testing.T) {
	var all strings.Builder
	for _, fsys := range []fs.FS{site, gallery(t)} {
		in := inputs(t, fsys)
		in.Ledger.Lang = lang.German
		list, problems, err := chart.Load(fsys, in)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if !strings.Contains(p.Text, "too long") && !strings.Contains(p.Text, "collide") { // with labels that were made for English
				t.Errorf("%s: %s", p.Pos, p.Text)
			}
		}
		for _, c := range list {
			raw, err := fs.ReadFile(fsys, c.Path)
			if err != nil {
				t.Fatal(err)
			}
			authors := string(raw)
			for _, name := range append([]string{"figures.yaml", "events.yaml", "sources.yaml"}, tables(c)...) {
				text, err := fs.ReadFile(fsys, "content/"+name)
				if err != nil {
					t.Fatal(err)
				}
				authors += string(text)
			}
			for what, text := range map[string]string{"alt": c.Alt(), "description": c.Description(), "table": c.TableHTML(), "drawing": c.WideSVG(""), "narrow drawing": c.NarrowSVG(""), "view": jsonKey.ReplaceAllString(string(c.Option()), ""), "source": c.SourceLine()} {
				for _, found := range sitetest.EnglishIn(text, lang.German) {
					if !strings.Contains(authors, found) {
						t.Errorf("%s: the %s says %q", c.ID, what, found)
					}
				}
			}
			fmt.Fprintf(&all, "# %s (%s)\n\n%s\n\n%s\n\n", c.ID, c.Form, c.Alt(), c.Description())
		}
	}
	golden.Check(t, "testdata/golden/german.txt", []byte(all.String()))
}

var jsonKey = regexp.MustCompile(`"\w+":`)

// tables are the files of a chart's data, with their schemas.
func tables(c *chart.Chart) (names []string) {
	for _, name := range c.Tables {
		names = append(names, name, strings.TrimSuffix(name, ".csv")+".yaml")
	}
	return names
}
