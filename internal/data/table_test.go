package data

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/golden"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/unit"
)

const csvPath = "content/data/uses.csv"

const schema = `title: Uses
description: By year and use.
licence: CC0-1.0
sources: [white-paper]
primary_key: year, use
missing_values: ["", n/a]
fields:
  - {name: year, type: year, required: true, title: Year}
  - {name: use, type: string, required: true, enum: [labour, logistics]}
  - {name: krw_bn, type: number, unit: krw_bn, description: In billions}
  - {name: people, type: integer, unit: people}
  - {name: day, type: date}
  - {name: source, type: string}
`

const rows = `year,use,krw_bn,people,day,source
2018,labour,371.0,8500,2018-01-01,a; b
2018,logistics,"-145.0",,n/a,"c;b"
`

var units = unit.NewTable(unit.Declare("krw_bn", "billions of won", "", unit.Step{Prose: "{n} billion won"}), unit.Declare("people", "people", "", unit.Step{Prose: "{n}"}))

func load(t testing.TB, csv, yaml string) (*Table, diag.List) {
	t.Helper()
	table, problems, err := Load(fstest.MapFS{
		csvPath:                  {Data: []byte(csv)},
		"content/data/uses.yaml": {Data: []byte(yaml)},
	}, csvPath, units)
	if err != nil {
		t.Fatal(err)
	}
	return table, problems.Sorted()
}

func TestLoad(t *testing.T) {
	table, problems := load(t, rows, schema)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	cell, ok := table.Cell(1, "krw_bn")
	if !ok || cell.F != -145 || cell.Text != "-145.0" || cell.At != (diag.Pos{File: csvPath, Line: 3, Col: 16, Len: 8}) {
		t.Errorf("cell %+v", cell)
	}
	if cell, _ := table.Cell(1, "day"); !cell.Missing || cell.Text != "n/a" {
		t.Errorf("cell %+v", cell)
	}
	if row, ok := table.Find("use", "logistics"); !ok || row != 1 {
		t.Errorf("found row %d", row)
	}
	if _, ok := table.Find("use", "repairs"); ok {
		t.Error("found what is not there")
	}
	if _, ok := table.Cell(2, "use"); ok {
		t.Error("a row too many")
	}
	if got := fmt.Sprint(table.SourceIDs()); got != "[white-paper a b c]" {
		t.Errorf("sources %s", got)
	}
	second := table.RowSources(1)
	if len(second) != 2 || second[1] != (SourceID{"b", diag.Pos{File: csvPath, Line: 3, Col: 33, Len: 1}}) {
		t.Errorf("sources of the second row %+v", second)
	}
	if table.Name != "uses" || len(table.Rows) != 2 || table.Rows[1].At.Line != 3 {
		t.Errorf("table %s with %d rows", table.Name, len(table.Rows))
	}
}

// Files as spreadsheet programs save them read the same, with places of their
// own, and are published the same.
func TestSpreadsheetFiles(t *testing.T) {
	plain, _ := load(t, rows, schema)
	for name, csv := range map[string]string{
		"CRLF":                  strings.ReplaceAll(rows, "\n", "\r\n"),
		"BOM":                   "\uFEFF" + rows,
		"BOM and CRLF":          "\uFEFF" + strings.ReplaceAll(rows, "\n", "\r\n"),
		"no line break at last": strings.TrimSuffix(rows, "\n"),
	} {
		table, problems := load(t, csv, schema)
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		if !bytes.Equal(bytes.TrimSuffix(table.Raw, []byte("\n")), bytes.TrimSuffix(plain.Raw, []byte("\n"))) {
			t.Errorf("%s: published as %q", name, table.Raw)
		}
		for i := range table.Rows {
			for j := range table.Rows[i].Cells {
				if got, want := table.Rows[i].Cells[j], plain.Rows[i].Cells[j]; got != want {
					t.Errorf("%s: cell %+v, want %+v", name, got, want)
				}
			}
		}
	}
	_, problems := load(t, "\uFEFF"+strings.Replace(rows, "year,use", "jear,use", 1), schema)
	if len(problems) == 0 || problems[0].Pos.Col != 2 { // the mark is the first character of the file
		t.Errorf("problems %v", problems)
	}
}

