package ledger

import (
	"testing"
	"testing/fstest"

	"sharingthecost/internal/unit"
)

// Whatever the files hold, loading ends without a panic, and without problems
// every figure can be written in each of its forms and the whole as JSON.
func FuzzLoad(f *testing.F) {
	f.Add(site["content/figures.yaml"], site["content/checks.yaml"])
	f.Add("a: {formula: b, unit: count, says: a, label: a}\nb: {formula: a, unit: count, says: a, label: a}\n", "checks: [{says: a, claim: a = b}]\n")
	f.Add("a: {formula: 2 ** 9999, unit: count, says: a, label: a}\n", "checks:\n  -\n  - {says: x, claim: ≈, within: 1}\n")
	f.Add("a: {formula: 1 / 3 % 2, unit: x, says: '{{ a', label: '[@'}\nb: 1\n", "checks: {}\n")
	f.Fuzz(func(t *testing.T, figures, checks string) {
		fsys := fstest.MapFS{"content/figures.yaml": {Data: []byte(figures)}, "content/checks.yaml": {Data: []byte(checks)}}
		for _, name := range []string{"content/sources.yaml", "content/data/contribution.csv", "content/data/contribution.yaml"} {
			fsys[name] = &fstest.MapFile{Data: []byte(site[name])}
		}
		l, problems, err := Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if p.Text == "" || p.Pos.File == "" {
				t.Errorf("problem %+v", p)
			}
		}
		if len(problems) > 0 {
			return
		}
		for _, fig := range l.Figures {
			for _, form := range fig.Value.Unit.Forms() {
				if s := fig.Value.Text(unit.Form(form)); s == "" {
					t.Errorf("%s has no form %s", fig.ID, form)
				}
			}
		}
		l.JSON(Uses{})
	})
}
