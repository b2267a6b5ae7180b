package render

import "html/template"

// The types in this file are what the templates of blocks receive: the files
// block-*.html, one for each fenced block of the Markdown dialect.

// CardsBlock is the dot of block-figures.html.
type CardsBlock struct{ Cards []Card }

// Number returns "two" or "three" when there are that many cards, for the
// class that sets the columns; otherwise "".
func (b CardsBlock) Number() string { return cardsClass(len(b.Cards)) }

// CardsClass does the same for the cards of a page.
func (v View) CardsClass() string { return cardsClass(len(v.Cards)) }

func cardsClass(n int) string {
	switch n {
	case 1, 2:
		return "two"
	case 3:
		return "three"
	}
	return ""
}

// AccountsBlock is the dot of block-accounts.html.
type AccountsBlock struct {
	Index    bool // list the questions first
	Accounts []AccountView
}

// An AccountView is one question on which sources differ.
type AccountView struct {
	ID       string
	Question template.HTML
	Plain    string // the question without markup
	Kind     string // "Forecast and outcome"
	Shape    string // "⤳"
	Rows     []AccountRow
	Long     bool // a figure too long for a narrow column
	Why      template.HTML
	Use      template.HTML
	Settled  template.HTML // what would settle it; may be empty
	Reviewed Date
	More     string // address of the entry with all its parts; empty where this is it
}

// An AccountRow is what one source says.
type AccountRow struct {
	Figure template.HTML
	Again  bool          // the row before has the same figure
	Source template.HTML // publisher and date
	Words  string        // the exact words; may be empty
	Lang   string        // their language when it is not the page's
	Note   template.HTML
	Mark   template.HTML // the citation mark
}

// TimelineBlock is the dot of block-timeline.html.
type TimelineBlock struct {
	ID    string     // of the list; empty for a second on the page
	Key   []KeyEntry // the marks in use
	Years []TimelineYear
}

// A TimelineYear is the events of a year; a short timeline is one of them without a name.
type TimelineYear struct {
	Year   string // may be empty
	Events []EventView
}

// A KeyEntry says whose steps have a mark.
type KeyEntry struct{ Shape, Name string }

// An EventView is one dated event.
type EventView struct {
	ID      string
	Machine string // "2019-11-18" or "2019-11"
	Date    string // "18 November 2019", "November 2019"
	Until   string // the last day of a stretch; may be empty
	By      string // whose step it was: "the city council"; may be empty
	Shape   string // "square", "diamond", "circle"
	Text    template.HTML
}

// GlossaryBlock is the dot of block-glossary.html.
type GlossaryBlock struct{ Terms []TermView }

// A TermView is one term.
type TermView struct {
	ID           string
	Term         string
	Abbreviation string
	Foreign      string // in another language; may be empty
	Lang         string // that language
	Text         template.HTML
	Mark         template.HTML
}

// FiguresBlock is the dot of block-figures-list.html.
type FiguresBlock struct {
	Groups []FigureGroup
	Data   []Download
}

// A FigureGroup is a run of figures under one heading.
type FigureGroup struct {
	ID      string // of what is folded away: an address that names it opens it
	Title   string
	Figures []FigureView
}

// A FigureView is one number with all that is known of it.
type FigureView struct {
	ID        string
	Value     string // "about €1.18 billion"
	Machine   string // "1183.3"
	Says      string // what it is
	AsOf      string // "2021", "March 2021"
	Base      *FigureLink
	Status    string // "Reported", "Official", "Our arithmetic"
	StatusKey string // reported, official, arithmetic
	Sum       string // the sum with numbers put in; may be empty
	Quote     string
	Note      template.HTML
	Sources   []FigureSource
	UsedIn    []FigureLink // pages and charts
	Checked   *Date        // when it was last held to its sources; nil where that is not told
	Read      *Date        // else when the last of them was read; may be nil
	Due       *Date        // by when somebody looks at it again; may be nil
	Changes   []Change
}

// A FigureSource is a source of a figure, with the place in it.
type FigureSource struct{ Text, Locator, URL string }

// A Download is a file of data.
type Download struct{ Title, Description, URL, Type string }

// SourcesBlock is the dot of block-sources-list.html.
type SourcesBlock struct{ Groups []SourceGroup }

// A SourceGroup is the sources of a kind, by the names of who published them.
type SourceGroup struct {
	ID, Title string
	Letters   []FigureLink // to the first source of each letter; empty in a short group
	Sources   []SourceView
}

// A SourceView is one entry of the bibliography.
type SourceView struct {
	ID     string
	Text   template.HTML
	Kind   string
	Note   string       // whole sentences on this copy or text; may be empty
	Rights string       // its licence; may be empty
	Taken  []FigureLink // figures taken from it
	UsedIn []FigureLink // pages, charts and entries that cite it
}

// ChangesBlock is the dot of block-changes.html.
type ChangesBlock struct{ Changes []Change }

// WhatIf is the dot of block-whatif.html.
type WhatIf struct {
	Base      string // the value it starts from, for the script: "1038.9"
	BaseText  string // "€1.04 billion"
	BaseExact string // "€1.0389 billion"
	BaseURL   string
	What      string // "The city's budget for 2019"
	Note      string // a sentence below the caption; may be empty
	Per       string // what values are divided by where they are shown
	Decimals  int    // of the shown values
	Prose     string // how the script writes one: "€{n} billion"
	In        string // what the shown values count: "billion euros"
	Most      string // the end of the range, in percent
	Start     string // where the tool begins
	Ticks     []WhatIfTick
	Rows      []WhatIfRow
	Presets   []Preset
}

// A WhatIfTick is a multiple of the base on the bar.
type WhatIfTick struct {
	At, Label string // "16.667%", "1×"
	Joint     bool   // not the end of the bar
}

// A WhatIfRow is a rise in the table.
type WhatIfRow struct {
	Machine string // "13.9"
	Percent string // "13.9%"
	Times   string // "1.139"
	Total   string // "1.18"
	Of      string // what "13.9% of" would be: "0.14"; empty for no rise
	Who     []FigureLink
}

// A Preset is a button of the tool: a rise that somebody asked for or offered,
// or that was agreed.
type Preset struct {
	Machine, Percent, Label string
	Role                    string // the colour of the bar: "c2"; may be empty
}
