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
		"a\u202Eb":              "the invisible character, which turns the direction of text, U+202E",
		"a\u2067b":              "the invisible character, which turns the direction of text, U+2067",
		"a\u200Fb":              "the invisible character, which turns the direction of text, U+200F",
		"a\u200Bb":              "the invisible character U+200B",
		"a\uFEFFb":              "the invisible character U+FEFF",
		"a\U000E0041b":          "the invisible character U+E0041",
		"a\u2028b":              "the line separator U+2028",
		"a\uFFFEb":              "the character that is none, U+FFFE",
		"a\U0001FFFFb":          "the character that is none, U+1FFFF",
		"a\uFFFDb":              "the mark of a lost character, U+FFFD",
	} {
		if got := Hidden(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
