package diag

import (
	"fmt"
	"unicode"
)

// Hidden says what is wrong with the first character of a text that shows
// nothing or turns around what is shown, or "": a reviewer of the source would
// not see what readers see. Line ends and tabs are no such characters.
func Hidden(text string) string {
	before := rune(0)
	for _, r := range text {
		if what := HiddenAfter(before, r); what != "" {
			return what
		}
		before = r
	}
	return ""
}

// HiddenAfter says the same of one character behind another. Some scripts and
// emoji need characters that join or vary what is before them; Latin does not.
func HiddenAfter(before, r rune) string {
	if (r == 0x200C || r == 0x200D || r >= 0xFE00 && r <= 0xFE0F) && unicode.Is(unicode.Latin, before) {
		return fmt.Sprintf("the invisible character %U", r)
	}
	return HiddenRune(r)
}

// HiddenRune says the same of one character: "the control character U+0007".
func HiddenRune(r rune) string {
	if r >= ' ' && r < 0x7F || r == '\n' || r == '\t' {
		return ""
	}
	if what := hidden(r); what != "" {
		return fmt.Sprintf("the "+what, r)
	}
	return ""
}

// hidden gives the words for a character, %U among them for the character itself.
func hidden(r rune) string {
	switch {
	case r < ' ' || r >= 0x7F && r < 0xA0:
		return "control character %U"
	case r == 0x034F || r == 0x115F || r == 0x1160 || r == 0x17B4 || r == 0x17B5 || r >= 0x180B && r <= 0x180F || r == 0x2800 || r == 0x3164 || r == 0xFFA0:
		return "invisible character %U"
	case r < 0x2000 && r != 0x061C:
		return ""
	case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x061C || r == 0x200E || r == 0x200F:
		return "invisible character %U, which turns the direction of text"
	case r == 0x200B || r >= 0x2060 && r <= 0x2065 || r >= 0x206A && r <= 0x206F || r == 0xFEFF,
		r >= 0xFFF9 && r <= 0xFFFB || r >= 0xE0000 && r <= 0xE0FFF:
		return "invisible character %U"
	case r == 0x2028 || r == 0x2029:
		return "line separator %U"
	case r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE:
		return "code point %U, which is no character"
	case r >= 0xE000 && r <= 0xF8FF:
		return "character %U, which only one font has"
	case r == 0xFFFD:
		return "replacement character %U, which stands for a lost one"
	}
	return ""
}
