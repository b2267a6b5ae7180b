package render

import (
	"embed"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
	"sharingthecost/internal/record"
)

// chartPages makes the page of a chart and the one to embed.
func (r *Renderer) chartPages(c *chart.Chart, full func() ChartView, u *usage) ([]output.File, diag.List) {
	page, problems := r.file("charts/"+c.ID+"/index.html", c.Path, u.key, func() ([]byte, diag.List) {
		v := r.chartPage(c, full(), u)
		v.Head.Policy = r.common.policies[true]
		v.Head.Extra = append(v.Head.Extra, r.chartLD(c, version(c, u, r.newest)))
		return r.templates.execute("chart", v)
	})
	embed, more := r.file("embed/"+c.ID+"/index.html", c.Path, u.key, func() ([]byte, diag.List) {
		v := r.chartPage(c, full(), u)
		v.Head.NoIndex, v.Head.Markdown = true, ""
		return r.templates.execute("embed", v)
	})
	problems.Add(more)
	return []output.File{page, embed}, problems
}

// chartPage is what a chart's page and its embed have in common.
func (r *Renderer) chartPage(c *chart.Chart, view ChartView, u *usage) View {
	url := "/charts/" + c.ID + "/"
	view.Headed = false
	v := View{
		Site: r.common.site, Shared: r.common.shared, Head: r.head(c.Short, inOneLine(c), url), Kicker: "Chart", Title: plainHTML(c.Headline), Deck: plainHTML(c.Subhead), Chart: &view,
	}
	v.Head.OGTitle = c.Headline
	v.Edit = r.edit(c.Path)
	v.Head.Image, v.Head.ImageAlt = r.public(url+"card.png"), c.Alt()
	v.Cite = r.howToCite("this chart", c.Headline, url, version(c, u, r.newest), r.publishers(chartSources(c)))
	return v
}

// chartFiles are the files of a chart besides its pages.
func (r *Renderer) chartFiles(c *chart.Chart) []output.File {
	stem := "charts/" + c.ID
	file := func(path string, write func() []byte) output.File {
		f, _ := r.file(path, c.Path, r.key, func() ([]byte, diag.List) { return write(), nil })
		return f
	}
	picture := func(path string, drawing func() draw.Canvas, scale float64) output.File {
		return output.File{Path: path, Source: c.Path, Make: func() []byte {
			canvas := drawing()
			key := memo.KeyOf("picture of a chart", canvas.Key(), fmt.Append(nil, scale))
			return memo.Do(r.Memo, key, func() ([]byte, bool) { return draw.PNG(canvas, scale, draw.Light), true })
		}}
	}
	return []output.File{
		file(stem+".svg", c.StandaloneSVG), file(stem+"/option.json", c.Option), file(stem+".csv", c.CSV), file(stem+".tidy.csv", c.Tidy), file(stem+".json", c.JSON),
		picture(stem+".png", c.Framed, 2), picture(stem+"/card.png", c.Card, 1),
	}
}

// fullCharts are the charts as their own pages and the list of all show them,
// each made when it is first asked for.
func (r *Renderer) fullCharts(u *usage) map[*chart.Chart]func() ChartView {
	full := map[*chart.Chart]func() ChartView{}
	for _, c := range r.Shown {
		full[c] = sync.OnceValue(func() ChartView { return r.fullChart(c, u) })
	}
	return full
}

