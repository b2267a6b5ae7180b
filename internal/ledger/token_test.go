package ledger

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// The short ways of reading, which know plain Latin letters without decoding
// them and pass over words at which no number begins, find what the long ways
// find.
func FuzzShortReading(f *testing.F) {
	for _, s := range []string{"It rose 13.9% to 1.18 trillion won.", "FİVE PERCENT", "no number", "a", "an hundred", "A THIRD of the money", "a-third more",
		"halves the bill", "Twice as much", "manifold, tenfold", "doubled the cost", "½ of it", "isn’t it's O'NEIL’S", "don'", "'a '1", "ÉTÉ été e\u0301te\u0301",
		"한국 won 1조", "K-pop of \u212Aorea", "ſixty ofﬁces", "x\u00a0y\u2009z\u0085", "\xff\x80a\xc3", "seventyhttp://x twenty[@a]", "US U.S. I’M I'M aB",
		"A\u0301 Ǆ ǅ", "ONE percent, one worker", "\v\f\r\n\t", "𝟙𝐀"} {
		f.Add(s)
	}
	for _, part := range repeated {
		f.Add(strings.Repeat(part, 3))
	}
	f.Fuzz(func(t *testing.T, text string) {
		short, counted := tokens(nil, text)
		long := decodedTokens(text)
		for i := range short {
			got := (&scan{tokens: short}).at(i)
			counts := got.begins == numberWord
			if got.begins = 0; i >= len(long) || got != long[i] || counts && !counted {
				t.Fatalf("token %d of %q is %+v, want %+v; a number: %v", i, text, got, long, counted)
			}
		}
		if len(short) != len(long) {
			t.Fatalf("%q has %d tokens, want %+v", text, len(short), long)
		}
		tried := decodedTokens(masked(text))
		for i := range tried {
			tried[i].begins = numberWord
		}
		if got, want := findClaims(text), claimsIn(tried, text); !reflect.DeepEqual(got, want) {
			t.Fatalf("claims of %q are %+v, want %+v", text, got, want)
		}
	})
}

// decodedTokens splits a text rune by rune.
func decodedTokens(text string) []token {
	var out []token
	glued := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			glued = false
			i += n
			continue
		}
		t := token{start: int32(i), end: int32(i + n), glued: glued}
		switch {
		case r >= '0' && r <= '9':
			t.kind, t.end = digits, int32(i+digitsLen(text[i:]))
		case unicode.IsLetter(r):
			t.kind, t.end, t.raised = word, int32(i+wordLen(text[i:])), unicode.IsUpper(r)
		}
		written := text[i:t.end]
		if t.text = written; t.kind == word {
			t.text = strings.ToLower(written)
			t.capitals = len(written) > 1 && strings.ToUpper(t.text) == written && t.text != written
		}
		out = append(out, t)
		i, glued = int(t.end), true
	}
	return out
}

// Prose as pages have it: most words are no numbers, and what is one is a year
// or a small count.
func BenchmarkClaims(b *testing.B) {
	l := &Ledger{}
	for _, test := range []struct{ name, text string }{
		{"with numbers", "After the war, the older ledger supports the cautious council in Bergen. It isn’t that the grant stalled – it’s that the " +
			"harbour moved inland, and “nobody asked why,” said one clerk. Between 1951 and 2018 the yard heard 20 of its 58 members… and " +
			"nobody else. The quarter (a second one) closed when the network grew."},
		{"without", "The early charter surrounds the larger network in Cork, which explains the report; who looks after the pier? If the " +
			"Harbour hides the narrow permit, who looks after the fund? It isn’t that the ministry in Porto ran late."},
	} {
		b.Run(test.name, func(b *testing.B) {
			b.SetBytes(int64(len(test.text)))
			b.ReportAllocs()
			for b.Loop() {
				if claims := l.Claims(test.text, nil); claims != nil {
					b.Fatal(claims)
				}
			}
		})
	}
}
