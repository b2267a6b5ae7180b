package markdown

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// made matches the ids that this package makes itself.
var made = regexp.MustCompile(`^(source|cite|note|fn|fnref|table|callout|figure)-[0-9]+(-[0-9]+)?$`)

// anchorID matches the ids that authors may write.
var anchorID = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]*$`)

// gather reads once over the whole tree for what must be known before its first
// block is written: written ids, so that no heading takes one; notes; and the
// quotations that carry a citation.
func (c *conversion) gather(root ast.Node) {
	places := map[string]run{}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *inlineAttributes:
			c.gatherIDs(n.attributes, places)
		case *blockAttributes:
			c.gatherIDs(n.attributes, places)
		case *note:
			c.gatherNote(n)
		case *east.Table:
			c.numberTable(n)
		case *ast.Link:
			c.numbering = c.numbering || c.calls(n) == table
		case *citation:
			for p := n.Parent(); p != nil; p = p.Parent() {
				if q, ok := p.(*ast.Blockquote); ok && len(n.entries) > 0 {
					c.cited[q] = true
				}
			}
		}
		return ast.WalkContinue, nil
	})
}

func (c *conversion) gatherIDs(a attributes, places map[string]run) {
	found := false
	for _, item := range a.items {
		if item.name != "id" {
			continue
		}
		first, taken := places[item.value]
		switch {
		case found:
			c.report(item.at.start, item.at.stop, "a second id", "one place has one id")
		case !anchorID.MatchString(item.value):
			c.report(item.at.start, item.at.stop, item.value+" is not an id", "an id is a letter, then letters, digits, - and _")
		case made.MatchString(item.value) || c.reserved(item.value):
			c.report(item.at.start, item.at.stop, "the id "+item.value+" is used by the page itself", "choose another")
		case taken:
			c.related(item.at, "the id "+item.value+" is on the page twice", "choose another", first, "it is here first")
		case c.page.ids[item.value]:
			c.report(item.at.start, item.at.stop, "the id "+item.value+" is on the page twice", "choose another")
		default:
			places[item.value] = item.at
			c.page.ids[item.value] = true
			c.ids[item.at.start] = true
		}
		found = true
	}
}

func (c *conversion) gatherNote(n *note) {
	if first := c.notes[n.label]; first != nil {
		c.related(n.at, "a second footnote [^"+n.label+"]", "give it another name", first.at, "the first")
		return
	}
	c.notes[n.label] = n
	c.noteLabels = append(c.noteLabels, n.label)
}

func (c *conversion) reserved(id string) bool { return slices.Contains(c.page.host.Reserved, id) }

// anchor notes the ids of attributes for the page's list of anchors.
func (c *conversion) anchor(a attributes) {
	for _, item := range a.items {
		if item.name == "id" && c.ids[item.at.start] {
			c.doc.Anchors = append(c.doc.Anchors, Anchor{ID: item.value, At: c.pos(item.at.start, item.at.stop)})
		}
	}
}

// WrittenID is an id that an author can give a heading of these words.
func WrittenID(words string) string {
	if id := slug(words); anchorID.MatchString(id) {
		return id
	}
	return "section"
}

// slug makes an id of words as code hosts do, so that links work there as well:
// lower case, spaces as hyphens, nothing but letters, digits, "-" and "_".
func slug(words string) string {
	var b strings.Builder
	b.Grow(len(words))
	for _, r := range strings.ToLower(strings.TrimSpace(words)) {
		switch {
		case r == ' ' || r == '\u00a0':
			b.WriteByte('-')
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			b.WriteRune(r)
		}
	}
	return cmp.Or(b.String(), "section")
}

// headingID makes a heading's id. A second heading of the same words gets -1.
func (c *conversion) headingID(words string) string {
	id := slug(words)
	base := id
	for c.page.ids[id] || c.reserved(id) || made.MatchString(id) {
		if made.MatchString(base + "-1") { // note-1 is no second “Note”
			base = "section-" + base
			id = base
			continue
		}
		c.page.suffix[base]++
		id = base + "-" + strconv.Itoa(c.page.suffix[base])
	}
	c.page.ids[id] = true
	return id
}

// slug returns the words that a heading's id is made of: those a reader sees,
// but a figure's id for its number, since numbers change and links should not.
func (f *flow) slug() string {
	var b strings.Builder
	for i := range f.pieces {
		b.WriteString(cmp.Or(f.pieces[i].slug, f.pieces[i].text))
	}
	return b.String()
}
