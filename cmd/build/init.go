package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"sharingthecost"
	"sharingthecost/internal/command"
)

// The project that init writes: small, true, and whole.
//
//go:embed all:init
var initial embed.FS

// Where a project of its own keeps the sources of the program.
const generator = "generator"

// runInit begins a project: it asks nothing, and writes over nothing.
func runInit(_ command.Options, args []string, t command.Terminal) int {
	if len(args) != 1 {
		return t.WrongUse("init takes one folder: the project's, which may be there already")
	}
	dir := args[0]
	files, err := initialFiles(today())
	if err != nil {
		return t.Fail(err)
	}
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if _, err := os.Lstat(path.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			return t.Fail(fmt.Errorf("%s is there already: nothing was written; choose another folder", path.Join(dir, name)))
		}
	}
	for _, name := range names {
		if err := writeBelow(path.Join(dir, name), files[name], os.O_EXCL); err != nil {
			return t.Fail(err)
		}
	}
	fmt.Fprint(t.Out, command.In(dir).Replace(fmt.Sprintf(initialText, dir, generator)))
	return command.Done
}

const initialText = `%[1]s is an explainer of one page, with one figure, one source and one chart. All in it is true but its address.
  1. see it:         go run ./cmd/serve, then open http://127.0.0.1:8080/
  2. make it yours:  content/index.md is the page; "Begin an explainer" in EDITING.md goes on from there
  3. publish it:     with the sources of this program in its folder %[2]s, netlify.toml says the rest; docs/hosting.md has the steps
`

// initialFiles are the files of a new project: its content, and the settings that it
// shares with this repository, with its own commands.
func initialFiles(day string) (map[string][]byte, error) {
	out := map[string][]byte{}
	own, err := fs.Sub(initial, "init")
	if err != nil {
		return nil, err
	}
	here := command.Beside(generator)
	for _, from := range []fs.FS{own, sharingthecost.Desk()} {
		err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(from, name)
			if strings.HasPrefix(name, "content/") {
				text = bytes.ReplaceAll(text, []byte("2026-11-29"), []byte(day))
			}
			out[name] = []byte(here.Replace(string(text)))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for _, f := range editorFiles() {
		out[f.path] = f.text
	}
	return out, nil
}
