package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// View gives the plane to ECharts, with all that its drawing has: every layer in its
// colour, and what is written beside its marks.
func (p *Plane) View() View {
	v := View{Horizontal: p.Rows, Zoom: !p.Rows && p.Kind != Names && len(p.Drawn()) > 10, Scaled: p.Scaled()}
	for _, pt := range p.Drawn() {
		v.Names = append(v.Names, pt.Name)
	}
	panel := ViewPanel{Title: p.Title, Min: p.Scale.Lo, Max: p.Scale.Hi, Log: p.Scale.Log, Step: p.Scale.Step()}
	for n := range p.Layers {
		l := &p.Layers[n]
		if l.Mark != Rule {
			panel.Series = append(panel.Series, p.series(l))
		} else if n := len(panel.Series); n == 0 {
			panel.Series = append(panel.Series, p.rules(l))
		}
		v.Legend = v.Legend || n > 0 && l.Name != "" && !l.Named
	}
	v.Panels = []ViewPanel{panel}
	return v
}

// Step is the distance of ticks; that of a scale of ratios is left to ECharts.
func (s Scale) Step() float64 {
	if len(s.Ticks) < 2 || s.Log {
		return 0
	}
	return Rounded(s.Ticks[1] - s.Ticks[0])
}

// Rounded drops the noise of binary arithmetic.
func Rounded(v float64) float64 {
	if v == 0 || math.IsNaN(v) {
		return v
	}
	power := math.Pow(10, 9-math.Ceil(math.Log10(math.Abs(v))))
	return math.Round(v*power) / power
}

func (p *Plane) series(l *Layer) Series {
	s := Series{Name: l.Name, Kind: map[Mark]string{Bar: "bar", Line: "line", Area: "line", Dot: "scatter", Tick: "scatter"}[l.Mark],
		Token: l.Token, Stacked: l.Stacked, Area: l.Mark == Area, Hollow: l.Hollow, Thin: l.Faint, Inside: l.Stacked}
	if p.Ends {
		s.End = l.Name
	}
	for i := p.First; i < len(p.Points); i++ {
		it := Item{V: Rounded(l.Values[i] / p.Scale.Format.Divisor), X: i - p.First}
		if l.Roles != nil {
			it.Token = l.Roles[i].Token()
		}
		if l.Says != nil && l.Mark != Line && l.Mark != Area {
			it.Says = l.Says[i]
			if l.More != nil && l.More[i] != "" {
				it.Says += " " + l.More[i]
			}
		}
		s.Items = append(s.Items, it)
	}
	return s
}

// rules are lines between two values, which ECharts has as marks of a series.
func (p *Plane) rules(l *Layer) Series {
	s := Series{Kind: "scatter"}
	for i := range p.Present(l.Values) {
		if !math.IsNaN(l.From[i]) {
			token := l.Token
			if l.Roles != nil {
				token = l.Roles[i].Token()
			}
			s.Rules = append(s.Rules, ViewRule{i - p.First, Rounded(l.From[i] / p.Scale.Format.Divisor), Rounded(l.Values[i] / p.Scale.Format.Divisor), token})
		}
	}
	return s
}

// A ViewRule is a line from one value of a name to another.
type ViewRule struct {
	At       int
	From, To float64
	Token    draw.Token
}
