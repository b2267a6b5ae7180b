package draw

// Card is a picture of 1200 × 630 for sharing: a rule on top, the site's name, a headline, a drawing, a source line.
type Card struct {
	Headline string  // serif, wrapped into even lines, as large as fits
	Kicker   string  // the site's name
	Source   string  // one line at the foot; "" is none
	Inner    *Canvas // scaled to the space left and centred in it; nil gives the headline the space
}

const (
	cardW, cardH = 1200, 630
	cardMargin   = 60
	cardWidth    = cardW - 2*cardMargin
)

// Canvas lays the card out. Draw it by PNG(card.Canvas(), 1, Light). A headline or source too long for the card shows
// up in Overlaps(canvas, 1).
func (k Card) Canvas() Canvas {
	c := Canvas{W: cardW, H: cardH, Ground: Paper}
	c.Add(
		Rect{X: cardMargin, Y: 36, W: cardWidth, H: 6, Fill: Solid(Ink)},
		Text{X: cardMargin, Y: 80, Size: 24, Weight: Bold, Fill: Ink2, S: k.Kicker},
	)
	if k.Source != "" {
		c.Add(Text{X: cardMargin, Y: 602, Size: 20, Fill: Ink3, S: k.Source})
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
	scale := min(cardWidth/k.Inner.W, (bottom-top)/k.Inner.H)
	x := cardMargin + (cardWidth-k.Inner.W*scale)/2
	y := top + (bottom-top-k.Inner.H*scale)/2
	return k.Inner.At(x, y, scale)
}
