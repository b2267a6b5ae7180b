package markdown

import "sharingthecost/internal/diag"

// A Doc is a converted page body. Only its Blocks keep the page's text in memory.
type Doc struct {
	HTML     string
	Headings []Heading // in order of the text
	Links    []Link    // every link, outward ones too, in order of the text
	Figures  []string  // ids of the figures mentioned, in order of first use
	Cited    []Use     // sources in order of first citation: number 1 is Cited[0]
	Anchors  []Anchor  // every id an author may link to: headings' and written ones
	Blocks   []Block   // every block of text, for editorial checks
	Margin   []Explained
	Words    int // words a reader sees, code and alt texts left out
}

// An Explained is the first term of the glossary that the page's own paragraphs
// use in a section, for a note beside them. Its paragraph is HTML[Start:End];
// those that follow it without a break end at Stop.
type Explained struct {
	Term             string
	Start, End, Stop int
}

// A Heading is one heading. Text is plain; ID is unique on the page.
type Heading struct {
	ID, Text string
	Level    int // 1 to 6
	At       diag.Pos
}

// A Link is one link of a page. Dest is as written, entities and escapes
// resolved; Path and Fragment are its two sides of "#" (a "#" without words
// gives an empty Fragment). URL is what was written into the page.
type Link struct {
	Dest, Path, Fragment string
	URL                  string
	External             bool     // http, https or mailto
	At                   diag.Pos // the target's words
}

// A Use is a source that the page cites. Its number is its place in
// [Doc.Cited], from 1; the page's list must give it the id [SourceID](number).
type Use struct {
	ID       string
	Locators []string // distinct, in order of first use
	Refs     []string // ids of the citations that point here, for back-links
}

// An Anchor is an id in the page and the place that made it.
type Anchor struct {
	ID string
	At diag.Pos
}

// A Kind says what a block of text is.
type Kind string

// The kinds of blocks.
const (
	Paragraph   Kind = "paragraph"
	HeadingText Kind = "heading"
	Item        Kind = "item"        // the text of a list item
	Cell        Kind = "cell"        // of a table's body
	HeaderCell  Kind = "header cell" // of a table's head
	Caption     Kind = "caption"     // of a table
	TermText    Kind = "term"        // of a definition list
	Description Kind = "description" // of a definition list
	Alt         Kind = "alt"         // an image's alternative text
)

// A Block is one run of text as readers see it, without markup.
type Block struct {
	Kind  Kind
	Text  string
	Quote bool // inside a block quotation
	Note  bool // inside a footnote
	flow  *flow
}

// Pos returns the place in the source of the bytes of Text from start up to
// end. It is worked out here, since few places are ever asked for.
func (b Block) Pos(start, end int) diag.Pos { return b.flow.place(start, end) }
