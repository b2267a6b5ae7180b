package chart

import (
	"fmt"
	"math"
	"time"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/ledger"
)

func (p *panels) explore() view {
	v := view{zoom: p.s.years && len(p.s.drawn()) > 10}
	for _, pt := range p.s.drawn() {
		v.names = append(v.names, pt.name)
	}
	for _, pn := range p.parts {
		vp := viewPanel{title: pn.title, max: pn.top, step: step(pn.ticks)}
		main := pn.viewSeries(pn.col, pn.title)
		if pn.line {
			main.kind, main.hollow = "line", pn.converted
		}
		for i := range main.items {
			at := p.s.first + i
			main.items[i].token = pn.roles[at].token()
			main.items[i].hollow = pn.running[at] || pn.converted
		}
		vp.series = append(vp.series, main)
		if f := pn.forecast; f != nil {
			s := pn.viewSeries(f.col, f.says)
			s.kind, s.token, s.dashed, s.hollow = "line", draw.Ink, true, true
			vp.series = append(vp.series, s)
		}
		if l := pn.limits; l != nil {
			s := pn.viewSeries(l.high, l.highSay)
			s.kind, s.token, s.dashed, s.hollow = "line", draw.Agreed, true, true
			vp.series = append(vp.series, s)
		}
		v.panels = append(v.panels, vp)
	}
	return v
}

func (pn *panel) viewSeries(c *column, name string) viewSeries {
	s := viewSeries{name: name, kind: "bar", token: draw.Agreed}
	for i := pn.s.first; i < len(pn.s.points); i++ {
		val := c.values[i]
		s.items = append(s.items, viewItem{v: rounded(val.F / pn.col.scale.divisor), missing: val.Missing})
	}
	return s
}

func (k *blocks) explore() view {
	v := view{horizontal: true}
	base := viewSeries{name: "Already paid", kind: "bar", stack: "all", token: draw.Base}
	more := viewSeries{name: "Added", kind: "bar", stack: "all", token: draw.Agreed}
	for _, r := range k.rows {
		v.names = append(v.names, r.label)
		base.items = append(base.items, viewItem{v: 1})
		more.items = append(more.items, viewItem{v: rounded(r.times - 1), token: r.role.token()})
	}
	v.panels = []viewPanel{{title: "Times " + k.baseYear, max: k.most, step: 1, series: []viewSeries{base, more}}}
	return v
}

func (k *bridge) explore() view {
	v := view{horizontal: true}
	below := viewSeries{name: "Below", kind: "bar", stack: "all"}
	bar := viewSeries{name: k.scale.title, kind: "bar", stack: "all", token: draw.Agreed}
	for _, r := range k.rows {
		v.names = append(v.names, r.label)
		lo, hi := min(r.from, r.to), max(r.from, r.to)
		below.items = append(below.items, viewItem{v: rounded(lo / k.scale.divisor)})
		bar.items = append(bar.items, viewItem{v: rounded((hi - lo) / k.scale.divisor), token: r.role.token()})
	}
	_, top := draw.Nice(0, k.largest()/k.scale.divisor, 6)
	v.panels = []viewPanel{{title: k.scale.title, max: top, series: []viewSeries{below, bar}}}
	return v
}

func (k *bars) explore() view {
	v := view{horizontal: true}
	s := viewSeries{name: k.scale.title, kind: "bar", token: draw.Agreed}
	for _, it := range k.items {
		v.names = append(v.names, it.label)
		s.items = append(s.items, viewItem{v: rounded(it.v / k.scale.divisor), token: it.role.token()})
	}
	_, top := draw.Nice(0, k.largest()/k.scale.divisor, 6)
	v.panels = []viewPanel{{title: k.scale.title, max: top, series: []viewSeries{s}}}
	return v
}

func (k *ranges) explore() view {
	v := view{horizontal: true}
	low := viewSeries{name: "Low", kind: "scatter", token: draw.Agreed}
	high := viewSeries{name: "High", kind: "scatter", token: draw.Agreed}
	for i, r := range k.rows {
		v.names = append(v.names, r.label)
		low.items = append(low.items, viewItem{v: rounded(r.low / k.scale.divisor), x: i})
		high.items = append(high.items, viewItem{v: rounded(r.high / k.scale.divisor), x: i})
	}
	v.panels = []viewPanel{{title: k.scale.title, max: k.top, series: []viewSeries{low, high}}}
	return v
}

// explore of a timeline shows its events by who took the step, on an axis of
// years; periods stay with the drawing.
func (t *timeline) explore() view {
	v := view{horizontal: true, names: nil}
	s := viewSeries{name: "Events", kind: "scatter", token: draw.Ink}
	symbols := map[ledger.Side]string{"us": "rect", "korea": "diamond"}
	for i, e := range t.events {
		v.names = append(v.names, e.Date.Prose())
		at := e.Date.Start()
		s.items = append(s.items, viewItem{date: at.Format(time.DateOnly), x: i, symbol: symbols[e.By]})
	}
	v.panels = []viewPanel{{title: "Year", from: fmt.Sprintf("%d-01-01", t.from), until: fmt.Sprintf("%d-12-31", t.until), series: []viewSeries{s}}}
	return v
}

// step is the distance of ticks.
func step(ticks []float64) float64 {
	if len(ticks) < 2 {
		return 0
	}
	return rounded(math.Abs(ticks[1] - ticks[0]))
}

// rounded drops the noise of binary arithmetic.
func rounded(v float64) float64 { return scale{divisor: 1, decimals: 6}.round(v) }
