package draw

import (
	"image"
	"math"
	"slices"
)

const (
	hatchPitch = 8.0 // user units from line to line along x; whole, so that browsers cut tiles on pixels
	hatchPart  = 0.4 // of the pitch, covered by the line
)

// patterns writes a pattern for each hatch of the canvas. The lines rise to the right: they are the stripes where
// x + y, modulo the pitch, is less than hatchPart of it. Written as areas of an upright tile they need no rotation,
// which would leave seams between tiles.
func (w *svgWriter) patterns(c Canvas) {
	hatches := hatchesOf(c.Marks)
	if len(hatches) == 0 {
		return
	}
	w.printf("<defs>\n")
	for _, h := range hatches {
		p, q := num(h.Pitch), num(h.Pitch*hatchPart)
		w.printf(`<pattern id="%s" width="%s" height="%[2]s" patternUnits="userSpaceOnUse">`, w.patternID(h), p)
		w.printf(`<rect width="%s" height="%[1]s"`, p)
		w.fill(Surface)
		w.printf(`/><path d="M0 0H%sL0 %[1]sZM%s 0V%[1]sL%[1]s %[2]sH0Z"`, q, p)
		w.fill(h.Token)
		w.printf("/></pattern>\n")
	}
	w.printf("</defs>\n")
}

func (w *svgWriter) patternID(f Paint) string {
	id := w.id + "-hatch-" + string(f.Token)
	if f.Pitch != hatchPitch {
		id += "-" + num(f.Pitch)
	}
	return id
}

// hatchesOf lists the hatches in marks, in order of first use.
func hatchesOf(marks []Mark) []Paint {
	var found []Paint
	each(marks, func(m Mark) {
		if f, _ := paints(m); f.Token != "" && f.Pitch > 0 && !slices.Contains(found, f) {
			found = append(found, f)
		}
	})
	return found
}

// keepStripes takes from what is covered of an area all but the lines of a hatch. The area begins at a pixel of the
// picture.
func keepStripes(cover *image.Alpha, begin image.Point, pitch float64) {
	diagonals := make([]uint32, cover.Rect.Dx()+cover.Rect.Dy())
	for i := range diagonals {
		diagonals[i] = stripe(begin.X+begin.Y+i, pitch)
	}
	for y := range cover.Rect.Dy() {
		row := cover.Pix[y*cover.Stride:][:cover.Rect.Dx()]
		for x, c := range row {
			row[x] = uint8((uint32(c)*diagonals[x+y] + 127) / 255)
		}
	}
}

// stripe says how much of a pixel of the diagonal x + y the lines of a hatch cover, 0–255. The lines are those of the
// SVG pattern: where x + y, modulo the pitch, is less than hatchPart of it.
func stripe(diagonal int, pitch float64) uint32 {
	width := pitch * hatchPart
	across := math.Mod(float64(diagonal)+1, pitch)
	distance := math.Abs(across - width/2)
	distance = math.Min(distance, pitch-distance) - width/2
	// Along x + y a pixel is two wide and thin at its ends; 1.4 of even width comes closest.
	return uint32(math.Round(255 * math.Max(0, math.Min(1, 0.5-distance/1.4))))
}