// Every mistake in a table and its schema, made once: testdata/problems.golden.
func TestProblems(t *testing.T) {
	const inCSV, inSchema = "csv", "schema"
	var b bytes.Buffer
	for _, test := range []struct{ name, file, old, new string }{
		{"an unknown column", inCSV, "year,use", "year,usse"},
		{"a column without a schema", inCSV, "day,source\n", "day,source,zzzz\n"},
		{"a column twice", inCSV, "krw_bn,people", "krw_bn,krw_bn"},
		{"columns out of order", inCSV, "year,use", "use,year"},
		{"a missing value", inCSV, "2018,labour", "2018,"},
		{"a missing key", inCSV, "2018,labour", ",labour"},
		{"a word for a number", inCSV, "371.0", "many"},
		{"a number with a comma", inCSV, "371.0", `"1,371.0"`},
		{"a number with its unit", inCSV, "371.0", "$371"},
		{"a typographic minus", inCSV, `"-145.0"`, "−145.0"},
		{"a fraction of a person", inCSV, "8500", "8500.5"},
		{"no year", inCSV, "2018,labour", "'18,labour"},
		{"no day", inCSV, "2018-01-01", "2018-02-30"},
		{"a value that enum does not list", inCSV, "2018,labour", "2018,labor"},
		{"another value that enum does not list", inCSV, "2018,labour", "2018,construction"},
		{"a character that nobody sees", inCSV, "a; b", "a\u202E; b"},
		{"a formula of a spreadsheet", inCSV, "a; b", `"=HYPERLINK(""https://evil.example"")"`},
		{"another formula", inCSV, "a; b", "@SUM(A1)"},
		{"a sum", inCSV, "a; b", "+1"},
		{"a difference", inCSV, "a; b", "-A1"},
		{"a formula behind a tab", inCSV, "a; b", "\"\t=1\""},
		{"a formula behind a carriage return", inCSV, "a; b", "\"\r=1\""},
		{"space around a value", inCSV, "2018,labour", "2018, labour"},
		{"the same key twice", inCSV, "2018,logistics", "2018,labour"},
		{"a cell too few", inCSV, ",8500,", ","},
		{"a cell too many", inCSV, ",a; b", ",a, b"},
		{"a quote that is not closed", inCSV, `"c;b"`, `"c;b`},
		{"a quote inside a cell", inCSV, "a; b", `a "b"`},
		{"an empty file", inCSV, rows, ""},
		{"a head alone", inCSV, rows[strings.Index(rows, "\n")+1:], ""},
		{"another encoding", inCSV, "labour", "\xe9labour"},
		{"an unknown type", inSchema, "type: number", "type: decimal"},
		{"an unknown unit", inSchema, "unit: people", "unit: peopel"},
		{"a unit of a text", inSchema, "enum: [labour, logistics]", "unit: people"},
		{"a field twice", inSchema, "name: people", "name: krw_bn"},
		{"a key of no column", inSchema, "primary_key: year, use", "primary_key: year, uses"},
		{"an unknown licence", inSchema, "CC0-1.0", "CC0"},
		{"another unknown licence", inSchema, "CC0-1.0", "public domain as far as we know"},
		{"no licence", inSchema, "licence: CC0-1.0\n", ""},
		{"a missing column", inSchema, "  - {name: source", "  - {name: note, type: string}\n  - {name: source"},
	} {
		csv, yaml := rows, schema
		if test.file == inCSV {
			csv = strings.Replace(rows, test.old, test.new, 1)
		} else {
			yaml = strings.Replace(schema, test.old, test.new, 1)
		}
		if csv == rows && yaml == schema {
			t.Fatalf("%s: nothing changed", test.name)
		}
		_, problems := load(t, csv, yaml)
		lines := func(file string, n int) (string, bool) {
			if file == csvPath {
				return diag.NewSource(file, []byte(csv)).Line(n), true
			}
			return diag.NewSource(file, []byte(yaml)).Line(n), true
		}
		fmt.Fprintf(&b, "# %s\n", test.name)
		if err := diag.Text(&b, problems, lines, false); err != nil {
			t.Fatal(err)
		}
		if len(problems) == 0 {
			t.Errorf("%s: no problem", test.name)
		}
		b.WriteString("\n")
	}
	golden.Check(t, "testdata/problems.golden", b.Bytes())
}

