package render

import (
	"html/template"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/look"
)

// The types in this file are all that a template may see; what is not here
// does not exist for it. Fields of type template.HTML are finished HTML and
// are printed as they are; strings are escaped. Addresses are root-relative
// and already carry the path under which the site is served, except where the
// comment says absolute.

// given is what templates are given. Words of the program's own are in the table of the
// site's language: {{words.Page.Next}}.
func given(l *lang.Language) look.Data {
	return look.Data{
		Types: []any{View{}, SharedView{}, Place{}, CardsBlock{}, AccountsBlock{}, TimelineBlock{}, GlossaryBlock{}, FiguresBlock{}, SourcesBlock{}, ChangesBlock{}, WhatIf{}, lang.Language{}},
		Where: "internal/render/view.go and blockviews.go",
		Lang:  l,
	}
}

// A View is what a page's template receives as its dot: page.html for pages
// of the content folder, chart.html, charts.html and embed.html.
type View struct {
	Site   Site
	Shared Shared
	Head   Head
	Draft  bool // the page is not published: say so

	Kicker template.HTML // a few words above the headline; may be empty
	Title  template.HTML // the headline, the page's one h1
	Deck   template.HTML // the sentence or two below it; may be empty
	Meta   *Meta         // the line below that; nil on pages without dates

	By, ReviewedBy template.HTML // “By …”, “Reviewed by …”: who wrote the page, and who read it before; may be empty

	Lead     template.HTML   // the chart that the page opens with; may be empty
	Contents template.HTML   // the list of its sections, made from contents.html; empty when there are fewer than three
	Brief    []template.HTML // "In brief"; may be empty
	Cards    []Card          // number cards above the text; may be empty
	Body     template.HTML   // the text
	Unknowns []template.HTML // "What we do not know"; may be empty

	Sources []Reference // sources of the page, in the order of their numbers
	Notes   []Note      // what the marks of sources in the text open
	Cite    *Citation   // how to cite the page; nil on pages nobody cites
	Changes []Change    // what changed, newest first
	Next    *Onward     // the one page to read next; may be nil
	Related []Onward    // at most three
	Edit    string      // absolute address of the page's source at the code host; may be empty

	Chart  *ChartView  // of chart.html and embed.html
	Charts []ChartView // of charts.html

	Corrections []Change // of corrections.html, newest first: what put something right …
	Other       []Change // … and what else changed
	Feed        string   // address of the feed of both; may be empty
	Versions    []Onward // dated versions of the site, newest first

	Search *Search // of search.html and of the page that hosts show where an address leads nowhere; else nil
}

// Search is the form of the search, and what stands below it where there is no script.
type Search struct {
	Index   string         // address of the index
	Pages   []SearchedPage // of search.html
	Figures []FigureLink   // of search.html, with their values
}

// A SearchedPage is a page with its headings, or the list of charts with theirs.
type SearchedPage struct {
	Title    template.HTML
	URL      string
	Headings []SearchedHeading
}

// A SearchedHeading is a heading of a page, or a chart.
type SearchedHeading struct {
	HTML template.HTML
	URL  string
}

// Site is the same on every page.
type Site struct {
	Name        string        // "Sharing the Cost"
	Description string        // the sentence at the foot of every page; may be empty
	Language    string        // "en"
	Home        string        // address of the home page
	Licence     template.HTML // the line at the foot of every page
	Edition     Date          // the newest date of any page
	Preview     bool          // not the public site: say so
	AsOf        Date          // of a dated version: its day; else zero
	Living      string        // absolute address of the living site
	CSS         string        // address of the one stylesheet
	JS          string        // address of the enhancer script
}

// Shared is what pages have in common, made once from shared-head.html,
// shared-header.html and shared-footer.html. Pages that header or footer lead to
// have these two made for them.
type Shared struct{ Head, Header, Footer template.HTML }

// A SharedView is the dot of shared-head.html, which has the Links, and of
// shared-header.html and shared-footer.html, which have Nav and Footer.
type SharedView struct {
	Site   Site
	Links  []template.HTML // what other packages add to each head: icons, feeds
	Nav    []NavLink
	Footer []Menu
}

// A Menu is a group of links of the footer.
type Menu struct {
	Title string // may be empty
	Links []NavLink
}

// A NavLink is a link of the header or the footer.
type NavLink struct {
	Text, URL string
	Current   bool // leads to this page
}

// Head is the content of the head element.
type Head struct {
	Title       string // "Timeline – Sharing the Cost"
	OGTitle     string // the headline alone
	Description string
	Canonical   string // absolute; empty when the site has no address of its own, and for 404
	Markdown    string // address of the page as Markdown; may be empty
	Policy      string // content security policy; may be empty
	Image       string // absolute address of the card for sharing; may be empty
	ImageAlt    string
	ImageWidth  int
	ImageHeight int
	Type        string // "website" or "article"
	NoIndex     bool
	Scripts     []string        // further scripts of the page
	Extra       []template.HTML // structured data
}

