package chart

import (
	"fmt"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/record"
)

// limitsKeys describe a wedge between what is sure and the most that may come.
type limitsKeys struct {
	From     record.Text `yaml:"from,required" doc:"The row that the wedge starts from; its value is the lower limit."`
	High     record.Text `yaml:"high,required" doc:"Column with the upper limits of the years after it."`
	HighSays record.Text `yaml:"high_says,required" doc:"Label of the upper edge; the last limit is added: 5% a year cap."`
	LowSays  record.Text `yaml:"low_says,required" doc:"Label of the lower edge; the value is added: no rise."`
}

// forecastKeys describe what somebody expected.
type forecastKeys struct {
	Column record.Text `yaml:"column,required" doc:"Column with the values expected."`
	Says   record.Text `yaml:"says,required" doc:"Label of the line's end; its value is added: 2021 forecast."`
	Actual record.Text `yaml:"actual" doc:"Label of what came instead; its value is added: Actual."`
}

type limits struct {
	from    int
	high    *column
	highSay string
	lowSay  string
	last    int
}

type forecast struct {
	col    *column
	says   string
	actual string
	last   int
}

// projections reads what reaches beyond the values of a panel.
func (b *builder) projections(s *series, pn *panel, k panelKeys) bool {
	if k.Limits != nil {
		from, ok := s.index(k.Limits.From)
		high, okHigh := s.column(k.Limits.High)
		if !ok || !okHigh {
			return false
		}
		l := &limits{from: from, high: high, last: lastValue(high), highSay: b.text(k.Limits.HighSays), lowSay: b.text(k.Limits.LowSays)}
		if pn.col.values[from].Missing || l.last <= from {
			b.report(k.Limits.From.At, fmt.Sprintf("no limits follow row %s", k.Limits.From.S), "the column of limits needs values for the years after it")
			return false
		}
		l.high.scale = pn.col.scale
		pn.limits = l
		b.place(l.highText(pn), k.Limits.HighSays.At)
		b.place(l.lowText(pn), k.Limits.LowSays.At)
	}
	if k.Forecast != nil {
		col, ok := s.column(k.Forecast.Column)
		if !ok {
			return false
		}
		f := &forecast{col: col, last: lastValue(col), says: b.text(k.Forecast.Says), actual: b.text(k.Forecast.Actual)}
		if f.last < s.first {
			b.report(k.Forecast.Column.At, "the forecast has no value in the years drawn", "check the column, and the years that from and until leave")
			return false
		}
		f.col.scale = pn.col.scale
		pn.forecast = f
		b.place(f.text(), k.Forecast.Says.At)
	}
	return true
}

// lastValue is the index of the last value of a column, or −1.
func lastValue(c *column) int {
	for i := len(c.values) - 1; i >= 0; i-- {
		if !c.values[i].Missing {
			return i
		}
	}
	return -1
}

func (l *limits) highText(pn *panel) string {
	return fmt.Sprintf("%s: %s by %s", l.highSay, pn.col.scale.number(l.high.values[l.last].F), l.name(pn))
}

func (l *limits) lowText(pn *panel) string {
	return fmt.Sprintf("%s: %s", l.lowSay, pn.col.scale.number(pn.col.values[l.from].F))
}

func (l *limits) name(pn *panel) string { return pn.pointName(l.last) }

// draw fills the wedge and names its edges right of its end.
func (l *limits) draw(c *draw.Canvas, p *plot, pn *panel, y draw.Scale) {
	low := pn.at(l.from, y)
	start := draw.Point{X: p.centre(l.from), Y: low} // the column drawn later covers what lies before its edge
	upper := []draw.Point{start}
	for i := l.from + 1; i <= l.last; i++ {
		if v := l.high.values[i]; !v.Missing {
			upper = append(upper, draw.Point{X: p.centre(i), Y: y.At(v.F / pn.col.scale.divisor)})
		}
	}
	end := draw.Point{X: p.centre(l.last), Y: low}
	pen := draw.Pen(draw.Agreed, 1.25).Dashed(3, 3)
	c.Add(
		draw.Path{Points: append(append([]draw.Point{}, upper...), end), Closed: true, Fill: draw.Solid(draw.AgreedPale)},
		draw.Path{Points: upper, Stroke: pen},
		draw.Line{X1: start.X, Y1: low, X2: end.X, Y2: low, Stroke: pen},
	)
	x := end.X + 10
	label := draw.Text{X: x, Size: noteSize, Fill: draw.Ink2, S: l.highText(pn)}
	lines := atColon(label, p.width-x)
	top := upper[len(upper)-1].Y
	for _, t := range lines {
		t.Y += top + 4
		c.Add(t)
	}
	label.S, label.Y = l.lowText(pn), low+4
	if least := top + 4 + float64(len(lines))*16 + apart; label.Y < least {
		label.Y = least
	}
	c.Add(label)
}

// apart is the gap, beyond that between two lines, that tells two labels from
// one of two lines.
const apart = 8

// atColon keeps a label on one line where it fits, else breaks it after its
// colon, and the parts where they must be broken.
func atColon(t draw.Text, width float64) []draw.Text {
	if t.Width()*draw.FontSafety <= width {
		return []draw.Text{t}
	}
	name, number, _ := strings.Cut(t.S, ": ")
	var out []draw.Text
	for _, part := range []string{name + ":", number} {
		t.S = part
		lines := t.Wrap(width/draw.FontSafety, 16)
		out = append(out, lines...)
		t.Y += float64(len(lines)) * 16
	}
	return out
}

func (f *forecast) text() string {
	return f.says + ": about\u00a0" + f.col.scale.number(f.col.values[f.last].F)
}

// draw draws the dashed line with its hollow end, and its label: right of the
// plot, or above its end where there is no margin.
func (f *forecast) draw(c *draw.Canvas, p *plot, pn *panel, y draw.Scale) {
	path := draw.Path{Stroke: draw.Pen(draw.Ink, 1.75).Dashed(5, 4)}
	for i := p.s.first; i <= f.last; i++ {
		if v := f.col.values[i]; !v.Missing {
			path.Points = append(path.Points, draw.Point{X: p.centre(i), Y: y.At(v.F / pn.col.scale.divisor)})
		}
	}
	end := path.Points[len(path.Points)-1]
	c.Add(path, draw.Circle{X: end.X, Y: end.Y, R: 5, Fill: draw.Solid(draw.Surface), Stroke: draw.Pen(draw.Ink, 2)})
	label := draw.Text{Size: labelSize, Weight: draw.Bold, S: f.text()}
	if p.narrow {
		label.X, label.Y, label.Anchor = min(p.right, end.X+p.slot/2), end.Y-13, draw.End
		c.Add(label)
		return
	}
	x := max(p.right, end.X+10) + 8
	label.X, label.Y = x, end.Y+1
	lines := atColon(label, p.width-x)
	for _, t := range lines {
		c.Add(t)
	}
	if f.actual != "" && !pn.col.values[f.last].Missing {
		baseline := max(pn.at(f.last, y)+4, label.Y+float64(len(lines))*16+2)
		c.Add(draw.Text{X: x, Y: baseline, Size: labelSize, Fill: draw.Ink2, S: f.actual + ": " + pn.col.scale.number(pn.col.values[f.last].F)})
	}
}
