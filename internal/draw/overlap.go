package draw

// Overlap is a text whose box collides with another text or leaves the canvas.
type Overlap struct {
	Text string
	With string  // the other text; "" when Text leaves the canvas
	By   float64 // how far, in user units
}

// Overlaps finds all, in the order of the marks. Widths are taken times slack: FontSafety for a drawing that readers'
// fonts will set, 1 for a PNG or Card, which carries its own.
func Overlaps(c Canvas, slack float64) []Overlap {
	mustBeValid(c)
	var found []Overlap
	boxes := textBoxes(c, slack)
	for i, a := range boxes {
		// A fiftieth of a unit is less than a screen shows and more than rounding leaves.
		const unseen = 0.02
		if by := max(-a.x0, -a.y0, a.x1-c.W, a.y1-c.H); by > unseen {
			found = append(found, Overlap{Text: a.text, By: by})
		}
		for _, b := range boxes[i+1:] {
			// The shorter way to part the two.
			if by := min(min(a.x1, b.x1)-max(a.x0, b.x0), min(a.y1, b.y1)-max(a.y0, b.y0)); by > unseen {
				found = append(found, Overlap{Text: a.text, With: b.text, By: by})
			}
		}
	}
	return found
}

// box is what a text covers: its width, and from the top of its capitals to the foot of its descenders.
type box struct {
	x0, y0, x1, y1 float64
	text           string
}

const (
	capHeight = 0.73 // of the text size, for Liberation, Segoe UI and Noto Sans alike
	descent   = 0.21
)

func textBoxes(c Canvas, slack float64) (boxes []box) {
	for _, t := range c.Texts() {
		if width := t.Width() * slack; width > 0 {
			left := t.Left(width)
			boxes = append(boxes, box{left, t.Y - capHeight*t.Size, left + width, t.Y + descent*t.Size, t.Plain()})
		}
	}
	return boxes
}
