package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"sharingthecost/internal/unit"
)

// A Proposal is a file of another program as a table of this one: what an author
// looks over once, and then keeps.
type Proposal struct {
	CSV     []byte
	Fields  []ProposedField
	Key     []string // the first columns that tell the rows apart; none where none do
	Rows    int
	Dropped int // lines above the names of the columns
}

// A ProposedField is a column as it seems to be meant.
type ProposedField struct {
	Name  string // as it can stand in a formula: co2_ppm
	Title string // as it was
	Type  Type
	Unit  unit.Unit // empty: not known
	Whole bool      // every row has a value
}

// Propose reads a table as spreadsheets and statistics offices write them, and
// writes it as this program reads it: with commas, decimal points, names in lower
// case and empty cells for what has no value. No number changes.
func Propose(raw []byte) (Proposal, error) {
	text, err := decoded(raw)
	if err != nil {
		return Proposal{}, err
	}
	rows, sep := parsed(text)
	rows, dropped := withoutNotes(rows)
	if len(rows) < 2 || len(rows[0]) == 0 {
		return Proposal{}, errors.New("no table is in it: a line with the names of the columns, and below it a line for each row")
	}
	p := Proposal{Rows: len(rows) - 1, Dropped: dropped}
	columns := columnsOf(rows)
	file := decimalCommas(columns, sep)
	for i, title := range rows[0] {
		f := ProposedField{Name: columnName(title, i, p.Fields), Title: strings.Join(strings.Fields(title), " ")}
		if columns[i], err = f.infer(columns[i], file); err != nil {
			return Proposal{}, err
		}
		p.Fields = append(p.Fields, f)
	}
	p.Key = keyOf(p.Fields, columns)
	p.CSV = written(p.Fields, columns)
	return p, nil
}

// columnsOf turns the rows below the names into columns; what stands for no value
// becomes an empty cell.
func columnsOf(rows [][]string) [][]string {
	columns := make([][]string, len(rows[0]))
	for i := range columns {
		columns[i] = make([]string, len(rows)-1)
		for j, row := range rows[1:] {
			if i < len(row) && !slices.Contains(noValue, strings.TrimSpace(row[i])) {
				columns[i][j] = strings.TrimSpace(row[i])
			}
		}
	}
	return columns
}

