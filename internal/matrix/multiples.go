package matrix

import (
	"slices"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
)

// multiplesFile is a chart of small panels, one for each series, on one scale.
type multiplesFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	matrixKeys
	As markName `yaml:"as" doc:"What each panel holds: columns, or line (the default)."`
}

type multiples struct {
	*matrix
	panels plot.Multiples
}

func (f *multiplesFile) build(b *builder) form.Body {
	m, ok := b.matrix(f.matrixKeys, true)
	if !ok {
		return nil
	}
	mark := plot.Line
	if f.As == "columns" {
		mark = plot.Bar
	}
	m.layers(mark)
	m.Scale = plot.NewScale(m.format, m.all(), 4, mark == plot.Bar, false)
	k := multiples{matrix: m}
	for n := range m.Layers {
		layer := m.Layers[n]
		layer.Faint, layer.Says = false, nil
		p := &plot.Plane{Axis: m.Axis, Scale: m.Scale, Title: layer.Name, Height: 96, Layers: []plot.Layer{layer}}
		if mark == plot.Line { // each among all the others
			p.Layers = nil
			for o, other := range m.Layers {
				if o != n {
					p.Layers = append(p.Layers, plot.Layer{Mark: plot.Line, Token: draw.Rule, Values: other.Values, Faint: true})
				}
			}
			p.Layers = append(p.Layers, layer)
		}
		k.panels.Planes = append(k.panels.Planes, p)
	}
	return k
}

func (k multiples) Draw(size plot.Size) draw.Canvas { return k.panels.Draw(size) }

func (k multiples) Alt() string {
	says := k.peaks(k.vars)
	if last := k.lastShared(k.vars); last >= 0 && len(k.vars) > 1 {
		says = k.lang.Within(k.standing(k.vars, last))
	}
	return lang.Sentences(k.lang.Chart.Multiples.With("count", k.lang.Count(len(k.vars)), "subject", k.subject, "says", says), k.lang.Chart.TableBelow)
}

func (k multiples) Describe() []string {
	out := []string{k.axisWords() + " " + k.lang.Chart.EachPanel}
	for _, v := range k.vars {
		if k.timed() {
			out = append(out, lang.Sentence(k.course(v)))
		}
	}
	if !k.timed() {
		out = append(out, lang.Sentence(k.peaks(k.vars)))
	}
	return out
}

// explore has all series on one pair of axes, where they can be compared one by one.
func (k multiples) Explore() plot.View {
	p := k.Plane
	p.Layers = slices.Clone(p.Layers)
	if p.Ends = len(p.Layers) <= most; p.Ends {
		for n := range p.Layers {
			p.Layers[n].Token = draw.SeriesToken(n)
		}
	}
	return p.View()
}

// A markName says what a panel holds.
type markName string

// Values lists them.
func (markName) Values() []string { return []string{"columns", "line"} }