func TestMissingFiles(t *testing.T) {
	if _, _, err := Load(fstest.MapFS{}, csvPath, units); err == nil {
		t.Error("no error for a table that does not exist")
	}
	table, problems, err := Load(fstest.MapFS{csvPath: {Data: []byte(rows)}}, csvPath, units)
	if table != nil || err != nil || len(problems) != 1 || problems[0].Text != "no schema content/data/uses.yaml" {
		t.Errorf("%v %v %v", table, problems, err)
	}
}

func TestPackage(t *testing.T) {
	table, _ := load(t, rows, schema)
	other := *table
	other.Path, other.Name = "content/data/again.csv", "again"
	info := Info{Lang: lang.English, Title: "Sharing the Cost", Homepage: "https://example.org/",
		Source: func(id string) (string, string) { return "Title of " + id, "https://example.org/" + id }}
	got := Package(info, []*Table{table, &other})
	golden.Check(t, "testdata/datapackage.json", got)
	if !bytes.Equal(got, Package(info, []*Table{&other, table})) {
		t.Error("the order of the tables changes the package")
	}
	compiler := jsonschema.NewCompiler()
	s, err := compiler.Compile("testdata/datapackage.schema.json")
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
	if err := valid(got); err != nil {
		t.Error(err)
	}
	for _, change := range [][2]string{{`"type": "year"`, `"type": "jear"`}, {`"path": "uses.csv"`, `"path": "../uses.csv"`}, {`"sha256:`, `"`}} {
		if valid(bytes.Replace(got, []byte(change[0]), []byte(change[1]), 1)) == nil {
			t.Errorf("the schema takes %s", change[1])
		}
	}
}

// Whatever the file, reading it ends, every problem and cell lies inside it,
// and every row has a cell for each field.
func FuzzLoad(f *testing.F) {
	f.Add(rows)
	f.Add("\uFEFFyear,use\r\n\"a\"\"b\",\"\n")
	f.Add("year,use,krw_bn,people,day,source\n\n2018,labour,1,2,,\n\"2019\",\"labour\",,,,\n")
	f.Fuzz(func(t *testing.T, csv string) {
		table, problems := load(t, csv, schema)
		lines := strings.Count(csv, "\n") + 1
		for _, p := range problems {
			if p.Pos.Line < 0 || p.Pos.Line > lines {
				t.Errorf("problem %v in a file of %d lines", p, lines)
			}
		}
		for _, row := range table.Rows {
			if len(row.Cells) != len(table.Fields) {
				t.Fatalf("a row of %d cells", len(row.Cells))
			}
			for _, c := range row.Cells {
				if c.At.Line < 1 || c.At.Line > lines {
					t.Errorf("cell %+v in a file of %d lines", c, lines)
				}
			}
		}
	})
}

