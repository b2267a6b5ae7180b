package render

import (
	"encoding/json"
	"html/template"
	"path"
	"slices"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/ledger"
)

// A thing is an item of structured data, in the words of schema.org. It has the
// properties of all kinds of thing, in the order of their names; those without a
// value are left out.
type thing struct {
	ID                  string  `json:"@id,omitempty"`
	Type                string  `json:"@type,omitempty"`
	Author              any     `json:"author,omitempty"` // a thing or a list of them
	Citation            []thing `json:"citation,omitempty"`
	ContentURL          string  `json:"contentUrl,omitempty"`
	Creator             *thing  `json:"creator,omitempty"`
	DateModified        string  `json:"dateModified,omitempty"`
	DatePublished       string  `json:"datePublished,omitempty"`
	Description         string  `json:"description,omitempty"`
	Distribution        []thing `json:"distribution,omitempty"`
	EncodingFormat      string  `json:"encodingFormat,omitempty"`
	HasPart             []thing `json:"hasPart,omitempty"`
	Headline            string  `json:"headline,omitempty"`
	Image               string  `json:"image,omitempty"`
	InLanguage          string  `json:"inLanguage,omitempty"`
	IsAccessibleForFree bool    `json:"isAccessibleForFree,omitempty"`
	IsPartOf            *thing  `json:"isPartOf,omitempty"`
	Item                string  `json:"item,omitempty"`
	ItemListElement     []thing `json:"itemListElement,omitempty"`
	License             string  `json:"license,omitempty"`
	MainEntityOfPage    string  `json:"mainEntityOfPage,omitempty"`
	Name                string  `json:"name,omitempty"`
	Position            int     `json:"position,omitempty"`
	Publisher           *thing  `json:"publisher,omitempty"`
	URL                 string  `json:"url,omitempty"`
	WordCount           int     `json:"wordCount,omitempty"`
}

// jsonLD writes things into the head of a page as a data block: it is read by
// crawlers, never run, and so no matter for a content security policy. Encoding
// writes <, > and & as \u003c, \u003e and \u0026, so that no text can close the
// element.
func jsonLD(things ...thing) template.HTML {
	data, err := json.Marshal(struct {
		Context string  `json:"@context"`
		Graph   []thing `json:"@graph"`
	}{"https://schema.org", things})
	if err != nil {
		panic(err) // texts, numbers and lists always encode
	}
	return template.HTML(`<script type="application/ld+json">` + string(data) + `</script>`)
}

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
	article.Citation = r.citations(ids(d))
	article.Image = head.Image
	things := []thing{article, r.common.publisher}
	if p.URL == "/" {
		things = append(things, r.siteLD())
	} else {
		things = append(things, r.trail(crumb{d.Title.Plain, p.URL}))
	}
	if d.ListsAll {
		things = append(things, r.figuresLD(d))
	}
	return jsonLD(things...)
}

// chartLD says what the page of a chart is: a dataset with its files. Version
// is the day of its last change.
func (r *Renderer) chartLD(c *chart.Chart, version Date) template.HTML {
	stem := "charts/" + c.ID
	set := r.work("Dataset", stem+"/", c.Headline)
	set.Description = paragraph(c.Headline+".", c.Subhead, c.Alt(), c.Note)
	set.Creator = set.Publisher
	set.DateModified = version.ISO
	set.Image = r.public(stem + ".png")
	set.Citation = r.citations(chartSources(c))
	set.Distribution = []thing{r.download(stem + ".csv"), r.download(stem + ".json")}
	return jsonLD(set, r.common.publisher, r.trail(crumb{"Charts", "charts/"}, crumb{c.Headline, stem + "/"}))
}

// chartsLD says what the list of charts is.
func (r *Renderer) chartsLD(head Head) template.HTML {
	list := r.work("CollectionPage", "charts/", head.OGTitle)
	list.Description = head.Description
	for _, c := range r.Shown {
		url := r.public("charts/" + c.ID + "/")
		list.HasPart = append(list.HasPart, thing{
			Type: "Dataset", ID: url + "#dataset", Name: c.Headline, Description: paragraph(c.Headline+".", c.Subhead, c.Alt()), URL: url,
		})
	}
	return jsonLD(list, r.common.publisher, r.trail(crumb{"Charts", "charts/"}))
}

