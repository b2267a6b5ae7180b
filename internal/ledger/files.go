package ledger

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/record"
)

// The files of records, by what is in them.
type files struct {
	figures  record.Map[figureRecord]
	sources  sourcesFile
	accounts accountsFile
	events   eventsFile
	checks   checksFile
	glossary glossaryFile

	readings []*reading
}

// A reading is what came of reading a file.
type reading struct {
	name     string
	into     any
	problems diag.List
	err      error
}

// readFiles reads all files of records, side by side: no other part of reading
// a ledger takes as long. The largest come first.
func (b *builder) readFiles() {
	f := &b.files
	f.readings = []*reading{
		{name: figuresFile, into: &f.figures},
		{name: "content/sources.yaml", into: &f.sources},
		{name: "content/accounts.yaml", into: &f.accounts},
		{name: "content/events.yaml", into: &f.events},
		{name: "content/checks.yaml", into: &f.checks},
		{name: "content/glossary.yaml", into: &f.glossary},
	}
	parallel.Do(len(f.readings), func(i int) {
		r := f.readings[i]
		var text []byte
		if text, r.err = fs.ReadFile(b.fsys, r.name); r.err == nil {
			r.problems = record.Read(diag.NewSource(r.name, text), r.into)
		}
	})
}

// take hands a file on to the builder: it gathers what was wrong with it, and
// reports whether there is the file at all.
func (b *builder) take(name string) bool {
	i := slices.IndexFunc(b.files.readings, func(r *reading) bool { return r.name == name })
	r := b.files.readings[i]
	if errors.Is(r.err, fs.ErrNotExist) || b.err != nil {
		return false
	}
	if r.err != nil {
		b.err = fmt.Errorf("read %s: %w", name, r.err)
		return false
	}
	b.problems.Add(r.problems)
	if len(r.problems) == 1 && strings.HasPrefix(r.problems[0].Text, "not valid YAML") {
		b.lost[strings.TrimPrefix(name, "content/")] = true // what others name of it is not at fault
	}
	return true
}