// What spreadsheets and people of other customs write is told as what it is.
func TestOtherLayouts(t *testing.T) {
	const plain = "title: T\nlicence: CC0-1.0\nfields:\n  - {name: year, type: year}\n  - {name: v, type: number, unit: count}\n  - {name: source, type: string}\n"
	for csv, want := range map[string]string{
		"sep=;\nyear;v;source\n2018;5;a\n":            "1:1 a line for spreadsheets above the names of the columns / delete the line, and part the cells by commas: save it as CSV with commas",
		"sep=,\nyear,v,source\n2018,5,a\n":            "1:1 a line for spreadsheets above the names of the columns / delete the line",
		"year;v;source\n2018;5;a\n":                   "1:1 the cells are parted by semicolons / save it as CSV with commas; a comma in a number becomes a point",
		"year\tv\tsource\n2018\t5\ta\n":               "1:1 the cells are parted by tabs / save it as CSV with commas; a comma in a number becomes a point",
		"year,v,source,,\n2018,5,a,,\n":               "1:16 columns without a name and without cells / delete the commas at the ends of the lines, or the empty columns in the spreadsheet",
		"What was paid\n\nyear,v,source\n2018,5,a\n":  "1:1 lines stand above the names of the columns, which are in line 3 / delete them; what they say belongs into the description of the schema",
		"year,v,source\n2018,5,a\n,,\n,,\n":           "",
		"year,v,source\r\n2018,5,a\r\n,,\r\n":         "",
		"year,v,source\n2018,\"5,3\",a\n":             "2:6 v must be a number, not \"5,3\" / write a decimal point: 5.3",
		"year,v,source\n2018,\"5,300\",a\n":           "2:6 v must be a number, not \"5,300\" / write 5300; or, where the comma is a decimal comma, 5.3000",
		"year,v,source\n2018,\"1,005,300\",a\n":       "2:6 v must be a number, not \"1,005,300\" / write it without thousands commas: 1005300",
		"year,v,source\n2018,1.005.300,a\n":           "2:6 v must be a number, not \"1.005.300\" / write it without thousands points: 1005300",
		"year,v,source\n2018,\"1.960,50\",a\n":        "2:6 v must be a number, not \"1.960,50\" / write 1960.50: no points between thousands, and a point before decimals",
		"year,v,source\n2018,n/a,a\n":                 "2:6 v must be a number, not \"n/a\" / write digits with a decimal point; leave the cell empty for no value",
		"year,v,source\n2018,0123,a\n":                "2:6 v must be a number, not \"0123\" / write 123; where the noughts belong to it, it is a name and no number",
		"year,v,source\n2018,33.333333333333336,a\n":  "2:6 v has more digits than are kept: \"33.333333333333336\" / round it to twelve digits, or to a whole number of fifteen",
		"year,v,source\n2018,0.123456789012,a\n":      "",
		"year,v,source\n2018,28.500,a\n":              "2:6 v can be read in two ways: \"28.500\" / for thousands write 28500, for thousandths a fourth decimal: 28.5000",
		"year,v,source\n2018,60,a\n2019,1.245,a\n":    "3:6 v can be read in two ways: \"1.245\" / for thousands write 1245, for thousandths a fourth decimal: 1.2450",
		"year,v,source\n2018,1.250,a\n2019,0.720,a\n": "", // decimals, as the second says
		"year,v,source\n2018,1.250,a\n2019,1.3,a\n":   "",
		"year,v,source\n2018,5,NaN\n":                 "2:8 source is unfinished: NaN / finish it; leave the cell empty for no value",
		"year,v,source\n<<<<<<< HEAD\n2018,5,a\n":     "2:1 two versions of these lines, as a merge left them / keep the lines that are right, and delete the lines <<<<<<<, ======= and >>>>>>>",
		"year,v,source\n2018,5,a\nsee p. 3 and 4\n":   "3:1 the row has 1 cell, the first line 3 / write an empty cell as two commas",
		"year,v,source\n2018,5,a,\n":                  "2:10 the row has 4 cells, the first line 3 / take the comma at the end away",
		"year,v,source\n2018,5,cafÃ©\n":               "2:8 source has characters that were read in the wrong encoding: \"Ã©\" / write the characters that were meant; where many are wrong, copy or save the text again as UTF-8",
		"year,v,source\n2018,5,a\u00adb\n":            "2:8 source has a soft hyphen / delete it",
		"year,v,source\n2018,5,a\ue000b\n":            "2:8 source has the character U+E000, which only one font has / delete it",
		"\xff\xfey\x00e\x00":                          "1:1 the file is UTF-16, not UTF-8 / save it as CSV UTF-8",
	} {
		table, problems := load(t, csv, plain)
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%d:%d %s / %s", p.Pos.Line, p.Pos.Col, p.Text, p.Hint))
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%q: %q, want %q", csv, got, want)
		}
		if want == "" && !strings.Contains(csv, ".") && string(table.Raw) != "year,v,source\n2018,5,a\n" {
			t.Errorf("%q is published as %q", csv, table.Raw)
		}
	}
}
