// Package sharingthecost holds what projects share with this repository, compiled
// into the programs: the default look of a site (its templates, style sheets and
// scripts), and the settings of a desk at which one is written.
//
// Pictures in static/ belong to the site of this repository, and are not part of the look.
//
// A project may have a templates/ and a static/ of its own. A file there takes the
// place of the built-in one of that name, and what a project does not have is as it
// is here; so a project needs no more than its content, and a newer program brings
// it a newer look.
package sharingthecost

import (
	"embed"
	"io/fs"
)

//go:embed templates static/css static/js static/embed
var look embed.FS

//go:embed netlify.toml .editorconfig .vscode/extensions.json .vscode/settings.json .vscode/tasks.json
var desk embed.FS

// Desk are settings for a host and for editors' programs, as a project of its own
// has them too. Commands in them are those of this repository.
func Desk() fs.FS { return desk }

// Look is the default look, in the folders templates and static.
func Look() fs.FS { return look }
