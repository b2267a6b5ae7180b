package code

import (
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// A row is a rule of one character after the other, some left out or repeated,
// that leaves no choice: "[^,\n]+", `"[^"]*"`, "[a-z_]\w*", `\r?\n`. Half of all
// words of code are found by such. To look for one needs no engine, which is
// several times as fast and takes no memory.
type row []step

// A step is one character, or as many of its kind as there are.
type step struct {
	holds kind
	least int // 0 or 1
	more  bool
}

// match returns how many characters from the start of a text the row takes, and
// whether it matches. Where a character is met that chroma's engine might see
// otherwise, it reports that it cannot tell.
func (w row) match(text []rune) (length int, matches, certain bool) {
	for i := range w {
		s, first := &w[i], length
		for length < len(text) && (s.more || length == first) {
			r := text[length]
			if r >= utf8.RuneSelf || r < control && r != '\n' && r != '\t' && r != '\r' {
				return 0, false, false
			}
			if !s.holds[r] {
				break
			}
			length++
		}
		if length-first < s.least {
			return 0, false, true
		}
	}
	return length, true, true
}

// rowOf reads an expression as a row; nil when it is none.
func rowOf(re *syntax.Regexp) row {
	if re == nil {
		return nil
	}
	w, ok := row{}.with(re)
	if !ok {
		return nil
	}
	for i, s := range w[:len(w)-1] {
		if s.least == 1 && !s.more {
			continue
		}
		next := &w[i+1]
		for r := range s.holds {
			if s.holds[r] && next.holds[r] || next.least == 0 {
				return nil // it could give back what it took
			}
		}
	}
	return w
}

// with adds what an expression is made of, if that goes in a row.
func (w row) with(re *syntax.Regexp) (row, bool) {
	switch re.Op {
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			var ok bool
			if w, ok = w.with(sub); !ok {
				return nil, false
			}
		}
		return w, true
	case syntax.OpCapture: // who asks for groups is not asked here
		return w.with(re.Sub[0])
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			s := step{least: 1}
			s.holds.add(r, r)
			if re.Flags&syntax.FoldCase != 0 {
				for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
					s.holds.add(f, f)
				}
			}
			w = append(w, s)
		}
		return w, true
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return append(w, step{kindOf(re), 1, false}), true
	case syntax.OpQuest, syntax.OpStar, syntax.OpPlus:
		one, ok := row{}.with(re.Sub[0])
		if !ok || len(one) != 1 || one[0].least != 1 || one[0].more || re.Flags&syntax.NonGreedy != 0 {
			return nil, false
		}
		s := one[0]
		s.more = re.Op != syntax.OpQuest
		if re.Op != syntax.OpPlus {
			s.least = 0
		}
		return append(w, s), true
	}
	return nil, false
}

// kindOf is the characters that an expression for one takes.
func kindOf(re *syntax.Regexp) kind {
	var k kind
	switch re.Op {
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			k.add(re.Rune[i], re.Rune[i+1])
		}
	default:
		k = *anything
		k['\n'] = re.Op == syntax.OpAnyChar
	}
	return k
}

// add adds the characters from first to last, as far as they are of ASCII.
func (k *kind) add(first, last rune) {
	for r := first; r <= min(last, utf8.RuneSelf-1); r++ {
		k[r] = true
	}
}
