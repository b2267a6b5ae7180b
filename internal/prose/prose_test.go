package prose

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sharingthecost/internal/lang"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"One. Two! Three?", []string{"One.", "Two!", "Three?"}},
		{"It rose to 1.18 trillion won. Then it fell.", []string{"It rose to 1.18 trillion won.", "Then it fell."}},
		{"Gen. Robert B. Abrams spoke. Mr. Moon did not.", []string{"Gen. Robert B. Abrams spoke.", "Mr. Moon did not."}},
		{"He said “no.” She left.", []string{"He said “no.”", "She left."}},
		{"See p. 3 and No. 7 there.", []string{"See p. 3 and No. 7 there."}},
		{"So it ended. $5 billion was too much.", []string{"So it ended.", "$5 billion was too much."}},
		{"a list item without a stop", []string{"a list item without a stop"}},
		{"It is on example.org today.", []string{"It is on example.org today."}},
		{"  ", nil},
	} {
		var got []string
		for _, s := range sentences(lang.English, c.text, tokens(c.text)) {
			got = append(got, c.text[s.start:s.end])
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s", c.text, d)
		}
	}
}

func TestWordsAndSyllables(t *testing.T) {
	count := func(text string) (words, syllables int) {
		for _, s := range sentences(lang.English, text, tokens(text)) {
			words += s.words
			syllables += s.syllables
		}
		return words, syllables
	}
	if n, _ := count("It set 1.18 trillion won – about $1 billion."); n != 8 {
		t.Errorf("%d words", n)
	}
	for word, want := range map[string]int{"agreement": 3, "won": 1, "people": 2, "like": 1, "the": 1, "contribution": 4} {
		if _, n := count(word); n != want {
			t.Errorf("%s has %d syllables", word, n)
		}
	}
}

// Sentences cover all words of a text, in order and without overlap.
func FuzzSentences(f *testing.F) {
	f.Add("One. Two! “Three?” Mr. Four; 5.6 seven… (Eight.) Nine")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		words, last := 0, 0
		for _, s := range sentences(lang.English, text, tokens(text)) {
			if s.start < last || s.end <= s.start || s.end > len(text) {
				t.Fatalf("sentence %v after %d in %q", s, last, text)
			}
			words += s.words
			last = s.end
		}
		whole := 0
		for run := range strings.FieldsSeq(text) {
			if strings.ContainsFunc(run, wordPart) {
				whole++
			}
		}
		if words != whole {
			t.Errorf("%d words in sentences, %d in %q", words, whole, text)
		}
	})
}
