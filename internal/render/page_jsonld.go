package render

import (
	"html/template"
	"path"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/content"
	"sharingthecost/internal/linked"
)

// pageLD says what a page of the content folder is: an article with its
// citations; on the home page the site too, and on the list of all figures the
// data. The head is that of the page.
func (r *Renderer) pageLD(d *Document, head Head) template.HTML {
	p, m := d.Page, d.Page.Meta
	article := r.linked.Work("Article", p.URL, d.Title.Plain)
	article.Headline = d.Title.Plain
	article.Description = d.Summary
	article.MainEntityOfPage = article.URL
	article.DatePublished = m.Date.String()
	article.DateModified = m.LastUpdated().String()
	article.Author = article.Publisher
	if people := persons(m.Authors); len(people) > 0 {
		article.Author = people
	}
	article.WordCount = d.Words
	article.Citation = linked.Sources(r.Ledger, ids(d))
	article.Correction = r.correctionsLD(d)
	article.Image = head.Image
	things := []linked.Thing{article, r.linked.Publisher()}
	if len(m.ReviewedBy) > 0 {
		things = append(things, linked.Thing{Type: "WebPage", ID: article.URL + "#page", URL: article.URL, MainEntity: &linked.Thing{ID: article.ID}, ReviewedBy: persons(m.ReviewedBy)})
	}
	if p.URL == "/" {
		things = append(things, r.linked.Self())
	} else {
		things = append(things, r.linked.Trail(linked.Crumb{Name: d.Title.Plain, URL: p.URL}))
	}
	if d.ListsAll {
		things = append(things, r.figuresLD(d))
	}
	return linked.Script(things...)
}

func persons(all []content.Person) []linked.Thing {
	var out []linked.Thing
	for _, p := range all {
		out = append(out, linked.Thing{Type: "Person", Name: p.Name.S, URL: p.URL.S})
	}
	return out
}

// chartLD says what the page of a chart is: a dataset with its files. Version
// is the day of its last change.
func (r *Renderer) chartLD(c *chart.Chart, version Date) template.HTML {
	stem := "charts/" + c.ID
	set := r.linked.Work("Dataset", stem+"/", c.Headline)
	set.Description = linked.Paragraph(c.Headline+".", c.Subhead, c.Alt(), c.Note)
	set.Creator = set.Publisher
	set.DateModified = version.ISO
	if set.Image = r.public(stem + ".svg"); c.Pictured() {
		set.Image = r.public(stem + ".png")
	}
	set.Citation = linked.Sources(r.Ledger, chartSources(c))
	set.Distribution = []linked.Thing{r.linked.Download(stem + ".csv"), r.linked.Download(stem + ".json")}
	return linked.Script(set, r.linked.Publisher(), r.linked.Trail(linked.Crumb{Name: r.Ledger.Lang.Page.Charts, URL: "charts/"}, linked.Crumb{Name: c.Headline, URL: stem + "/"}))
}

// chartsLD says what the list of charts is.
func (r *Renderer) chartsLD(head Head) template.HTML {
	list := r.linked.Work("CollectionPage", "charts/", head.OGTitle)
	list.Description = head.Description
	for _, c := range r.Shown {
		url := r.public("charts/" + c.ID + "/")
		list.HasPart = append(list.HasPart, linked.Thing{
			Type: "Dataset", ID: url + "#dataset", Name: c.Headline, Description: linked.Paragraph(c.Headline+".", c.Subhead, c.Alt()), URL: url,
		})
	}
	return linked.Script(list, r.linked.Publisher(), r.linked.Trail(linked.Crumb{Name: r.Ledger.Lang.Page.Charts, URL: "charts/"}))
}

// figuresLD is the data of the site as a whole: every table and every figure.
func (r *Renderer) figuresLD(d *Document) linked.Thing {
	s := r.Content.Settings
	set := r.linked.Work("Dataset", d.Page.URL, r.Ledger.Lang.Page.FiguresOf.With("site", s.Title.S))
	set.Description = linked.Paragraph(d.Summary, s.Description.S)
	set.Creator = set.Publisher
	set.DateModified = d.Page.Meta.LastUpdated().String()
	set.Distribution = []linked.Thing{r.linked.Download(LedgerPath), r.linked.Download("data/datapackage.json"), r.linked.Download("data/croissant.json")}
	for _, t := range r.Ledger.Tables {
		set.Distribution = append(set.Distribution, r.linked.Download("data/"+path.Base(t.Path)))
	}
	return set
}
