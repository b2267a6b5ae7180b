package render

import (
	"html/template"
	"path"
	"slices"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/content"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/markdown"
)

// chartURL is the root-relative address of a chart's own page.
func (r *Renderer) chartURL(c *chart.Chart) string { return r.url(chartPage(c)) }

// frameID is the id of the figure element of a chart.
func frameID(id string) string { return "chart-" + id }

// chartAnchors are the headings of chart.html.
func chartAnchors() []string { return []string{"main", "download", "taken", "used", "code", "cite"} }

// widestInText is the width, in pixels, of the text column; wider drawings
// reach into the margin.
const widestInText = 680

// chartView is a chart within a page. An alt text of the page replaces the
// chart's own.
func (r *Renderer) chartView(c *chart.Chart, alt string) ChartView {
	file := r.url("charts/" + c.ID)
	v := ChartView{
		ID: c.ID, View: c.View, Frame: frameID(c.ID), Headed: true, Headline: c.Headline, Subhead: lang.NoBreak(c.Subhead), Note: lang.NoBreak(c.Note),
		Wide: noBreakHTML(c.WideSVG(alt)), Middle: noBreakHTML(c.MiddleSVG(alt)), MiddleWidth: c.Middle(), Narrow: noBreakHTML(c.NarrowSVG(alt)), Broad: c.Width() > widestInText,
		Table: noBreakHTML(c.TableHTML()), Description: noBreakHTML(c.DescriptionHTML()),
		DescribedBy: c.DescriptionID(), AsList: c.AsList(),
		URL: r.chartURL(c), SVG: file + ".svg", PNG: file + ".png", CSV: file + ".csv", Excel: file + ".excel.csv", Tidy: file + ".tidy.csv", JSON: file + ".json", Alt: c.Alt(),
	}
	if !c.Pictured() {
		v.PNG = ""
	}
	if r.AsOf != "" { // a version has the drawing in its page, and the numbers once
		v.SVG, v.PNG, v.Excel, v.Tidy = "", "", "", ""
	}
	for _, s := range c.Sources {
		v.Sources = append(v.Sources, r.chartSource(s))
	}
	return v
}

// noBreakHTML keeps the dates together in what the chart package writes.
func noBreakHTML(s string) template.HTML { return template.HTML(lang.NoBreak(s)) }

func (r *Renderer) chartSource(s chart.Citation) ChartSource {
	out := ChartSource{Text: s.Short, URL: anchor(r.lists.sources, s.ID)}
	if out.Text == "" {
		out.Text = s.ID
	}
	if s.Locator != "" {
		out.Text += ", " + s.Locator
	}
	if out.URL == "" {
		out.URL = s.URL
	}
	out.Text = lang.NoBreak(out.Text)
	return out
}

// explore is what the Explore button needs; nil when the settings name no
// library.
func (r *Renderer) explore(c *chart.Chart) *Explore {
	e := r.Content.Settings.Explore
	if !e.Src.Given() || r.AsOf != "" || r.script("explore") == "" {
		return nil
	}
	source := e.Src.S
	if e.Own() {
		source = r.url(source)
	}
	return &Explore{
		Module: r.script("explore"), Source: source, Integrity: e.Integrity.S, Option: r.url("charts/" + c.ID + "/option.json"),
	}
}

// Published gives a renderer that shows the charts that a page shows or links to,
// and the files of those that none does. Pages are converted as before: what they
// say does not depend on it.
func (r *Renderer) Published(docs []*Document) (published *Renderer, unshown []string) {
	used := map[string]bool{}
	for _, d := range docs {
		for _, id := range d.Charts {
			used[id] = true
		}
		for _, c := range r.charts {
			if c.ID == d.Shared.Chart {
				for _, v := range allViews(c) {
					used[v.ID] = true
				}
			}
		}
		for _, l := range d.Links {
			if c, ok := r.linkedChart(d.Page, l); ok {
				for _, v := range allViews(c) { // its page leads to them
					used[v.ID] = true
				}
			}
		}
	}
	for _, c := range r.charts {
		if !used[c.ID] {
			unshown = append(unshown, c.Path)
		}
	}
	slices.Sort(unshown)
	out := *r
	out.Shown = slices.DeleteFunc(slices.Clone(r.Charts), func(c *chart.Chart) bool { return !used[c.ID] })
	return &out, unshown
}

// linkedChart returns the chart that a link of a page leads to.
func (r *Renderer) linkedChart(from *content.Page, l markdown.Link) (*chart.Chart, bool) {
	c, ok := r.charts[path.Join(path.Dir(from.Path), l.Path)]
	return c, ok
}
