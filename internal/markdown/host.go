package markdown

import (
	"cmp"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

// A Host is what the converter needs from the rest of the site, as plain
// functions. Each may be nil: the construct it serves is then not allowed, and
// using it is a problem (Fence, Claims, Words and Terms excepted: without them code is
// written out plain, numbers and words go unchecked and no term is linked).
//
// The functions are called in the order of the text, from one goroutine. HTML
// they return is written as it is; everything else is escaped here.
type Host struct {
	// Language is that of the text; nil is English.
	Language *lang.Language

	// Link resolves a link to a file of the site, as written: "demand.md#what",
	// "charts/x.yaml", "#what". Outward links never reach it.
	Link func(dest string) (Target, *Complaint)

	// Image writes out an image or, for a chart file, the chart. The alt text
	// is plain and may be empty.
	Image func(dest, alt, title string) (Picture, *Complaint)

	// Number says where on the page a chart or a picture with a caption stands, and its
	// number; 0 for what is not there. Only a page for which [Figures] lists any asks.
	Number func(dest string) (url string, n int)

	// Figure looks up a figure of the ledger in a form; form is "" when the
	// mention asks for none. When Complaint.About is "form" the problem is
	// reported at the form, otherwise at the id.
	Figure func(id, form string) (Figure, *Complaint)

	// Cite says whether a source exists. It is asked as well about ids that only
	// look like citations; what is cited is listed by [Page.Cited].
	Cite func(id string) *Complaint

	// Fence highlights fenced code. Lang is "" for a fence without a name.
	Fence func(lang, source string) (html string, c *Complaint)

	// Blocks holds, by name, what writes the blocks that fences with that name are.
	// Each receives the lines between the fences with their places. A problem
	// without a place is about the block as a whole.
	Blocks map[string]func(lines []record.Text) (html string, problems diag.List)

	// Headed says whether a block, as it was written, has headings of the third level
	// that want one of the text above them.
	Headed func(block, html string) bool

	// Claims finds numbers that claim something in a block's visible text.
	// Mentions, code, URLs and cited quotations are blanked with spaces in it;
	// what figures stand there is told beside it.
	Claims func(text string, figures []Shown) []Claim

	// Words judges the words of a block's visible text: those of the author, and the
	// same without those whose language is given. The rest is blanked as for Claims.
	Words func(kind Kind, text, unmarked string) []Claim

	// Terms finds every glossary term in a block's visible text; the converter
	// links the first use of each on the page.
	Terms func(text string) []Term

	// Reserved lists ids that the page's template uses itself.
	Reserved []string
}

// A Complaint is a Host function's refusal: a problem without its place.
type Complaint struct {
	Text, Hint string
	About      string // "form" when a Figure complaint concerns the form; else ""
}

// A Target is where a link leads.
type Target struct {
	URL   string
	Title string // title attribute, used when the link has none of its own; may be empty
	Term  string // the glossary's term that it explains, which gives the link its class; may be empty
}

// A Picture is an image or a chart written out.
type Picture struct {
	HTML  string
	Block bool // HTML is a block (a figure element): the image must be alone in its paragraph
}

// A Figure is a ledger figure written out in the form asked for.
type Figure struct {
	Text  string     // as readers see it: "€1.18 billion"
	Value string     // for machines: "1183.3"
	URL   string     // where it is explained: "/figures/#budget_2021"; may be empty
	Title string     // what it is, for the link's title attribute; may be empty
	Cites []Citation // its sources, printed at its first mention
}

// A Citation names a source and, if wanted, a place in it: "p. 3".
type Citation struct {
	ID, Locator string
}

// A Shown is a figure in a text, in a form. Start and End are byte offsets.
type Shown struct {
	Start, End int
	ID, Form   string
}

// A Claim is something in a text that the ledger must bear out, and does not.
// Start and End are byte offsets in the text.
type Claim struct {
	Start, End int
	Text, Hint string
}

// A Term is a glossary term in a text. Start and End are byte offsets.
type Term struct {
	Start, End int
	ID, URL    string
	Title      string // the title attribute; may be empty
}

func (h Host) language() *lang.Language { return cmp.Or(h.Language, lang.English) }
