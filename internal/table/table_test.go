package table

import (
	"strings"
	"testing"

	"sharingthecost/internal/lang"
)

// Empty cells are dashes, which say that there is no value; but not in a column that is
// to hold one only now and then.
func TestDashes(t *testing.T) {
	sheet := Table{Columns: []Column{{Title: "Year"}, {Title: "Sum", Number: true}, {Title: "Asked for", Number: true, Aside: true}}, Groups: make([]Group, 1)}
	for i := range 6 {
		row := []Cell{{Text: "2019"}, {Text: "5"}, {}}
		if i == 0 {
			row = []Cell{{Text: "2018"}, {}, {Text: "9"}}
		}
		sheet.Groups[0].Rows = append(sheet.Groups[0].Rows, row)
	}
	html := sheet.HTML(lang.English, "", "Sums")
	if strings.Count(html, "no value") != 1 || strings.Count(html, `<td class="n"></td>`) != 5 {
		t.Error(html)
	}
}