// Meta is the line below the headline.
type Meta struct {
	Updated Date
	Minutes int  // time to read; 0 when it is not a page to read through
	Changes bool // the page lists what changed: link to #changes
	Cite    bool // the page says how to cite it: link to #cite
}

// A Date is a date for machines and for readers: "2026-11-21", "21 November 2026".
type Date struct{ ISO, Long string }

// A Place is an entry of the contents list; contents.html receives all of them.
type Place struct {
	ID   string // of the heading
	Text template.HTML
}

// A Card is a number with what it is.
type Card struct {
	Label     template.HTML // what it is
	Qualifier string        // "up to", "about"; may be empty
	Value     string        // "5×", "€1.52tn"
	Unit      string        // "GWh"; empty when the value brings its own sign
	Machine   string        // the value for machines: "5"
	Base      string        // when, and over what; may be empty
	URL       string        // where the number is explained
}

// A Reference is a numbered source of a page.
type Reference struct {
	ID      string        // the id that marks in the text lead to: "source-3"
	Text    template.HTML // publisher, title with link, date, places used
	Kind    string        // "Primary source", "Report", "Archive copy"
	Back    []Back        // the marks in the text
	Details string        // address of the entry in the list of all sources; may be empty
}

// A Note tells the sources of a mark in the text, where the mark stands.
type Note struct {
	ID      string // the id that buttons in the text name: "note-3"
	Sources []NoteSource
}

// A NoteSource is a source of a note.
type NoteSource struct {
	Number int           // of the entry in the page's list
	URL    string        // of that entry: "#source-3"
	Text   template.HTML // publisher, title with link, date, place
}

// A Back leads from a source to a mark in the text.
type Back struct {
	ID    string // of the mark
	Label string // "a", "b" …
}

// A Citation says how to cite something, in two lengths.
type Citation struct {
	What  string // "this page", "this chart"
	Short string
	Full  template.HTML
}

// A Change is an entry of "What changed".
type Change struct {
	Date Date
	Page *Onward // the page, in lists over several pages; else nil
	Text template.HTML
	Was  string // what it said before; may be empty

	Correction bool // it puts right what was wrong
}

// An Onward leads to another page.
type Onward struct {
	Title       template.HTML
	Description template.HTML
	URL         string
}

// A ChartView is a chart with everything that surrounds it.
type ChartView struct {
	ID          string
	Frame       string // id of the figure element
	Lead        bool   // the page opens with it: what explains it is folded
	Headed      bool   // the frame carries the headline; not so on the chart's own page
	View        string // what it is called among the views of its record; may be empty
	Number      string // "Figure 2", on pages that call charts by their numbers; else empty
	Headline    string
	Subhead     string
	Note        string
	Sources     []ChartSource
	Broad       bool          // the wide drawing reaches beyond the text column
	Wide        template.HTML // the drawing for wide frames
	Middle      template.HTML // for those between; "" where its texts would meet
	MiddleWidth int
	Narrow      template.HTML // for narrow ones: a drawing, a table or a list
	Table       template.HTML
	Description template.HTML
	DescribedBy string // id that the description must have
	AsList      bool   // the description is the list that says what the drawing shows
	ListedAt    string // id of the page's own list that says it, which makes table and description needless
	Explore     *Explore
	URL         string // the chart's own page
	SVG         string
	PNG         string
	CSV, Excel  string // as drawn; the same with a byte-order mark, by which Excel knows the letters
	Tidy        string // one number a line
	JSON        string

	// The chart's own page has these too.
	Page      string    // absolute address of the chart's own page
	Home      string    // absolute address of the site
	Embed     string    // HTML to paste into another page
	Follow    string    // the same, of the script that keeps the frame as high as the chart
	Views     []NavLink // the pages of all views of its record; empty where there is one
	Alt       string
	Taken     []Taken       // its sources and what was taken from each
	UsedIn    []Onward      // pages that show it
	Code      []Sample      // how to load its numbers
	Thumbnail template.HTML // the drawing in small, for lists
}

// A ChartSource is a source named under a chart.
type ChartSource struct{ Text, URL string }

// Taken says what was taken from a source.
type Taken struct {
	Source  template.HTML
	Figures []FigureLink
}

// A FigureLink leads to an entry of the list of figures; without one it has no URL.
type FigureLink struct{ ID, Text, URL string }

// A Sample is a piece of code that loads a chart's numbers.
type Sample struct {
	Language string
	HTML     template.HTML
}

// Explore is what the Explore button needs.
type Explore struct {
	Module    string // address of our own script
	Source    string // address of ECharts
	Integrity string // its hash; may be empty for a copy on the site itself
	Option    string // address of the chart's option
}
