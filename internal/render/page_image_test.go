package render

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"
)

// A page names its picture for sharing; what cannot be one is told at its file.
func TestSharedPicture(t *testing.T) {
	picture := func(width, height int) *fstest.MapFile {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
			t.Fatal(err)
		}
		return &fstest.MapFile{Data: b.Bytes()}
	}
	for _, c := range []struct{ written, want, problem string }{
		{`{file: ../static/wide.png, alt: What it shows}`, "https://test.example/wide.png 800x400 What it shows", ""},
		{"charts/rises.yaml", "https://test.example/charts/rises/card.png 1200x630", ""},
		{"../static/wide.png", "", "the picture for sharing has no alternative text"},
		{"../static/small.png", "", "the picture for sharing has 599 × 400 pixels"},
		{"../static/mark.svg", "", "the picture for sharing is neither PNG nor JPEG"},
		{"charts/rise.yaml", "", "no chart or picture charts/rise.yaml"},
	} {
		fsys := project(t, nil)
		fsys["static/wide.png"], fsys["static/small.png"] = picture(800, 400), picture(599, 400)
		page := fsys["content/index.md"]
		page.Data = bytes.Replace(page.Data, []byte("\ndate:"), []byte("\nimage: "+c.written+"\ndate:"), 1)
		r := renderer(t, fsys, Inputs{})
		d, _, problems := r.Convert(r.pages["content/index.md"])
		if c.problem != "" {
			if len(problems) != 1 || problems[0].Text != c.problem || problems[0].Pos.Line == 0 || problems[0].Hint == "" {
				t.Errorf("%s: %v, want %s", c.written, problems, c.problem)
			}
			continue
		}
		if len(problems) > 0 {
			t.Fatal(c.written, problems)
		}
		docs := []*Document{}
		for _, p := range r.Content.Pages {
			if p == d.Page {
				docs = append(docs, d)
			} else if other, _, more := r.Convert(p); len(more) == 0 {
				docs = append(docs, other)
			}
		}
		html, problems := r.html(d, titlesOf(docs), r.usageOf(docs))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		address, rest, _ := strings.Cut(c.want, " ")
		size, alt, _ := strings.Cut(rest, " ")
		width, height, _ := strings.Cut(size, "x")
		for _, want := range []string{`og:image" content="` + address + `"`, `og:image:width" content="` + width + `"`, `og:image:height" content="` + height + `"`, `og:image:alt" content="` + alt} {
			if !bytes.Contains(html, []byte(want)) {
				t.Errorf("%s: the page lacks %s", c.written, want)
			}
		}
	}
}
