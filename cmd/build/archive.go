package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"

	"sharingthecost/internal/archive"
	"sharingthecost/internal/command"
	"sharingthecost/internal/output"
	"sharingthecost/internal/pipeline"
	"sharingthecost/internal/record"
)

// runArchive keeps the site as it is as a version of the given day, or else of the day
// of its newest page. The site has to be sound, its earlier versions included, and
// no version is ever written anew.
func runArchive(o command.Options, args []string, t command.Terminal) int {
	if len(args) > 1 {
		return t.WrongUse("archive takes one day at most")
	}
	r, code := o.Begin("archive", nil, t)
	if code != command.Done {
		return code
	}
	defer r.Memo.Close()
	r.Options.Deployment = pipeline.Deployment{Production: true}
	site, code := r.Make(o, t)
	if code != command.Done {
		return code
	}
	edition := site.Renderer.Content.Edition()
	for _, f := range site.Renderer.Ledger.Figures {
		for _, change := range f.Changed { // what a version holds is no older than its numbers
			if change.Date.Compare(edition) > 0 {
				edition = change.Date
			}
		}
	}
	day := edition
	if len(args) == 1 {
		var ok bool
		if day, ok = record.ParseDate(args[0]); !ok || day.Day == 0 {
			return t.WrongUse(fmt.Sprintf("%q is not a day: write 2026-11-21", args[0]))
		}
	}
	if day.Compare(edition) < 0 {
		return t.WrongUse(fmt.Sprintf("a page or a figure is dated %s, which is after %s: no version can be older than what it holds", edition, day))
	}
	folder := path.Join(archive.Folder, day.String())
	if slices.ContainsFunc(site.Versions, func(v archive.Version) bool { return v.Day == day.String() }) {
		return t.Fail(&output.Refusal{Text: folder + " is there already, and is as it was archived", Hint: "a version is never written anew: give the day of a later one"})
	}
	tree, problems, err := pipeline.Version(r.Inputs, day.String(), r.Options)
	switch {
	case err != nil:
		return t.Fail(err)
	case len(problems) > 0:
		return t.Code(t.Report(r.Inputs, problems, o), problems)
	}
	if err := os.Mkdir(archive.Folder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return t.Fail(fmt.Errorf("make the folder of versions: %w", err))
	}
	// The list of a version is of bytes: no repository may change line ends.
	if err := os.WriteFile(path.Join(archive.Folder, ".gitattributes"), []byte("* -text\n"), 0o644); err != nil {
		return t.Fail(fmt.Errorf("keep the line ends of versions: %w", err))
	}
	inputs := slices.DeleteFunc(slices.Clone(pipeline.Inputs), func(dir string) bool { return dir == archive.Folder })
	written, err := output.Write(tree, folder, output.Options{Project: ".", Inputs: inputs, Program: command.Version})
	if err != nil {
		return t.Fail(err)
	}
	fmt.Fprintf(t.Out, "%s, %s: %s\ncommit the folder; the site will have it at /%s%s/\n", command.Count(written.Files, "file"), size(written.Bytes), folder, archive.Published, day)
	return command.Done
}
