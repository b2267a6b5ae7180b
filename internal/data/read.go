package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
)

var bom = []byte("\uFEFF")

// A csvReader reads the records of a file with the place of every cell.
type csvReader struct {
	src      *diag.Source
	csv      *csv.Reader
	skip     int // bytes of the byte order mark
	problems diag.List
}

// read fills the rows from the CSV.
func (t *Table) read(src *diag.Source) diag.List {
	r := &csvReader{src: src}
	if bad := diag.Invalid(src); bad.Line > 0 {
		text := "the file is not UTF-8 here"
		if diag.UTF16(src) {
			text = "the file is UTF-16, not UTF-8"
		}
		r.problems.Report(bad, text, "save it as CSV UTF-8")
		return r.problems
	}
	if at, hint := diag.Conflict(src); at.Line > 0 {
		r.problems.Report(at, diag.Conflicting, hint)
		return r.problems
	}
	text := bytes.TrimPrefix(src.Text, bom)
	r.skip = len(src.Text) - len(text)
	r.csv = csv.NewReader(bytes.NewReader(text))
	r.csv.FieldsPerRecord = -1
	head := r.record()
	switch {
	case head == nil && len(r.problems) == 0:
		r.problems.Report(src.Whole(), "the file is empty", "its first line names the columns: "+strings.Join(t.Names(), ","))
	case head != nil && r.otherLayout(t, text, head):
	case head != nil && r.head(t, head):
		r.rows(t, len(head))
	}
	return r.problems
}

// record returns the cells of the next record, or nil at the end of the file
// and after a quote that is not closed or misplaced.
func (r *csvReader) record() []Cell {
	values, err := r.csv.Read()
	if errors.Is(err, io.EOF) {
		return nil
	}
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		r.stray(parse)
		return nil
	}
	if err != nil {
		panic(err) // reading from memory fails in no other way
	}
	cells := make([]Cell, len(values))
	for i, v := range values {
		start := r.offset(r.csv.FieldPos(i))
		cells[i] = Cell{Text: v, At: r.src.Pos(start, r.end(start, v))}
	}
	return cells
}

// stray reports a quote that opens a cell and is not closed, or is inside one. The first is found only at the end of the file, and is shown where its
// row begins.
func (r *csvReader) stray(e *csv.ParseError) {
	const hint = `quote the whole cell and double the quotes inside it: "the ""first"" one"`
	start := r.offset(e.Line, e.Column)
	if e.Line > e.StartLine || start >= len(r.src.Text) {
		row := r.offset(e.StartLine, 1)
		r.problems.Report(r.src.Pos(row, len(r.src.Text)), "a quote in this row is not closed", hint)
		return
	}
	r.problems.Report(r.src.Pos(start, start+1), "a stray quote in the CSV", hint)
}

// offset turns a line and a column in bytes into an offset in the file.
func (r *csvReader) offset(line, col int) int {
	at := r.src.Offset(line, 1) + col - 1
	if line == 1 {
		at += r.skip
	}
	return at
}

// end is where a cell that starts at an offset stops, closing quote included.
func (r *csvReader) end(start int, value string) int {
	text := r.src.Text
	if start >= len(text) || text[start] != '"' {
		return start + len(value)
	}
	for i := start + 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		return i + 1
	}
	return len(text)
}

// otherLayout reports what spreadsheets write that is no table with commas and
// the names of its columns in the first line, where it is clear what it is.
func (r *csvReader) otherLayout(t *Table, text []byte, head []Cell) bool {
	lines := bytes.SplitN(text, []byte("\n"), maxNotes+2)
	first := strings.TrimSpace(string(lines[0]))
	whole := r.src.Pos(r.skip, r.skip+len(first))
	if m := separatorLine.FindStringSubmatch(first); m != nil {
		hint := "delete the line"
		if m[1] != "," {
			hint += ", and part the cells by commas: save it as CSV with commas"
		}
		r.problems.Report(whole, "a line for spreadsheets above the names of the columns", hint)
		return true
	}
	for _, sep := range []struct{ is, name string }{{";", "semicolons"}, {"\t", "tabs"}, {"|", "bars"}} {
		if r.names(t, strings.Split(first, sep.is)) {
			r.problems.Report(whole, "the cells are parted by "+sep.name, "save it as CSV with commas; a comma in a number becomes a point")
			return true
		}
	}
	if n := len(head); n > 1 && head[n-1].Text == "" && r.names(t, strings.Split(strings.TrimRight(first, ","), ",")) {
		at := head[n-1].At
		r.problems.Report(at, "columns without a name and without cells", "delete the commas at the ends of the lines, or the empty columns in the spreadsheet")
		return true
	}
	for i, line := range lines {
		if i > 0 && i <= maxNotes && r.names(t, strings.Split(strings.TrimSpace(string(line)), ",")) {
			r.problems.Report(whole, fmt.Sprintf("lines stand above the names of the columns, which are in line %d", i+1), "delete them; what they say belongs into the description of the schema")
			return true
		}
	}
	return false
}

// maxNotes is how many lines above the names of the columns are looked through.
const maxNotes = 20

// separatorLine matches the first line by which spreadsheets say what parts the cells.
var separatorLine = regexp.MustCompile(`(?i)^"?sep=(.?)"?$`)

