package claims

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/golden"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
	"sharingthecost/internal/vocabulary"
)

// site is a project that is right in every respect, testdata/site; the tests
// change one text of it.
func site(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	err := filepath.WalkDir("testdata/site", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		fsys["content"+strings.TrimPrefix(filepath.ToSlash(name), "testdata/site")] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

// ofSite are the words that the test site adds to the language.
func ofSite() vocabulary.Vocabulary {
	v := vocabulary.Vocabulary{Unread: true}
	add := func(to *[]record.Text, text string) {
		for w := range strings.FieldsSeq(text) {
			*to = append(*to, record.Text{S: w})
		}
	}
	add(&v.Claims.Nouns, "troops troop soldiers soldier servicemen servicewomen marines airmen sailors")
	add(&v.Claims.Adjectives, "active duty military rok combat rotational base furloughed uniformed")
	add(&v.Claims.Abbreviations, "ROK DPRK USFK DOD")
	return v
}

// find reads a text with the words of the test site.
func find(text string) []Claim { return english.with(unit.Table{}, ofSite()).find(text) }

func load(t testing.TB, fsys fs.FS) *ledger.Ledger {
	t.Helper()
	book, problems, err := ledger.Load(fsys, ofSite(), lang.English)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return book
}

// Every kind of text of the ledger is held to the rule: testdata/records.golden.
func TestRecords(t *testing.T) {
	if problems := New(load(t, site(t))).Records(); len(problems) > 0 {
		t.Errorf("sound records have problems: %v", problems)
	}
	const table = "content/data/pay.yaml"
	var b bytes.Buffer
	for _, test := range []struct{ name, file, old, new string }{
		{"what a figure says", "content/figures.yaml", "says: The troops", "says: 'The 28,500 troops'"},
		{"the label of a figure", "content/figures.yaml", "label: US troops", "label: 'The 28,500 troops'"},
		{"the note of a figure", "content/figures.yaml", "“28,500”", "A third of the money"},
		{"an event", "content/events.yaml", "{{ offer_2020 }}", "13%"},
		{"a question", "content/accounts.yaml", "Which rise", "Which rise of 13%"},
		{"a note of a statement", "content/accounts.yaml", "On one page", "Paid twice as much"},
		{"why sources differ", "content/accounts.yaml", "One is an offer", "One is 5%"},
		{"a term’s meaning", "content/glossary.yaml", "says: The agreement", "says: A tenfold rise"},
		{"a note of a source", "content/sources.yaml", "no more”", "no more”, and 13.9% below"},
		{"a term", "content/glossary.yaml", "term: Special Measures Agreement", "term: The 13% offer"},
		{"another wording", "content/glossary.yaml", "the agreement, SMA", "the agreement, 13% offer"},
		{"the title of a table", table, "title: Pay\n", "title: 'Pay, 28,500 troops'\n"},
		{"a figure in the description of a table", table, "What was paid", "'For {{ troops }}'"},
		{"the title of a column", table, "title: Pay}", "title: Doubled the payment}"},
		{"the description of a column", table, "The year", "The 13% year"},
	} {
		files := site(t)
		files[test.file].Data = bytes.Replace(files[test.file].Data, []byte(test.old), []byte(test.new), 1)
		problems := New(load(t, files)).Records()
		if len(problems) != 1 {
			t.Errorf("%s: %v", test.name, problems)
		}
		fmt.Fprintf(&b, "# %s\n", test.name)
		if err := diag.Text(&b, problems, nil, false); err != nil {
			t.Fatal(err)
		}
		b.WriteString("\n")
	}
	golden.Check(t, "testdata/records.golden", b.Bytes())
}
