package render

import (
	"bytes"
	"fmt"
	"image"
	"io/fs"
	"path"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
)

// A SharedPicture stands for a page where it is shared.
type SharedPicture struct {
	File          string // from the site's root; empty: the card that is drawn
	Chart         string // whose card it is; may be empty
	Alt           string
	Width, Height int
}

// The size of the cards that the program draws, and the least that is shown large
// where pages are shared.
const (
	cardWidth, cardHeight               = 1200, 630
	leastSharedWidth, leastSharedHeight = 600, 315
)

// sharedPicture finds the picture that a page names for sharing: of static/, or a chart's.
func (r *Renderer) sharedPicture(p *content.Page) (s SharedPicture, problems diag.List) {
	own := p.Meta.Image
	if !own.File.Given() {
		return s, nil
	}
	name := path.Join(path.Dir(p.Path), own.File.S)
	c := r.charts[name]
	if c != nil && c.Pictured() {
		return SharedPicture{"charts/" + c.ID + "/card.png", c.ID, c.Alt(), cardWidth, cardHeight}, nil
	}
	if r.brokenInput(name) {
		return s, nil
	}
	report := func(text, hint string) (SharedPicture, diag.List) {
		problems.Report(own.File.At, text, hint)
		return SharedPicture{}, problems
	}
	published := r.assets.Static[name]
	if published == "" && c == nil {
		return report("no chart or picture "+own.File.S, meant(own.File.S, r.pictures(), "charts are in content/charts, pictures in static: ../static/x.png"))
	}
	data, err := fs.ReadFile(r.FS, name)
	size, format, broken := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || broken != nil || format != "png" && format != "jpeg":
		return report("the picture for sharing is neither PNG nor JPEG", "save it as one of them: other kinds are not shown where pages are shared")
	case size.Width < leastSharedWidth || size.Height < leastSharedHeight:
		return report(fmt.Sprintf("the picture for sharing has %d × %d pixels", size.Width, size.Height),
			fmt.Sprintf("give one of %d × %d, and no fewer than %d × %d", cardWidth, cardHeight, leastSharedWidth, leastSharedHeight))
	case !own.Alt.Given():
		return report("the picture for sharing has no alternative text", "write image: {file: "+own.File.S+", alt: What it shows}")
	}
	return SharedPicture{File: published, Alt: own.Alt.S, Width: size.Width, Height: size.Height}, nil
}
