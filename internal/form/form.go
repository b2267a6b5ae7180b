// Package form is what all forms of charts have in common: the keys of every chart file,
// what a chart must be able to give of itself ([Body]), and the words that its sentences
// are made with.
//
// A form is one line of a table ([Of]): its word, the question that it answers, the record
// of its files, and what builds a chart from one. Package chart has the table; the forms
// themselves lie in packages chart and matrix.
package form

import (
	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
)

// A Frame is the keys of every chart file.
type Frame struct {
	Form        record.Text   `yaml:"form,required" doc:"How the chart is drawn."`
	Headline    record.Text   `yaml:"headline,required" doc:"What the chart shows, as a sentence without a full stop. Numbers stand in {{ }}."`
	Short       record.Text   `yaml:"short" doc:"A shorter headline, of 80 characters at most, for the tab of the browser and for lists of results; required where the headline is longer."`
	Subhead     record.Text   `yaml:"subhead,required" doc:"What is measured, where, when and in which unit."`
	Note        record.Text   `yaml:"note,required" doc:"How to read the numbers and what they leave out."`
	Sources     []record.Text `yaml:"sources,required" doc:"Citation ids, each with a locator where it helps: “cnn-2021-03-07, p. 3”."`
	Alt         record.Text   `yaml:"alt" doc:"One sentence for those who do not see the drawing; without it one is made from the data."`
	Description record.Text   `yaml:"description" doc:"The long description; without it one is made from the data."`
	Width       int           `yaml:"width" doc:"Width of the wide drawing in pixels: 680 (as the text) or 912."`

	View  record.Text             `yaml:"view" doc:"What this view is called where readers choose between views, in a word or two; for charts with views."`
	Views record.Map[record.Over] `yaml:"views" doc:"The same chart in other units or on another base: under a short name for its address, what is said otherwise, each with a view of its own. All other keys hold for it too."`
}

// Head gives the keys that all files have.
func (k *Frame) Head() *Frame { return k }

// A File is the record of a chart file.
type File interface{ Head() *Frame }

// A Form is one way to draw a chart.
type Form struct {
	Name  string                    // the word after form:
	Says  string                    // the question that it answers
	File  func() File               // an empty record
	Build func(File, *Builder) Body // the chart of a record; nil with problems, or with nothing to draw
}

// Of is the form of a record.
func Of[K any, F interface {
	*K
	File
}](name, says string, build func(F, *Builder) Body) Form {
	return Form{name, says, func() File { return F(new(K)) }, func(f File, b *Builder) Body { return build(f.(F), b) }}
}

// A Body is what differs from form to form.
type Body interface {
	Draw(plot.Size) draw.Canvas
	// Phone is the HTML that takes the place of the narrow drawing, or "".
	Phone(id string) string
	// List is the HTML list that takes the place of the wide drawing for
	// assistive technology, or "".
	List(id string) string
	Table() table.Table
	Alt() string
	Describe() []string // paragraphs
	Explore() plot.View
}

// Plain is a body whose drawing has nothing in its place.
type Plain struct{}

func (Plain) Phone(string) string { return "" }
func (Plain) List(string) string  { return "" }

// A Builder turns the record of one chart into what draws it.
type Builder struct{ *series.Reader }

// Role reads what a mark stands for.
func (b *Builder) Role(name record.Text) plot.Role {
	if !name.Given() {
		return plot.Role{}
	}
	var problems diag.List
	colour, hatched := b.Ledger.Vocabulary.Role(name, &problems)
	for _, p := range problems {
		b.Report(p.Pos, p.Text, p.Hint)
	}
	return plot.Role{Colour: colour, Hatched: hatched}
}

// Drawable reports values that no drawing has a place to write out.
func (b *Builder) Drawable(at diag.Pos, largest float64) bool {
	switch {
	case !(largest < 1e12):
		b.Report(at, "values of a trillion and more are too long to be written beside a drawing", "count in a larger unit: millions instead of ones")
	case largest < 1e-6:
		b.Report(at, "values below a millionth are too long to be written beside a drawing", "count in a smaller unit: grams instead of tonnes")
	default:
		return true
	}
	return false
}

// Decimals are those that a chart file asks for, or −1.
func Decimals(n record.Number) int {
	if !n.Given() {
		return -1
	}
	return min(max(int(n.F), 0), 4)
}

// Largest is the size of the value that is farthest from zero.
func Largest(values []float64) float64 {
	most := 0.0
	for _, v := range values {
		most = max(most, v, -v)
	}
	return most
}
