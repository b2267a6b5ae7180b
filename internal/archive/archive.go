// Package archive keeps dated versions of a site. A version is what readers found on a
// day: its pages, with what they load and the tables that they offer. Once it is
// published it never changes, so that a citation of it stays true.
//
// # Where versions lie
//
// A static host has no memory, so the project has: archive/2026-11-21/ holds the
// finished files of a version, with a build.json that lists each by its hash. The folder
// is an input as texts are, kept in the repository, and published byte for byte at
// /v/2026-11-21/. [Read] reads all versions and holds each to its list: a byte that is
// another than was archived is a problem.
//
// # What a version holds
//
// [Pick] takes it out of a finished site that was made for the address of the version:
// the pages that are to be found, and of what they lead to the style sheet, scripts,
// pictures in the text, tables and the ledger. What is made of the same numbers a second
// time (pictures to download, twins, cards, feeds, frames to embed, the search) stays out.
//
// Addresses in its pages are relative, so that they hold wherever the site lies. Those
// of pages of the version lead to the version; all others to the living site. A living
// page that goes leaves an alias behind: the check of the finished site asks for it.
package archive

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
	"sharingthecost/internal/record"

	"golang.org/x/net/html"
)

const (
	Folder    = "archive" // of the versions in a project
	Published = "v/"      // of the versions in a site
)

// A Version is what a site was on a day.
type Version struct {
	Day   string        // "2026-11-21"
	Files []output.File // as they are published
}

// Says reports whether a version's page at an address of the site ("/demand/") says all
// that the living one says, and nothing else. Dates would not tell: what is edited a
// second time on a day may have been archived between.
func (v Version) Says(url string, living []byte) bool {
	name := Published + v.Day + url + "index.html"
	i := slices.IndexFunc(v.Files, func(f output.File) bool { return f.Path == name })
	return i >= 0 && said(v.Files[i].Data) == said(living)
}

// said is the text of the main part of a page, without what a version says of itself and
// without files to load, of which it has fewer.
func said(page []byte) string {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil { // nested too deep to be compared
		return string(page)
	}
	var b strings.Builder
	var read func(n *html.Node, main bool)
	read = func(n *html.Node, main bool) {
		for c := range n.ChildNodes() {
			switch {
			case c.Type == html.TextNode && main:
				b.WriteString(c.Data)
			case c.Type == html.ElementNode && !ofTheDay(c):
				read(c, main || c.Data == "main")
			}
		}
	}
	read(root, false)
	return strings.Join(strings.Fields(b.String()), " ")
}

// ofTheDay reports whether an element is what a version has in other words, or not at all:
// what templates mark as living, controls and files to load.
func ofTheDay(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "id" && a.Val == "cite" || a.Key == "download" || a.Key == "data-living" || a.Key == "class" && slices.Contains(strings.Fields(a.Val), "as-of") {
			return true
		}
	}
	return n.Data == "button"
}

const hintWhole = "a version is never changed, so that what cites it stays true: restore it from the repository; what was wrong is corrected on the living page"

// Read reads the versions of a project, the oldest first, and reports what is not as it
// was archived.
func Read(fsys fs.FS) ([]Version, diag.List, error) {
	if _, err := fs.Stat(fsys, Folder); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	names, problems, err := content.Files(fsys, Folder)
	if err != nil {
		return nil, nil, err
	}
	var versions []Version
	for i := 0; i < len(names); {
		day, _, inside := strings.Cut(strings.TrimPrefix(names[i], Folder+"/"), "/")
		folder := path.Join(Folder, day)
		end := i + 1
		for end < len(names) && strings.HasPrefix(names[end], folder+"/") {
			end++
		}
		if d, ok := record.ParseDate(day); !inside || !ok || d.Day == 0 {
			problems.Report(diag.Pos{File: folder}, "no dated version", "a version lies in a folder named for its day, and is written by go run ./cmd/build archive")
		} else {
			v, more, err := read(fsys, day, names[i:end])
			if err != nil {
				return nil, nil, err
			}
			versions = append(versions, v)
			problems.Add(more)
		}
		i = end
	}
	return versions, problems, nil
}

// read reads one version and holds it to its list.
func read(fsys fs.FS, day string, names []string) (Version, diag.List, error) {
	v, folder := Version{Day: day}, path.Join(Folder, day)
	var problems diag.List
	texts := map[string][]byte{}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return v, nil, err
		}
		inner := strings.TrimPrefix(name, folder+"/")
		texts[inner] = text
		v.Files = append(v.Files, output.File{Path: Published + day + "/" + inner, Data: text, Source: name})
	}
	list := path.Join(folder, output.ManifestName)
	manifest, err := output.ParseManifest(texts[output.ManifestName])
	if err != nil {
		what := err.Error()
		if texts[output.ManifestName] == nil {
			what = output.ManifestName + " is missing"
		}
		problems.Report(diag.Pos{File: list}, "the version cannot be held to what was archived: "+what, hintWhole)
		return v, problems, nil
	}
	delete(texts, output.ManifestName)
	for _, e := range manifest.Files {
		text, ok := texts[e.Path]
		difference := "is missing"
		if ok {
			difference = e.Difference(text)
		}
		if difference != "" {
			problems.Report(diag.Pos{File: path.Join(folder, e.Path)}, "the archived file "+strings.Replace(difference, "were built", "were archived", 1), hintWhole)
		}
		delete(texts, e.Path)
	}
	for _, name := range names {
		if inner := strings.TrimPrefix(name, folder+"/"); texts[inner] != nil {
			problems.Report(diag.Pos{File: name}, "the file is not in the list of the version", "nothing is added to a version: move it away")
		}
	}
	return v, problems, nil
}
