package plot

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"sharingthecost/internal/draw"
)

// View gives the plane to ECharts.
func (p *Plane) View() View {
	v := (&Panels{Axis: p.Axis, Planes: []*Plane{p}}).View()
	v.Horizontal = p.Rows
	v.Zoom = v.Zoom && !p.Rows
	if p.Boxes != nil {
		v.FootToken = p.Boxes.Role.Token()
		v.Foot = p.Boxes.Says + ": " + strings.Join(p.Boxes.Words, ", ")
	}
	return v
}

// View gives the planes to ECharts, with all that their drawing has: every layer in its
// colour, what is written beside its marks, and the periods behind them.
func (p *Panels) View() View {
	v := View{Zoom: p.Kind != Names && len(p.Drawn()) > 10, Scaled: p.Scaled()}
	if p.Below != nil {
		v.Below = p.Below[p.First:]
	}
	for i, pt := range p.Drawn() {
		v.Names = append(v.Names, pt.Name)
		if n := len(v.Bands); pt.Band >= 0 && p.Kind != Days {
			if n == 0 || v.Bands[n-1].Label != p.Bands[pt.Band].Label {
				v.Bands = append(v.Bands, ViewBand{From: i, Label: p.Bands[pt.Band].Label})
				n++
			}
			v.Bands[n-1].To = i
		}
	}
	for _, pl := range p.Planes {
		v.Panels = append(v.Panels, pl.viewPanel())
		for n, l := range pl.Layers {
			v.Legend = v.Legend || n > 0 && l.Name != "" && !l.Named
		}
	}
	return v
}

func (p *Plane) viewPanel() ViewPanel {
	low, high := p.Scale.Lo, p.Scale.Hi
	if p.Scale.Ticks == nil {
		low, high = draw.Nice(low, high, 6)
	}
	panel := ViewPanel{Title: p.Title, Min: low, Max: high, Log: p.Scale.Log, Step: p.Scale.Step(), Plain: p.Scale.Years}
	for n := range p.Layers {
		l := &p.Layers[n]
		switch {
		case l.From != nil && (l.Mark == Bar || l.Mark == Area):
			panel.Series = append(panel.Series, p.floating(l, fmt.Sprint("from-", n))...)
		case l.Fades != nil: // its ends
			panel.Series = append(panel.Series, p.series(&Layer{Mark: Dot, Name: l.Name, Roles: l.Roles, Token: l.Token, Hollow: true, Values: l.Values, Says: l.Says}),
				p.series(&Layer{Mark: Dot, Name: l.Name, Roles: l.Roles, Token: l.Token, Hollow: true, Values: l.Fades}))
		case l.Mark != Rule:
			panel.Series = append(panel.Series, p.series(l))
		case len(panel.Series) == 0:
			panel.Series = append(panel.Series, p.rules(l))
		}
	}
	p.noted(panel.Series)
	return panel
}

// noted adds the notes to what is said of the first series that has a value there.
func (p *Plane) noted(series []Series) {
	for _, note := range p.Notes {
		i := slices.IndexFunc(series, func(s Series) bool { return !s.Area && s.Token != "" && !math.IsNaN(s.Items[note.At-p.First].V) })
		if i < 0 {
			continue
		}
		it := &series[i].Items[note.At-p.First]
		it.Says = strings.TrimSpace(note.Says + "\n" + it.Says)
	}
}

// floating are bars or areas that begin elsewhere, each on one that cannot be seen.
func (p *Plane) floating(l *Layer, stack string) []Series {
	below, mark := p.series(l), p.series(l)
	below.Token, below.Name, below.Area, below.Stacked, mark.Stacked, mark.Inside = "", "", false, true, true, l.Inside
	below.Stack, mark.Stack = stack, stack
	if l.Mark == Area {
		below.Thin, mark.Thin = true, true
	}
	for i := range mark.Items {
		from, to := l.From[p.First+i], l.Values[p.First+i]
		below.Items[i] = Item{V: Rounded(min(from, to) / p.Scale.Format.Divisor)}
		mark.Items[i].V = Rounded(math.Abs(to-from) / p.Scale.Format.Divisor)
	}
	return []Series{below, mark}
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
	s := Series{Name: cmp.Or(l.Name, l.End), Kind: map[Mark]string{Bar: "bar", Line: "line", Area: "line", Dot: "scatter", Tick: "scatter", None: "scatter"}[l.Mark],
		Token: l.Token, Stacked: l.Stacked, Area: l.Mark == Area, Hollow: l.Hollow, Dashed: l.Dashed, Thin: l.Faint, Inside: l.inner(), Across: l.Joined || l.Dashed}
	if s.Token == "" && l.Mark != None {
		s.Token = l.token(p.First)
	}
	if p.Ends && l.Mark != None {
		s.End = l.Name
	} else if l.Mark == Line {
		s.End = l.End
	}
	if l.Tips != nil {
		s.Tips = l.Tips[p.First:]
	}
	for i := p.First; i < len(p.Points); i++ {
		it := Item{V: Rounded(l.Values[i] / p.Scale.Format.Divisor), X: i - p.First, Hollow: l.Hollow && l.Mark == Bar || l.Running != nil && l.Running[i]}
		if l.Roles != nil || it.Hollow {
			it.Token = l.token(i)
		}
		if l.Shapes != nil {
			it.Symbol = l.Shapes[i]
		}
		if !p.Ends && l.Mark != Area {
			it.Says = l.written(i)
		}
		if l.Mark == Dot {
			it.Side = p.side(l, i)
		}
		s.Items = append(s.Items, it)
	}
	return s
}

// side is where the words of a dot stand, where they do not stand right of it.
func (p *Plane) side(l *Layer, i int) string {
	switch {
	case l.Named:
		return "top"
	case l.leftOf(p.Layers, i), l.Led && p.Scale.Part(l.Values[i]) > 0.5:
		return "left"
	}
	return ""
}

// written is all that is written at mark i.
func (l *Layer) written(i int) string {
	says := l.says(i)
	switch {
	case says == "" && l.Feet != nil && !math.IsNaN(l.Values[i]):
		says = l.Feet[i]
	case l.Mark == None && i == LastValue(l.Values):
		says = l.End
	}
	if l.More != nil && l.More[i] != "" {
		says += " " + l.More[i]
	}
	if l.Under != nil && l.Under[i] != "" {
		says += "\n" + l.Under[i]
		if l.Whole != nil {
			says += "\n" + l.Whole[i]
		}
	}
	return strings.TrimSpace(says)
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
