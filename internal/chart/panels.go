package chart

import (
	"cmp"
	"fmt"
	"slices"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/unit"
)

// panelsFile is a chart of several panels above one another on one x axis.
type panelsFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	series.Keys
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
	form.Frame
	series.Keys
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
	Role        record.Text      `yaml:"role" doc:"What the values stand for: one of roles in content/site.yaml, or 1, 2, 3, grey, caution or context."`
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
	Proposals   []proposalKeys   `yaml:"proposals" doc:"What was asked for or offered for single rows, beside what they became; in columns."`
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
	Role  record.Text `yaml:"role,required" doc:"What these values stand for."`
}

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

// annotationKeys describe a short note at one value.
type annotationKeys struct {
	At   record.Text `yaml:"at,required" doc:"The row that the note is about."`
	Says record.Text `yaml:"says,required" doc:"The note, a few words."`
	Side sideName    `yaml:"side" doc:"Where the text lies from the value: above (the default), left or right."`
}

// A sideName is a side of a mark.
type sideName string

// Values lists the sides.
func (sideName) Values() []string { return []string{"above", "left", "right"} }

// panels draws one or more panels on one x axis.
type panels struct {
	lang *lang.Language
	form.Plain
	plot.Panels
	s     *series.Series
	parts []*panel
	split bool // a phone gets the split-bar table
}

func (f *panelsFile) build(b *builder) form.Body {
	if s, ok := b.Series(f.Keys); ok && len(f.Panels) > 0 {
		return b.panels(s, f.Panels)
	} else if ok {
		b.Report(f.Place.Pos, "the chart has no panels", "give at least one under panels")
	}
	return nil
}

func (f *singleFile) build(b *builder) form.Body {
	if s, ok := b.Series(f.Keys); ok {
		return b.panels(s, []panelFile{{Form: panelName(f.Form.S), panelKeys: f.panelKeys}})
	}
	return nil
}

// panels builds the panels, and fills in what the file leaves to the program.
func (b *builder) panels(s *series.Series, list []panelFile) form.Body {
	p := &panels{lang: b.Lang(), s: s, Panels: plot.Panels{Axis: s.Axis}, split: s.Keys.Narrow == series.SplitBars}
	for _, k := range list {
		if pn := b.panel(s, k.panelKeys, k.Form == "line"); pn != nil {
			p.parts = append(p.parts, pn)
		}
	}
	if len(p.parts) == 0 || len(b.Problems) > 0 {
		return nil
	}
	if s.Keys.Table == nil {
		for _, pn := range p.parts {
			for _, c := range []*series.Column{pn.col, pn.below, pn.expected, pn.high} {
				if c != nil {
					s.ShownAs = append(s.ShownAs, c)
				}
			}
		}
	}
	if c := p.proposalsColumn(); c != nil {
		s.ShownAs = append(s.ShownAs, c)
	}
	for _, pn := range p.parts {
		p.Planes = append(p.Planes, pn.plane())
	}
	row := 0
	for i := range p.Points {
		if s.Kind == plot.Names || slices.ContainsFunc(s.ShownAs, func(c *series.Column) bool { return !c.Missing(i) }) {
			row++
			p.Points[i].Row = row
		}
	}
	if last := p.parts[len(p.parts)-1]; last.below != nil {
		p.BelowTitle = last.belowEach()
		for i := range s.Points {
			p.Below = append(p.Below, last.belowText(i, false))
			p.BelowNarrow = append(p.BelowNarrow, last.belowText(i, true))
		}
	}
	return p
}

func (b *builder) panel(s *series.Series, k panelKeys, line bool) *panel {
	names := []record.Text{k.Y}
	if k.Limits != nil {
		names = append(names, k.Limits.High)
	}
	if k.Forecast != nil {
		names = append(names, k.Forecast.Column)
	}
	columns, ok := s.Amounts(names, false)
	if !ok {
		return nil
	}
	col, format := columns[0], b.One(columns, -1)
	pn := &panel{lang: b.Lang(), s: s, col: col, Title: cmp.Or(b.Text(k.Title), format.Title), Scale: plot.Scale{Format: format}, Values: col.Values, Line: line, Converted: k.Converted, Foot: k.Values == "foot",
		Labelled: b.rows(s, k.Highlights, col), Running: b.rows(s, k.Running, col), Height: cmp.Or(float64(k.Height), 200)}
	if k.Height != 0 && k.Height < 60 || k.Height > 600 {
		b.Report(k.Y.At, fmt.Sprintf("the height of the panel is %d pixels", k.Height), "write a height from 60 to 600")
		return nil
	}
	pn.Roles = b.rolesOf(s, k)
	if k.Below.Given() {
		if pn.below, ok = s.Column(k.Below); !ok {
			return nil
		}
	}
	if !b.limits(pn, k.Limits) || !b.forecast(pn, k.Forecast) || !b.proposals(pn, k.Proposals) || !b.scale(pn, k) {
		return nil
	}
	for _, a := range k.Annotations {
		switch i, ok := s.Index(a.At); {
		case ok && col.Missing(i):
			b.Report(a.At.At, fmt.Sprintf("row %s has no value to annotate", a.At.S), "name a row that has one")
		case ok:
			pn.Notes = append(pn.Notes, plot.Note{At: i, Value: col.Values[i], Says: b.Text(a.Says), Side: string(a.Side), Beside: line && a.Side == "right"})
		}
	}
	return pn
}

