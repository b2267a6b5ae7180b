package chart_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image/png"
	"strings"
	"testing"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/golden"
)

// texts are the forms that can be read as text.
func texts(c *chart.Chart) map[string][]byte {
	return map[string][]byte{
		".wide.svg":      []byte(c.WideSVG("")),
		".narrow.html":   []byte(c.NarrowSVG("")),
		".svg":           c.StandaloneSVG(),
		".table.html":    []byte(c.TableHTML()),
		".csv":           c.CSV(),
		".tidy.csv":      c.Tidy(),
		".json":          c.JSON(),
		".option.json":   c.Option(),
		".describe.html": []byte(c.DescriptionHTML()),
		".txt":           []byte(c.Headline + "\n" + c.Subhead + "\n\n" + c.Alt() + "\n\n" + c.Description() + "\n\n" + c.Note + "\n" + c.SourceLine() + "\n"),
	}
}

func TestEachChartInEachForm(t *testing.T) {
	var pictures strings.Builder
	for _, c := range charts(t) {
		for suffix, got := range texts(c) {
			golden.Check(t, "testdata/golden/"+c.ID+suffix, got)
		}
		fmt.Fprintf(&pictures, "%s.png %x\n", c.ID, sha256.Sum256(draw.PNG(c.Framed(), 2, draw.Default(), draw.Light)))
		card := draw.PNG(c.Card(), 1, draw.Default(), draw.Light)
		fmt.Fprintf(&pictures, "%s card %x\n", c.ID, sha256.Sum256(card))
		if config, err := png.DecodeConfig(bytes.NewReader(card)); err != nil || config.Width != 1200 || config.Height != 630 {
			t.Errorf("%s: a card for networks is 1200 × 630, not %v %v", c.ID, config, err)
		}
	}
	golden.Check(t, "testdata/golden/pictures.txt", []byte(pictures.String()))
}
