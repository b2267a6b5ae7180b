package plot

import (
	"math"
	"strings"

	"sharingthecost/internal/draw"
)

// View gives the plane to ECharts, with all that its drawing has: every layer in its
// colour, and what is written beside its marks.
func (p *Plane) View() View {
	v := View{Horizontal: p.Rows, Zoom: !p.Rows && p.Kind != Names && len(p.Drawn()) > 10, Scaled: p.Scaled()}
	for _, pt := range p.Drawn() {
		v.Names = append(v.Names, pt.Name)
	}
	low, high := p.Scale.Lo, p.Scale.Hi
	if p.Scale.Ticks == nil {
		low, high = draw.Nice(low, high, 6)
	}
	panel := ViewPanel{Title: p.Title, Min: low, Max: high, Log: p.Scale.Log, Step: p.Scale.Step()}
	for n := range p.Layers {
		l := &p.Layers[n]
		switch {
		case l.Mark == Bar && l.From != nil:
			panel.Series = append(panel.Series, p.floating(l)...)
		case l.Mark != Rule:
			panel.Series = append(panel.Series, p.series(l))
		case len(panel.Series) == 0:
			panel.Series = append(panel.Series, p.rules(l))
		}
		v.Legend = v.Legend || n > 0 && l.Name != "" && !l.Named
	}
	v.Panels = []ViewPanel{panel}
	if p.Boxes != nil {
		v.FootToken = p.Boxes.Role.Token()
		v.Foot = p.Boxes.Says + ": " + strings.Join(p.Boxes.Words, ", ")
	}
	return v
}

// floating are bars that begin elsewhere, each on one that cannot be seen.
func (p *Plane) floating(l *Layer) []Series {
	below, bar := p.series(l), p.series(l)
	below.Token, below.Name, below.Stacked, bar.Stacked, bar.Inside = "", "", true, true, false
	for i := range bar.Items {
		from, to := l.From[p.First+i], l.Values[p.First+i]
		below.Items[i] = Item{V: Rounded(min(from, to) / p.Scale.Format.Divisor)}
		bar.Items[i].V = Rounded(math.Abs(to-from) / p.Scale.Format.Divisor)
	}
	return []Series{below, bar}
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
		Token: l.Token, Stacked: l.Stacked, Area: l.Mark == Area, Hollow: l.Hollow, Thin: l.Faint, Inside: l.Stacked, Across: l.Joined}
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
