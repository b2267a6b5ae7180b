package code

import "github.com/alecthomas/chroma/v2"

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
