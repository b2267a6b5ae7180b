package render

import (
	"bytes"
	"strings"
)

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// endsWithDay reports whether a text ends with a number from 1 to 31.
func endsWithDay(text []byte) bool {
	n := len(text)
	for n > 0 && isDigit(text[n-1]) {
		n--
	}
	day := string(text[n:])
	if n > 0 && strings.IndexByte(".,-", text[n-1]) >= 0 { // the end of a longer number
		return false
	}
	return len(day) == 1 && day >= "1" || len(day) == 2 && day >= "10" && day <= "31"
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func startsWithMonth(text []byte) bool {
	for _, m := range months {
		if rest, ok := bytes.CutPrefix(text, []byte(m)); ok {
			return len(rest) == 0 || !(rest[0] >= 'a' && rest[0] <= 'z')
		}
	}
	return false
}