// decoded gives a text as UTF-8 without a byte order mark.
func decoded(raw []byte) ([]byte, error) {
	little := bytes.HasPrefix(raw, []byte("\xFF\xFE"))
	if little || bytes.HasPrefix(raw, []byte("\xFE\xFF")) {
		var units []uint16
		for i := 2; i+1 < len(raw); i += 2 {
			hi, lo := raw[i], raw[i+1]
			if little {
				hi, lo = lo, hi
			}
			units = append(units, uint16(hi)<<8|uint16(lo))
		}
		raw = []byte(string(utf16.Decode(units)))
	}
	if !utf8.Valid(raw) {
		return nil, errors.New("it is not UTF-8: save it as “CSV UTF-8”")
	}
	raw = bytes.ReplaceAll(bytes.TrimPrefix(raw, bom), []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(raw, []byte("\r"), []byte("\n")), nil
}

// parsed reads the rows with the sign between cells that gives most rows of more
// than one cell one width.
func parsed(text []byte) (best [][]string, sign rune) {
	most := -1
	for _, sep := range []rune{',', ';', '\t', '|'} {
		r := csv.NewReader(bytes.NewReader(text))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes = sep, -1, true
		rows, err := r.ReadAll()
		if err != nil {
			continue
		}
		width, same := usualWidth(rows)
		if score := same * min(width-1, 1); score > most {
			best, sign, most = rows, sep, score
		}
	}
	return best, sign
}

// usualWidth is the width that most rows have, and how many have it.
func usualWidth(rows [][]string) (width, same int) {
	count := map[int]int{}
	for _, row := range rows {
		n := len(row)
		if count[n]++; count[n] > same || count[n] == same && n > width {
			width, same = n, count[n]
		}
	}
	return width, same
}

// withoutNotes drops the lines above the names of the columns, empty rows, and
// columns that hold nothing.
func withoutNotes(rows [][]string) (out [][]string, dropped int) {
	empty := func(row []string) bool { return strings.TrimSpace(strings.Join(row, "")) == "" }
	rows = slices.DeleteFunc(slices.Clone(rows), empty)
	width, _ := usualWidth(rows)
	filled := func(row []string) (n int) {
		for _, cell := range row {
			if strings.TrimSpace(cell) != "" {
				n++
			}
		}
		return n
	}
	for len(rows) > 0 && (len(rows[0]) < width || filled(rows[0]) < min(width, 2)) {
		rows = rows[1:]
		dropped++
	}
	for i := width - 1; i >= 0; i-- {
		if !slices.ContainsFunc(rows, func(row []string) bool { return i < len(row) && strings.TrimSpace(row[i]) != "" }) {
			for j, row := range rows {
				if i < len(row) {
					rows[j] = slices.Delete(slices.Clone(row), i, i+1)
				}
			}
		}
	}
	return rows, dropped
}

var notInNames = regexp.MustCompile(`[^a-z0-9]+`)

// columnName makes a name for formulas of a column's title, another than those
// before it.
func columnName(title string, at int, before []ProposedField) string {
	name := strings.Trim(notInNames.ReplaceAllString(strings.ToLower(title), "_"), "_")
	if name == SourceColumn { // holds citations here
		name = "kind"
	}
	if name == "" || name[0] >= '0' && name[0] <= '9' {
		name = strings.TrimSuffix(fmt.Sprintf("column_%d_%s", at+1, name), "_")
	}
	for n, stem := 2, name; slices.ContainsFunc(before, func(f ProposedField) bool { return f.Name == name }); n++ {
		name = fmt.Sprintf("%s_%d", stem, n)
	}
	return name
}

// noValue are the words that stand for a value that is not there.
var noValue = []string{"", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "-", "–", "—", ".", "..", "..."}

// infer finds what the cells of a column hold, and gives them as they are written
// here. Dates that are all the first of a month are months, and years where they
// are all the first of January.
func (f *ProposedField) infer(cells []string, file style) ([]string, error) {
	f.Type = String
	values := valuesOf(cells)
	f.Whole = len(values) == len(cells)
	numbers, percent, err := numbersOf(values, file)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the column %s: %w", f.Title, err)
	case len(values) == 0:
	case all(values, fourDigits.MatchString) && all(values, func(s string) bool { return s >= "1000" && s < "2999" }) &&
		(strings.Contains(f.Name, "year") || slices.IsSorted(values)):
		f.Type = Year
	case all(values, isDate) && len(values) > 1 && all(values, func(s string) bool { return strings.HasSuffix(s, "-01") }):
		f.Type = String // months, or years
		keep := len("2006-01")
		if all(values, func(s string) bool { return strings.HasSuffix(s, "-01-01") }) {
			f.Type, keep = Year, len("2006")
		}
		for i, c := range cells {
			cells[i] = c[:min(keep, len(c))]
		}
	case all(values, isDate):
		f.Type = Date
	case numbers != nil:
		f.Type = Number
		switch {
		case percent:
			f.Unit = unit.Percent
		case all(numbers, wholeNumber.MatchString):
			f.Type, f.Unit = Integer, unit.Count
		}
		for i := range cells {
			if cells[i] != "" {
				cells[i], numbers = numbers[0], numbers[1:]
			}
		}
	}
	return cells, nil
}

func valuesOf(cells []string) []string {
	return slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return c == "" })
}

