package markdown

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// A picture is an image written out; its HTML is empty when it was refused.
type picture struct {
	Picture
	alt string
}

// picture has the host write out an image, once.
func (c *conversion) picture(n *ast.Image) (p picture, ok bool) {
	p, ok = c.pictures[n]
	if !ok {
		p = c.newPicture(n)
		c.pictures[n] = p
	}
	return p, p.HTML != ""
}

func (c *conversion) newPicture(n *ast.Image) picture {
	alt := c.builder(Alt)
	alt.children(n)
	f := alt.finish(context{})
	at := c.target(n, n.Destination)
	dest := decode(n.Destination)
	var complaint *Complaint
	p := picture{alt: strings.TrimSpace(f.text)}
	switch {
	case c.page.host.Image == nil:
		complaint = &Complaint{Text: "images are not allowed here", Hint: "put it into the text of the page"}
	case dest == "":
		complaint = &Complaint{Text: "the image has no target", Hint: "write a file's path between the parentheses"}
	default:
		var out bool
		if out, complaint = outward(dest); out {
			complaint = &Complaint{Text: "images come from the site's own files", Hint: "put the image into static/"}
		}
		if complaint == nil {
			p.Picture, complaint = c.page.host.Image(unescaped(dest), p.alt, c.title(n.Title, at))
		}
	}
	if complaint != nil {
		c.complain(at, complaint)
		return picture{}
	}
	return p
}

// image adds an image to the text.
func (b *builder) image(n *ast.Image) {
	if b.kind == Alt { // of an image within an image only the words remain
		b.children(n)
		return
	}
	p, ok := b.picture(n)
	if !ok {
		return
	}
	at := b.target(n, n.Destination)
	if p.Block {
		b.report(at.start, at.stop, "a chart or a picture with a caption stands in a paragraph of its own", "put empty lines around it")
		return
	}
	b.add(piece{html: p.HTML, image: p.alt != ""})
	b.last = unicode.ReplacementChar
}

// figures writes a paragraph that holds nothing but charts, and reports whether
// it was one.
func (c *conversion) figures(n ast.Node) bool {
	var images []*ast.Image
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Image:
			images = append(images, child)
		case *ast.Text:
			if strings.TrimSpace(c.source[child.Segment.Start:child.Segment.Stop]) != "" {
				return false
			}
		default:
			return false
		}
	}
	blocks := 0
	for _, image := range images {
		if p, ok := c.picture(image); !ok || p.Block {
			blocks++
		}
	}
	if len(images) == 0 || blocks < len(images) {
		return false
	}
	for _, image := range images {
		p, _ := c.picture(image)
		c.out.WriteString(p.HTML)
		c.out.WriteByte('\n')
	}
	return true
}
