package look

import (
	"bytes"
	"path"
	"slices"

	"sharingthecost/internal/diag"
)

// kinds are the pictures that browsers show: what a file of each begins with.
var kinds = []struct {
	name   string
	ext    []string
	begins func(data []byte) bool
}{
	{"PNG", []string{".png"}, prefixed("\x89PNG\r\n\x1a\n")},
	{"JPEG", []string{".jpg", ".jpeg"}, prefixed("\xff\xd8\xff")},
	{"GIF", []string{".gif"}, prefixed("GIF8")},
	{"WebP", []string{".webp"}, func(data []byte) bool {
		return prefixed("RIFF")(data) && len(data) > 12 && string(data[8:12]) == "WEBP"
	}},
	{"AVIF", []string{".avif"}, func(data []byte) bool { return len(data) > 12 && string(data[4:11]) == "ftypavi" }},
	{"SVG", []string{".svg"}, func(data []byte) bool { return bytes.Contains(data[:min(len(data), 1<<16)], []byte("<svg")) }},
	{"an icon", []string{".ico"}, prefixed("\x00\x00\x01\x00")},
}

func prefixed(begin string) func([]byte) bool {
	return func(data []byte) bool { return bytes.HasPrefix(data, []byte(begin)) }
}

// unseen are the endings of pictures that browsers do not show.
var unseen = []string{".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".eps", ".ai", ".wmf", ".emf"}

// picture reports a picture that readers would not see.
func picture(name string, data []byte, problems *diag.List) {
	ext, at := path.Ext(name), diag.Pos{File: name}
	if slices.Contains(unseen, ext) {
		problems.Report(at, "a picture of a kind that browsers do not show: "+ext, "save it as PNG, JPEG, WebP or SVG")
		return
	}
	for _, kind := range kinds {
		switch {
		case !slices.Contains(kind.ext, ext):
		case len(data) == 0:
			problems.Report(at, "the picture is empty", "save it again")
		case !kind.begins(data):
			hint := "save it again, as " + kind.name
			for _, other := range kinds {
				if other.begins(data) {
					hint = "it is " + other.name + ": name it so, with " + other.ext[0]
				}
			}
			problems.Report(at, "the picture is not what its name says", hint)
		}
	}
}
