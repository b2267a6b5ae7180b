package ledger

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
	"sharingthecost/internal/vocabulary"
)

// words are the groups, parties and steps that the test site names.
var words = func() (v vocabulary.Vocabulary) {
	problems := record.Read(diag.NewSource("content/site.yaml", []byte(`groups: {contribution: Contribution, dispute: Dispute, troops: Troops}
parties: {us: {name: United States}, korea: {name: South Korea}, both: {name: both sides}}
steps: {demand: {}, offer: {}, agreement: {}}
`)), &v)
	if len(problems) > 0 {
		panic(problems)
	}
	return v
}()

// site is a small site that is right in every respect, testdata/site; the tests
// change one file of it.
var site = func() map[string]string {
	files := map[string]string{}
	fsys := os.DirFS("testdata/site")
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		files["content/"+name] = string(text)
		return err
	})
	if err != nil {
		panic(err)
	}
	return files
}()

// load loads the site with some text of one file replaced.
func load(t testing.TB, file, old, new string) (*Ledger, diag.List) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range site {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if file != "" {
		text, ok := site[file]
		if !ok || !strings.Contains(text, old) {
			t.Fatalf("%s has no %q", file, old)
		}
		fsys[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	}
	l, problems, err := Load(fsys, words, lang.English)
	if err != nil {
		t.Fatal(err)
	}
	return l, problems.Sorted()
}

// said prints problems as the program does, without the source lines.
func said(problems diag.List) string {
	var b strings.Builder
	if err := diag.Text(&b, problems, nil, false); err != nil {
		panic(err)
	}
	return b.String()
}

func TestASoundSiteHasNoProblems(t *testing.T) {
	l, problems := load(t, "", "", "")
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	if len(l.Figures) != 8 || len(l.Events) != 2 || len(l.Sources) != 3 || len(l.Accounts) != 1 || len(l.Terms) != 1 || len(l.Checks) != 2 || len(l.Tables) != 1 {
		t.Error("something was not read")
	}
	if _, problems, err := Load(fstest.MapFS{}, words, lang.English); err != nil || len(problems) > 0 {
		t.Errorf("an empty site: %v %v", problems, err)
	}
}

func TestFigures(t *testing.T) {
	l, _ := load(t, "", "", "")
	won := l.Figure("offer_2020_won")
	if won.Sum != "1.0389 × 1.13 = 1.174\u00a0trillion won" || won.Status != Arithmetic {
		t.Errorf("the sum is %q, the status %s", won.Sum, won.Status)
	}
	if won.Says != "The offer of 13% in won" {
		t.Errorf("says %q", won.Says)
	}
	var cited []string
	for _, c := range won.Sources {
		cited = append(cited, c.ID+" "+c.Locator)
	}
	if got := strings.Join(cited, "; "); got != "mofa-2019 ; cnn-2021-03-07 p. 3" {
		t.Errorf("a formula's sources are %q", got)
	}
	if got := l.Figure("contribution_2021").Sources; len(got) != 2 || got[1].ID != "cnn-2021-03-07" {
		t.Errorf("a cell's sources are %v", got)
	}
	if offer := l.Figure("offer_2020"); offer.Base != l.Figure("contribution_2019") || offer.Changed[0].Old != "12%" || offer.Qualifier.Words(lang.English) != "about" {
		t.Errorf("the offer is %+v", offer)
	}
	for _, test := range []struct{ id, form, want string }{
		{"contribution_2019", "prose", "1.04~trillion won"},
		{"contribution_2019", "also", "$0.89~billion"},
		{"contribution_2019", "with_also", "1.04~trillion won (about $0.89~billion)"},
		{"demand_first", "times", "five~times"},
		{"troops", "Words", "28,500"},
		{"troops", "times", "troops is in people, which has no form times"},
		{"troops", "also", "troops has no second value for the form also"},
		{"troops", "roman", `there is no form "roman"`},
	} {
		got, err := l.Figure(test.id).Text(lang.English, test.form)
		if err != nil {
			got = err.Error()
		}
		if got = strings.ReplaceAll(got, "\u00a0", "~"); got != test.want {
			t.Errorf("%s as %s: got %q, want %q", test.id, test.form, got, test.want)
		}
	}
}
