// Package diag reports mistakes to authors: a place in a file, a problem at
// that place with a hint, and a list of problems that is sorted, freed of
// repeats and printed for people, for tools and for code hosts.
//
// # Places
//
// A [Pos] names a file by its path from the project's root, a line and a
// column. Lines and columns count from 1; columns and lengths count characters
// (Unicode code points), which is what editors show. Positions are made only
// from a [Source], which has the bytes of the file, and passed on unchanged; no
// package works one out later.
//
// # Problems
//
// A [Problem] is an author's mistake, never the machine's failure. Its text
// begins in lower case, has no full stop and names the exact words at fault;
// its hint says what to write instead. A package gathers all problems it can see
// before it returns: an author mends ten mistakes in one go, not in ten runs.
//
// # Printing
//
// [Text] prints
//
//	content/demand.md:14:7: no page agrement.md
//	    14 | See [what the money pays for](agrement.md#categories).
//	       |                               ^~~~~~~~~~~
//	  hint: did you mean agreement.md?
//
// [JSON] and [Annotations] print the same problems for tools.
package diag

import (
	"cmp"
	"slices"
	"strings"
)

// A Pos is a place in a file. Line 0 is the file as a whole.
type Pos struct {
	File string // slash-separated path from the project's root
	Line int    // from 1; 0 means the whole file
	Col  int    // from 1, in characters
	Len  int    // how many characters the place covers; 0 and 1 are both one
}

// A Problem is one mistake of an author.
type Problem struct {
	Pos     Pos
	Text    string
	Hint    string // what to do about it; may be empty
	Related []Related
}

// A Related place helps to understand a problem: where an id was first
// defined, or which other file claims the same path.
type Related struct {
	Pos  Pos
	Text string
}

// A List gathers problems. The zero List is empty and ready to use.
type List []Problem

// Report adds a problem. The hint may be empty.
func (l *List) Report(at Pos, text, hint string) {
	*l = append(*l, Problem{Pos: at, Text: text, Hint: hint})
}

// ReportRelated adds a problem that points to a second place.
func (l *List) ReportRelated(at Pos, text, hint string, other Pos, otherText string) {
	*l = append(*l, Problem{Pos: at, Text: text, Hint: hint, Related: []Related{{other, otherText}}})
}

// Add adds the problems of another list.
func (l *List) Add(more List) { *l = append(*l, more...) }

// Sorted returns the problems ordered by file, line, column and text, with
// repeats of the same text at the same place dropped. The receiver is unchanged.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			strings.Compare(a.Text, b.Text),
		)
	})
	return slices.CompactFunc(out, func(a, b Problem) bool {
		return a.Pos.File == b.Pos.File && a.Pos.Line == b.Pos.Line && a.Pos.Col == b.Pos.Col && a.Text == b.Text
	})
}
