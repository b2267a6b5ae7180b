package command

import (
	"os"
	"path/filepath"
	"strings"
)

// commandsHere writes commands as one would type them where the program was
// started, for work in a folder: messages have them as they are in the folder of
// the program's sources.
func commandsHere(dir string) *strings.Replacer {
	if dir != "" {
		dir = " -C " + dir
	}
	var pairs []string
	for _, program := range []string{"build", "serve"} {
		command := "go run ./cmd/" + program
		typed := command
		if _, err := os.Stat(filepath.Join("cmd", program)); err != nil {
			typed = program
		}
		pairs = append(pairs, command, typed+dir)
	}
	return strings.NewReplacer(pairs...)
}

// Commands gives a text with its commands as one would type them here.
func (t Terminal) Commands(text string) string {
	if t.commands == nil {
		return text
	}
	return t.commands.Replace(text)
}
