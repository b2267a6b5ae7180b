package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// The parsers of the dialect. They are made once and keep nothing between
// texts, so that they may be used from several goroutines.
var (
	// dialect reads a whole page.
	dialect = parser.NewParser(append(blockParsers(),
		parser.WithInlineParsers(inlineParsers()...))...)

	// blocksOnly reads a page's blocks and leaves their text unread.
	blocksOnly = parser.NewParser(blockParsers()...)

	// oneLine reads the text of a record: no headings, lists or other blocks.
	oneLine = parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(inlineParsers()...))
)

func blockParsers() []parser.Option {
	return []parser.Option{
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(noteParser{}, 950),
			util.Prioritized(blockAttributesParser{}, 960),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
	}
}

func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(mentionParser{}, 50),
		util.Prioritized(inlineAttributesParser{}, 60),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(noteMarkParser{}, 110),
		util.Prioritized(citationParser{}, 120),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(emphasisParser{parser.NewEmphasisParser()}, 500),
		util.Prioritized(emphasisParser{extension.NewStrikethroughParser()}, 500),
	}
}

// The nodes of the dialect, distinguished by their Go types.
type (
	inlineNode struct{ ast.BaseInline }
	blockNode  struct{ ast.BaseBlock }
)

var kindOfDialect = ast.NewNodeKind("Dialect")

func (inlineNode) Kind() ast.NodeKind { return kindOfDialect }
func (blockNode) Kind() ast.NodeKind  { return kindOfDialect }
func (inlineNode) Dump([]byte, int)   {}
func (blockNode) Dump([]byte, int)    {}
