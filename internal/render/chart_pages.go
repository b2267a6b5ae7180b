package render

import (
	"embed"
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/cite"
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
		v.Head.Extra = append(v.Head.Extra, template.HTML(`<link rel="alternate" type="application/json+oembed" href="`+html.EscapeString(r.public("embed/"+c.ID+"/oembed.json"))+`" title="`+html.EscapeString(c.Headline)+`">`))
		v.Head.Extra = append(v.Head.Extra, r.chartLD(c, r.version(c, u, r.newest)))
		html, problems := r.templates.Execute("chart", v)
		return r.dated(html, v.Cite, chartPage(c)), problems
	})
	embed, more := r.file("embed/"+c.ID+"/index.html", c.Path, u.key, func() ([]byte, diag.List) {
		v := r.chartPage(c, full(), u)
		v.Head.NoIndex, v.Head.Markdown = true, ""
		if path := r.assets.Static[frameScript]; path != "" {
			v.Head.Scripts = append(v.Head.Scripts, r.url(path))
		}
		return r.templates.Execute("embed", v)
	})
	problems.Add(more)
	return []output.File{page, embed}, problems
}

// chartPage is what a chart's page and its embed have in common.
func (r *Renderer) chartPage(c *chart.Chart, view ChartView, u *usage) View {
	url := chartPage(c)
	view.Headed = false
	v := View{
		Site: r.common.site, Shared: r.common.shared, Head: r.head(c.Short, r.inOneLine(c), url), Kicker: plainHTML(r.Ledger.Lang.Page.Chart), Title: plainHTML(c.Headline), Deck: plainHTML(c.Subhead), Chart: &view,
	}
	v.Head.OGTitle = c.Headline
	if read := r.script("read"); read != "" {
		v.Head.Scripts = append(v.Head.Scripts, read)
	}
	v.Edit = r.edit(c.Path)
	if c.Pictured() {
		v.Head.Image, v.Head.ImageAlt = r.public(url+"card.png"), c.Alt()
	}
	v.Cite = r.howToCite(r.Ledger.Lang.Page.ThisChart, c.Headline, url, r.version(c, u, r.newest), nil, cite.Publishers(r.Ledger, chartSources(c)))
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
			key := memo.KeyOf("picture of a chart", canvas.Key(), fmt.Append(nil, scale, r.Content.Settings.Palette().Key()))
			return memo.Do(r.Memo, key, func() ([]byte, bool) { return draw.PNG(canvas, scale, r.Content.Settings.Palette(), draw.Light), true })
		}}
	}
	files := []output.File{
		file(stem+".svg", func() []byte { return c.StandaloneSVG(r.credit(c)) }), file(stem+"/option.json", c.Option),
		file(stem+".csv", c.CSV), file(stem+".excel.csv", func() []byte { return append([]byte("\ufeff"), c.CSV()...) }), file(stem+".tidy.csv", c.Tidy), file(stem+".json", c.JSON),
		file("embed/"+c.ID+"/oembed.json", func() []byte { return r.oEmbed(c) }),
	}
	if c.Pictured() {
		files = append(files, picture(stem+".png", func() draw.Canvas { return c.Framed(r.credit(c)) }, 2), picture(stem+"/card.png", c.Card, 1))
	}
	return files
}

// credit is the last line of a picture that leaves the site.
func (r *Renderer) credit(c *chart.Chart) string {
	_, address, _ := strings.Cut(r.public("charts/"+c.ID+"/"), "://")
	parts := []string{r.Content.Settings.Title.S, address}
	if name := r.Content.Settings.Licence.Name; name.Given() {
		parts = append(parts, name.S)
	}
	return strings.Join(parts, " · ")
}

// oEmbed describes the frame of a chart to programs that put it in by its address.
func (r *Renderer) oEmbed(c *chart.Chart) []byte {
	described := map[string]any{
		"version": "1.0", "type": "rich", "title": c.Headline, "provider_name": r.Content.Settings.Title.S, "provider_url": r.public("/"),
		"html": r.frame(c), "width": embedWidth, "height": c.EmbedHeight(embedWidth),
	}
	if c.Pictured() {
		described["thumbnail_url"], described["thumbnail_width"], described["thumbnail_height"] = r.public("charts/"+c.ID+"/card.png"), 1200, 630
	}
	raw, err := json.MarshalIndent(described, "", " ")
	if err != nil {
		panic(err) // strings and numbers always encode
	}
	return append(raw, '\n')
}

// frameScript keeps frames as high as their charts, on both sides. Other sites name its
// address, so it has no hash.
const frameScript = "static/embed/frame.js"

// embedWidth is the width of a frame in the text of most pages.
const embedWidth = 700

// frame is what a page pastes to show a chart. It is as high as the chart is there or on a
// phone, whichever is more, so that nothing is cut off.
func (r *Renderer) frame(c *chart.Chart) string {
	height := max(c.EmbedHeight(embedWidth), c.EmbedHeight(400))
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="%d" loading="lazy"></iframe>`, r.public("embed/"+c.ID+"/"), html.EscapeString(c.Headline), height)
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
	if r.AsOf == "" {
		if path := r.assets.Static[frameScript]; path != "" {
			v.Follow = fmt.Sprintf(`<script src="%s" async></script>`, r.public(path))
		}
		v.Embed, v.Code = r.frame(c), r.samples(r.public("charts/"+c.ID+".csv"))
	}
	v.Thumbnail = noBreakHTML(c.Thumbnail())
	v.UsedIn = u.charts[c.ID]
	for _, view := range c.Views {
		v.Views = append(v.Views, NavLink{Text: view.View, URL: r.chartURL(view), Current: view == c})
	}
	for _, id := range chartSources(c) {
		s := r.Ledger.Source(id)
		if s == nil {
			continue
		}
		taken := Taken{Source: cite.Source(r.Ledger.Lang, s) + "."}
		for _, link := range r.takenFrom(id) {
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
func (r *Renderer) inOneLine(c *chart.Chart) string {
	const most = 170
	for _, text := range []string{c.Alt(), c.Subhead, c.Headline} {
		if n := utf8.RuneCountInString(text); n >= 50 && n <= most {
			return text
		}
	}
	text := c.Headline + ". " + c.Subhead
	for _, more := range []string{c.Alt(), r.Ledger.Lang.Page.WithTable} { // of few words, more are needed
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
func (r *Renderer) version(c *chart.Chart, u *usage, edition Date) Date {
	if day, ok := u.shown[c.ID]; ok {
		return r.date(day)
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
	words := r.Ledger.Lang.Page
	shared, problems := r.shared(url, all)
	v := View{
		Site: r.common.site, Shared: shared, Head: r.head(words.AllCharts, r.allCharts(), url),
		Kicker: plainHTML(words.Reference), Title: plainHTML(words.AllCharts), Deck: plainHTML(words.AllChartsDeck),
	}
	if r.Host.Card != nil && r.pictured(words.AllCharts) {
		v.Head.Image, v.Head.ImageAlt = r.public(r.Host.Card(url)), words.AllCharts+"."
	}
	for _, c := range r.Shown {
		if c == allViews(c)[0] {
			v.Charts = append(v.Charts, full[c]())
		}
	}
	v.Head.Extra = append(v.Head.Extra, r.chartsLD(v.Head))
	html, more := r.templates.Execute("charts", v)
	problems.Add(more)
	return html, problems
}

// allCharts says what the list of charts is.
func (r *Renderer) allCharts() string {
	return r.Ledger.Lang.Page.AllChartsFind.With("site", r.Content.Settings.Title.S)
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
