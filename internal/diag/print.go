package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Lines gives a line of a file, counted from 1, and whether it has one. The
// printers use it to show the line at fault; it may be nil.
type Lines func(file string, line int) (string, bool)

// Text prints problems for people, in the order given: a line that terminals
// make clickable, the source line with a caret under the exact words, the
// related places and the hint. With color it uses the eight ANSI colours.
func Text(w io.Writer, problems List, lines Lines, color bool) error {
	p := printer{lines: lines, color: color}
	for _, problem := range problems {
		p.problem(problem)
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

type printer struct {
	b     strings.Builder
	lines Lines
	color bool
}

func (p *printer) problem(problem Problem) {
	fmt.Fprintf(&p.b, "%s %s\n", p.paint("1", problem.Pos.String()+":"), p.paint("31", printable(problem.Text)))
	p.excerpt(problem.Pos)
	for _, r := range problem.Related {
		fmt.Fprintf(&p.b, "  %s %s\n", p.paint("1", r.Pos.String()+":"), printable(r.Text))
		p.excerpt(r.Pos)
	}
	if problem.Hint != "" {
		fmt.Fprintf(&p.b, "  %s %s\n", p.paint("36", "hint:"), printable(problem.Hint))
	}
}

// Longest part of a source line that is shown, in characters. A line of a
// megabyte would bury the message it belongs to.
const excerptWidth = 120

func (p *printer) excerpt(at Pos) {
	if p.lines == nil || at.Line == 0 {
		return
	}
	line, ok := p.lines(at.File, at.Line)
	if !ok {
		return
	}
	// Only the part that is shown is cut out: the line may be long, and hold a
	// mistake in every word.
	start, col := 0, max(at.Col, 1)
	if col > excerptWidth*3/4 {
		start = col - excerptWidth/2
	}
	text := []rune(window(line, start, excerptWidth))
	col = min(col-start, len(text)+1)
	before := string(text[:col-1])
	width := min(max(at.Len, 1), max(len(text)-col+1, 1))
	number := fmt.Sprintf("%d", at.Line)
	fmt.Fprintf(&p.b, "    %s | %s\n", number, printable(string(text)))
	fmt.Fprintf(&p.b, "    %s | %s%s\n", strings.Repeat(" ", len(number)), blank(before),
		p.paint("31", "^"+strings.Repeat("~", width-1)))
}

// window returns at most n characters of a line from the given one on, counted
// from 0; the last ones of a line that is shorter.
func window(line string, start, n int) string {
	for at := range line {
		if start--; start < 0 {
			line = line[at:]
			break
		}
	}
	if start >= 0 && line != "" { // beyond the end: show the end
		runes := []rune(line)
		return string(runes[max(0, len(runes)-n):])
	}
	for at := range line {
		if n--; n < 0 {
			return line[:at]
		}
	}
	return line
}

// blank replaces each character by a space of the same width: tabs stay tabs,
// and full-width letters (Hangul, Han, kana) take two columns.
func blank(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteByte('\t')
		case wide(r):
			b.WriteString("  ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// wide reports whether terminals draw r two columns wide: the East Asian wide
// blocks that occur in CJK text (UAX #11).
func wide(r rune) bool {
	return r >= 0x1100 && r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 || r >= 0x1F300 && r <= 0x1FAFF
}

// printable makes hostile text safe to show: control characters and
// bidirectional overrides are shown as escapes, so that a file cannot rewrite
// the terminal or the message about it.
func printable(s string) string {
	bad := func(r rune) bool {
		return r < ' ' && r != '\t' || r == 0x7F || r >= 0x80 && r < 0xA0 || r == utf8.RuneError ||
			r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F
	}
	if strings.IndexFunc(s, bad) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if bad(r) && r != utf8.RuneError {
			fmt.Fprintf(&b, "\\u%04x", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (p *printer) paint(code, s string) string {
	if !p.color {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// String gives the place as terminals and editors make clickable:
// file:line:col, or the file alone when the place is the whole file.
func (p Pos) String() string {
	if p.Line == 0 {
		return printable(p.File)
	}
	return fmt.Sprintf("%s:%d:%d", printable(p.File), p.Line, max(p.Col, 1))
}

type jsonPlace struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Length int    `json:"length,omitempty"`
	Text   string `json:"text"`
}

type jsonProblem struct {
	jsonPlace
	Hint    string      `json:"hint,omitempty"`
	Related []jsonPlace `json:"related,omitempty"`
}

func place(p Pos, text string) jsonPlace {
	return jsonPlace{p.File, p.Line, p.Col, p.Len, text}
}

// JSON prints problems as one JSON array, empty but present when there are
// none. Each has file, line, column, length (characters, from 1), text, hint
// and related places.
func JSON(w io.Writer, problems List) error {
	out := make([]jsonProblem, 0, len(problems))
	for _, p := range problems {
		j := jsonProblem{jsonPlace: place(p.Pos, p.Text), Hint: p.Hint}
		for _, r := range p.Related {
			j.Related = append(j.Related, place(r.Pos, r.Text))
		}
		out = append(out, j)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

// Annotations prints problems as GitHub workflow commands, which the code host
// shows beside the changed line.
func Annotations(w io.Writer, problems List) error {
	var b strings.Builder
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, p := range problems {
		text := p.Text
		if p.Hint != "" {
			text += "\nhint: " + p.Hint
		}
		fmt.Fprintf(&b, "::error file=%s", property.Replace(p.Pos.File))
		if p.Pos.Line > 0 {
			fmt.Fprintf(&b, ",line=%d,col=%d", p.Pos.Line, max(p.Pos.Col, 1))
		}
		fmt.Fprintf(&b, "::%s\n", data.Replace(text))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