// figuresLD is the data of the site as a whole: every table and every figure.
func (r *Renderer) figuresLD(d *Document) thing {
	s := r.Content.Settings
	set := r.work("Dataset", d.Page.URL, "The figures of "+s.Title.S)
	set.Description = paragraph(d.Summary, s.Description.S)
	set.Creator = set.Publisher
	set.DateModified = d.Page.Meta.LastUpdated().String()
	set.Distribution = []thing{r.download(ledgerPath), r.download("data/datapackage.json"), r.download("data/croissant.json")}
	for _, t := range r.Ledger.Tables {
		set.Distribution = append(set.Distribution, r.download("data/"+path.Base(t.Path)))
	}
	return set
}

// work is what articles, datasets and lists have in common.
func (r *Renderer) work(kind, url, name string) thing {
	address, anchor := r.public(url), "#list"
	switch kind {
	case "Article":
		anchor = "#article"
	case "Dataset":
		anchor = "#dataset"
	}
	return thing{
		Type: kind, ID: address + anchor, Name: name, URL: address, InLanguage: r.Content.Settings.Language.S,
		Publisher: &r.common.publisherRef, License: r.common.licence, IsAccessibleForFree: true, IsPartOf: &r.common.partOf,
	}
}

func (r *Renderer) siteLD() thing {
	s := r.Content.Settings
	return thing{
		Type: "WebSite", ID: r.siteID(), Name: s.Title.S, URL: r.public("/"), Description: s.Description.S,
		InLanguage: s.Language.S, Publisher: &r.common.publisherRef, License: r.common.licence,
	}
}

func (r *Renderer) siteID() string { return r.public("/") + "#site" }

func (r *Renderer) publisherID() string { return r.public("/") + "#publisher" }

func (r *Renderer) publisherLD() thing {
	s := r.Content.Settings
	name := s.Publisher.Name.S
	if name == "" {
		name = s.Title.S
	}
	return thing{Type: "Organization", ID: r.publisherID(), Name: name, URL: s.Publisher.URL.S}
}

// A crumb is a page on the way to another.
type crumb struct{ name, url string }

// trail is the way from the home page.
func (r *Renderer) trail(crumbs ...crumb) thing {
	list := []thing{{Type: "ListItem", Position: 1, Name: r.Content.Settings.Title.S, Item: r.public("/")}}
	for i, c := range crumbs {
		list = append(list, thing{Type: "ListItem", Position: i + 2, Name: c.name, Item: r.public(c.url)})
	}
	return thing{Type: "BreadcrumbList", ItemListElement: list}
}

func (r *Renderer) download(file string) thing {
	format := map[string]string{".csv": "text/csv", ".json": "application/json"}[path.Ext(file)]
	return thing{Type: "DataDownload", Name: path.Base(file), ContentURL: r.public(file), EncodingFormat: format}
}

// citations are the sources of a page, in the order of their numbers.
func (r *Renderer) citations(ids []string) []thing {
	var out []thing
	for _, id := range ids {
		s := r.Ledger.Source(id)
		if s == nil {
			continue // reported where it is cited
		}
		work := thing{
			Type: workType(s.Type), Name: s.Title.S, Publisher: &thing{Type: "Organization", Name: s.Whose()},
			DatePublished: s.Issued.String(), URL: s.URL.S, InLanguage: s.Language.S,
		}
		var authors []thing
		for _, a := range s.Author {
			kind := "Person"
			if a.Literal.Given() {
				kind = "Organization"
			}
			authors = append(authors, thing{Type: kind, Name: a.Name()})
		}
		if len(authors) > 0 {
			work.Author = authors
		}
		out = append(out, work)
	}
	return out
}

// workType is the word of schema.org for a type of CSL.
func workType(t ledger.SourceType) string {
	switch t {
	case "article-newspaper":
		return "NewsArticle"
	case "article", "article-magazine", "post", "post-weblog":
		return "Article"
	case "article-journal":
		return "ScholarlyArticle"
	case "bill", "legislation", "treaty":
		return "Legislation"
	case "book":
		return "Book"
	case "dataset":
		return "Dataset"
	case "report":
		return "Report"
	case "webpage":
		return "WebPage"
	}
	return "CreativeWork"
}

// paragraph joins sentences, leaving out empty ones and repeats.
func paragraph(sentences ...string) string {
	out := ""
	for i, s := range sentences {
		if s == "" || slices.Contains(sentences[:i], s) {
			continue
		}
		if out != "" {
			out += " "
		}
		out += s
	}
	return out
}
