// Package guide is a small explainer on an island that does not exist, on which every
// component of a page and every form of chart occurs. The preview shows it, in the look of
// the project that is being written, in light and in dark; nothing of it is in a site.
//
// A component or a form that is missing in it is missing in a test of cmd/serve.
package guide

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed content
var content embed.FS

// Of is the guide in the look of a project: its own records and texts, and the templates and
// static files of the project.
func Of(project fs.FS) fs.FS { return guide{project} }

type guide struct{ look fs.FS }

func (g guide) Open(name string) (fs.File, error) {
	if top, _, _ := strings.Cut(name, "/"); top == "templates" || top == "static" {
		return g.look.Open(name)
	}
	return content.Open(name)
}
