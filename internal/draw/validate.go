package draw

import (
	"fmt"
	"math"
	"slices"
)

// mustBeValid panics, naming the mark, for a canvas that no backend could draw: better here than as a hole in a
// drawing that somebody has to notice.
func mustBeValid(c Canvas) {
	if !(c.W > 0 && c.H > 0) || !finite(c.W, c.H) {
		panic(fmt.Sprintf("draw: canvas of %g × %g", c.W, c.H))
	}
	known := map[Token]bool{"": true}
	for _, s := range standard {
		known[s.Token] = true
	}
	if !known[c.Ground] {
		panic("draw: no such token: " + string(c.Ground))
	}
	if fault := faultOf(Group{Marks: c.Marks}, known); fault != "" {
		panic("draw: " + fault)
	}
}

// faultOf says what is wrong with a mark; "" is nothing.
func faultOf(m Mark, known map[Token]bool) string {
	fill, stroke := paints(m)
	tokens, lengths := []Token{fill.Token, stroke.Token}, []float64{fill.Pitch, stroke.Width, stroke.On, stroke.Off}
	var places []float64
	switch m := m.(type) {
	case Rect:
		places, lengths = []float64{m.X, m.Y}, append(lengths, m.W, m.H)
	case Line:
		places = []float64{m.X1, m.Y1, m.X2, m.Y2}
	case Path:
		for _, p := range m.Points {
			places = append(places, p.X, p.Y)
		}
	case Circle:
		places, lengths = []float64{m.X, m.Y}, append(lengths, m.R)
	case Text:
		places, lengths = []float64{m.X, m.Y}, append(lengths, m.Size)
		for _, r := range m.runs() {
			tokens = append(tokens, r.Fill)
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
	if !finite(places...) || !finite(lengths...) {
		return fmt.Sprintf("a number is not finite in %+v", m)
	}
	if slices.Min(lengths) < 0 {
		return fmt.Sprintf("negative length in %+v", m)
	}
	for _, t := range tokens {
		if !known[t] {
			return fmt.Sprintf("no such token: %s", t)
		}
	}
	return ""
}

func finite(values ...float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
}
