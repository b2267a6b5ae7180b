package prose

import (
	"strings"
	"unicode"

	"sharingthecost/internal/lang"
)

// A token is a run of characters of one kind, letters or digits, in a text.
type token struct {
	start, end int
	kind       kind
	joined     bool // no space parts it from the token before: both are of one word
}

type kind uint8

const (
	sign kind = iota
	space
	digits
	caseless // letters of scripts without capitals, also beside a word in Latin letters: UN사령부
	letters
)

func kindOf(r rune) kind {
	switch {
	case unicode.IsLower(r) || unicode.IsUpper(r):
		return letters
	case unicode.IsSpace(r): // also one that does not break, as between a number and its unit
		return space
	case unicode.IsLetter(r):
		return caseless
	case unicode.IsDigit(r):
		return digits
	}
	return sign
}

// wordPart reports characters that words are made of. What has one on either side is only a part of a word.
func wordPart(r rune) bool { return kindOf(r) >= digits }

// tokens splits a text.
func tokens(text string) []token {
	out := make([]token, 0, len(text)/5)
	last, joined := sign, false
	for i, r := range text {
		k := kindOf(r)
		if k == last {
			continue
		}
		if last >= digits {
			out[len(out)-1].end = i
		}
		if k >= digits {
			out = append(out, token{start: i, end: len(text), kind: k, joined: joined})
		}
		joined = k != space && (joined || k >= digits)
		last = k
	}
	return out
}

// A sentence is a part of a text, as byte offsets, with the number of its words, the runs between spaces that have a
// letter or a digit, and of their syllables.
type sentence struct{ start, end, words, syllables int }

// sentences finds the sentences of a text, those that have a word, by its tokens.
func sentences(l *lang.Language, text string, tokens []token) []sentence {
	var out []sentence
	start := 0
	add := func(end int) {
		s := sentence{start: end - len(strings.TrimLeftFunc(text[start:end], unicode.IsSpace)), end: end}
		for ; len(tokens) > 0 && tokens[0].start < end; tokens = tokens[1:] {
			t := tokens[0]
			if !t.joined {
				s.words++
			}
			if t.kind != digits {
				s.syllables += syllables(text[t.start:t.end])
			}
		}
		if start = end; s.words > 0 {
			out = append(out, s)
		}
	}
	for start < len(text) {
		add(l.SentenceEnd(text, start))
	}
	return out
}

// syllables estimates the syllables of a run of letters: its groups of vowels, less a silent final e, and one at least.
func syllables(word string) int {
	n, inside := 0, false
	for i := range len(word) {
		vowel := vowels[word[i]]
		if vowel && !inside {
			n++
		}
		inside = vowel
	}
	if n > 1 {
		if word = strings.ToLower(word); strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") {
			n--
		}
	}
	return max(n, 1)
}

var vowels = [256]bool{'a': true, 'e': true, 'i': true, 'o': true, 'u': true, 'y': true,
	'A': true, 'E': true, 'I': true, 'O': true, 'U': true, 'Y': true}
