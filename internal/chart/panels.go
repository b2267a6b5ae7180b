package chart

import (
	"fmt"
	"strconv"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/record"
)

// panelsFile is a chart of several panels above one another on one x axis.
type panelsFile struct {
	Place record.Place `yaml:"-"`
	frameKeys
	seriesKeys
	Panels []panelFile `yaml:"panels,required" doc:"The panels, from the top; each has its own scale and unit."`
}

// panelFile is one of them.
type panelFile struct {
	Place record.Place `yaml:"-"`
	Form  panelName    `yaml:"form,required" doc:"columns or line."`
	panelKeys
}

// singleFile is a chart of one panel: form columns or line.
type singleFile struct {
	Place record.Place `yaml:"-"`
	frameKeys
	seriesKeys
	panelKeys
}

// A panelName is the form of a panel.
type panelName string

// Values lists the forms of panels.
func (panelName) Values() []string { return []string{"columns", "line"} }

// panelKeys describe what one panel draws.
type panelKeys struct {
	Y           record.Text      `yaml:"y,required" doc:"The column with the values."`
	Title       record.Text      `yaml:"title" doc:"Title of the value axis; without it, the unit."`
	Role        role             `yaml:"role" doc:"What the values stand for: base, demand, offer, agreed, caution or context."`
	Roles       []roleKeys       `yaml:"roles" doc:"Other roles for some of the values."`
	Height      int              `yaml:"height" doc:"Height of the plot in pixels: 200 unless given."`
	Max         record.Number    `yaml:"max" doc:"Upper end of the scale as the axis counts; without it, the next round number."`
	Converted   bool             `yaml:"converted" doc:"The values are our conversion: markers and columns are hollow."`
	Values      valuesName       `yaml:"values" doc:"foot prints each value at the foot of its column."`
	Highlights  []record.Text    `yaml:"highlights" doc:"Rows whose value is printed above the mark."`
	Running     []record.Text    `yaml:"running" doc:"Rows agreed for a time that is not over: hatched, with a dashed outline."`
	Below       record.Text      `yaml:"below" doc:"A column printed below the years."`
	Limits      *limitsKeys      `yaml:"limits" doc:"A wedge between the last value and the most that may follow."`
	Forecast    *forecastKeys    `yaml:"forecast" doc:"What somebody expected: a dashed line with a hollow end."`
	Annotations []annotationKeys `yaml:"annotations" doc:"Short notes at single values."`
}

// A valuesName says where every value is printed.
type valuesName string

// Values lists the places.
func (valuesName) Values() []string { return []string{"foot"} }

// roleKeys give a run of rows a role of their own.
type roleKeys struct {
	From  record.Text `yaml:"from,required" doc:"First row."`
	Until record.Text `yaml:"until" doc:"Last row; without it, only the first."`
	Role  role        `yaml:"role,required" doc:"What these values stand for."`
}

// panels draws one or more panels on one x axis.
type panels struct {
	s      *series
	parts  []*panel
	margin float64
	split  bool // a phone gets the split-bar table
}

// A panel is one plot with its own scale. Indexes count all points of the
// series, drawn or not.
type panel struct {
	s         *series
	line      bool
	col       *column
	title     string
	roles     []role
	converted bool
	foot      bool
	labelled  map[int]bool
	running   map[int]bool
	below     *column
	limits    *limits
	forecast  *forecast
	notes     []annotation
	height    float64
	top       float64 // end of the scale, in the axis's scale
	ticks     []float64
}

func (b *builder) panelsChart(f *panelsFile) body {
	s, ok := b.series(f.seriesKeys)
	if !ok {
		return nil
	}
	p := &panels{s: s, margin: float64(f.Margin), split: f.Narrow == splitBars}
	if len(f.Panels) == 0 {
		b.report(f.Place.Pos, "the chart has no panels", "give at least one under panels")
		return nil
	}
	for _, k := range f.Panels {
		if pn := b.panel(s, k.panelKeys, k.Form == "line"); pn != nil {
			p.parts = append(p.parts, pn)
		}
	}
	return p.complete(f.X)
}

func (b *builder) singleChart(f *singleFile) body {
	s, ok := b.series(f.seriesKeys)
	if !ok {
		return nil
	}
	p := &panels{s: s, margin: float64(f.Margin), split: f.Narrow == splitBars}
	if pn := b.panel(s, f.panelKeys, f.Form == formLine); pn != nil {
		p.parts = append(p.parts, pn)
	}
	return p.complete(f.X)
}

