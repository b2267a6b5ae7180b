package record

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"sharingthecost/internal/diag"
)

// syntax turns the library's complaint about malformed YAML into a problem,
// with the cure for the mistakes that writers make most. text is what was
// read, and start where it begins in the file.
func (r *reader) syntax(err error, text []byte, start int) {
	at, says := r.mark(err)
	line := r.src.Line(at.Line)
	hint := "put a text that holds : # [ ] { } or quotation marks in quotes"
	switch {
	case strings.Contains(says, "multiple"):
		says, hint = "several YAML documents in one file", "remove the line --- between them"
		if i := bytes.LastIndex(text, []byte("\n---")); i >= 0 {
			at = r.src.Pos(start+i+1, start+i+4)
		}
	case strings.Contains(line, "\t"):
		says, hint = "a tab in the indentation", "indent with spaces"
	case strings.Contains(line, ": {{") || strings.Contains(line, "- {{"):
		off := r.src.Offset(at.Line, 1) + strings.Index(line, " {{") + 1
		at = r.src.Pos(off, off+2)
		says, hint = "a text that begins with {{", `put it in quotes: "{{ id }} more"`
	case atID.MatchString(line):
		m := atID.FindStringSubmatchIndex(line)
		off := r.src.Offset(at.Line, 1)
		at = r.src.Pos(off+m[2], off+m[5])
		says, hint = "an id that begins with @", "write it without @: "+line[m[4]:m[5]]
	case oddStart.MatchString(line):
		m := oddStart.FindStringSubmatchIndex(line)
		off := r.src.Offset(at.Line, 1)
		at = r.src.Pos(off+m[2], off+m[3])
		says, hint = "a text that begins with "+line[m[2]:m[3]], "put it in quotes: \""+line[m[2]:m[3]]+"…\""
	case strings.Contains(says, "unexpected end of stream"):
		says, hint = "a quotation mark that is not closed", "write the same mark at the end of the text"
	case strings.Contains(says, "mapping values are not allowed") && loneKey.MatchString(upTo(line, at.Col)):
		says, hint = "a key that stands deeper than the one before it", "line it up with the keys it belongs to, or end the line above it with a colon"
	case strings.Contains(says, "mapping values are not allowed"):
		says, hint = "a colon inside a text without quotes", `put the text in quotes: title: "One: two"`
	case strings.Contains(line, ": [") || strings.Contains(line, "- ["):
		hint = "close the list with ], or put a text that begins with [ in quotes"
	case strings.Contains(line, ": {") || strings.Contains(line, "- {"):
		hint = "close the mapping with }, or put a text that begins with { in quotes"
	}
	r.report(at, notYAML+says, hint)
}

// oddStart matches a value that begins with a character that YAML keeps for itself.
var oddStart = regexp.MustCompile("(?:: |- |^)([@`%])")

// atID matches an id in a list that is written as pages cite it.
var atID = regexp.MustCompile(`[\[,]\s*(@)([a-z0-9-]+)`)

// loneKey matches a line up to the colon behind its first word.
var loneKey = regexp.MustCompile(`^\s*(- )?\{?[\w-]+$`)

// upTo is the part of a line before a column, counted in characters from 1.
func upTo(line string, col int) string {
	runes := []rune(line)
	return string(runes[:min(max(col-1, 0), len(runes))])
}

// mark finds where the library lost its way, and what it says. Of what was
// begun and never ended, the beginning is the place.
func (r *reader) mark(err error) (at diag.Pos, says string) {
	at, says = r.src.Whole(), err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) {
		says = load.Message
		mark := load.Mark
		if load.ContextMark.Line > 0 && (strings.HasPrefix(load.ContextMsg, "while parsing a flow") || strings.Contains(load.ContextMsg, "quoted scalar")) {
			mark = load.ContextMark
		}
		if mark.Line > 0 {
			off := r.src.Offset(mark.Line+r.firstLine-1, mark.Column)
			at = r.src.Pos(off, off+1)
		}
	}
	return at, strings.TrimPrefix(says, "yaml: ")
}
