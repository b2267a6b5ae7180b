package command

import (
	"os"
	"path/filepath"
	"strings"
)

// In writes commands for work in a folder as one would type them where the program
// was started: messages have them as they are in the folder of its sources. The
// empty folder is the one where it was started.
func In(dir string) *strings.Replacer {
	sources, _ := os.Getwd()
	_, err := os.Stat(filepath.Join("cmd", "build", "main.go"))
	switch dir = filepath.ToSlash(dir); {
	case err != nil: // not in the folder of the sources: it was compiled
		return commands("", flagC(dir))
	case dir == "..": // a project with the sources in a folder of its own
		return Beside(filepath.Base(sources))
	}
	return commands("go run ./cmd/", flagC(dir))
}

// Beside writes commands as one would type them in a project that has the sources
// in a folder of its own.
func Beside(sources string) *strings.Replacer {
	return commands("go run -C "+sources+" ./cmd/", flagC(".."))
}

func commands(run, flags string) *strings.Replacer {
	return strings.NewReplacer("go run ./cmd/build", run+"build"+flags, "go run ./cmd/serve", run+"serve"+flags)
}

func flagC(dir string) string {
	if dir == "" {
		return ""
	}
	return " -C " + dir
}

// Commands gives a text with its commands as one would type them here.
func (t Terminal) Commands(text string) string {
	if t.commands == nil {
		return text
	}
	return t.commands.Replace(text)
}
