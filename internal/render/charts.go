package render

import (
	"html"
	"html/template"
	"regexp"
	"strings"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/markdown"
)

// chartURL is the root-relative address of a chart's own page.
func (r *Renderer) chartURL(c *chart.Chart) string { return r.url("charts/" + c.ID + "/") }

// frameID is the id of the figure element of a chart.
func frameID(id string) string { return "chart-" + id }

// chartAnchors are the headings of chart.html.
func chartAnchors() []string { return []string{"main", "download", "taken", "used", "code", "cite"} }

// image is the Image function of a page's host: charts and pictures.
func (c *conversion) image(dest, alt, title string) (markdown.Picture, *markdown.Complaint) {
	chart := c.r.chartAt(c.doc.Page, dest)
	if chart == nil {
		return c.picture(dest, alt)
	}
	if c.once[chart.ID] {
		return markdown.Picture{}, &markdown.Complaint{Text: "the chart " + chart.ID + " is on this page twice", Hint: "link to it: [" + chart.ID + "](#" + frameID(chart.ID) + ")"}
	}
	if c.once == nil {
		c.once = map[string]bool{}
	}
	c.once[chart.ID] = true
	c.doc.Charts = append(c.doc.Charts, chart.ID)
	for _, id := range chart.Figures {
		c.doc.uses(id)
	}
	view := c.r.chartView(chart, alt)
	if hasBlock(c.doc.Page, figuresList) {
		view.Explore = c.r.explore(chart)
	}
	var b strings.Builder
	if err := c.r.templates.set.ExecuteTemplate(&b, "chart", view); err != nil {
		p := c.r.templates.problem("templates/parts.html", err)
		return markdown.Picture{}, &markdown.Complaint{Text: p.Pos.String() + ": " + p.Text, Hint: p.Hint}
	}
	return markdown.Picture{HTML: b.String(), Block: true}, nil
}

var (
	described = regexp.MustCompile(` aria-describedby="[^"]*"`)
	svgTitle  = regexp.MustCompile(`(?s)(<title id="[^"]*">).*?(</title>)`)
)

// widestInText is the width, in pixels, of the text column; wider drawings
// reach into the margin.
const widestInText = 680

// chartView is a chart as it stands in a page. An alt text of the page takes
// the place of the chart's own.
func (r *Renderer) chartView(c *chart.Chart, alt string) ChartView {
	wide, narrow := c.WideSVG(), c.NarrowSVG()
	if alt != "" {
		title := "${1}" + strings.ReplaceAll(html.EscapeString(alt), "$", "$$") + "${2}"
		wide, narrow = svgTitle.ReplaceAllString(wide, title), svgTitle.ReplaceAllString(narrow, title)
	}
	file := r.url("charts/" + c.ID)
	v := ChartView{
		ID: c.ID, Frame: frameID(c.ID), Headed: true, Headline: c.Headline, Subhead: c.Subhead, Note: c.Note,
		Wide: template.HTML(wide), Narrow: template.HTML(narrow), Broad: c.Width() > widestInText,
		Table: template.HTML(c.TableHTML()), Description: template.HTML(c.DescriptionHTML()),
		DescribedBy: c.DescriptionID(), AsList: c.AsList(),
		URL: r.chartURL(c), SVG: file + ".svg", PNG: file + ".png", CSV: file + ".csv", Tidy: file + ".tidy.csv", JSON: file + ".json", Alt: c.Alt(),
	}
	for _, s := range c.Sources {
		v.Sources = append(v.Sources, r.chartSource(s))
	}
	return v
}

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
	return out
}

// thumbnail is a drawing that stands small in a list: the one made for phones
// where that is a drawing, else the wide one.
func (v ChartView) thumbnail() template.HTML {
	small := string(v.Narrow)
	if !strings.HasPrefix(small, "<svg") {
		small = string(v.Wide)
	}
	return template.HTML(described.ReplaceAllString(small, ""))
}

// explore is what the Explore button needs; nil when the settings name no
// library.
func (r *Renderer) explore(c *chart.Chart) *Explore {
	e := r.Content.Settings.Explore
	if !e.Src.Given() || r.script("explore") == "" {
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
