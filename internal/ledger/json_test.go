package ledger

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sharingthecost/internal/golden"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

func uses() Uses {
	var u Uses
	u.AddFigure("troops", Use{"/", "The story", "page"})
	u.AddFigure("offer_2020_won", Use{"/demand/", "The demand", "page"})
	u.AddFigure("offer_2020_won", Use{"/charts/demand-and-offer/", "400% more", "chart"})
	u.AddFigure("offer_2020_won", Use{"/demand/", "The demand", "page"})
	u.AddSource("cnn-2021-03-07", Use{"/demand/", "The demand", "page"})
	u.AddAccount("rise", Use{"/sources-differ/", "Where sources differ", "page"})
	return u
}

func TestJSON(t *testing.T) {
	l, _ := load(t, "", "", "")
	got := l.JSON(uses())
	golden.Check(t, "testdata/ledger.json", got)
	if again := l.JSON(uses()); !bytes.Equal(got, again) {
		t.Error("the same ledger gives other bytes")
	}
	schema := compiled(t, Schema())
	if err := schema.Validate(decoded(t, got)); err != nil {
		t.Error(err)
	}
	bad := bytes.Replace(got, []byte(`"status": "official"`), []byte(`"status": "true"`), 1)
	if schema.Validate(decoded(t, bad)) == nil {
		t.Error("the schema takes any status")
	}
	empty := (&Ledger{}).JSON(Uses{})
	if err := schema.Validate(decoded(t, empty)); err != nil {
		t.Error(err)
	}
}

// The schema lists the words of the code.
func TestSchemaKnowsTheWords(t *testing.T) {
	var s struct {
		Defs map[string]struct {
			Properties map[string]struct{ Enum []string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	var qualifiers []string
	for _, q := range Qualifier("").Values() {
		qualifiers = append(qualifiers, Qualifier(q).Words(lang.English))
	}
	for _, test := range []struct {
		def, property string
		want          []string
	}{
		{"figure", "status", Status("").Values()},
		{"figure", "qualifier", qualifiers},
		{"source", "kind", SourceKind("").Values()},
		{"account", "kind", Difference("").Values()},
	} {
		got := s.Defs[test.def].Properties[test.property].Enum
		if len(got) != len(test.want) {
			t.Errorf("%s.%s: %v, want %v", test.def, test.property, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%s.%s: %v, want %v", test.def, test.property, got, test.want)
			}
		}
	}
	for _, f := range Formats() {
		if !json.Valid(record.Schema(f.Title, f.Of)) {
			t.Errorf("no schema for %s", f.File)
		}
	}
}

func compiled(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", decoded(t, text)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decoded(t *testing.T, text []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestUnused(t *testing.T) {
	l, problems := load(t, "content/sources.yaml", "references:\n", "references:\n  - {id: spare, type: report, title: T, publisher: P, kind: report}\n")
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	var u Uses
	u.AddFigure("troops", Use{"/", "The story", "page"})
	figures, sources := l.Unused(u)
	got := ""
	for _, f := range figures {
		got += f.ID + " "
	}
	// The events and the checks use the others, or what is made of them.
	if got != "demand_first " {
		t.Errorf("unused figures: %s", got)
	}
	if len(sources) != 1 || sources[0].ID.S != "spare" {
		t.Errorf("unused sources: %v", sources)
	}
}

func TestDue(t *testing.T) {
	l, _ := load(t, "", "", "")
	for _, test := range []struct {
		day  record.Date
		want int
	}{
		{record.Date{Year: 2027, Month: 2, Day: 28}, 0},
		{record.Date{Year: 2027, Month: 3, Day: 1}, 1},
		{record.Date{Year: 2028, Month: 1, Day: 1}, 1},
	} {
		if got := len(l.Due(test.day)); got != test.want {
			t.Errorf("%v: %d due, want %d", test.day, got, test.want)
		}
	}
}

// A number that changes in its one place changes wherever it is written.
func TestOneValueEverywhere(t *testing.T) {
	l, problems := load(t, "content/figures.yaml", "value: 13\n", "value: 12\n")
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	if got := l.Figure("offer_2020_won").Sum; got != "1.0389 × 1.12 = 1.1636\u00a0trillion won" {
		t.Errorf("the sum stayed %q", got)
	}
	if got, _, _ := l.Expand(l.Events[0].Says); got != "Seoul offers 12% more, “13% and no more” [@cnn-2021-03-07, p. 2]." {
		t.Errorf("the event stayed %q", got)
	}
	if got := l.Plain(l.Account("rise").Says[0].Figure); got != "+12%" {
		t.Errorf("the account stayed %q", got)
	}
}
