package chart

import "sharingthecost/internal/record"

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

func (k *frameKeys) frame() *frameKeys { return k }

// A formName is the word after form:.
type formName string

// Values lists the forms.
func (formName) Values() []string {
	var names []string
	for _, f := range forms() {
		names = append(names, string(f.name))
	}
	return names
}
