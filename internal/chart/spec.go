package chart

import (
	"sharingthecost/internal/draw"
	"sharingthecost/internal/record"
)

// frameKeys are the keys of every chart file.
type frameKeys struct {
	Form        formName      `yaml:"form,required" doc:"How the chart is drawn: columns, line, panels, bars, blocks, bridge, ranges or timeline."`
	Headline    record.Text   `yaml:"headline,required" doc:"What the chart shows, as a sentence without a full stop. Numbers stand in {{ }}."`
	Short       record.Text   `yaml:"short" doc:"A shorter headline, of 80 characters at most, for the tab of the browser and for lists of results; required where the headline is longer."`
	Subhead     record.Text   `yaml:"subhead,required" doc:"What is measured, where, when and in which unit."`
	Note        record.Text   `yaml:"note,required" doc:"How to read the numbers and what they leave out."`
	Sources     []record.Text `yaml:"sources,required" doc:"Citation ids, each with a locator where it helps: “cnn-2021-03-07, p. 3”."`
	Alt         record.Text   `yaml:"alt" doc:"One sentence for those who do not see the drawing; without it one is made from the data."`
	Description record.Text   `yaml:"description" doc:"The long description; without it one is made from the data."`
	Width       int           `yaml:"width" doc:"Width of the wide drawing in pixels: 680 (as the text) or 912."`
}

// A formName is the word after form:.
type formName string

// The forms a chart can have.
const (
	formColumns  formName = "columns"
	formLine     formName = "line"
	formPanels   formName = "panels"
	formBars     formName = "bars"
	formBlocks   formName = "blocks"
	formBridge   formName = "bridge"
	formRanges   formName = "ranges"
	formTimeline formName = "timeline"
)

// Values lists the forms.
func (formName) Values() []string {
	return []string{"columns", "line", "panels", "bars", "blocks", "bridge", "ranges", "timeline"}
}

// A role is what a mark stands for, never a colour.
type role string

const (
	roleBase    role = "base"
	roleDemand  role = "demand"
	roleOffer   role = "offer"
	roleAgreed  role = "agreed"
	roleCaution role = "caution"
	roleContext role = "context"
)

// Values lists the roles.
func (role) Values() []string {
	return []string{"base", "demand", "offer", "agreed", "caution", "context"}
}

// token is the colour of the role. A mark without a role is agreed.
func (r role) token() draw.Token {
	switch r {
	case roleBase:
		return draw.Base
	case roleDemand:
		return draw.Demand
	case roleOffer:
		return draw.Offer
	case roleCaution:
		return draw.Caution
	case roleContext:
		return draw.Ink3
	}
	return draw.Agreed
}

// fill is how a bar of the role is filled. Context is hatched: it explains,
// and is not itself a sum that anybody proposed.
func (r role) fill() draw.Paint {
	if r == roleContext {
		return draw.Hatch(draw.Ink3)
	}
	return draw.Solid(r.token())
}

// on is the colour of text on a bar of the role.
func (r role) on() draw.Token {
	if r == roleBase {
		return draw.OnBase
	}
	return draw.OnFill
}
