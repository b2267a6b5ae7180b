package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"sharingthecost/internal/draw"
)

// A drawing of forty marks takes less than a millisecond, its picture less than eight.
func BenchmarkDrawing(b *testing.B) {
	for _, form := range []string{"columns", "lines", "grouped-bars", "stacked-columns", "strip"} {
		var rows strings.Builder
		for i := range 20 {
			fmt.Fprintf(&rows, "%d,%d,%d,,\n", 2000+i, i*7%13+1, i*5%11+2)
		}
		y := "y: [a, b]\n"
		if form == "columns" {
			y = "y: a\n"
		}
		c, problems := several(b, form, "year", "count", rows.String(), y)
		if c == nil {
			b.Fatal(problems)
		}
		b.Run(form+"/svg", func(b *testing.B) {
			for b.Loop() {
				c.WideSVG("")
			}
		})
		b.Run(form+"/png", func(b *testing.B) {
			for b.Loop() {
				draw.PNG(c.Framed(""), 2, draw.Default(), draw.Light)
			}
		})
	}
}
