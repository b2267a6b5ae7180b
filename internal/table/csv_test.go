package table

import (
	"strings"
	"testing"
)

// What a spreadsheet would run as a formula is marked as text, numbers are not.
func TestNoCellIsAFormula(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "plain": "plain", "-5": "-5", "+1.5": "+1.5", "−5": "−5", "13%": "13%",
		`=HYPERLINK("https://evil.example")`: `'=HYPERLINK("https://evil.example")`,
		"+cmd|' /C calc'!A0":                 "'+cmd|' /C calc'!A0",
		"-2+3":                               "'-2+3",
		"@SUM(A1)":                           "'@SUM(A1)",
		"\t=1":                               "'\t=1",
		"\r=1":                               "'\r=1",
	} {
		if got := Safe(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// Columns have names of their own in files, whatever their titles.
func TestNamesOfColumns(t *testing.T) {
	one := Cell{Text: "1"}
	table := Table{Columns: []Column{{Title: "Item"}, {Title: "×", Number: true, Unit: "times"}, {Title: "A b", Number: true}, {Title: "A-b", Number: true}, {Title: "–"}},
		Groups: []Group{{Rows: [][]Cell{{{Text: "x"}, one, one, one, {Text: "y"}}}}}}
	if got, want := string(table.CSV()), "item,times,a_b,a_b_2,value\nx,1,1,1,y\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := string(table.Tidy("c")); !strings.Contains(got, "c,x,,a_b_2,1,") {
		t.Error(got)
	}
}
