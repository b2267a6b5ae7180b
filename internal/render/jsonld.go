package render

import (
	"encoding/json"
	"html/template"
	"path"
	"slices"

	"sharingthecost/internal/ledger"
)

// A thing is an item of structured data, in the words of schema.org. Encoding
// sorts its properties.
type thing map[string]any

// jsonLD writes things into the head of a page as a data block: it is read by
// crawlers, never run, and so no matter for a content security policy. Encoding
// writes <, > and & as \u003c, \u003e and \u0026, so that no text can close the
// element.
func jsonLD(things ...thing) template.HTML {
	data, err := json.Marshal(thing{"@context": "https://schema.org", "@graph": things})
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
	article := r.work("Article", p.URL, d.title.plain)
	article["headline"] = d.title.plain
	article["description"] = d.summary
	article["mainEntityOfPage"] = r.public(p.URL)
	article["datePublished"] = m.Date.String()
	article["dateModified"] = m.LastUpdated().String()
	article["author"] = r.common.publisherRef
	article["wordCount"] = d.Doc.Words
	article["citation"] = r.citations(ids(d))
	article["image"] = head.Image
	things := []thing{article.tidy(), r.common.publisher}
	if p.URL == "/" {
		things = append(things, r.siteLD())
	} else {
		things = append(things, r.trail(crumb{d.title.plain, p.URL}))
	}
	if d.whole {
		things = append(things, r.figuresLD(d))
	}
	return jsonLD(things...)
}

// chartLD says what the page of a chart is: a dataset with its files. Cited are
// the ids of its sources, version the day of its last change.
func (r *Renderer) chartLD(v ChartView, cited []string, version Date) template.HTML {
	stem := "charts/" + v.ID
	set := r.work("Dataset", stem+"/", v.Headline)
	set["description"] = paragraph(v.Headline+".", v.Subhead, v.Alt, v.Note)
	set["creator"] = r.common.publisherRef
	set["dateModified"] = version.ISO
	set["image"] = r.public(stem + ".png")
	set["citation"] = r.citations(cited)
	set["distribution"] = []thing{r.download(stem + ".csv"), r.download(stem + ".json")}
	return jsonLD(set.tidy(), r.common.publisher, r.trail(crumb{"Charts", "charts/"}, crumb{v.Headline, stem + "/"}))
}

// chartsLD says what the list of charts is.
func (r *Renderer) chartsLD(head Head, charts []ChartView) template.HTML {
	list := r.work("CollectionPage", "charts/", head.OGTitle)
	list["description"] = head.Description
	var parts []thing
	for _, v := range charts {
		parts = append(parts, thing{"@type": "Dataset", "@id": r.public("charts/"+v.ID+"/") + "#dataset", "name": v.Headline,
			"description": paragraph(v.Headline+".", v.Subhead, v.Alt), "url": r.public("charts/" + v.ID + "/")})
	}
	list["hasPart"] = parts
	return jsonLD(list.tidy(), r.common.publisher, r.trail(crumb{"Charts", "charts/"}))
}

// figuresLD is the data of the site as a whole: every table and every figure.
func (r *Renderer) figuresLD(d *Document) thing {
	s := r.Content.Settings
	set := r.work("Dataset", d.Page.URL, "The figures of "+s.Title.S)
	set["description"] = paragraph(d.summary, s.Description.S)
	set["creator"] = r.common.publisherRef
	set["dateModified"] = d.Page.Meta.LastUpdated().String()
	files := []thing{r.download(ledgerPath), r.download("data/datapackage.json")}
	for _, t := range r.Ledger.Tables {
		files = append(files, r.download("data/"+path.Base(t.Path)))
	}
	set["distribution"] = files
	return set.tidy()
}

// work is what articles, datasets and lists have in common.
func (r *Renderer) work(kind, url, name string) thing {
	s := r.Content.Settings
	address, anchor := r.public(url), "#list"
	switch kind {
	case "Article":
		anchor = "#article"
	case "Dataset":
		anchor = "#dataset"
	}
	return thing{
		"@type": kind, "@id": address + anchor, "name": name, "url": address, "inLanguage": s.Language.S,
		"publisher": r.common.publisherRef, "license": r.common.licence, "isAccessibleForFree": true,
		"isPartOf": r.common.partOf,
	}
}

func (r *Renderer) siteLD() thing {
	s := r.Content.Settings
	return thing{
		"@type": "WebSite", "@id": r.siteID(), "name": s.Title.S, "url": r.public("/"), "description": s.Description.S,
		"inLanguage": s.Language.S, "publisher": r.common.publisherRef, "license": r.common.licence,
	}.tidy()
}

func (r *Renderer) siteID() string { return r.public("/") + "#site" }

func (r *Renderer) publisherID() string { return r.public("/") + "#publisher" }

func (r *Renderer) publisherLD() thing {
	s := r.Content.Settings
	name := s.Publisher.Name.S
	if name == "" {
		name = s.Title.S
	}
	return thing{"@type": "Organization", "@id": r.publisherID(), "name": name, "url": s.Publisher.URL.S}.tidy()
}

// A crumb is a page on the way to another.
type crumb struct{ name, url string }

// trail is the way from the home page.
func (r *Renderer) trail(crumbs ...crumb) thing {
	var list []thing
	for i, c := range slices.Concat([]crumb{{r.Content.Settings.Title.S, "/"}}, crumbs) {
		list = append(list, thing{"@type": "ListItem", "position": i + 1, "name": c.name, "item": r.public(c.url)})
	}
	return thing{"@type": "BreadcrumbList", "itemListElement": list}
}

func (r *Renderer) download(file string) thing {
	format := map[string]string{".csv": "text/csv", ".json": "application/json"}[path.Ext(file)]
	return thing{"@type": "DataDownload", "name": path.Base(file), "contentUrl": r.public(file), "encodingFormat": format}
}

// citations are the sources of a page, in the order of their numbers.
func (r *Renderer) citations(ids []string) []thing {
	var out []thing
	for _, id := range ids {
		s := r.Ledger.Source(id)
		if s == nil {
			continue // reported where it is cited
		}
		var authors []thing
		for _, a := range s.Author {
			kind := "Person"
			if a.Literal.Given() {
				kind = "Organization"
			}
			authors = append(authors, thing{"@type": kind, "name": a.Name()})
		}
		out = append(out, thing{
			"@type": workType(s.Type), "name": s.Title.S, "author": authors, "publisher": thing{"@type": "Organization", "name": s.Whose()},
			"datePublished": s.Issued.String(), "url": s.URL.S, "inLanguage": s.Language.S,
		}.tidy())
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

// tidy drops properties without a value.
func (t thing) tidy() thing {
	for name, value := range t {
		switch v := value.(type) {
		case string:
			if v == "" {
				delete(t, name)
			}
		case []thing:
			if len(v) == 0 {
				delete(t, name)
			}
		case int:
			if v == 0 {
				delete(t, name)
			}
		}
	}
	return t
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
