package record

import (
	"net/url"
	"strings"
	"unicode"
)

// WebAddress reports whether a text is an address on the web, in full and as links
// may have it.
func WebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" &&
		!strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\\' })
}

// AddressHint says how an address is written that is none.
func AddressHint(s string) string {
	switch trimmed := strings.TrimSpace(s); {
	case WebAddress(trimmed):
		return "take the spaces around it away"
	case strings.ContainsFunc(trimmed, unicode.IsSpace) && WebAddress(strings.Join(strings.Fields(trimmed), "%20")):
		return "write " + strings.Join(strings.Fields(trimmed), "%20")
	case WebAddress("https://"+trimmed) && strings.Contains(trimmed, "."):
		return "write https://" + trimmed
	}
	return "write it in full, from https:// on"
}
