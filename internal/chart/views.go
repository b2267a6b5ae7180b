package chart

import (
	"fmt"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/form"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
)

// mostViews is how many views a reader can choose from; the style sheet knows as many.
const mostViews = 4

// withViews reads the other views of a record: each is the whole record once more, with the
// keys that it says otherwise, and so a chart like any other, whose id has the view's behind
// the record's. A record whose first view is not sound has none.
func (c *Chart) withViews(src *diag.Source, in Inputs, k *form.Frame) (*Chart, diag.List) {
	var problems diag.List
	switch {
	case len(k.Views) == 0 && k.View.Given():
		problems.Report(k.View.At, "a view among no others", "add others under views, or remove the key")
	case len(k.Views) > 0 && !k.View.Given():
		problems.Report(k.Views[0].Key.At, "the record has views and does not say what its own is called", "name it with view: a word or two")
	}
	if len(k.Views) >= mostViews {
		problems.Report(k.Views[mostViews-1].Key.At, fmt.Sprintf("a chart has %d views at most", mostViews), "make charts of their own of some")
	}
	unjudged := false
	views, names := []*Chart{c}, map[string]diag.Pos{c.View: k.View.At}
	for _, e := range k.Views {
		if !idOf.MatchString(e.Key.S) {
			problems.Report(e.Key.At, fmt.Sprintf("the name %q cannot be part of an address", e.Key.S), "use lower-case letters, digits and single hyphens")
			continue
		}
		b := &builder{&form.Builder{Reader: series.NewReader(src, in)}}
		view, frame := b.whole(c.ID+"-"+e.Key.S, func(file form.File) diag.List { return record.ReadOver(src, e.Value, file) })
		if problems.Add(b.Problems); view == nil {
			unjudged = unjudged || len(b.Problems) == 0
			continue
		}
		if before, twice := names[view.View]; twice {
			problems.ReportRelated(e.Key.At, fmt.Sprintf("the view is called %q like another", view.View), "name it with view: a word or two of its own", before, "the other")
		}
		if len(frame.Views) > 0 {
			problems.Report(frame.Views[0].Key.At, "a view within a view", "write it beside this one, under the record's views")
		}
		if frame.Form.At != k.Form.At {
			problems.Report(frame.Form.At, "a view of another form", "remove form: all views of a record have one")
		}
		names[view.View] = frame.View.At
		views = append(views, view)
	}
	if unjudged {
		return nil, nil
	}
	if len(problems) > 0 {
		return nil, problems
	}
	if len(views) > 1 {
		for _, v := range views {
			v.Views = views
		}
	}
	return c, nil
}
