package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sharingthecost/internal/command"
	"sharingthecost/internal/edition"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/pipeline"
)

func diffFlags(set *flag.FlagSet, o *command.Options) {
	set.BoolVar(&o.Drafts, "drafts", false, "include drafts")
	set.BoolVar(&o.JSON, "json", false, "print the changes as JSON")
	set.BoolVar(&o.GitHub, "github", os.Getenv("GITHUB_ACTIONS") == "true", "print problems as GitHub annotations too")
	set.BoolVar(&o.Diff.Markdown, "markdown", false, "print the changes as Markdown, for a comment on a pull request")
	set.BoolVar(&o.Diff.RequireChanges, "require-changes", false, "exit with 1 if a published value changed and neither the figure nor the pages that show it say so")
}

// runDiff tells what changed between two states of the site. It writes nothing.
func runDiff(o command.Options, args []string, t command.Terminal) int {
	if len(args) == 1 {
		args = append(args, ".")
	}
	if len(args) != 2 {
		return t.WrongUse("diff takes two states of the site, or one to compare the working tree with: a folder, a git revision or a ledger.json")
	}
	if o.JSON && o.Diff.Markdown {
		return t.WrongUse("-json or -markdown, not both")
	}
	newer, err := stateOf(args[1])
	if err != nil {
		return t.Fail(err)
	}
	older, err := stateOf(args[0])
	if err != nil {
		return t.Fail(err)
	}
	if o.Diff.RequireChanges && newer.project == nil {
		return t.WrongUse("-require-changes needs the texts of the new state, and " + newer.name + " is a ledger alone")
	}
	var editions [2]edition.Edition
	remembered := memo.New()
	for i, s := range []state{older, newer} {
		e, code := s.edition(o, newer.project, remembered, t)
		if code != command.Done {
			return code
		}
		editions[i] = e
	}
	changes := edition.Compare(editions[0], editions[1])
	text := []byte(changes.Text())
	switch {
	case o.JSON:
		text = changes.JSON()
	case o.Diff.Markdown:
		text = []byte(changes.Markdown())
	}
	if _, err := t.Out.Write(text); err != nil {
		return t.Fail(err)
	}
	if problems := changes.Unsaid(); o.Diff.RequireChanges && len(problems) > 0 {
		return t.Code(t.Report(newer.project, problems, o), problems)
	}
	return command.Done
}

// A state of the site is a project, or a ledger.json where project is nil.
type state struct {
	name    string
	project fs.FS
	ledger  ledger.Published
}

// stateOf finds what a name stands for: a folder with a project, a folder or file
// that was published, or else a revision of git.
func stateOf(name string) (state, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		project, err := revision(name)
		return state{name: name, project: project}, err
	case err != nil:
		return state{}, err
	case !info.IsDir():
		return published(name)
	}
	project, err := pipeline.Open(name)
	if err != nil {
		return state{}, err
	}
	if _, err := fs.Stat(project, "content"); err != nil {
		return published(filepath.Join(name, "ledger.json"))
	}
	if filepath.Clean(name) == "." {
		name = "the working tree"
	}
	return state{name: name, project: project}, nil
}

func published(file string) (state, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return state{}, err
	}
	book, err := ledger.ReadPublished(text)
	if err != nil {
		return state{}, fmt.Errorf("%s: %w", file, err)
	}
	return state{name: filepath.ToSlash(file), ledger: book}, nil
}

// edition reads what a state says, or prints why that cannot be told. Templates
// are those of the newer state on both sides: what is compared is what
// the site says.
func (s state) edition(o command.Options, templates fs.FS, m *memo.Memo, t command.Terminal) (edition.Edition, int) {
	if s.project == nil {
		return edition.OfLedger(s.name, s.ledger), command.Done
	}
	project := s.project
	if templates != nil {
		project = overlay{project, templates}
	}
	inputs, err := pipeline.Snap(project)
	if err != nil {
		return edition.Edition{}, t.Fail(fmt.Errorf("%s: %w", s.name, err))
	}
	site, problems, err := pipeline.Read(inputs, pipeline.Options{Deployment: pipeline.Deployment{Production: true}, Drafts: o.Drafts, Memo: m})
	if err != nil {
		return edition.Edition{}, t.Fail(fmt.Errorf("%s: %w", s.name, err))
	}
	if len(problems) > 0 {
		fmt.Fprintf(t.Err, "%s has problems, so that it cannot be compared; a ledger.json that was published from it can\n", s.name)
		return edition.Edition{}, t.Code(t.Report(inputs, problems, o), problems)
	}
	e, err := edition.Of(s.name, site)
	if err != nil {
		return e, t.Fail(fmt.Errorf("%s: %w", s.name, err))
	}
	return e, command.Done
}

// An overlay is a project with the templates of another.
type overlay struct {
	fs.FS
	templates fs.FS
}

func (o overlay) Open(name string) (fs.File, error) {
	if name == "templates" || strings.HasPrefix(name, "templates/") {
		return o.templates.Open(name)
	}
	return o.FS.Open(name)
}
