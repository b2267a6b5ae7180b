package chart

import (
	"fmt"
	"math"
	"strings"

	"sharingthecost/internal/unit"
)

func (k *blocks) table() grid {
	g := grid{head: []heading{{title: "Proposal"}, {title: "When"}, {title: "Who"}, {title: "% more", number: true, unit: "percent_more"},
		{title: "Times " + k.baseYear, number: true, unit: "times"}, {title: k.won.Title, number: true, unit: k.won.UnitName()},
		{title: "Reported as"}, {title: "“% of” would be", key: "percent_of_times", number: true, unit: "times", weak: true}, {title: "Source"}}}
	var rows [][]cell
	for i, r := range k.rows {
		row := []cell{{text: r.label}, {text: r.when}, {text: r.who}, {}, {text: multiple(r.times) + "×", raw: multiple(r.times)},
			number(k.won, r.amount), {text: r.detail}, {}, r.source}
		if i > 0 {
			n := r.more.Value.Text(unit.Number)
			row[3] = cell{text: n, raw: n}
			row[7] = cell{text: multiple(r.times-1) + "×", raw: multiple(r.times - 1)}
		}
		rows = append(rows, row)
	}
	g.groups = []group{{rows: rows}}
	return g
}

func (k *blocks) alt() string {
	var parts []string
	for i, r := range k.rows[1:] {
		verb := ""
		if i == 0 {
			verb = "was "
		}
		parts = append(parts, r.name+" "+verb+wordOr(r.times))
	}
	return fmt.Sprintf("Bar chart. Taking %s as one, %s.", k.subject, list(parts))
}

// wordOr spells a whole multiple up to ten: five, 1.13.
func wordOr(v float64) string {
	if v == math.Trunc(v) && v <= 10 {
		return count(int(v))
	}
	return multiple(v)
}

func (k *blocks) describe() []string {
	base := k.rows[0]
	var b strings.Builder
	fmt.Fprintf(&b, "%s bars start with the same block, %s: %s. The axis counts blocks, from 0 to %g.", capital(count(len(k.rows))), k.subject, k.won.Phrase(base.amount), k.most)
	out := []string{b.String()}
	for _, r := range k.rows[1:] {
		text := fmt.Sprintf("%s, %s, adds %s and reaches %s: %s.", capital(r.name), r.detail, added(r.times-1), multiple(r.times)+"×", k.won.Phrase(r.amount))
		if r.of != "" {
			text += fmt.Sprintf(" A dashed line marks %s, where the same percentage of the base would have ended: %s.", blocksOf(r.times-1), k.won.Phrase(base.amount*(r.times-1)))
		}
		out = append(out, text)
	}
	return out
}

func blocksOf(v float64) string {
	if v == 1 {
		return "one block"
	}
	return wordOr(v) + " blocks"
}

// added says how much a row adds: four further blocks, half a block, a sliver.
func added(v float64) string {
	switch {
	case v == math.Trunc(v) && v == 1:
		return "one further block"
	case v == math.Trunc(v):
		return wordOr(v) + " further blocks"
	case v < 0.25:
		return fmt.Sprintf("a sliver (%s of a block)", multiple(v))
	case v == 0.5:
		return "half a block"
	}
	return multiple(v) + " blocks"
}
