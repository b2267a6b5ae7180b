package matrix

import (
	"fmt"
	"math"
	"slices"

	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// stackedFile is a chart of the parts of wholes: bars or columns upon one another, or
// areas over time.
type stackedFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	matrixKeys
	Share bool        `yaml:"share" doc:"Each whole is drawn as 100%, and its parts by their shares."`
	Whole record.Text `yaml:"whole" doc:"A column with the wholes: the parts must add up to it."`
}

type stacked struct {
	*matrix
	share   bool
	form    string
	totals  []float64
	percent unit.Format
	shares  [][]float64 // of each series, percent
}

func (f *stackedFile) build(b *builder) form.Body {
	m, ok := b.matrix(f.matrixKeys, false)
	if !ok {
		return nil
	}
	k := &stacked{matrix: m, share: f.Share, form: f.Form.S, totals: make([]float64, len(m.Points))}
	if f.Form.S == "stacked-bars" {
		m.inRows()
	}
	if !b.parts(k, f) {
		return nil
	}
	k.share = k.share || m.format.Unit == unit.Percent && k.wholes()
	k.shared()
	mark := plot.Bar
	if f.Form.S == "area" {
		mark, m.Ends = plot.Area, true
	}
	m.layers(mark)
	for n := range m.Layers {
		l := &m.Layers[n]
		if l.Stacked = true; k.share {
			l.Values, l.Says = k.shares[n], m.says(k.shares[n], k.percent.Number)
			continue
		}
		l.Values = slices.Clone(l.Values)
		for i, total := range k.totals {
			if math.IsNaN(total) {
				l.Values[i] = total
			}
		}
	}
	m.Scale = k.scale()
	if k.share && m.format.Unit != unit.Percent {
		m.Title = k.lang.Chart.Share
	}
	if m.Rows {
		m.Grid = true
	}
	return k
}

// parts adds the parts of each point up. A part below zero is none; where one is missing
// there is no whole, and so a gap in areas and shares.
func (b *builder) parts(k *stacked, f *stackedFile) bool {
	if !k.format.Unit.Ratios() {
		b.Report(f.Form.At, fmt.Sprintf("values in %s are no parts of a whole: their nought is a convention", k.format.Unit), "draw grouped columns, lines or multiples")
		return false
	}
	for i := k.First; i < len(k.Points); i++ {
		missing := false
		for _, v := range k.vars {
			value := v.values[i]
			missing = missing || math.IsNaN(value)
			if value < 0 {
				b.Report(k.s.Place(i), fmt.Sprintf("the part of %s %s is %s, and none can be below zero", v.name, k.when(i), k.format.Number(value)), "draw grouped bars")
				return false
			}
			if !math.IsNaN(value) {
				k.totals[i] += value
			}
		}
		if missing && (f.Form.S == "area" || f.Share) {
			k.totals[i] = math.NaN()
		}
		if share := k.totals[i]; k.format.Unit == unit.Percent && (share > 100.5+float64(len(k.vars)) || f.Share && share > 0 && math.Abs(share-100) > 0.5+float64(len(k.vars))/2) {
			b.Report(k.s.Place(i), fmt.Sprintf("the parts %s add up to %s, not to 100%%", k.when(i), unit.Value{F: share, Unit: unit.Percent, Decimals: 1}.Text(b.Lang(), unit.Prose)), "check the values; parts of one whole are 100% together")
			return false
		}
	}
	return b.claimed(k, f.Whole)
}

// claimed holds the sums to the column of wholes.
func (b *builder) claimed(k *stacked, whole record.Text) bool {
	if !whole.Given() {
		return true
	}
	c, ok := k.s.Column(whole)
	if !ok {
		return false
	}
	for i, v := range k.s.Present(c.Values) {
		if math.Abs(v-k.totals[i]) > 0.005*math.Abs(v) {
			b.Report(k.s.Place(i), fmt.Sprintf("the parts %s add up to %s, and column %s says %s", k.when(i), k.format.Number(k.totals[i]), c.Key, k.format.Number(v)), "check the values, or add the part that is missing")
			return false
		}
	}
	return true
}

// wholes reports whether the parts of every point are 100% together.
func (k *stacked) wholes() bool {
	return !slices.ContainsFunc(k.totals[k.First:], func(t float64) bool { return math.Abs(t-100) > 1 })
}

// shared works the shares out.
func (k *stacked) shared() {
	var all []unit.Value
	for _, v := range k.vars {
		shares := make([]float64, len(v.values))
		for i := range v.values {
			shares[i] = v.values[i] / k.totals[i] * 100
			if k.format.Unit == unit.Percent && k.share {
				shares[i] = v.values[i] // as they are written, which may be a rounding away from the whole
			}
		}
		k.shares, all = append(k.shares, shares), append(all, unit.Value{F: 10, Unit: unit.Percent, Decimals: 0})
	}
	k.percent = unit.FormatFor(k.lang, unit.Percent, all, 0)
	if k.format.Unit == unit.Percent {
		k.percent = k.format
	}
}

