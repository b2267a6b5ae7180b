package ledger

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
)

// A Ledger holds every number of the site and who vouches for it. It does not
// change after [Load].
type Ledger struct {
	Figures  []*Figure  // in the order of the file
	Events   []*Event   // in the order of the file
	Sources  []*Source  // in the order of the file
	Accounts []*Account // by their order
	Terms    []*Term    // in the order of the file
	Checks   []*Check   // in the order of the file
	Tables   []*data.Table

	figure    map[string]*Figure
	event     map[string]*Event
	source    map[string]*Source
	account   map[string]*Account
	term      map[string]*Term
	mentioned []string           // ids of figures that the texts of the ledger mention, repeats included
	matching  map[string][]match // see match.go
	indexed   sync.Once          // matching is made when the first mistake asks for it
}

// Load reads the ledger of the site whose root fsys is: content/figures.yaml,
// sources.yaml, events.yaml, accounts.yaml, glossary.yaml, checks.yaml and
// every table of content/data. A file that does not exist is empty. Authors'
// mistakes are all gathered; an error is the machine's failure.
func Load(fsys fs.FS) (*Ledger, diag.List, error) {
	l := &Ledger{
		figure: map[string]*Figure{}, event: map[string]*Event{}, source: map[string]*Source{},
		account: map[string]*Account{}, term: map[string]*Term{},
	}
	b := &builder{fsys: fsys, l: l, formulas: map[string]*formula{}, unsound: map[string]bool{}, lost: map[string]bool{}}
	b.readFiles()
	b.sources()
	b.tables()
	b.figures()
	b.events()
	b.accounts()
	b.glossary()
	b.checks()
	if b.err != nil {
		return nil, nil, b.err
	}
	b.texts()
	b.checkEvents()
	b.checkAccounts()
	b.checkTerms()
	b.verbatim()
	return l, b.problems, nil
}

// A builder fills a ledger and gathers what is wrong.
type builder struct {
	fsys     fs.FS
	l        *Ledger
	problems diag.List
	err      error // the first failure of the machine

	files    files
	formulas map[string]*formula // by figure
	unsound  map[string]bool     // figures whose number is not known, by id
	faulty   map[string]bool     // figures whose record could not be read in full, by id
	lost     map[string]bool     // files that could not be read, by path from the content folder
}

func (b *builder) report(at diag.Pos, text, hint string) { b.problems.Report(at, text, hint) }

const dataDir = "content/data"

func (b *builder) tables() {
	entries, err := fs.ReadDir(b.fsys, dataDir)
	if errors.Is(err, fs.ErrNotExist) || b.err != nil {
		return
	}
	if err != nil {
		b.err = fmt.Errorf("list %s: %w", dataDir, err)
		return
	}
	names := map[string]bool{}
	for _, e := range entries {
		names[e.Name()] = true
	}
	for _, e := range entries {
		name := path.Join(dataDir, e.Name())
		switch path.Ext(name) {
		case ".csv":
			b.table(name)
		case ".yaml":
			if csv := strings.TrimSuffix(e.Name(), ".yaml") + ".csv"; !names[csv] {
				b.report(diag.Pos{File: name}, "no table "+csv+" for this schema", "add the table, or delete the schema")
			}
		}
	}
}

func (b *builder) table(name string) {
	t, problems, err := data.Load(b.fsys, name)
	if err != nil && b.err == nil {
		b.err = err
	}
	b.problems.Add(problems)
	if t == nil {
		b.lost[strings.TrimPrefix(name, "content/")] = true
		return
	}
	if len(problems) > 0 && len(t.Rows) == 0 {
		b.lost[strings.TrimPrefix(name, "content/")] = true
	}
	for _, s := range t.AllSources() {
		b.cite(Citation{ID: s.ID}, s.At)
	}
	b.l.Tables = append(b.l.Tables, t)
}

// Figure returns a figure by its id, or nil.
func (l *Ledger) Figure(id string) *Figure { return l.figure[id] }

// FigureIDs lists the figures in the order of the file.
func (l *Ledger) FigureIDs() []string {
	ids := make([]string, len(l.Figures))
	for i, f := range l.Figures {
		ids[i] = f.ID
	}
	return ids
}

// Source returns a source by its id, or nil.
func (l *Ledger) Source(id string) *Source { return l.source[id] }

// SourceIDs lists the sources in the order of the file.
func (l *Ledger) SourceIDs() []string {
	ids := make([]string, len(l.Sources))
	for i, s := range l.Sources {
		ids[i] = s.ID.S
	}
	return ids
}

// Table returns a table by its path, from the project's root
// ("content/data/x.csv") or from the content folder ("data/x.csv"), or nil.
func (l *Ledger) Table(name string) *data.Table {
	for _, t := range l.Tables {
		if t.Path == name || strings.TrimPrefix(t.Path, "content/") == name {
			return t
		}
	}
	return nil
}

// TableNames lists the tables by their path from the content folder.
func (l *Ledger) TableNames() []string {
	names := make([]string, len(l.Tables))
	for i, t := range l.Tables {
		names[i] = strings.TrimPrefix(t.Path, "content/")
	}
	return names
}
