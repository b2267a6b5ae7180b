package chart

import (
	"fmt"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/record"
)

// bandKeys describe one period behind a drawing.
type bandKeys struct {
	From  record.Text `yaml:"from,required" doc:"First year."`
	Until record.Text `yaml:"until,required" doc:"Last year."`
	Label record.Text `yaml:"label,required" doc:"Short name at the top; what follows a colon is left out where there is no room."`
}

// A band is a period that several points belong to.
type band struct {
	from, until int
	label       string // "11th: six years"
	noun        string
}

// name is the band's label without what follows the colon: "11th".
func (b band) name() string {
	short, _, _ := strings.Cut(b.label, ":")
	return short
}

// title heads the band's rows in a table: "11th agreement, 2020–25", or "11th
// agreement (2021), 2020–25" for a band named "11th (2021)".
func (b band) title() string {
	t, bracket, found := strings.Cut(b.name(), " (")
	if b.noun != "" {
		t += " " + b.noun
	}
	if found {
		t += " (" + bracket
	}
	return t + ", " + years(b.from, b.until)
}

// years writes a range as labels do: 2020–25.
func years(from, until int) string {
	switch {
	case from == until:
		return fmt.Sprint(from)
	case from/100 == until/100:
		return fmt.Sprintf("%d–%02d", from, until%100)
	}
	return fmt.Sprintf("%d–%d", from, until)
}

// bands reads the periods and marks the points that belong to each.
func (b *builder) bands(k seriesKeys, s *series) []band {
	var out []band
	if len(k.Bands) > 0 && !s.years {
		b.report(k.Bands[0].From.At, "bands need an axis of years", "choose a column of type year for x")
		return nil
	}
	last := 0
	for _, bk := range k.Bands {
		bd := band{from: s.year(bk.From, 0), until: s.year(bk.Until, 0), label: b.text(bk.Label), noun: k.BandNoun.S}
		b.place(bd.name(), bk.Label.At)
		switch {
		case bd.until < bd.from:
			b.report(bk.Until.At, fmt.Sprintf("until %d lies before from %d", bd.until, bd.from), "until is the last year")
		case bd.from <= last:
			b.report(bk.From.At, fmt.Sprintf("the band begins in %d, when the one before has not ended", bd.from), "order the bands by year and let each end before the next")
		}
		last = bd.until
		for i, p := range s.points {
			if p.year >= bd.from && p.year <= bd.until {
				s.points[i].band = len(out)
			}
		}
		out = append(out, bd)
	}
	return out
}

// drawBands fills every second period behind the plot, from the top of the
// canvas to bottom, and names them all.
func (p *plot) drawBands(c *draw.Canvas, bottom float64) {
	drawn := p.s.drawn()
	group := draw.Group{Class: "bands"}
	shown := 0
	for i, bd := range p.s.bands {
		from, until := -1, -1
		for j, pt := range drawn {
			if pt.band == i {
				if from < 0 {
					from = j
				}
				until = j
			}
		}
		if from < 0 {
			continue
		}
		x0, x1 := p.left+float64(from)*p.slot, p.left+float64(until+1)*p.slot
		if shown%2 == 0 {
			group.Marks = append(group.Marks, draw.Rect{X: x0, W: x1 - x0, H: bottom, Fill: draw.Solid(draw.Band)})
		}
		shown++
		label := draw.Text{X: x0 + 4, Y: 14, Size: axisSize, Fill: draw.Ink2, S: bd.label}
		if label.Width()*draw.FontSafety > x1-x0-6 && i < len(p.s.bands)-1 {
			label.S = bd.name()
		}
		group.Marks = append(group.Marks, label)
	}
	c.Add(group)
}
