package code

import (
	"bytes"
	"fmt"

	"github.com/alecthomas/chroma/v2"
)

// classOf names what a token is, or "" for what keeps the colour of the text.
// Chroma tells some eighty kinds apart; a reader of a page about money is
// served by ten.
func classOf(t chroma.TokenType) string {
	switch t {
	case chroma.KeywordType, chroma.NameClass, chroma.NameException, chroma.NameTag, chroma.NameNamespace:
		return "type"
	case chroma.NameAttribute, chroma.NameProperty, chroma.NameLabel, chroma.NameVariable, chroma.NameDecorator:
		return "name"
	case chroma.NameFunction, chroma.NameFunctionMagic, chroma.NameBuiltin, chroma.NameBuiltinPseudo:
		return "call"
	case chroma.KeywordConstant, chroma.NameConstant, chroma.LiteralDate:
		return "number"
	case chroma.CommentPreproc, chroma.CommentPreprocFile, chroma.NameEntity,
		chroma.LiteralStringEscape, chroma.LiteralStringInterpol, chroma.LiteralStringRegex:
		return "mark"
	case chroma.GenericInserted:
		return "added"
	case chroma.GenericDeleted, chroma.GenericError, chroma.GenericTraceback:
		return "removed"
	case chroma.GenericHeading, chroma.GenericSubheading, chroma.GenericPrompt, chroma.OperatorWord:
		return "keyword"
	case chroma.GenericOutput:
		return "comment"
	}
	switch t.SubCategory() {
	case chroma.LiteralString:
		return "string"
	case chroma.LiteralNumber:
		return "number"
	case chroma.NameVariable:
		return "name"
	}
	switch t.Category() {
	case chroma.Keyword:
		return "keyword"
	case chroma.Comment:
		return "comment"
	}
	return ""
}

// A colour is one class's colour on light and on dark grounds.
type colour struct{ class, light, dark string }

// The hues are those of the site's charts, the light green a step darker so
// that it holds on every ground.
func palette() []colour {
	return []colour{
		{"keyword", "#12436d", "#a9cdf4"},
		{"type", "#0b5394", "#8dbef0"},
		{"name", "#0b6a4a", "#35a88a"},
		{"call", "#5f3b8c", "#c3a6e8"},
		{"string", "#a83c0c", "#e8833f"},
		{"number", "#7a5200", "#e5b85c"},
		{"comment", "#5c616b", "#9ba0aa"},
		{"mark", "#7a2e6b", "#e0a3d3"},
		{"added", "#0b6a4a", "#35a88a"},
		{"removed", "#a3212f", "#f0918f"},
	}
}

// Stylesheet returns the rules for the classes that Highlight writes: the light
// palette, and the dark one for screens of readers who prefer it. Print is
// light. Besides colour, comments are slanted, keywords bold and removed words
// struck through, so that nothing rests on colour alone.
func Stylesheet() []byte {
	var b bytes.Buffer
	for _, c := range palette() {
		fmt.Fprintf(&b, ".c-%s { color: %s; }\n", c.class, c.light)
	}
	b.WriteString(".c-keyword { font-weight: 600; }\n")
	b.WriteString(".c-comment { font-style: italic; }\n")
	b.WriteString(".c-added { text-decoration: underline; }\n")
	b.WriteString(".c-removed { text-decoration: line-through; }\n")
	b.WriteString("@media screen and (prefers-color-scheme: dark) {\n")
	for _, c := range palette() {
		fmt.Fprintf(&b, "  .c-%s { color: %s; }\n", c.class, c.dark)
	}
	b.WriteString("}\n")
	return b.Bytes()
}
