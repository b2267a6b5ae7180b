package render

import (
	"html/template"
	"path"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/linked"
)

// pageLD says what a page of the content folder is: an article with its
// citations; on the home page the site too, and on the list of all figures the
// data. The head is that of the page.
func (r *Renderer) pageLD(d *Document, head Head) template.HTML {
	p, m := d.Page, d.Page.Meta
	article := r.work("Article", p.URL, d.Title.Plain)
	article.Headline = d.Title.Plain
	article.Description = d.Summary
	article.MainEntityOfPage = article.URL
	article.DatePublished = m.Date.String()
	article.DateModified = m.LastUpdated().String()
	article.Author = article.Publisher
	article.WordCount = d.Words
	article.Citation = linked.Sources(r.Ledger, ids(d))
	article.Correction = r.correctionsLD(d)
	article.Image = head.Image
	things := []linked.Thing{article, r.common.publisher}
	if p.URL == "/" {
		things = append(things, r.siteLD())
	} else {
		things = append(things, r.trail(crumb{d.Title.Plain, p.URL}))
	}
	if d.ListsAll {
		things = append(things, r.figuresLD(d))
	}
	return linked.Script(things...)
}

// chartLD says what the page of a chart is: a dataset with its files. Version
// is the day of its last change.
func (r *Renderer) chartLD(c *chart.Chart, version Date) template.HTML {
	stem := "charts/" + c.ID
	set := r.work("Dataset", stem+"/", c.Headline)
	set.Description = linked.Paragraph(c.Headline+".", c.Subhead, c.Alt(), c.Note)
	set.Creator = set.Publisher
	set.DateModified = version.ISO
	set.Image = r.public(stem + ".png")
	set.Citation = linked.Sources(r.Ledger, chartSources(c))
	set.Distribution = []linked.Thing{r.download(stem + ".csv"), r.download(stem + ".json")}
	return linked.Script(set, r.common.publisher, r.trail(crumb{"Charts", "charts/"}, crumb{c.Headline, stem + "/"}))
}

// chartsLD says what the list of charts is.
func (r *Renderer) chartsLD(head Head) template.HTML {
	list := r.work("CollectionPage", "charts/", head.OGTitle)
	list.Description = head.Description
	for _, c := range r.Shown {
		url := r.public("charts/" + c.ID + "/")
		list.HasPart = append(list.HasPart, linked.Thing{
			Type: "Dataset", ID: url + "#dataset", Name: c.Headline, Description: linked.Paragraph(c.Headline+".", c.Subhead, c.Alt()), URL: url,
		})
	}
	return linked.Script(list, r.common.publisher, r.trail(crumb{"Charts", "charts/"}))
}

// figuresLD is the data of the site as a whole: every table and every figure.
func (r *Renderer) figuresLD(d *Document) linked.Thing {
	s := r.Content.Settings
	set := r.work("Dataset", d.Page.URL, r.Ledger.Lang.Page.FiguresOf.With("site", s.Title.S))
	set.Description = linked.Paragraph(d.Summary, s.Description.S)
	set.Creator = set.Publisher
	set.DateModified = d.Page.Meta.LastUpdated().String()
	set.Distribution = []linked.Thing{r.download(LedgerPath), r.download("data/datapackage.json"), r.download("data/croissant.json")}
	for _, t := range r.Ledger.Tables {
		set.Distribution = append(set.Distribution, r.download("data/"+path.Base(t.Path)))
	}
	return set
}

// work is what articles, datasets and lists have in common.
func (r *Renderer) work(kind, url, name string) linked.Thing {
	address, anchor := r.public(url), "#list"
	switch kind {
	case "Article":
		anchor = "#article"
	case "Dataset":
		anchor = "#dataset"
	}
	return linked.Thing{
		Type: kind, ID: address + anchor, Name: name, URL: address, InLanguage: r.Content.Settings.Language.S,
		Publisher: &r.common.publisherRef, License: r.common.licence, IsAccessibleForFree: true, IsPartOf: &r.common.partOf,
	}
}

func (r *Renderer) siteLD() linked.Thing {
	s := r.Content.Settings
	return linked.Thing{
		Type: "WebSite", ID: r.siteID(), Name: s.Title.S, URL: r.public("/"), Description: s.Description.S,
		InLanguage: s.Language.S, Publisher: &r.common.publisherRef, License: r.common.licence,
	}
}

func (r *Renderer) siteID() string { return r.public("/") + "#site" }

func (r *Renderer) publisherID() string { return r.public("/") + "#publisher" }

func (r *Renderer) publisherLD() linked.Thing {
	s := r.Content.Settings
	name := s.Publisher.Name.S
	if name == "" {
		name = s.Title.S
	}
	return linked.Thing{Type: "Organization", ID: r.publisherID(), Name: name, URL: s.Publisher.URL.S}
}

// A crumb is a page on the way to another.
type crumb struct{ name, url string }

// trail is the way from the home page.
func (r *Renderer) trail(crumbs ...crumb) linked.Thing {
	list := []linked.Thing{{Type: "ListItem", Position: 1, Name: r.Content.Settings.Title.S, Item: r.public("/")}}
	for i, c := range crumbs {
		list = append(list, linked.Thing{Type: "ListItem", Position: i + 2, Name: c.name, Item: r.public(c.url)})
	}
	return linked.Thing{Type: "BreadcrumbList", ItemListElement: list}
}

func (r *Renderer) download(file string) linked.Thing {
	format := map[string]string{".csv": "text/csv", ".json": "application/json"}[path.Ext(file)]
	return linked.Thing{Type: "DataDownload", Name: path.Base(file), ContentURL: r.public(file), EncodingFormat: format}
}