// complete fills in what the file leaves to the program.
func (p *panels) complete(at record.Text) body {
	if p.margin < 0 || p.margin > 300 {
		p.s.b.report(at.At, fmt.Sprintf("the margin is %g pixels", p.margin), "write a margin from 0 to 300")
	}
	if len(p.parts) == 0 || len(p.s.b.problems) > 0 {
		return nil
	}
	if p.s.keys.Table == nil {
		for _, pn := range p.parts {
			p.s.shownAs = append(p.s.shownAs, pn.col)
			p.s.shownAs = append(p.s.shownAs, pn.extra()...)
		}
	}
	return p
}

// extra are the further columns that a panel draws.
func (pn *panel) extra() []*column {
	var out []*column
	if pn.below != nil {
		out = append(out, pn.below)
	}
	if pn.forecast != nil {
		out = append(out, pn.forecast.col)
	}
	if pn.limits != nil {
		out = append(out, pn.limits.high)
	}
	return out
}

func (b *builder) panel(s *series, k panelKeys, line bool) *panel {
	col, ok := s.column(k.Y)
	if !ok {
		return nil
	}
	if col.text {
		b.report(k.Y.At, fmt.Sprintf("column %q holds no amounts", k.Y.S), "choose a column of type number with a unit")
		return nil
	}
	pn := &panel{s: s, line: line, col: col, title: b.text(k.Title), converted: k.Converted, foot: k.Values == "foot",
		labelled: b.rows(s, k.Highlights, col), running: b.rows(s, k.Running, col), height: 200}
	if pn.title == "" {
		pn.title = col.scale.title
	}
	if k.Height > 0 {
		pn.height = float64(k.Height)
	}
	if k.Height < 0 || k.Height > 0 && k.Height < 60 || k.Height > 600 {
		b.report(k.Y.At, fmt.Sprintf("the height of the panel is %d pixels", k.Height), "write a height from 60 to 600")
		return nil
	}
	pn.setRoles(b, s, k)
	if k.Below.Given() {
		if pn.below, ok = s.column(k.Below); !ok {
			return nil
		}
	}
	if !b.projections(s, pn, k) || !pn.setScale(b, s, k) {
		return nil
	}
	pn.notes = b.annotations(s, pn, k.Annotations)
	return pn
}

// rows finds rows by name; each must have a value to point at.
func (b *builder) rows(s *series, names []record.Text, col *column) map[int]bool {
	out := map[int]bool{}
	for _, n := range names {
		i, ok := s.index(n)
		if ok && col.values[i].Missing {
			b.report(n.At, fmt.Sprintf("row %s has no value in column %s", n.S, col.key), "name a row that has a value")
			continue
		}
		if ok {
			out[i] = true
		}
	}
	return out
}

func (pn *panel) setRoles(b *builder, s *series, k panelKeys) {
	pn.roles = make([]role, len(s.points))
	for i := range pn.roles {
		pn.roles[i] = k.Role
	}
	for _, r := range k.Roles {
		until := r.Until
		if !until.Given() {
			until = r.From
		}
		from, ok := s.index(r.From)
		last, okLast := s.index(until)
		for i := from; ok && okLast && i <= last; i++ {
			pn.roles[i] = r.Role
		}
	}
}

// setScale lays the value axis from zero to the end given, or to a round
// number. A column of nothing but gaps, a negative column and an end below the
// highest value are mistakes.
func (pn *panel) setScale(b *builder, s *series, k panelKeys) bool {
	highest, own := 0.0, false
	for _, c := range append([]*column{pn.col}, pn.extra()...) {
		if c == pn.below {
			continue
		}
		for i := s.first; i < len(s.points); i++ {
			v := c.values[i]
			if v.Missing {
				continue
			}
			own = own || c == pn.col && v.F > 0
			if v.F < 0 {
				b.report(s.points[i].at, fmt.Sprintf("the value %s of %s is negative", c.scale.raw(v.F), s.points[i].name), "columns and lines start at zero; draw the change as a bridge")
				return false
			}
			highest = max(highest, v.F/c.scale.divisor)
		}
	}
	if !own {
		b.report(k.Y.At, fmt.Sprintf("column %q has no value above zero between the first and the last row drawn", k.Y.S), "check the column, and the rows that from and until leave")
		return false
	}
	_, pn.top = draw.Nice(0, highest, 5)
	if k.Max.Given() {
		if k.Max.F < highest {
			b.report(k.Max.At, fmt.Sprintf("the scale ends at %s, below the highest value, %s", k.Max.Raw, strconv.FormatFloat(highest, 'g', 4, 64)), "raise max, or leave it out")
			return false
		}
		pn.top = k.Max.F
	}
	pn.ticks = draw.Ticks(0, pn.top, 5)
	return true
}