// names reports whether words are the names of columns, all or most of them.
func (r *csvReader) names(t *Table, words []string) bool {
	known := 0
	for _, w := range words {
		if t.Column(strings.Trim(strings.TrimSpace(w), `"`)) >= 0 {
			known++
		}
	}
	return known > 0 && known*2 >= len(t.Fields) && known*2 >= len(words) && !(len(words) == 1 && len(t.Fields) > 1)
}

// head compares the first line with the fields and reports whether the rows
// can be read by it.
func (r *csvReader) head(t *Table, head []Cell) bool {
	before := len(r.problems)
	first := map[string]Cell{}
	meant := map[string]bool{} // columns that a misspelt one probably is
	for _, c := range head {
		if other, ok := first[c.Text]; ok {
			r.problems.ReportRelated(c.At, "column "+c.Text+" is given twice", "remove or rename one of them", other.At, "first given here")
			continue
		}
		first[c.Text] = c
		if t.Column(c.Text) < 0 {
			hint := diag.DidYouMean(c.Text, t.Names())
			meant[diag.Nearest(c.Text, t.Names())] = true
			if hint == "" {
				hint = "add it to fields in the schema, or remove it"
			}
			r.problems.Report(c.At, fmt.Sprintf("unknown column %q", c.Text), hint)
		}
	}
	for _, f := range t.Fields {
		if _, ok := first[f.Name.S]; !ok && !meant[f.Name.S] {
			r.problems.ReportRelated(head[0].At, "missing column "+f.Name.S, "add it to the first line", f.Name.At, "declared here")
		}
	}
	if len(r.problems) > before {
		return false
	}
	for i, c := range head {
		if want := t.Fields[i].Name.S; c.Text != want {
			r.problems.Report(c.At, "column "+c.Text+" stands in the place of "+want,
				"the schema has the order "+strings.Join(t.Names(), ","))
			return false
		}
	}
	return true
}

func (r *csvReader) rows(t *Table, width int) {
	keys := map[string]diag.Pos{}
	for {
		cells := r.record()
		if cells == nil {
			break
		}
		if len(cells) != width {
			r.wrongWidth(cells, width)
			continue
		}
		for i := range cells {
			r.cell(t, t.Fields[i], &cells[i])
		}
		row := Row{Cells: cells, At: cells[0].At}
		if col := t.Column(SourceColumn); col >= 0 {
			row.sources = r.sources(cells[col], r.offset(r.csv.FieldPos(col)))
		}
		r.key(t, row, keys)
		t.Rows = append(t.Rows, row)
	}
	for col := range t.Fields {
		r.thousands(t, col)
	}
	if len(t.Rows) == 0 && len(r.problems) == 0 {
		r.problems.Report(r.src.Whole(), "the file has no rows", "write one a line below the names of the columns")
	}
}

// thousands reports a column of counts in which every point may part thousands.
// One number that has decimals for certain, as 0.72 has, says that all have.
func (r *csvReader) thousands(t *Table, col int) {
	var first *Cell
	for i := range t.Rows {
		switch c := &t.Rows[i].Cells[col]; {
		case c.Missing || !strings.Contains(c.Text, "."):
		case !t.Fields[col].Unit.PointsOfThousands(c.Text) || strings.Count(c.Text, ".") > 1: // which has been said
			return
		case first == nil:
			first = c
		}
	}
	if first != nil {
		r.problems.Report(first.At, fmt.Sprintf("%s can be read in two ways: %q", t.Fields[col].Name.S, first.Text),
			"for thousands write "+strings.ReplaceAll(first.Text, ".", "")+", for thousandths a fourth decimal: "+first.Text+"0")
	}
}

func (r *csvReader) wrongWidth(cells []Cell, width int) {
	at, hint := cells[0].At, "write an empty cell as two commas"
	if len(cells) > width {
		at, hint = cells[width].At, "put a cell that holds a comma in quotes"
		if !slices.ContainsFunc(cells[width:], func(c Cell) bool { return c.Text != "" }) {
			hint = "take the comma at the end away"
		}
	}
	r.problems.Report(at, fmt.Sprintf("the row has %s, the first line %d", plural(len(cells), "cell"), width), hint)
}

// key reports a primary key that an earlier row has.
func (r *csvReader) key(t *Table, row Row, seen map[string]diag.Pos) {
	names := t.Schema.Keys()
	var parts []string
	var at diag.Pos
	for _, name := range slices.Backward(names) {
		col := t.Column(name)
		if col < 0 {
			return
		}
		if at = row.Cells[col].At; row.Cells[col].Missing {
			if !t.Fields[col].Required { // else it has been said
				r.problems.Report(at, "the primary key "+name+" is missing", "every row needs one")
			}
			return
		}
		parts = append(parts, row.Cells[col].Text)
	}
	if len(parts) == 0 {
		return
	}
	slices.Reverse(parts)
	key := strings.Join(parts, ", ")
	if other, ok := seen[key]; ok {
		r.problems.ReportRelated(at, "a second row with "+strings.Join(names, ", ")+" "+key, "each row has its own", other, "the first is here")
		return
	}
	seen[key] = at
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
