package look

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"sharingthecost"
	"sharingthecost/internal/diag"
)

// own lists the templates that are the project's: those that are not in the
// default look, or not as they are there.
func (t *Templates) own() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(t.sources)), func(name string) bool {
		built, err := fs.ReadFile(sharingthecost.Look(), name)
		return err == nil && bytes.Equal(built, t.sources[name].Text)
	})
}

// unfit reports templates of the project that do not fit those that are built in:
// a file in the place of another that lacks a part which is still asked for, and a
// file of which nothing is asked for. Both come with a new version of the program,
// or with a name that is misspelt.
func (t *Templates) unfit() diag.List {
	var problems diag.List
	for _, name := range t.own() {
		at := diag.Pos{File: name}
		built, err := fs.ReadFile(sharingthecost.Look(), name)
		if err != nil {
			if !slices.ContainsFunc(t.parts(name, t.sources[name].Text), func(part string) bool { return t.asksFor(part) != "" }) {
				problems.Report(at, "no template asks for anything in this file",
					cmp.Or(diag.DidYouMean(name, builtIn()), "call it where it should stand: {{template \""+name+"\" .}}"))
			}
			continue
		}
		for _, part := range t.parts(name, built) {
			if user := t.asksFor(part); user != "" && t.set.Lookup(part) == nil {
				problems.Report(at, fmt.Sprintf("there is no {{define %q}}, which %s asks for", part, user),
					"write it as the built-in file does: go run ./cmd/build look "+name)
			}
		}
	}
	return problems
}

// parts lists what a file defines: itself, and what stands between {{define}} and
// {{end}} in it.
func (t *Templates) parts(name string, text []byte) []string {
	set, err := template.New(name).Funcs(t.data.functions()).Parse(string(text))
	if err != nil { // reported where it was read
		return nil
	}
	var out []string
	for _, part := range set.Templates() {
		out = append(out, part.Name())
	}
	return slices.Sorted(slices.Values(out))
}

// asksFor names a file in which a part is asked for, or "" where none is.
func (t *Templates) asksFor(part string) string {
	call := fmt.Sprintf("{{template %q", part)
	for _, name := range t.names() {
		one := t.set.Lookup(name)
		if one.Tree != nil && name != part && strings.Contains(one.Tree.Root.String(), call) {
			return one.Tree.ParseName
		}
	}
	return ""
}

// builtIn lists the templates of the default look.
func builtIn() []string {
	names, err := fs.Glob(sharingthecost.Look(), "templates/*.html")
	if err != nil {
		panic(err) // the pattern is right
	}
	return names
}
