package chart_test

import (
	"io/fs"
	"strings"
	"testing"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/diag"
)

// chartFiles are the texts of the charts of testdata.
func chartFiles(t testing.TB) (texts []string) {
	t.Helper()
	names, err := fs.Glob(site, "content/charts/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		raw, err := fs.ReadFile(site, name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(raw))
	}
	return texts
}

// sound reads a chart file, which gives either a chart that can be drawn in
// every form, or problems that have a place and a text.
func sound(t testing.TB, text string, in chart.Inputs) *chart.Chart {
	t.Helper()
	c, problems := chart.Read(diag.NewSource("content/charts/x.yaml", []byte(text)), in)
	if (c == nil) == (len(problems) == 0) {
		t.Fatalf("chart %v with problems %v:\n%s", c != nil, problems, text)
	}
	for _, p := range problems {
		if p.Pos.File == "" || p.Text == "" {
			t.Fatalf("a problem without a place or text: %+v\n%s", p, text)
		}
	}
	if c == nil {
		return nil
	}
	for suffix, form := range texts(c) {
		if len(form) == 0 {
			t.Fatalf("no %s:\n%s", suffix, text)
		}
	}
	if c.Alt() == "" {
		t.Fatalf("no alt text:\n%s", text)
	}
	return c
}

func FuzzChartFile(f *testing.F) {
	for _, text := range chartFiles(f) {
		f.Add(text)
	}
	for _, s := range []string{"", "form:", yearly + "view: A\nviews: {b: {view: B, headline: Two}}\n", yearly + "view: A\nviews: {b: {view: B, y: no}}\n", "form: panels\npanels: []\n", yearly, blocksFile, bridgeFile, timelineFile,
		yearly + "height: 60\nmax: 1000000000000\n", yearly + "where: {name: z}\n", yearly + "until: 2210\n"} {
		f.Add(s)
	}
	in := inputs(f, site)
	f.Fuzz(func(t *testing.T, text string) { sound(t, text, in) })
}

// Each line of each chart is taken out, written twice, and given values that
// nobody meant. Nothing of this may bring the program down.
func TestEveryLineDisturbed(t *testing.T) {
	in := inputs(t, site)
	odd := []string{"", "-1", "99999", "2019", "krw_bn", "contribution_2019", "[]", "[2019, 2020]", "{at: 2020, says: x}", "true", "2019-04-05"}
	accepted := 0
	for _, text := range chartFiles(t) {
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			if testing.Short() && i%5 > 0 {
				continue
			}
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
				if sound(t, text, in) != nil {
					accepted++
				}
			}
		}
	}
	if accepted < 50 && !testing.Short() {
		t.Errorf("only %d variants could be drawn; the test tests little", accepted)
	}
}
