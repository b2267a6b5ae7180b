package data

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

// The description has the form of Croissant 1.0, as testdata/croissant.schema.json says it
// in our words after the specification: every property that it requires, none that it
// does not have; and what it says of the files is true of them.
func TestCroissant(t *testing.T) {
	table, _ := load(t, rows, schema)
	other := *table
	other.Path, other.Name = "content/data/again.csv", "again"
	tables := []*Table{table, &other}
	info := Info{
		Title: "Sharing the Cost", Description: "Who pays.", Homepage: "https://example.org/", Lang: lang.English,
		Publisher: "A Publisher", Published: record.Date{Year: 2026, Month: 1, Day: 5}, Modified: record.Date{Year: 2026, Month: 11, Day: 30},
	}
	text := Croissant(info, tables)
	s, err := jsonschema.NewCompiler().Compile("testdata/croissant.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(text []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return s.Validate(v)
	}
	if err := valid(text); err != nil {
		t.Error(err)
	}
	for _, change := range [][2]string{
		{"croissant/1.0", "croissant/0.9"}, {`"creator"`, `"maker"`}, {`"datePublished"`, `"date"`}, {`"sha256"`, `"sha1"`}, {`"sc:Float"`, `"sc:Decimal"`},
		{`"cr:RecordSet"`, `"cr:Records"`}, {`"fileObject": {`, `"file": {`}, {`"2026.11.30"`, `"November"`}, {`"column": "year`, `"columns": "year`},
	} {
		changed := bytes.Replace(text, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(changed, text) || valid(changed) == nil {
			t.Errorf("the form takes %s for %s", change[1], change[0])
		}
	}

	var d struct {
		Context      map[string]any `json:"@context"`
		Distribution []struct {
			ID                              string `json:"@id"`
			ContentURL, ContentSize, SHA256 string
		}
		RecordSet []struct {
			ID  string `json:"@id"`
			Key []struct {
				ID string `json:"@id"`
			}
			Field []struct {
				ID     string `json:"@id"`
				Source struct {
					FileObject struct {
						ID string `json:"@id"`
					}
					Extract struct{ Column string }
				}
			}
		}
	}
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Distribution) != len(tables) || len(d.RecordSet) != len(tables) {
		t.Fatalf("%d files and %d sets of records for %d tables", len(d.Distribution), len(d.RecordSet), len(tables))
	}
	sum := sha256.Sum256(table.Raw)
	var files []string
	for _, f := range d.Distribution {
		files = append(files, f.ID)
		if f.ContentURL != "https://example.org/data/"+f.ID || f.SHA256 != hex.EncodeToString(sum[:]) || f.ContentSize != fmt.Sprintf("%d B", len(table.Raw)) {
			t.Errorf("%s is described as %v", f.ID, f)
		}
	}
	head, err := csv.NewReader(bytes.NewReader(table.Raw)).Read()
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range d.RecordSet {
		var ids, columns []string
		for _, f := range set.Field {
			ids, columns = append(ids, f.ID), append(columns, f.Source.Extract.Column)
			if !slices.Contains(files, f.Source.FileObject.ID) || f.ID != set.ID+"/"+f.Source.Extract.Column {
				t.Errorf("the field %s is taken from %v", f.ID, f.Source)
			}
		}
		if !slices.Equal(columns, head) {
			t.Errorf("%s has the columns %v, the file %v", set.ID, columns, head)
		}
		for _, key := range set.Key {
			if !slices.Contains(ids, key.ID) {
				t.Errorf("%s has a key %s, which is none of its fields", set.ID, key.ID)
			}
		}
	}
	// Each word of the format itself is in the context, or programs would take it for one of
	// schema.org.
	for _, word := range strings.Fields("column conformsTo dataType extract field fileObject key recordSet source") {
		if !bytes.Contains(text, []byte(`"`+word+`":`)) || d.Context[word] == nil {
			t.Errorf("the context does not say what %s is", word)
		}
	}
}
