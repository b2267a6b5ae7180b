package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// An emphasisParser reads the marks * and _, or ~~, but not one ~, which stands
// in ranges. CommonMark tells opening marks from closing ones by the spaces around
// words. CJK scripts have none there: in **강조(x)**은 a letter
// of theirs is as good as a space.
type emphasisParser struct{ parser.InlineParser }

func (p emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	if line, at := block.PeekLine(); line[0] == '~' && !bytes.HasPrefix(line, []byte("~~")) {
		n := len(toShift.Find(line))
		if n == 0 {
			return nil
		}
		block.Advance(n) // in one piece of text, for the builder to see all of it
		return ast.NewTextSegment(text.NewSegment(at.Start, at.Start+n))
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if d, ok := n.(*parser.Delimiter); ok {
		rest, _ := block.PeekLine()
		after, _ := utf8.DecodeRune(rest)
		open := unspaced(before) && len(rest) > 0 && !util.IsSpaceRune(after)
		d.CanOpen = d.CanOpen || open && d.Char != '_' // within a word _ is no mark
		d.CanClose = d.CanClose || unspaced(after) && !util.IsSpaceRune(before)
	}
	return n
}

// unspaced reports letters of scripts that put no space between a word and what
// belongs to it.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) || r == 'ー'
}
