package ledger

import "strings"

// A beginning says whether a number, or a wording of one, may begin at a token.
type beginning uint8

const (
	plainWord  beginning = iota // or a sign: no number begins here
	article                     // “a” or “an”: only if a word of a number follows
	numberWord                  // or digits, or a fraction's sign
)

// beginningOf judges a word by itself, in whatever case it is written, so that
// most tokens of a text are never held against the rules for numbers.
func beginningOf(w string) beginning {
	first, last := w[0]|0x20, w[len(w)-1]|0x20
	switch {
	case last == 'd' && len(w) >= len("fold") && strings.EqualFold(w[len(w)-len("fold"):], "fold"):
		return numberWord
	case len(w) > longestBeginning || !latin(first) || !latin(last) || shapes[first-'a'][last-'a']&(1<<len(w)) == 0:
		return plainWord
	}
	return beginnings[strings.ToLower(w)]
}

// beginnings are the words at which a number may begin, and those that follow
// an article, so that a text without any number claims nothing.
var beginnings = func() map[string]beginning {
	out := map[string]beginning{"a": article, "an": article, "halves": numberWord, "twice": numberWord}
	for _, words := range []map[string]float64{units, scales, multiplied} {
		for w := range words {
			out[w] = numberWord
		}
	}
	for _, w := range fractions {
		out[w] = numberWord
	}
	return out
}()

// shapes has, by first and last letter, a bit for the length of each of the
// beginnings. Nearly all other words differ in one of the three, and are not
// looked up.
var shapes = func() (out [26][26]uint32) {
	for w := range beginnings {
		out[w[0]-'a'][w[len(w)-1]-'a'] |= 1 << len(w)
	}
	return out
}()

// longestBeginning is the length for which shapes has its last bit.
const longestBeginning = 31

// countedBy reports whether the word behind the article at token i is one of a
// number: “a million”, “a third”, “a-third”.
func (s *scan) countedBy(i int) bool {
	i++
	if s.is(i, "-") && s.at(i).glued {
		i++
	}
	return s.at(i).begins == numberWord
}
