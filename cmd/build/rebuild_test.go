package main

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/memo"
	"sharingthecost/internal/sitetest"
)

// build makes the site with what earlier runs have left in a file, or with a
// memory of its own, and returns its files.
func build(t *testing.T, site fstest.MapFS, file string) map[string]string {
	t.Helper()
	m := memo.New()
	if file != "" {
		m = memo.Open(file, nil)
	}
	defer m.Close()
	made, problems, err := makeSite(site, small(m))
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v, %v", problems, err)
	}
	files := sitetest.Made(made.Tree)
	if err := m.Save(false); err != nil {
		t.Fatal(err)
	}
	return files
}

// changes are what editors do to each kind of file: the page itself must follow
// and so must every page that shows something of it.
func changes(name string, text []byte) [][]byte {
	var out [][]byte
	replace := func(old, new string) {
		if changed := strings.ReplaceAll(string(text), old, new); changed != string(text) {
			out = append(out, []byte(changed))
		}
	}
	switch path.Ext(name) {
	case ".md":
		out = append(out, append(slices.Clone(text), "\nMore: {{ troops }} people [@report-2020].\n"...))
		replace("title: ", "title: New, ")
		replace("\n## ", "\n## Newly ")
		replace("updated: 2026-11-02", "updated: 2026-11-09")
	case ".yaml":
		out = append(out, append(slices.Clone(text), "\n# nothing\n"...))
		replace("A Small Site", "Another Small Site")
		replace("28500", "28600")
		replace("A report on the sums", "Another report on the sums")
		replace("label: Troops", "label: Soldiers")
	case ".csv":
		replace("1038.9", "1038.91") // less than a drawing shows
		replace("1038.9", "1138.9")
	case ".html":
		replace("<p>", "<p data-new>")
	case ".css":
		out = append(out, append(slices.Clone(text), "\n.new { color: inherit; }\n"...))
	case ".js":
		out = append(out, append(slices.Clone(text), "\nvoid 0;\n"...))
	}
	return out
}

// Whatever changes between two builds, what the second one remembers never shows:
// its files are those of a build that remembers nothing.
func TestRebuildIsBuild(t *testing.T) {
	site := smallSite(t)
	// A chart that no page shows, and one leads to.
	site["content/charts/linked.yaml"] = &fstest.MapFile{Data: anotherChart(site)}
	site["content/404.md"].Data = slices.Concat(site["content/404.md"].Data, []byte("\nSee [a second chart](charts/linked.yaml).\n"))
	file := filepath.Join(t.TempDir(), "memo")
	whole := build(t, site, "")
	sitetest.Same(t, "cold", build(t, site, file), whole)
	sitetest.Same(t, "warm", build(t, site, file), whole)
	remembered, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(remembered), "What was asked for") {
		t.Fatalf("no page is remembered: %v", err)
	}
	for i, name := range slices.Sorted(maps.Keys(site)) {
		if testing.Short() && i%4 > 0 {
			continue
		}
		for _, changed := range changes(name, site[name].Data) {
			next := maps.Clone(site)
			next[name] = &fstest.MapFile{Data: changed}
			if err := os.WriteFile(file, remembered, 0o600); err != nil {
				t.Fatal(err)
			}
			sitetest.Same(t, "after a change of "+name, build(t, next, file), build(t, next, ""))
		}
	}
}

// Whether a site has charts at all is said on every page, so that the last one
// taken away, and the first one put in, makes all pages again.
func TestRebuildWithoutCharts(t *testing.T) {
	site := smallSite(t)
	charts := regexp.MustCompile(`(?m)^!\[.*\n`)
	without := maps.Clone(site)
	for name, f := range site {
		if path.Ext(name) == ".md" {
			without[name] = &fstest.MapFile{Data: charts.ReplaceAll(f.Data, nil)}
		}
	}
	file := filepath.Join(t.TempDir(), "memo")
	for _, next := range []fstest.MapFS{site, without, site} {
		sitetest.Same(t, "with another number of charts", build(t, next, file), build(t, next, ""))
	}
}