func (k *stacked) scale() plot.Scale {
	if k.share {
		s := plot.NewScale(k.percent, []float64{0, 100}, 6, true, false)
		s.Ticks = []float64{0, 25, 50, 75, 100}
		return s
	}
	return plot.NewScale(k.format, k.totals[k.First:], 5, true, false)
}

// table has the sums too, and where shares are drawn, the shares.
func (k *stacked) Table() table.Table {
	t := table.Table{Columns: []table.Column{{Title: k.s.XTitle}}}
	amounts := k.format.Unit != unit.Percent
	for _, v := range k.vars {
		t.Columns = append(t.Columns, table.Column{Title: k.columnTitle(v), Key: table.Slug(v.name), Number: true, Unit: k.format.UnitName()})
	}
	if amounts {
		t.Columns = append(t.Columns, table.Column{Title: k.lang.Chart.Together, Key: "together", Number: true, Unit: k.format.UnitName()})
	}
	for _, v := range k.vars {
		if amounts && k.share {
			t.Columns = append(t.Columns, table.Column{Title: k.lang.Chart.ShareOf.With("name", v.name), Key: table.Slug(v.name) + "_share_percent", Number: true, Unit: "percent"})
		}
	}
	k.rows(&t, func(i int) (cells []table.Cell) {
		for _, v := range k.vars {
			cells = append(cells, numberOr(k.format, v.values[i]))
		}
		if amounts {
			cells = append(cells, numberOr(k.format, k.whole(i)))
		}
		for n := range k.vars {
			if amounts && k.share {
				cells = append(cells, numberOr(k.percent, k.shares[n][i]))
			}
		}
		return cells
	})
	return t
}

// parts names the chart and its parts.
func (k *stacked) parts() string {
	pattern := k.lang.Chart.ColumnsOfParts
	switch {
	case k.form == "area":
		pattern = k.lang.Chart.Areas
	case k.Rows:
		pattern = k.lang.Chart.BarsOfParts
	}
	return pattern.With("subject", k.subject, "count", k.lang.Count(len(k.vars)), "names", k.lang.List(names(k.vars)))
}

// whole is what the parts of a point are together; where one is missing it is not known.
func (k *stacked) whole(i int) float64 {
	if slices.ContainsFunc(k.vars, func(v variable) bool { return math.IsNaN(v.values[i]) }) {
		return math.NaN()
	}
	return k.totals[i]
}

// largest says what the largest part of a point is: “coal is the largest part, 61%”.
func (k *stacked) largest(i int) string {
	best := -1
	for n, v := range k.vars {
		if !math.IsNaN(v.values[i]) && (best < 0 || v.values[i] > k.vars[best].values[i]) {
			best = n
		}
	}
	if best < 0 || !(k.whole(i) > 0) {
		return ""
	}
	text := k.lang.Chart.Largest.With("when", lang.Capital(k.when(i)), "name", k.vars[best].name, "share", k.percent.Number(k.shares[best][i]))
	if k.format.Unit != unit.Percent {
		text = k.lang.Chart.LargestOf.With("largest", text, "total", k.format.Phrase(k.totals[i]))
	}
	return text
}

func (k *stacked) Alt() string {
	first, last := -1, -1
	for i := k.First; i < len(k.Points); i++ {
		if k.largest(i) != "" {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return lang.Sentences(k.parts(), k.lang.Chart.TableBelow)
	}
	return lang.Sentences(k.parts(), k.largest(first), map[bool]string{true: k.largest(last)}[last != first], k.lang.Chart.TableBelow)
}

func (k *stacked) Describe() []string {
	out := []string{k.axisWords()}
	if n := len(k.Drawn()); n <= 12 {
		for i := k.First; i < len(k.Points); i++ {
			if text := k.largest(i); text != "" {
				out = append(out, lang.Sentence(text))
			}
		}
	}
	if !k.timed() {
		return out
	}
	for n, v := range k.vars {
		from, to := k.matrix.ends(v)
		if from < 0 || from == to {
			continue
		}
		s := variable{name: v.name, values: k.shares[n]}
		text := lang.Sentence(k.course(v))
		if k.format.Unit != unit.Percent && !math.IsNaN(s.values[from]) && !math.IsNaN(s.values[to]) { // another part may be missing there
			text += " " + k.lang.Chart.ItsShare.With("from", k.percent.Number(s.values[from]), "since", k.when(from), "to", k.percent.Number(s.values[to]), "until", k.when(to))
		}
		out = append(out, text)
	}
	return out
}
