package render

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"image"
	_ "image/gif" // register the formats whose size is read
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"path"
	"slices"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
)

// image is the Image function of a page's host: charts and pictures.
func (c *conversion) image(dest, alt, title string) (markdown.Picture, *markdown.Complaint) {
	chart := c.r.chartAt(c.doc.Page, dest)
	if chart == nil {
		return c.picture(dest, alt, title)
	}
	if title != "" {
		return markdown.Picture{}, &markdown.Complaint{Text: "a chart takes no caption", Hint: "write it as the headline, subhead or note of " + dest}
	}
	return c.chart(chart, alt, false)
}

// chart writes a chart of the page with its views, once.
func (c *conversion) chart(chart *chart.Chart, alt string, lead bool) (markdown.Picture, *markdown.Complaint) {
	switch {
	case slices.Contains(c.doc.Charts, chart.ID):
		return markdown.Picture{}, &markdown.Complaint{Text: "the chart " + chart.ID + " is on this page twice", Hint: "link to it: [" + chart.ID + "](#" + frameID(chart.ID) + ")"}
	case alt != "" && chart.Views != nil:
		return markdown.Picture{}, &markdown.Complaint{Text: "a text between the brackets cannot hold for all views of " + chart.ID, Hint: "remove it, and write alt in the chart file where a view needs another than its own"}
	}
	if read := c.r.script("read"); read != "" && !slices.Contains(c.doc.Scripts, read) {
		c.doc.Scripts = append(c.doc.Scripts, read)
	}
	var views []ChartView
	for _, v := range allViews(chart) {
		views = append(views, c.view(v, alt, lead))
	}
	figure, problems := c.r.templates.Part("templates/parts.html", "views", views)
	for _, p := range problems {
		return markdown.Picture{}, &markdown.Complaint{Text: p.Pos.String() + ": " + p.Text, Hint: p.Hint}
	}
	return markdown.Picture{HTML: string(figure), Block: true}, nil
}

// allViews are the views of a chart's record: itself, where it has no others.
func allViews(c *chart.Chart) []*chart.Chart {
	if c.Views == nil {
		return []*chart.Chart{c}
	}
	return c.Views
}

// view is one view of a chart as the page shows it.
func (c *conversion) view(chart *chart.Chart, alt string, lead bool) ChartView {
	c.doc.Charts = append(c.doc.Charts, chart.ID)
	for _, id := range chart.Figures {
		c.doc.uses(id)
	}
	view := c.r.chartView(chart, alt)
	if n := c.numbers[chart.Path]; n > 0 {
		view.Number = c.r.Ledger.Lang.Page.Figure.With("n", n)
	}
	view.Lead = lead
	if view.AsList && c.r.hasBlock(c.doc.Page, "timeline") {
		view.ListedAt = timelineID
	}
	if c.r.hasBlock(c.doc.Page, "figures-list") {
		view.Explore = c.r.explore(chart)
	}
	return view
}

// number numbers the charts and the pictures with captions of a page that calls one of
// them by its number, in the order in which they stand.
func (c *conversion) number() {
	p := c.doc.Page
	shown := markdown.Figures(p.Body(), c.r.Ledger.Lang)
	if len(shown) == 0 {
		return
	}
	c.numbers = map[string]int{}
	for _, dest := range append([]string{p.Meta.Lead.S}, shown...) {
		name := path.Join(path.Dir(p.Path), dest)
		if (c.r.charts[name] != nil || c.r.assets.Static[name] != "") && c.numbers[name] == 0 {
			c.numbers[name] = len(c.numbers) + 1
		}
	}
}

// numbered is the Number function of a page's host.
func (c *conversion) numbered(dest string) (url string, n int) {
	name := path.Join(path.Dir(c.doc.Page.Path), dest)
	n = c.numbers[name]
	if chart := c.r.charts[name]; chart != nil {
		return "#" + frameID(chart.ID), n
	}
	return fmt.Sprintf("#figure-%d", n), n
}

// lead writes the chart that the page opens with.
func (c *conversion) lead(t record.Text) diag.List {
	var problems diag.List
	if !t.Given() {
		return nil
	}
	chart := c.r.chartAt(c.doc.Page, t.S)
	if chart == nil {
		if !c.r.brokenInput(path.Join(path.Dir(c.doc.Page.Path), t.S)) {
			problems.Report(t.At, "no chart "+t.S, meant(t.S, c.r.pictures(), "write the file of a chart: charts/x.yaml"))
		}
		return problems
	}
	written, complaint := c.chart(chart, "", true)
	if complaint != nil {
		problems.Report(t.At, complaint.Text, complaint.Hint)
	}
	c.doc.Lead = template.HTML(written.HTML)
	return problems
}

// chartAt is the chart that a page means by a path, or nil.
func (r *Renderer) chartAt(from *content.Page, dest string) *chart.Chart {
	return r.charts[path.Join(path.Dir(from.Path), dest)]
}

// picture writes an image of static/, as a figure when it has a caption. Its size
// is written out, so that the text below it does not jump when it arrives.
func (c *conversion) picture(dest, alt, caption string) (markdown.Picture, *markdown.Complaint) {
	name := path.Join(path.Dir(c.doc.Page.Path), dest)
	published := c.r.assets.Static[name]
	if c.r.brokenInput(name) {
		return markdown.Picture{}, nil
	}
	if published == "" {
		hint := meant(dest, c.r.pictures(), "charts are in content/charts, pictures in static: ../static/x.png")
		return markdown.Picture{}, &markdown.Complaint{Text: "no chart or picture " + dest, Hint: hint}
	}
	if alt == "" {
		return markdown.Picture{}, &markdown.Complaint{Text: "the picture " + dest + " has no alternative text", Hint: "say between the brackets what it shows"}
	}
	size := ""
	if data, err := fs.ReadFile(c.r.FS, name); err == nil {
		if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
			size = fmt.Sprintf(` width="%d" height="%d"`, config.Width, config.Height)
		}
	}
	img := `<img src="` + html.EscapeString(c.r.url(published)) + `" alt="` + html.EscapeString(alt) + `"` + size + ` loading="lazy">`
	if caption != "" {
		id, number := "", ""
		if n := c.numbers[name]; n > 0 {
			id, number = fmt.Sprintf(` id="figure-%d"`, n), `<span class="number">`+c.r.Ledger.Lang.Page.Figure.With("n", n)+".</span> "
		}
		img = "<figure" + id + ">" + img + "<figcaption>" + number + html.EscapeString(caption) + "</figcaption></figure>"
	}
	return markdown.Picture{HTML: img, Block: caption != ""}, nil
}

// pictures are the paths that a page of the content folder can show.
func (r *Renderer) pictures() []string {
	var out []string
	for _, c := range r.Charts {
		out = append(out, "charts/"+path.Base(c.Path))
	}
	for _, name := range r.linkable() {
		if r.assets.Static[name] != "" {
			out = append(out, "../"+name)
		}
	}
	return out
}
