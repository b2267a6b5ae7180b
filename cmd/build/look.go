package main

import (
	"fmt"
	"io/fs"

	"sharingthecost"
	"sharingthecost/internal/command"
	"sharingthecost/internal/diag"
)

// runLook prints a file of the default look, to begin an override with or to
// compare one; without a name, the names of all.
func runLook(_ command.Options, args []string, t command.Terminal) int {
	var names []string
	err := fs.WalkDir(sharingthecost.Look(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return t.Fail(err)
	}
	if len(args) == 0 {
		for _, name := range names {
			fmt.Fprintln(t.Out, name)
		}
		return command.Done
	}
	text, err := fs.ReadFile(sharingthecost.Look(), args[0])
	switch {
	case len(args) > 1:
		return t.WrongUse("look takes one file, or none to list them")
	case err != nil:
		return t.WrongUse(fmt.Sprintf("no file of the default look is named %s; %s", args[0], diag.DidYouMean(args[0], names)))
	}
	if _, err := t.Out.Write(text); err != nil {
		return t.Fail(err)
	}
	return command.Done
}
