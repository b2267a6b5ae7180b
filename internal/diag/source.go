package diag

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// A Source is the text of one file, able to turn byte offsets into places.
type Source struct {
	Name  string // slash-separated path from the project's root
	Text  []byte
	lines []int  // byte offset of the start of each line
	marks []mark // places in long lines, in order
}

// A mark is a place in a long line, so that a column need not be counted from
// the line's start: a line may hold a mistake in every word.
type mark struct{ at, runes int } // byte offset in the text; characters before it in its line

// markEvery is how many bytes lie between two marks of a long line.
const markEvery = 4096

// NewSource indexes the lines of a file's text. The text must not change
// afterwards.
func NewSource(name string, text []byte) *Source {
	s := &Source{Name: name, Text: text, lines: make([]int, 1, bytes.Count(text, []byte("\n"))+1)}
	for i := 0; ; {
		n := bytes.IndexByte(text[i:], '\n')
		if n < 0 {
			s.mark(i, len(text))
			return s
		}
		s.mark(i, i+n)
		i += n + 1
		s.lines = append(s.lines, i)
	}
}

// mark notes places in a line, the bytes from start up to end.
func (s *Source) mark(start, end int) {
	for at, runes, last := start, 0, start; end-last > markEvery; runes++ {
		if at-last >= markEvery {
			s.marks = append(s.marks, mark{at, runes})
			last = at
		}
		_, n := utf8.DecodeRune(s.Text[at:end])
		at += n
	}
}

// near returns the last mark of a line for which before holds, or its start.
func (s *Source) near(line int, before func(mark) bool) mark {
	i := sort.Search(len(s.marks), func(i int) bool {
		return s.marks[i].at >= s.lines[line] && !before(s.marks[i]) || line+1 < len(s.lines) && s.marks[i].at >= s.lines[line+1]
	})
	if i == 0 || s.marks[i-1].at < s.lines[line] {
		return mark{at: s.lines[line]}
	}
	return s.marks[i-1]
}

// Pos returns the place of the bytes from start up to end. Offsets beyond the
// text are taken as its end. A place that runs over several lines covers the
// first of them only.
func (s *Source) Pos(start, end int) Pos {
	start = min(max(start, 0), len(s.Text))
	end = min(max(end, start), len(s.Text))
	i := sort.SearchInts(s.lines, start+1) - 1
	if nl := bytes.IndexByte(s.Text[start:end], '\n'); nl >= 0 {
		end = start + nl
	}
	from := s.near(i, func(m mark) bool { return m.at <= start })
	return Pos{
		File: s.Name,
		Line: i + 1,
		Col:  from.runes + utf8.RuneCount(s.Text[from.at:start]) + 1,
		Len:  utf8.RuneCount(s.Text[start:end]),
	}
}

// Whole returns the place of the file as a whole.
func (s *Source) Whole() Pos { return Pos{File: s.Name} }

// Offset returns the byte offset of a line and column, both from 1. A place
// beyond the text is taken as its end, one beyond a line as that line's end.
func (s *Source) Offset(line, col int) int {
	if line < 1 {
		return 0
	}
	if line > len(s.lines) {
		return len(s.Text)
	}
	from := s.near(line-1, func(m mark) bool { return m.runes < col })
	at := from.at
	for col -= from.runes; col > 1 && at < len(s.Text) && s.Text[at] != '\n'; col-- {
		_, n := utf8.DecodeRune(s.Text[at:])
		at += n
	}
	return at
}

// Line returns the text of a line, counted from 1, without its line ending.
// It is empty for a line that does not exist.
func (s *Source) Line(n int) string {
	if n < 1 || n > len(s.lines) {
		return ""
	}
	end := len(s.Text)
	if n < len(s.lines) {
		end = s.lines[n] - 1
	}
	return string(bytes.TrimSuffix(s.Text[s.lines[n-1]:end], []byte("\r")))
}
