// Package sharingthecost holds the default look of a site: the templates, style
// sheets and scripts of this repository, compiled into the programs.
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

//go:embed templates static
var look embed.FS

// Look is the default look, in the folders templates and static.
func Look() fs.FS { return look }
