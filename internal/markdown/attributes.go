package markdown

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Attributes are {#id .class lang=ko}.
type attributes struct {
	at    run
	items []attributeItem
}

type attributeItem struct {
	name, value string
	at          run
}

// Classes returns the classes that a page may use. Templates and stylesheets
// say how they are shown; "rows" makes the first column of a table its rows'
// headings.
func Classes() []string { return []string{"lead", "note", "nowrap", "rows", "small", "wide"} }

// inlineAttributes follow a span, a link, emphasis, code or a heading.
type inlineAttributes struct {
	inlineNode
	attributes
}

// blockAttributes are on a line of their own before a block.
type blockAttributes struct {
	blockNode
	attributes
}

func (n *blockAttributes) IsRaw() bool { return true }

type inlineAttributesParser struct{}

func (inlineAttributesParser) Trigger() []byte { return []byte{'{'} }

func (inlineAttributesParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	a, ok := readAttributes(line, segment.Start)
	if !ok {
		return nil
	}
	block.Advance(a.at.stop - a.at.start)
	return &inlineAttributes{attributes: a}
}

type blockAttributesParser struct{}

func (blockAttributesParser) Trigger() []byte { return []byte{'{'} }

func (blockAttributesParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	a, ok := readAttributes(line[pos:], segment.Start+pos-segment.Padding)
	if !ok || !util.IsBlank(line[pos+a.at.stop-a.at.start:]) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &blockAttributes{attributes: a}, parser.NoChildren
}

func (blockAttributesParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}
func (blockAttributesParser) Close(ast.Node, text.Reader, parser.Context) {}
func (blockAttributesParser) CanInterruptParagraph() bool                 { return false }
func (blockAttributesParser) CanAcceptIndentedLine() bool                 { return false }

// The syntax of attributes. A word ends at a space, } " or =.
const (
	attributeWord   = `[^\x00-\x20}"=]+`
	attributePlain  = `(?:[#.]` + attributeWord + `|[^\x00-\x20}"=#.][^\x00-\x20}"=]*=` + attributeWord + `)`
	attributeQuoted = `[^\x00-\x20}"=#.][^\x00-\x20}"=]*="[^"]*"`
)

var (
	attributesForm = regexp.MustCompile(`^\{[ \t]*(?:` + attributePlain + `[ \t]+|` + attributeQuoted + `[ \t]*)*(?:` +
		attributePlain + `|` + attributeQuoted + `)[ \t]*\}`)
	attributeForm = regexp.MustCompile(`([#.])(` + attributeWord + `)|(` + attributeWord + `)=(?:"([^"]*)"|(` + attributeWord + `))`)
)

// readAttributes reads {…} at the start of line, which begins at offset at.
// What does not have the form of attributes is text and not ok.
func readAttributes(line []byte, at int) (attributes, bool) {
	form := attributesForm.Find(line)
	if form == nil || form[1] == '{' {
		return attributes{}, false
	}
	a := attributes{at: run{at, at + len(form)}}
	body := form[1 : len(form)-1]
	for _, m := range attributeForm.FindAllSubmatchIndex(body, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return string(body[m[2*i]:m[2*i+1]])
		}
		item := attributeItem{name: part(3), value: part(2) + part(4) + part(5), at: run{at + 1 + m[0], at + 1 + m[1]}}
		switch part(1) {
		case "#":
			item.name = "id"
		case ".":
			item.name = "class"
		}
		a.items = append(a.items, item)
	}
	return a, true
}

// chosen are attributes that passed the checks.
type chosen struct {
	id, lang string
	classes  []string
	idAt     run
}

func (a chosen) has(class string) bool { return slices.Contains(a.classes, class) }

// html writes the attributes for a tag. First is a class of our own, or "".
func (a chosen) html(first string) string {
	classes := a.classes
	if first != "" {
		classes = append([]string{first}, classes...)
	}
	return attribute("id", a.id) + attribute("class", strings.Join(classes, " ")) + attribute("lang", a.lang)
}

// choose checks attributes and reports what is not allowed.
func (c *conversion) choose(a attributes) chosen {
	var out chosen
	for _, item := range a.items {
		switch item.name {
		case "id":
			if c.ids[item.at.start] { // it was found right, and the first of its name
				out.id, out.idAt = item.value, item.at
			}
		case "lang":
			if !language.MatchString(item.value) {
				c.report(item.at.start, item.at.stop, item.value+" is not a language tag", "write ko, en or en-GB")
				continue
			}
			out.lang = item.value
		case "class":
			for class := range strings.FieldsSeq(item.value) {
				if !slices.Contains(Classes(), class) {
					c.report(item.at.start, item.at.stop, "no class "+class, "the classes are "+strings.Join(Classes(), ", "))
					continue
				}
				out.classes = append(out.classes, class)
			}
		default:
			c.report(item.at.start, item.at.stop, "no attribute "+item.name, "the attributes are #id, .class and lang=")
		}
	}
	return out
}

// language matches a BCP 47 tag: ko, en-GB, zh-Hant.
var language = regexp.MustCompile(`^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$`)

// A level is the run of text between two tags, in which brackets can pair.
type level struct {
	open        []int // pieces that are "[" and have no "]" yet
	first, last int   // the pieces of the last pair
}

// bracket keeps the pairs of brackets that are text: one followed at once by
// attributes is a span.
func (b *builder) bracket(c byte) {
	here := len(b.pieces) - 1
	switch c {
	case '[':
		b.level.open = append(b.level.open, here)
	case ']':
		if k := len(b.level.open); k > 0 {
			b.level.first, b.level.last = b.level.open[k-1], here
			b.level.open = b.level.open[:k-1]
		}
	}
}

// attach gives attributes to the span or the heading before them.
func (b *builder) attach(n *inlineAttributes, atEnd bool) {
	c := b.conversion
	switch {
	case b.level.last > 0 && b.level.last == len(b.pieces)-1 && b.pieces[b.level.last].text == "]":
		own := c.choose(n.attributes)
		for i := b.level.first; own.lang != "" && i < b.level.last; i++ {
			b.pieces[i].marked = true
		}
		b.pieces[b.level.first] = piece{html: "<span" + own.html("") + ">"}
		b.pieces[b.level.last] = piece{html: "</span>"}
		c.anchor(n.attributes)
		b.level.last = 0
	case atEnd && (b.heading || b.kind == Caption):
		b.trimSpace()
		b.chosen = c.choose(n.attributes)
	default:
		c.report(n.at.start, n.at.stop, "attributes stand right behind a span, a link, emphasis or code, or at the end of a heading",
			`for braces as such write \{`)
	}
}
