package draw

import (
	"fmt"
	"math"
)

// mustBeValid panics, naming the mark, for a canvas that no backend could draw: better here than as a hole in a
// drawing that somebody has to notice.
func mustBeValid(c Canvas) {
	if !(c.W > 0 && c.H > 0) || !finite(c.W, c.H) {
		panic(fmt.Sprintf("draw: canvas of %g × %g", c.W, c.H))
	}
	known := map[Token]bool{"": true}
	for _, s := range Palette() {
		known[s.Token] = true
	}
	if !known[c.Ground] {
		panic("draw: no such token: " + string(c.Ground))
	}
	for i, m := range c.Marks {
		if fault := faultOf(m, known); fault != "" {
			panic(fmt.Sprintf("draw: mark %d: %s", i, fault))
		}
	}
}

// faultOf says what is wrong with a mark; "" is nothing.
func faultOf(m Mark, known map[Token]bool) string {
	var numbers, lengths []float64
	var tokens []Token
	stroke := func(s Stroke) {
		lengths, tokens = append(lengths, s.Width, s.On, s.Off), append(tokens, s.Token)
	}
	paint := func(p Paint) {
		lengths, tokens = append(lengths, p.Pitch), append(tokens, p.Token)
	}
	switch m := m.(type) {
	case Rect:
		numbers, lengths = []float64{m.X, m.Y}, []float64{m.W, m.H}
		paint(m.Fill)
		stroke(m.Stroke)
	case Line:
		numbers = []float64{m.X1, m.Y1, m.X2, m.Y2}
		stroke(m.Stroke)
	case Path:
		for _, p := range m.Points {
			numbers = append(numbers, p.X, p.Y)
		}
		paint(m.Fill)
		stroke(m.Stroke)
	case Circle:
		numbers, lengths = []float64{m.X, m.Y}, []float64{m.R}
		paint(m.Fill)
		stroke(m.Stroke)
	case Text:
		numbers, lengths = []float64{m.X, m.Y}, []float64{m.Size}
		for _, r := range m.runs() {
			tokens = append(tokens, r.fill)
		}
	case Group:
		for i, inner := range m.Marks {
			if fault := faultOf(inner, known); fault != "" {
				return fmt.Sprintf("mark %d: %s", i, fault)
			}
		}
	case nil:
		return "is nil"
	}
	return faultIn(m, numbers, lengths, tokens, known)
}

func faultIn(m Mark, numbers, lengths []float64, tokens []Token, known map[Token]bool) string {
	if !finite(numbers...) || !finite(lengths...) {
		return fmt.Sprintf("a number is not finite in %+v", m)
	}
	for _, l := range lengths {
		if l < 0 {
			return fmt.Sprintf("negative length in %+v", m)
		}
	}
	for _, t := range tokens {
		if !known[t] {
			return fmt.Sprintf("no such token: %s", t)
		}
	}
	return ""
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
