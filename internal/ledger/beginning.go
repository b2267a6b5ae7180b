package ledger

import "strings"

// A beginning says whether a number, or a wording of one, may begin at a token.
type beginning uint8

const (
	plainWord  beginning = iota // or a sign: no number begins here
	article                     // “a” or “an”: only if a word of a number follows
	numberWord                  // or digits, or a fraction's sign
)

// beginningOf judges a token by itself, so that most tokens of a text are never
// held against the rules for numbers.
func beginningOf(t *token) beginning {
	switch {
	case t.kind == digits:
		return numberWord
	case t.kind == sign:
		if len(t.text) > 1 && vulgar[t.text] > 0 {
			return numberWord
		}
		return plainWord
	case strings.HasSuffix(t.text, "fold"):
		return numberWord
	}
	return beginnings[t.text]
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

// hasNumber reports whether a text has a number or a word of one.
func hasNumber(text string) bool {
	for t := (token{}); t.next(text); {
		if t.begins == numberWord {
			return true
		}
	}
	return false
}
