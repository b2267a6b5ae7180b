package record

import (
	"reflect"
	"testing"

	"sharingthecost/internal/diag"
)

// What is remembered of a record is the record as it was read, places and all.
func TestUnpackIsRead(t *testing.T) {
	type inner struct {
		Place
		ID   Text `yaml:"id"`
		From Date `yaml:"from"`
	}
	type outer struct {
		Title Text     `yaml:"title"`
		Share Number   `yaml:"share"`
		Words []string `yaml:"words"`
		Empty []Text   `yaml:"empty"`
		Draft *bool    `yaml:"draft"`
		Order int      `yaml:"order"`
		Parts []inner  `yaml:"parts"`
		None  []inner  `yaml:"none"`
	}
	const text = "title: \"A \\u00e9 title\"\nshare: -13.90\nwords: [a, \"\"]\nempty: []\ndraft: false\norder: -3\nparts:\n- id: >\n    x\n    y\n  from: 2020-04\n- {}\n"
	src := diag.NewSource("f.yaml", []byte("# first\n"+text))
	var want, got outer
	if problems := ReadPart(src, 8, len(src.Text), &want); len(problems) > 0 {
		t.Fatal(problems)
	}
	data := Packed(&want)
	if !Unpack(data, src, &got) || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if got.Parts[0].ID.Pos(2, 3) != want.Parts[0].ID.Pos(2, 3) {
		t.Error("a text has lost its way back to the file")
	}
	for n := range data {
		if Unpack(data[:n], src, new(outer)) {
			t.Errorf("%d of %d bytes are taken for the whole", n, len(data))
		}
	}
}
