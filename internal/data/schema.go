package data

import (
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// A Schema says what a table is and what its columns hold.
type Schema struct {
	Title         record.Text   `yaml:"title,required" doc:"What the series is, as a heading."`
	Description   record.Text   `yaml:"description" doc:"What is counted and how, in a few sentences."`
	Licence       record.Text   `yaml:"licence,required" doc:"Licence of the published file, as an SPDX id: CC0-1.0."`
	Sources       []record.Text `yaml:"sources" doc:"Citation ids of the sources of the series as a whole."`
	PrimaryKey    Columns       `yaml:"primary_key" doc:"The column that tells rows apart, or a list of columns."`
	MissingValues []record.Text `yaml:"missing_values" doc:"What a cell without a value holds; an empty cell unless given."`
	Fields        []Field       `yaml:"fields,required" doc:"The columns, in the order of the file."`
}

// Columns are the names of columns: a list, or one text parted by commas.
type Columns []record.Text

// Separator parts the names in one text.
func (Columns) Separator() string { return "," }

// A Field is one column.
type Field struct {
	Place       record.Place  `yaml:"-"`
	Name        record.Text   `yaml:"name,required" doc:"The column's name in the first line of the CSV."`
	Type        Type          `yaml:"type,required" doc:"What a cell holds: string, integer, number, year or date."`
	UnitID      record.Text   `yaml:"unit" doc:"The unit of a column of numbers: one that is built in, or of content/units.yaml."`
	Title       record.Text   `yaml:"title" doc:"The column's name for readers."`
	Description record.Text   `yaml:"description" doc:"What the column holds, in a sentence."`
	Required    bool          `yaml:"required" doc:"Whether every row must have a value."`
	Enum        []record.Text `yaml:"enum" doc:"The only values that the column may hold."`

	Unit unit.Unit `yaml:"-"`
}

// A Type is what the cells of a column hold.
type Type string

// The types of columns.
const (
	String  Type = "string"
	Integer Type = "integer"
	Number  Type = "number"
	Year    Type = "year"
	Date    Type = "date"
)

// Values lists the types.
func (Type) Values() []string {
	return []string{string(String), string(Integer), string(Number), string(Year), string(Date)}
}

// Numeric reports whether cells of the type have a number in [Cell.F].
func (t Type) Numeric() bool { return t == Integer || t == Number || t == Year }

// Keys lists the columns of the primary key, in the order given.
func (s Schema) Keys() []string {
	var keys []string
	for _, name := range s.PrimaryKey {
		keys = append(keys, name.S)
	}
	return keys
}

func (s Schema) names() []string {
	names := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		names[i] = f.Name.S
	}
	return names
}

// missing reports whether a cell's text means that it has no value.
func (s Schema) missing(text string) bool {
	if len(s.MissingValues) == 0 {
		return text == ""
	}
	return slices.ContainsFunc(s.MissingValues, func(m record.Text) bool { return m.S == text })
}

// check finds what the record's types cannot: names given twice, units on
// texts, keys of columns that do not exist.
func (s Schema) check(units unit.Table) diag.List {
	var problems diag.List
	first := map[string]Field{}
	for i, f := range s.Fields {
		if f.UnitID.Given() {
			s.Fields[i].Unit = units.Find(f.UnitID.S, f.UnitID.At, &problems)
		}
		if before, ok := first[f.Name.S]; ok {
			problems.ReportRelated(f.Name.At, "column "+f.Name.S+" is given twice", "keep one of them", before.Name.At, "first given here")
			continue
		}
		first[f.Name.S] = f
		if f.UnitID.Given() && f.Type != Number && f.Type != Integer {
			problems.Report(f.Place.Pos, "column "+f.Name.S+" has a unit but is no number", "give it type: number, or remove the unit")
		}
	}
	for _, key := range s.PrimaryKey {
		if _, ok := first[key.S]; !ok {
			problems.Report(key.At, "no column "+key.S, diag.DidYouMean(key.S, s.names()))
		}
	}
	if _, ok := licence(s.Licence.S); !ok && s.Licence.Given() {
		hint := diag.DidYouMean(s.Licence.S, Licences())
		if hint == "" {
			hint = "write one of " + strings.Join(Licences(), ", ")
		}
		problems.Report(s.Licence.At, `unknown licence "`+s.Licence.S+`"`, hint)
	}
	return problems
}
