package code

import (
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// A plain rule is a row of characters, some left out or repeated, that leaves no
// choice: "[^,\n]+", `"[^"]*"`, "[a-z_]\w*", `\r?\n`. Half of all words of code
// are found by such. To look for one needs no engine, which is several times as
// fast and takes no memory.
type plain []step

// A step is one character, or as many of its kind as there are.
type step struct {
	holds kind
	least int // 0 or 1
	more  bool
}

// match returns how many characters from the start of a text the rule takes,
// none that it does not match. Where a character is met that chroma's engine
// might see otherwise, it reports that it cannot tell.
func (p plain) match(text []rune) (length int, matches, known bool) {
	for i := range p {
		s, first := &p[i], length
		for length < len(text) && (s.more || length == first) {
			r := text[length]
			if r >= utf8.RuneSelf || r < ' ' && r != '\n' && r != '\t' && r != '\r' {
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

// plainRule reads an expression as a plain rule; nil when it is none.
func plainRule(re *syntax.Regexp) plain {
	if re == nil {
		return nil
	}
	p, ok := plain{}.with(re)
	if !ok {
		return nil
	}
	for i, s := range p[:max(len(p)-1, 0)] {
		if s.least == 1 && !s.more {
			continue
		}
		next := &p[i+1]
		for r := range s.holds {
			if s.holds[r] && next.holds[r] || next.least == 0 {
				return nil // it could give back what it took
			}
		}
	}
	return p
}

// with adds what an expression is made of, if that is plain.
func (p plain) with(re *syntax.Regexp) (plain, bool) {
	ok := true
	switch re.Op {
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if p, ok = p.with(sub); !ok {
				return nil, false
			}
		}
	case syntax.OpCapture: // who asks for groups is not asked here
		return p.with(re.Sub[0])
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			s := step{least: 1}
			s.holds.add(r, r)
			if re.Flags&syntax.FoldCase != 0 {
				for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
					s.holds.add(f, f)
				}
			}
			p = append(p, s)
		}
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		p = append(p, step{kindOf(re), 1, false})
	case syntax.OpQuest, syntax.OpStar, syntax.OpPlus:
		one, ok := plain{}.with(re.Sub[0])
		if !ok || len(one) != 1 || one[0].least != 1 || one[0].more || re.Flags&syntax.NonGreedy != 0 {
			return nil, false
		}
		s := one[0]
		s.more = re.Op != syntax.OpQuest
		if re.Op != syntax.OpPlus {
			s.least = 0
		}
		p = append(p, s)
	default:
		return nil, false
	}
	return p, true
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
