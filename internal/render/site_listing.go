package render

import (
	"slices"
	"strings"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/record"
)

// A Listing is what others may want to know of a finished page: for feeds, site
// maps and pictures for sharing. Addresses count from the site's root.
type Listing struct {
	URL         string
	Title       string // plain, as all texts but Body
	Kicker      string
	Description string
	Authors     []string      // of pages that name them
	Published   record.Date   // zero for pages that are made and not written
	Updated     record.Date   // the day of the last change
	NoIndex     bool          // not to be found: 404, embeds
	Body        string        // the text as HTML, of the 50 pages that changed last; "" for pages that list what other pages say
	Charts      []ListedChart // the charts in Body
	Card        bool          // a picture for sharing is to be drawn; that of a chart's page is one of its files already
	Aliases     []record.Text // earlier addresses
	At          diag.Pos      // of the headline

	// Drawing is the page's first chart, for its card; nil when it has none.
	Drawing func(width, height float64) draw.Canvas
}

// A ListedChart is a chart of a page, for where it is shown as a picture.
type ListedChart struct {
	Frame    string // id of the element in the page that the picture replaces
	URL      string // the chart's own page: "/charts/negotiation/"
	Picture  string // its PNG, or the SVG where there is none: "/charts/negotiation.png"
	Alt      string
	Headline string
	Caption  string // note and source
}

func listedChart(c *chart.Chart) ListedChart {
	url, picture := "/charts/"+c.ID, ".png"
	if !c.Pictured() {
		picture = ".svg"
	}
	return ListedChart{Frame: frameID(c.ID), URL: url + "/", Picture: url + picture, Alt: c.Alt(), Headline: c.Headline, Caption: c.Note + " " + c.SourceLine()}
}

// Listings lists all pages: those of the content folder, then those of charts.
func (r *Renderer) Listings(docs []*Document) []Listing {
	var out []Listing
	cards := r.Host.Card != nil
	newest := record.Date{}
	for _, d := range docs {
		l := r.listing(d)
		if l.Updated.Compare(newest) > 0 {
			newest = l.Updated
		}
		out = append(out, l)
	}
	if len(r.Shown) > 0 {
		out = append(out, Listing{URL: "/charts/", Title: r.Ledger.Lang.Page.AllCharts, Description: r.allCharts(), Updated: newest, Card: cards && r.pictured(r.Ledger.Lang.Page.AllCharts), At: r.Content.Settings.Title.At})
	}
	out = append(out, Listing{URL: CorrectionsURL, Title: r.Ledger.Lang.Page.Changes, Description: r.allChanges(), Updated: newest, Card: cards && r.pictured(r.Ledger.Lang.Page.Changes)})
	if r.search() != nil {
		out = append(out, Listing{URL: searchURL, Title: r.Ledger.Lang.Page.Search, NoIndex: true})
	}
	shown := lastShown(docs)
	for _, c := range r.Shown {
		page := Listing{URL: chartPage(c), Title: c.Headline, Description: c.Subhead, Updated: newest, At: c.At}
		if day, ok := shown[c.ID]; ok {
			page.Updated = day
		}
		embed := page
		embed.URL, embed.NoIndex = "/embed/"+c.ID+"/", true
		out = append(out, page, embed)
	}
	return out
}

func (r *Renderer) listing(d *Document) Listing {
	m := d.Page.Meta
	l := Listing{
		URL: d.Page.URL, Title: d.Title.Plain, Kicker: d.Kicker.Plain, Description: d.Summary,
		Published: m.Date, Updated: m.LastUpdated(), NoIndex: d.Page.File == missing || d.Page.Meta.Draft, Aliases: m.Aliases, Authors: names(m.Authors), At: m.Title.At,
	}
	for _, id := range d.Charts {
		for _, c := range r.Shown {
			if c.ID == id {
				l.Charts = append(l.Charts, listedChart(c))
				if l.Drawing == nil && c.Pictured() {
					l.Drawing = c.CardDrawing
				}
			}
		}
	}
	l.Card = r.Host.Card != nil && !l.NoIndex && d.Shared.File == "" && r.pictured(d.Title.Plain, d.Kicker.Plain)
	if len(d.Later) == 0 && !l.NoIndex && r.inFeed[d.Page] {
		l.Body = r.text(d)
	}
	return l
}

// pictured reports whether the fonts of pictures have all letters of the texts of a card.
func (r *Renderer) pictured(texts ...string) bool {
	return len(draw.NoGlyph(r.Content.Settings.Title.S+strings.Join(texts, ""))) == 0
}

// maxInFeed is how many pages a feed can have: readers fetch all of them again
// at each change.
const maxInFeed = 50

// newestPages are the pages that changed last.
func newestPages(all []*content.Page) map[*content.Page]bool {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b *content.Page) int {
		if c := b.Meta.LastUpdated().Compare(a.Meta.LastUpdated()); c != 0 {
			return c
		}
		return strings.Compare(a.URL, b.URL)
	})
	out := map[*content.Page]bool{}
	for _, p := range all[:min(len(all), maxInFeed)] {
		out[p] = true
	}
	return out
}

// missing is the file that hosts answer with when an address leads nowhere.
const missing = "404.html"
