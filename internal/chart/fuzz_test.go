package chart_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/diag"
)

// Whatever stands in a chart file, reading it does not fail; a problem has a
// place in a file; and what is accepted can be drawn in every form.
func FuzzChartFile(f *testing.F) {
	files, err := filepath.Glob("testdata/site/content/charts/*.yaml")
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
	for _, s := range []string{"", "form:", "form: panels\npanels: []\n", yearly, blocksFile, bridgeFile, timelineFile,
		yearly + "margin: 9999\n", yearly + "height: 60\nmax: 1000000000000\n", yearly + "where: {name: z}\n", yearly + "until: 2210\n"} {
		f.Add(s)
	}
	in := inputs(f, site)
	f.Fuzz(func(t *testing.T, text string) {
		src := diag.NewSource("content/charts/x.yaml", []byte(text))
		c, problems := chart.Read(src, in)
		if (c == nil) == (len(problems) == 0) {
			t.Fatalf("chart %v with problems %v", c != nil, problems)
		}
		for _, p := range problems {
			if p.Pos.File == "" || p.Text == "" {
				t.Fatalf("a problem without a place or text: %+v", p)
			}
		}
		if c == nil {
			return
		}
		for suffix, form := range texts(c) {
			if len(form) == 0 {
				t.Fatalf("no %s", suffix)
			}
		}
		if c.Alt() == "" || c.NarrowSVG("") == "" {
			t.Fatal("no alt text or narrow form")
		}
	})
}

// Each line of each chart is taken out, written twice, and given values that
// nobody meant. Nothing of this may bring the program down.
func TestEveryLineDisturbed(t *testing.T) {
	in := inputs(t, site)
	odd := []string{"", "-1", "99999", "2019", "krw_bn", "contribution_2019", "[]", "[2019, 2020]", "{at: 2020, says: x}", "true", "2019-04-05"}
	files, _ := filepath.Glob("testdata/site/content/charts/*.yaml")
	accepted := 0
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(raw), "\n")
		for i, line := range lines {
			rest := strings.Join(lines[i+1:], "\n")
			before := strings.Join(lines[:i], "\n") + "\n"
			variants := []string{before + rest, before + line + "\n" + line + "\n" + rest}
			for at := 0; ; {
				n := strings.Index(line[at:], ": ")
				if n < 0 {
					break
				}
				at += n + 2
				end := strings.IndexAny(line[at:], ",}")
				if end < 0 || !strings.Contains(line, "{") {
					end = len(line) - at
				}
				for n := range 4 { // different ones at each place
					v := odd[(i+at+3*n)%len(odd)]
					variants = append(variants, before+line[:at]+v+line[at+end:]+"\n"+rest)
				}
			}
			for _, text := range variants {
				c, problems := chart.Read(diag.NewSource("content/charts/x.yaml", []byte(text)), in)
				if (c == nil) == (len(problems) == 0) {
					t.Fatalf("chart %v with problems %v:\n%s", c != nil, problems, text)
				}
				for _, p := range problems {
					if p.Pos.File == "" {
						t.Fatalf("a problem without a place: %+v\n%s", p, text)
					}
				}
				if c != nil {
					accepted++
					c.WideSVG("")
					c.NarrowSVG("")
					c.Option()
					c.JSON()
					c.StandaloneSVG()
				}
			}
		}
	}
	if accepted < 50 {
		t.Errorf("only %d variants could be drawn; the test tests little", accepted)
	}
}
