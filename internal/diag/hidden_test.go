package diag

import "testing"

func TestHidden(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "",
		"plain, 한국어, – “x” €":   "",
		"two\nlines\tand a tab": "",
		"soft\u00ADhyphen":      "",
		"a\x00b":                "the control character U+0000",
		"a\x1Bb\u202E":          "the control character U+001B",
		"a\u0085b":              "the control character U+0085",
		"a\r":                   "the control character U+000D",
		"a\u202Eb":              "the invisible character U+202E, which turns the direction of text",
		"a\u2067b":              "the invisible character U+2067, which turns the direction of text",
		"a\u200Fb":              "the invisible character U+200F, which turns the direction of text",
		"a\u200Bb":              "the invisible character U+200B",
		"a\uFEFFb":              "the invisible character U+FEFF",
		"a\U000E0041b":          "the invisible character U+E0041",
		"a\u2028b":              "the line separator U+2028",
		"a\uFFFEb":              "the code point U+FFFE, which is no character",
		"a\U0001FFFFb":          "the code point U+1FFFF, which is no character",
		"a\uFFFDb":              "the replacement character U+FFFD, which stands for a lost one",
	} {
		if got := Hidden(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
