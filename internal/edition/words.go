package edition

import "strings"

// A wording is a text in two versions, as stretches that stayed, went and came.
type wording []stretch

type stretch struct{ same, was, is string }

// words compares two texts word by word. One of them may be empty.
func words(was, is string) wording {
	a, b := strings.Fields(was), strings.Fields(is)
	var out wording
	at := 0
	for _, h := range hunks(a, b, func(s string) string { return s }) {
		if h.new > at {
			out = append(out, stretch{same: strings.Join(b[at:h.new], " ")})
		}
		out = append(out, stretch{was: strings.Join(a[h.old:h.oldEnd], " "), is: strings.Join(b[h.new:h.newEnd], " ")})
		at = h.newEnd
	}
	if at < len(b) {
		out = append(out, stretch{same: strings.Join(b[at:], " ")})
	}
	return out
}

// marked writes the text with marks around what went and what came.
func (w wording) marked(wasOpen, wasClose, isOpen, isClose string) string {
	return w.written(func(s string) string { return s }, wasOpen, wasClose, isOpen, isClose)
}

// written does the same with a text that is escaped.
func (w wording) written(escape func(string) string, wasOpen, wasClose, isOpen, isClose string) string {
	var parts []string
	for _, s := range w {
		if s.same != "" {
			parts = append(parts, escape(s.same))
		}
		if s.was != "" {
			parts = append(parts, wasOpen+escape(s.was)+wasClose)
		}
		if s.is != "" {
			parts = append(parts, isOpen+escape(s.is)+isClose)
		}
	}
	return strings.Join(parts, " ")
}

// wording is the text around a number; all of it stayed where nothing is known of before.
func (s Shown) wording() wording {
	if s.Was == "" {
		return wording{{same: s.Text}}
	}
	return words(s.Was, s.Text)
}
