package chart

import (
	"fmt"

	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// proposalKeys describe what somebody asked for or offered for a row.
type proposalKeys struct {
	At     record.Text `yaml:"at,required" doc:"The row that it was for."`
	Over   record.Text `yaml:"over,required" doc:"The row whose value it would have raised."`
	Figure record.Text `yaml:"figure,required" doc:"Id of the rise, a figure in percent_more."`
	Until  record.Text `yaml:"until" doc:"Id of the highest rise reported, where reports differ or set no end: the proposal is then a striped column that fades between the two."`
	Role   record.Text `yaml:"role,required" doc:"What the proposal stands for."`
	Says   record.Text `yaml:"says,required" doc:"Its label: The council’s offer, about 13% more."`
}

// proposals reads what was proposed.
func (b *builder) proposals(pn *panel, list []proposalKeys) bool {
	if pn.Line && len(list) > 0 {
		b.Report(list[0].At.At, "proposals beside a line", "draw columns: a proposal stands beside what it became")
		return false
	}
	sound := true
	for _, k := range list {
		at, ok := pn.s.Index(k.At)
		over, okOver := pn.s.Index(k.Over)
		if ok && okOver && pn.col.Missing(over) {
			b.Report(k.Over.At, fmt.Sprintf("row %s has no value to raise", k.Over.S), "name a row that has one")
			okOver = false
		}
		value, okValue := b.raised(pn, over, k.Figure, okOver)
		high, okHigh := 0.0, true
		if k.Until.Given() {
			if high, okHigh = b.raised(pn, over, k.Until, okOver); okHigh && okValue && high <= value {
				b.Report(k.Until.At, k.Until.S+" is no higher than "+k.Figure.S, "until is the highest that was reported")
				okHigh = false
			}
		}
		if !ok || !okOver || !okValue || !okHigh {
			sound = false
			continue
		}
		q := proposal{At: at, Value: value, High: high, Role: b.Role(k.Role), Text: b.Text(k.Says)}
		pn.Proposals = append(pn.Proposals, q)
	}
	return sound
}

// raised is the value of a row raised by a figure.
func (b *builder) raised(pn *panel, over int, id record.Text, sound bool) (float64, bool) {
	f, ok := b.Figure(id)
	switch {
	case !ok || !sound:
		return 0, false
	case f.Value.Unit != unit.PercentMore || f.Value.F < 0:
		b.Report(id.At, fmt.Sprintf("figure %s is no rise", f.ID), "choose a figure in percent_more that is above zero")
		return 0, false
	}
	return pn.Values[over] * (1 + f.Value.F/100), true
}

// reach is the highest value of the proposals, as the axis counts.
func (pn *panel) reach() float64 {
	highest := 0.0
	for _, q := range pn.Proposals {
		highest = max(highest, q.Value, q.High)
	}
	return highest / pn.Format.Divisor
}

// proposalsColumn is a column of the table with what was proposed for each row; nil when
// nothing was.
func (p *panels) proposalsColumn() *series.Column {
	c := &series.Column{Title: p.lang.Chart.Proposed, Aside: true}
	for _, pn := range p.parts {
		for _, q := range pn.Proposals {
			if c.Words == nil {
				c.Words = make([]table.Cell, len(p.Points))
			}
			text := c.Words[q.At].Text
			if text != "" {
				text += "; "
			}
			c.Words[q.At] = table.Text(text + pn.proposalWords(q))
		}
	}
	if c.Words == nil {
		return nil
	}
	return c
}

// proposalWords says what was proposed: its label, and what it comes to.
func (pn *panel) proposalWords(q proposal) string {
	text := q.Text + ": " + pn.Format.Phrase(q.Value)
	if q.Open() {
		text = q.Text + ": " + pn.lang.Chart.Range.With("low", pn.Format.Number(q.Value), "high", pn.Format.Phrase(q.High))
	}
	return text
}

// proposalsSay tells of them in the description.
func (pn *panel) proposalsSay() (out []string) {
	for _, q := range pn.Proposals {
		says := pn.lang.Chart.Panels.Proposal
		if q.Open() {
			says = pn.lang.Chart.Panels.ProposalOpen
		}
		out = append(out, says.With("name", pn.name(q.At), "says", pn.proposalWords(q)))
	}
	return out
}
