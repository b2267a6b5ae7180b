package lang

import (
	"fmt"
	"strings"
)

// A Pattern is words of a table with names in braces, where something is filled in.
type Pattern string

// With fills a pattern in: names and what stands for each, in turn. A name that has
// nothing to stand for it is our own mistake.
func (p Pattern) With(filling ...any) string {
	var b strings.Builder
	rest := string(p)
	for {
		before, after, ok := strings.Cut(rest, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, behind, closed := strings.Cut(after, "}")
		if !closed {
			panic("lang: a brace is open in: " + string(p))
		}
		b.WriteString(p.filled(name, filling))
		rest = behind
	}
}

func (p Pattern) filled(name string, filling []any) string {
	for i := 0; i+1 < len(filling); i += 2 {
		if filling[i] == name {
			return fmt.Sprint(filling[i+1])
		}
	}
	panic("lang: nothing stands for {" + name + "} in: " + string(p))
}

// A Plural is a pattern for one and one for other numbers.
type Plural struct{ One, Other Pattern }

// Of chooses by the number.
func (p Plural) Of(n int) Pattern {
	if n == 1 {
		return p.One
	}
	return p.Other
}
