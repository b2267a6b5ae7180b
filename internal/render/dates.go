package render

import "strings"

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// asIs are the elements whose text nobody reads as prose: what they hold stays
// to the letter.
var asIs = []string{"head", "script", "style", "pre", "code", "textarea"}

// datesTogether joins day and month by a no-break space in the text of a
// finished page, and leaves tags alone. It runs over the whole page because
// dates come from everywhere: prose, records, lists of sources, tables.
func datesTogether(html string) string {
	var b strings.Builder
	b.Grow(len(html) + len(html)/64)
	for html != "" {
		tag := strings.IndexByte(html, '<')
		if tag < 0 {
			tag = len(html)
		}
		writeJoined(&b, html[:tag])
		if html = html[tag:]; html == "" {
			break
		}
		end := strings.IndexByte(html, '>') + 1
		if end == 0 {
			end = len(html)
		}
		for _, name := range asIs {
			if isTag(html, name) {
				if shut := strings.Index(html, "</"+name+">"); shut > 0 {
					end = shut
				}
			}
		}
		b.WriteString(html[:end])
		html = html[end:]
	}
	return b.String()
}

// writeJoined writes a text with the days and months of its dates joined.
func writeJoined(b *strings.Builder, text string) {
	from := 0
	for i := 1; i < len(text); i++ {
		if (text[i] == ' ' || text[i] == '\n') && endsWithDay(text[:i]) && startsWithMonth(text[i+1:]) {
			b.WriteString(text[from:i] + "\u00a0")
			from = i + 1
		}
	}
	b.WriteString(text[from:])
}

// endsWithDay reports whether a text ends with a number from 1 to 31.
func endsWithDay(text string) bool {
	n := len(text)
	for n > 0 && text[n-1] >= '0' && text[n-1] <= '9' {
		n--
	}
	day := text[n:]
	if n > 0 && strings.IndexByte(".,-", text[n-1]) >= 0 { // the end of a longer number
		return false
	}
	return len(day) == 1 && day >= "1" || len(day) == 2 && day >= "10" && day <= "31"
}

func startsWithMonth(text string) bool {
	for _, m := range months {
		if rest, ok := strings.CutPrefix(text, m); ok {
			return rest == "" || !(rest[0] >= 'a' && rest[0] <= 'z')
		}
	}
	return false
}

// isTag reports whether text begins with the start tag of an element.
func isTag(html, name string) bool {
	rest, ok := strings.CutPrefix(html, "<"+name)
	return ok && rest != "" && (rest[0] == '>' || rest[0] == ' ')
}