func all(values []string, holds func(string) bool) bool {
	return !slices.ContainsFunc(values, func(s string) bool { return !holds(s) })
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// How numbers are written: with points or with commas before their decimals.
var (
	withPoint = regexp.MustCompile(`^[-+]?(\d+|\d{1,3}([,'’ \x{a0}\x{202f}]\d{3})+)(\.\d+)?$`)
	withComma = regexp.MustCompile(`^[-+]?(\d+|\d{1,3}([.'’ \x{a0}\x{202f}]\d{3})+)(,\d+)?$`)
)

// A style says how the numbers of a file are written.
type style int

const (
	unknown style = iota
	points        // 1,234.5
	commas        // 1.234,5
)

// decimalCommas finds out the style from the columns that can be read in one way
// only. Where commas part the cells, they part no decimals.
func decimalCommas(columns [][]string, sep rune) style {
	found := map[style]bool{}
	for _, cells := range columns {
		plain, _ := withoutPercent(valuesOf(cells))
		pointed, comma := all(plain, withPoint.MatchString), all(plain, withComma.MatchString)
		found[points] = found[points] || pointed && !comma
		found[commas] = found[commas] || comma && !pointed
	}
	switch {
	case found[points] && !found[commas], sep == ',' && !found[commas]:
		return points
	case found[commas] && !found[points]:
		return commas
	}
	return unknown
}

// withoutPercent takes the sign of percent off cells that all have it, and writes
// minus as a hyphen.
func withoutPercent(cells []string) (plain []string, percent bool) {
	percent = len(cells) > 0 && all(cells, func(s string) bool { return strings.HasSuffix(s, "%") })
	for _, c := range cells {
		if percent {
			c = strings.TrimSpace(strings.TrimSuffix(c, "%"))
		}
		plain = append(plain, strings.Replace(c, "−", "-", 1))
	}
	return plain, percent
}

// numbersOf gives cells as numbers with decimal points, or nil where one is none.
// What may be read in two ways is an error: no number is guessed.
func numbersOf(cells []string, file style) (numbers []string, percent bool, err error) {
	plain, percent := withoutPercent(cells)
	pointed, comma := all(plain, withPoint.MatchString), all(plain, withComma.MatchString)
	doubtful := slices.IndexFunc(plain, func(s string) bool { return strings.ContainsAny(s, ".,") })
	drop, decimal := ",", "."
	switch {
	case !pointed && !comma:
		return nil, false, nil
	case pointed && comma && doubtful >= 0 && file == unknown:
		return nil, false, fmt.Errorf("%s may be read with a decimal sign or with a sign of thousands: write one number of the file in another way", plain[doubtful])
	case comma && (!pointed || file == commas):
		drop, decimal = ".", ","
	}
	for _, c := range plain {
		numbers = append(numbers, strings.NewReplacer(drop, "", "'", "", "’", "", " ", "", "\u00a0", "", "\u202f", "", decimal, ".").Replace(c))
	}
	if !all(numbers, decimalNumber.MatchString) { // 00 and 0123 are names
		return nil, false, nil
	}
	return numbers, percent, nil
}

// keyOf lists the first columns that together tell all rows apart.
func keyOf(fields []ProposedField, columns [][]string) (key []string) {
	if len(columns) == 0 {
		return nil
	}
	rows := make([]string, len(columns[0]))
	for i, f := range fields {
		if f.Type == Number || !f.Whole {
			return nil
		}
		key = append(key, f.Name)
		seen := map[string]bool{}
		for j := range rows {
			rows[j] += "\x00" + columns[i][j]
			seen[rows[j]] = true
		}
		if len(seen) == len(rows) {
			return key
		}
	}
	return nil
}

func written(fields []ProposedField, columns [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	row := make([]string, len(fields))
	for i, f := range fields {
		row[i] = f.Name
	}
	w.Write(row) // into memory: it does not fail
	for j := range columns[0] {
		for i := range columns {
			row[i] = columns[i][j]
		}
		w.Write(row)
	}
	w.Flush()
	return b.Bytes()
}