// What pages are converted to does not depend on whether a chart is shown, however
// the texts that were remembered come and go.
func TestRebuildWithAnUnshownChart(t *testing.T) {
	site := smallSite(t)
	site["content/charts/rises.yaml"] = &fstest.MapFile{Data: []byte(`form: blocks
headline: The offer beside the sum
subhead: Rises over the contribution of 2019
subject: the contribution of 2019
base: contribution_2019
label: Paid in 2019
base_says: already paid
rows:
  - {label: Offer, name: the offer, figure: offer_2020, role: offer, when: 2020, who: Sums}
note: Sums as agreed.
sources: [report-2020]
`)}
	replace := func(name, old, new string) {
		site[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(site[name].Data), old, new, 1))}
	}
	replace("content/figures.yaml", "value: 13", "value: 3") // which has its place in the drawing
	replace("content/checks.yaml", "1.13", "1.03")
	add := func(name, text string) {
		site[name] = &fstest.MapFile{Data: slices.Concat(site[name].Data, []byte(text))}
	}
	add("content/demand.md", "\n```whatif\noffer_2020\n```\n")
	file := filepath.Join(t.TempDir(), "memo")
	for _, text := range []string{"", "\nPlain words are added.\n", "\nA figure is added: {{ troops }}.\n"} {
		add("content/404.md", text)
		sitetest.Same(t, "after "+text, build(t, site, file), build(t, site, ""))
	}
	if !strings.Contains(build(t, site, "")["demand/index.html"], "data-more") {
		t.Error("the site has no button of an unshown chart's roles")
	}
}

// anotherChart is the site's chart with other words.
func anotherChart(site fstest.MapFS) []byte {
	return []byte(strings.NewReplacer("The contribution stood still", "The sum was the same", "Yearly contribution", "Yearly sums",
		"subject: The contribution", "subject: The sum").Replace(string(site["content/charts/contribution.yaml"].Data)))
}

// A memory that was damaged, cut short or mixed up is as good as none.
func TestRebuildFromADamagedCache(t *testing.T) {
	site := smallSite(t)
	file := filepath.Join(t.TempDir(), "memo")
	whole := build(t, site, file)
	sound, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		damaged := slices.Clone(sound)
		switch at := len(sound) * (i + 1) / 13; i % 3 {
		case 0:
			damaged[at] ^= 1
		case 1:
			damaged = damaged[:at]
		case 2:
			damaged = slices.Concat(damaged[:at], damaged[at/2:])
		}
		if err := os.WriteFile(file, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		sitetest.Same(t, "with a damaged cache", build(t, site, file), whole)
	}
}

// A mistake is told however often the site is built.
func TestRebuildTellsProblemsAgain(t *testing.T) {
	site := smallSite(t)
	m := memo.New()
	if _, problems, err := makeSite(site, small(m)); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	broken := maps.Clone(site)
	text := strings.Replace(string(site["content/demand.md"].Data), "## What was asked? {#asked}", "## What was asked? {#renamed}", 1)
	broken["content/demand.md"] = &fstest.MapFile{Data: []byte(text)}
	for range 2 {
		_, problems, err := makeSite(broken, small(m))
		if err != nil || len(problems) != 1 || problems[0].Pos.File != "content/index.md" || !strings.Contains(problems[0].Text, "#asked") {
			t.Errorf("a link into a changed page: %v, %v", problems, err)
		}
	}
}

// Two projects on one program, even with one memory, are as each is alone.
func TestTwoProjects(t *testing.T) {
	files, err := initialFiles("2026-11-29")
	if err != nil {
		t.Fatal(err)
	}
	other := fstest.MapFS{}
	for name, text := range files {
		if strings.HasPrefix(name, "content/") {
			other[name] = &fstest.MapFile{Data: text}
		}
	}
	first, second := build(t, sitetest.Small(), ""), build(t, other, "")
	file := filepath.Join(t.TempDir(), "memo")
	for range 2 {
		sitetest.Same(t, "the one beside the other", build(t, sitetest.Small(), file), first)
		sitetest.Same(t, "the other beside the one", build(t, other, file), second)
	}
}
