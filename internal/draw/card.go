package draw

// Card is a picture of 1200 × 630 for sharing: a rule on top, the site's name, a headline, a drawing, a source line.
type Card struct {
	Headline string // serif, wrapped into even lines, as large as fits
	Kicker   string // the site's name
	Source   string // one line at the foot; "" is none

	// Inner draws for the room that is left; nil gives it to the headline. What is larger
	// or smaller than its room is scaled and centred.
	Inner func(width, height float64) Canvas
}

const (
	cardW, cardH = 1200, 630
	cardMargin   = 60
	cardWidth    = cardW - 2*cardMargin
)

// CardText is the size of the least text of a card: where a card is shown 500 pixels wide,
// as in most feeds, it can be read.
const CardText = 26

// Canvas lays the card out. Draw it by PNG(card.Canvas(), 1, Light). A headline or source too long for the card shows
// up in Overlaps(canvas, 1).
func (k Card) Canvas() Canvas {
	c := Canvas{W: cardW, H: cardH, Ground: Paper}
	c.Add(
		Rect{X: cardMargin, Y: 36, W: cardWidth, H: 6, Fill: Solid(Ink)},
		Text{X: cardMargin, Y: 80, Size: CardText, Weight: Bold, Fill: Ink2, S: k.Kicker},
	)
	if k.Source != "" {
		c.Add(Text{X: cardMargin, Y: 604, Size: CardText, Fill: Ink2, S: k.Source})
	}
	lines := k.headline()
	for _, l := range lines {
		c.Add(l)
	}
	if k.Inner != nil && len(lines) > 0 {
		c.Add(k.inner(lines[len(lines)-1].Y + 28))
	}
	return c
}

// headline takes the largest size at which the lines are few enough, else the smallest with as many as it takes.
func (k Card) headline() []Text {
	sizes, most := []float64{84, 76, 68, 60, 52}, 4
	if k.Inner != nil {
		sizes, most = []float64{52, 48, 44, 40}, 2
	}
	var lines []Text
	for _, size := range sizes {
		leading := size * 1.16
		text := Text{X: cardMargin, Y: 104 + size, Size: size, Face: Serif, Weight: Bold, S: k.Headline}
		if k.Inner == nil {
			text.Y += 40
		}
		if lines = text.Balance(cardWidth, leading); len(lines) <= most {
			break
		}
	}
	return lines
}

// inner places the drawing between top and the source line.
func (k Card) inner(top float64) Group {
	bottom := 572.0
	if k.Source == "" {
		bottom = 606
	}
	// With less height than this a headline is too long; the drawing then runs into the source line and is reported.
	bottom = max(bottom, top+120)
	inner := k.Inner(cardWidth, bottom-top)
	scale := min(cardWidth/inner.W, (bottom-top)/inner.H)
	x := cardMargin + (cardWidth-inner.W*scale)/2
	y := top + (bottom-top-inner.H*scale)/2
	return inner.At(x, y, scale)
}
