package lang

import (
	"regexp"
	"strings"
)

// mangled are characters of UTF-8 that were read as Western European: “donâ€™t”,
// “cafÃ©”, “Â°”.
var mangled = regexp.MustCompile(`â€[\x{80}-\x{2fff}]?|Ã[\x{80}-\x{bf}‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|Â[\x{a0}-\x{bf}]|ï»¿`)

// Mangled returns the first characters of a text that were read in the wrong encoding
// once, or nothing.
func Mangled(text string) string {
	if strings.IndexByte(text, 0xC3) < 0 { // each of their first characters begins with it
		return ""
	}
	return mangled.FindString(text)
}

// MangledHint is the cure for them.
const MangledHint = "write the characters that were meant; where many are wrong, copy or save the text again as UTF-8"
