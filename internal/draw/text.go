package draw

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FontSafety is how much wider than measured a reader's sans may run. Noto Sans, the widest of the stack that is
// common, sets chart labels up to 1.085 times as wide ("Transportation"), most of them 1.05; figures 1.03.
const FontSafety = 1.09

// TextWidth returns the width of sans text in user units. It is exact for fonts with Arial's widths; multiply by
// FontSafety when deciding what fits.
func TextWidth(s string, size float64, w Weight) float64 {
	return Text{S: s, Size: size, Weight: w}.Width()
}

// Width returns the width of the whole run in user units, spans included.
func (t Text) Width() float64 {
	width := 0.0
	for _, r := range t.runs() {
		width += fontFor(t.Face, r.Weight).width(r.S) * t.Size
	}
	return width
}

// Left is where the run begins when it is width wide.
func (t Text) Left(width float64) float64 {
	switch t.Anchor {
	case Middle:
		return t.X - width/2
	case End:
		return t.X - width
	}
	return t.X
}

// runs returns S and the spans, cleaned, each with its colour, without empty ones.
func (t Text) runs() []Span {
	var runs []Span
	for _, s := range append([]Span{{t.S, t.Weight, t.Fill}}, t.Spans...) {
		if s.S != "" {
			runs = append(runs, Span{clean(s.S), s.Weight, cmp.Or(s.Fill, t.Fill, Ink)})
		}
	}
	return runs
}

// Plain is S and the spans as one string.
func (t Text) Plain() string {
	var b strings.Builder
	for _, r := range t.runs() {
		b.WriteString(r.S)
	}
	return b.String()
}

// clean leaves what XML 1.0 can hold on one line: control characters become spaces, broken UTF-8 and the two
// characters that XML forbids U+FFFD.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case r == 0xFFFE || r == 0xFFFF:
			return utf8.RuneError
		}
		return r
	}, s)
}