// rows finds rows by name; each must have a value to point at.
func (b *builder) rows(s *series.Series, names []record.Text, col *series.Column) map[int]bool {
	out := map[int]bool{}
	for _, n := range names {
		i, ok := s.Index(n)
		if ok && col.Missing(i) {
			b.Report(n.At, fmt.Sprintf("row %s has no value in column %s", n.S, col.Key), "name a row that has a value")
			continue
		}
		if ok {
			out[i] = true
			b.Place(col.Format.Number(col.Values[i]), n.At)
		}
	}
	return out
}

// roles gives each row its role.
func (b *builder) rolesOf(s *series.Series, k panelKeys) []plot.Role {
	roles := slices.Repeat([]plot.Role{b.Role(k.Role)}, len(s.Points))
	for _, r := range k.Roles {
		role := b.Role(r.Role)
		until := r.Until
		if !until.Given() {
			until = r.From
		}
		from, ok := s.Index(r.From)
		last, okLast := s.Index(until)
		for i := from; ok && okLast && i <= last; i++ {
			roles[i] = role
		}
	}
	return roles
}

// limits reads the wedge behind the values.
func (b *builder) limits(pn *panel, k *limitsKeys) bool {
	if k == nil {
		return true
	}
	from, ok := pn.s.Index(k.From)
	high, okHigh := pn.s.Column(k.High)
	if !ok || !okHigh {
		return false
	}
	last := plot.LastValue(high.Values)
	high.Aside = true
	pn.high, pn.highSays, pn.lowSays = high, b.Text(k.HighSays), b.Text(k.LowSays)
	if pn.col.Missing(from) || last <= from {
		b.Report(k.From.At, fmt.Sprintf("no limits follow row %s", k.From.S), "the column of limits needs values for the years after it")
		return false
	}
	pn.Limits = &limits{From: from, Last: last, High: high.Values,
		HighText: pn.lang.Chart.Panels.LimitEnd.With("says", pn.highSays, "value", pn.Format.Number(high.Values[last]), "name", pn.name(last)), LowText: pn.lowSays + ": " + pn.number(from)}
	b.Place(pn.Limits.HighText, k.HighSays.At)
	b.Place(pn.Limits.LowText, k.LowSays.At)
	return true
}

// forecast reads what somebody expected.
func (b *builder) forecast(pn *panel, k *forecastKeys) bool {
	if k == nil {
		return true
	}
	col, ok := pn.s.Column(k.Column)
	if !ok {
		return false
	}
	last := plot.LastValue(col.Values)
	pn.expected, pn.expecting = col, b.Text(k.Says)
	actual := b.Text(k.Actual)
	if last < pn.s.First {
		b.Report(k.Column.At, "the forecast has no value in the years drawn", "check the column, and the years that from and until leave")
		return false
	}
	pn.Forecast = &forecast{Values: col.Values, Last: last, Actual: actual, Text: pn.lang.Chart.Panels.ForecastEnd.With("forecast", pn.expecting, "value", pn.Format.Number(col.Values[last]))}
	b.Place(pn.Forecast.Text, k.Says.At)
	return true
}

// scale lays the scale of values, with zero on it, to the end given or to a round
// number. A column of nothing but gaps and an end below the highest value are mistakes.
func (b *builder) scale(pn *panel, k panelKeys) bool {
	var values []float64
	own := false
	for _, c := range []*series.Column{pn.col, pn.expected, pn.high} {
		if c == nil {
			continue
		}
		for _, v := range pn.s.Present(c.Values) {
			own = own || c == pn.col && v != 0
			values = append(values, v)
		}
	}
	values = append(values, pn.reach()*pn.Format.Divisor)
	if !own {
		b.Report(k.Y.At, fmt.Sprintf("column %q has no value but zero between the first and the last row drawn", k.Y.S), "check the column, and the rows that from and until leave")
		return false
	}
	if !b.Drawable(k.Y.At, form.Largest(values)/pn.Format.Divisor) {
		return false
	}
	pn.Scale = plot.NewScale(pn.Format, values, 5, true, false)
	if k.Max.Given() {
		highest := slices.Max(values) / pn.Format.Divisor
		if k.Max.F < highest {
			b.Report(k.Max.At, fmt.Sprintf("the scale ends at %s, below the highest value, %s", k.Max.Raw, unit.Value{F: highest, Unit: unit.Count}.Text(b.Lang(), unit.Exact)), "raise max, or leave it out")
			return false
		}
		if pn.Hi = k.Max.F; !b.Drawable(k.Max.At, pn.Hi) {
			return false
		}
		pn.Ticks = draw.Ticks(pn.Lo, pn.Hi, 5)
	}
	return true
}
