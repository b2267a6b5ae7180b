package markdown

import (
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
// give them their looks; "rows" makes the first column of a table its rows'
// headings.
func Classes() []string { return []string{"lead", "note", "nowrap", "rows", "small", "wide"} }

// inlineAttributes stand behind a span, a link, emphasis, code or a heading.
type inlineAttributes struct {
	ast.BaseInline
	attributes
}

// blockAttributes stand on a line of their own before a block.
type blockAttributes struct {
	ast.BaseBlock
	attributes
}

var (
	kindInlineAttributes = ast.NewNodeKind("InlineAttributes")
	kindBlockAttributes  = ast.NewNodeKind("BlockAttributes")
)

func (n *inlineAttributes) Kind() ast.NodeKind         { return kindInlineAttributes }
func (n *inlineAttributes) Dump(source []byte, at int) { ast.DumpHelper(n, source, at, nil, nil) }
func (n *blockAttributes) Kind() ast.NodeKind          { return kindBlockAttributes }
func (n *blockAttributes) Dump(source []byte, at int)  { ast.DumpHelper(n, source, at, nil, nil) }
func (n *blockAttributes) IsRaw() bool                 { return true }

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

// readAttributes reads {…} at the start of line, which begins at offset at.
// What does not have the form of attributes is text and not ok.
func readAttributes(line []byte, at int) (attributes, bool) {
	a := attributes{}
	if len(line) < 3 || line[0] != '{' || line[1] == '{' {
		return a, false
	}
	i := 1
	for {
		for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
			i++
		}
		if i >= len(line) {
			return a, false
		}
		if line[i] == '}' {
			a.at = run{at, at + i + 1}
			return a, len(a.items) > 0
		}
		item, n, ok := readAttribute(line[i:])
		if !ok {
			return a, false
		}
		item.at = run{at + i, at + i + n}
		a.items = append(a.items, item)
		i += n
	}
}

// readAttribute reads #id, .class, name=word or name="words".
func readAttribute(line []byte) (item attributeItem, n int, ok bool) {
	i := 0
	word := func() string {
		from := i
		for i < len(line) && line[i] > ' ' && line[i] != '}' && line[i] != '"' && line[i] != '=' {
			i++
		}
		return string(line[from:i])
	}
	if line[0] == '#' || line[0] == '.' {
		i = 1
		item.name = map[byte]string{'#': "id", '.': "class"}[line[0]]
		item.value = word()
		return item, i, item.value != ""
	}
	item.name = word()
	if item.name == "" || i >= len(line) || line[i] != '=' {
		return item, 0, false
	}
	i++
	if i < len(line) && line[i] == '"' {
		end := i + 1
		for end < len(line) && line[end] != '"' {
			end++
		}
		if end >= len(line) {
			return item, 0, false
		}
		item.value = string(line[i+1 : end])
		return item, end + 1, true
	}
	item.value = word()
	return item, i, item.value != ""
}

// chosen are attributes that were found right.
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
			if !language(item.value) {
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

// language reports whether s has the form of a BCP 47 tag: ko, en-GB, zh-Hant.
func language(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if i == 0 && (len(part) < 2 || len(part) > 3) || len(part) < 2 || len(part) > 8 {
			return false
		}
		for j := range len(part) {
			letter := part[j]|0x20 >= 'a' && part[j]|0x20 <= 'z'
			if !letter && (i == 0 || part[j] < '0' || part[j] > '9') {
				return false
			}
		}
	}
	return true
}
