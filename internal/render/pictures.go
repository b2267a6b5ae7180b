package render

import (
	"bytes"
	"fmt"
	"html"
	"image"
	_ "image/gif" // register the formats whose size is read
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"path"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
)

// chartAt is the chart that a page means by a path, or nil.
func (r *Renderer) chartAt(from *content.Page, dest string) *chart.Chart {
	return r.charts[path.Join(path.Dir(from.Path), dest)]
}

// picture writes an image of static/. Its size is written out, so that the
// text below it does not jump when it arrives.
func (c *conversion) picture(dest, alt string) (markdown.Picture, *markdown.Complaint) {
	name := path.Join(path.Dir(c.doc.Page.Path), dest)
	published := c.r.assets.static[name]
	if published == "" {
		hint := diag.DidYouMean(dest, c.r.pictures())
		if hint == "" {
			hint = "charts are in content/charts, pictures in static: ../static/x.png"
		}
		return markdown.Picture{}, &markdown.Complaint{Text: "no chart or picture " + dest, Hint: hint}
	}
	if alt == "" {
		return markdown.Picture{}, &markdown.Complaint{Text: "the picture " + dest + " has no alternative text", Hint: "say between the brackets what it shows"}
	}
	size := ""
	if data, err := fs.ReadFile(c.r.FS, name); err == nil {
		if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
			size = fmt.Sprintf(` width="%d" height="%d"`, config.Width, config.Height)
		}
	}
	return markdown.Picture{HTML: `<img src="` + html.EscapeString(c.r.url(published)) + `" alt="` + html.EscapeString(alt) + `"` + size + ` loading="lazy">`}, nil
}

// pictures are the paths that a page of the content folder can show.
func (r *Renderer) pictures() []string {
	var out []string
	for _, c := range r.Charts {
		out = append(out, "charts/"+path.Base(c.Path))
	}
	for _, name := range r.linkable() {
		if r.assets.static[name] != "" {
			out = append(out, "../"+name)
		}
	}
	return out
}