// fullChart is a chart with what its own page says of it.
func (r *Renderer) fullChart(c *chart.Chart, u *usage) ChartView {
	v := r.chartView(c, "")
	v.Explore = r.explore(c)
	v.Page, v.Home = r.public("charts/"+c.ID+"/"), r.public("/")
	v.Embed = `<iframe src="` + r.public("embed/"+c.ID+"/") + `" title="` + html.EscapeString(c.Headline) + `" width="100%" height="640" loading="lazy"></iframe>`
	v.Thumbnail = noBreakHTML(c.Thumbnail())
	v.UsedIn = u.charts[c.ID]
	v.Code = r.samples(r.public("charts/" + c.ID + ".csv"))
	for _, id := range chartSources(c) {
		s := r.Ledger.Source(id)
		if s == nil {
			continue
		}
		taken := Taken{Source: sourceText(s) + "."}
		for _, link := range u.taken[id] {
			if slices.Contains(c.Figures, link.ID) {
				taken.Figures = append(taken.Figures, link)
			}
		}
		v.Taken = append(v.Taken, taken)
	}
	return v
}

// inOneLine describes a chart for search engines, which show about 160
// characters: by its alternative text, or by its subhead where that is longer.
func inOneLine(c *chart.Chart) string {
	const most = 170
	for _, text := range []string{c.Alt(), c.Subhead, c.Headline} {
		if n := utf8.RuneCountInString(text); n >= 50 && n <= most {
			return text
		}
	}
	text := c.Headline + ". " + c.Subhead
	for _, more := range []string{c.Alt(), "With a table, sources and data to download."} { // of few words, more are needed
		if utf8.RuneCountInString(text) < 50 {
			text += ". " + more
		}
	}
	words := strings.Fields(text)
	line := words[0]
	for _, w := range words[1:] {
		if utf8.RuneCountInString(line+" "+w) > most {
			return line + "…"
		}
		line += " " + w
	}
	return line
}

// version is the day of the newest page that shows a chart, which has no date
// of its own; of the site when no page does.
func version(c *chart.Chart, u *usage, edition Date) Date {
	if day, ok := u.shown[c.ID]; ok {
		return date(day)
	}
	return edition
}

// lastShown finds for each chart the day of the newest page that shows it.
func lastShown(docs []*Document) map[string]record.Date {
	shown := map[string]record.Date{}
	for _, d := range docs {
		day := d.Page.Meta.LastUpdated()
		for _, id := range d.Charts {
			if day.Compare(shown[id]) > 0 {
				shown[id] = day
			}
		}
	}
	return shown
}

// chartList renders /charts/.
func (r *Renderer) chartList(full map[*chart.Chart]func() ChartView, all titles) ([]byte, diag.List) {
	const url = "/charts/"
	shared, problems := r.shared(url, all)
	v := View{
		Site: r.common.site, Shared: shared, Head: r.head(chartsHeadline, r.allCharts(), url),
		Kicker: "Reference", Title: chartsHeadline,
		Deck: template.HTML("Each has its numbers, a description in words, its sources, and files to download or embed."),
	}
	if r.Host.Card != nil {
		v.Head.Image, v.Head.ImageAlt = r.public(r.Host.Card(url)), chartsHeadline+"."
	}
	for _, c := range r.Shown {
		v.Charts = append(v.Charts, full[c]())
	}
	v.Head.Extra = append(v.Head.Extra, r.chartsLD(v.Head))
	html, more := r.templates.execute("charts", v)
	problems.Add(more)
	return html, problems
}

// chartsHeadline is that of the list of charts.
const chartsHeadline = "All charts"

// allCharts says what the list of charts is.
func (r *Renderer) allCharts() string {
	return "Every chart of " + r.Content.Settings.Title.S + ", with its numbers, sources and downloads."
}

//go:embed samples
var sampleFiles embed.FS

// samples show how to load a CSV file by its address in three languages.
func (r *Renderer) samples(address string) []Sample {
	var out []Sample
	for _, name := range []string{"Go", "Python", "R"} {
		language := strings.ToLower(name)
		source, err := sampleFiles.ReadFile("samples/" + language + ".txt")
		html := r.highlight(language, strings.ReplaceAll(string(source), "ADDRESS", address))
		if err != nil || html == "" {
			panic("render: no highlighted sample in " + name)
		}
		out = append(out, Sample{Language: name, HTML: template.HTML(html)})
	}
	return out
}
