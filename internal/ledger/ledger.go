package ledger

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
	"sharingthecost/internal/vocabulary"
)

// A Ledger holds every number of the site and its source. It does not change
// after [Load].
type Ledger struct {
	Figures    []*Figure  // in the order of the file
	Events     []*Event   // in the order of the file
	Sources    []*Source  // in the order of the file
	Accounts   []*Account // by their order
	Terms      []*Term    // in the order of the file
	Checks     []*Check   // in the order of the file
	Tables     []*data.Table
	Units      unit.Table
	Vocabulary vocabulary.Vocabulary
	Lang       *lang.Language // that its numbers and dates are written in
	Texts      []Text         // of all records

	figure    map[string]*Figure
	event     map[string]*Event
	source    map[string]*Source
	account   map[string]*Account
	term      map[string]*Term
	mentioned []string // ids of figures that the texts of the ledger mention, repeats included
	broken    map[string]bool
	schema    string // address of its schema, where it is not beside it
}

// Broken reports whether something is wrong with what a name stands for: a file of
// records that could not be read ("figures.yaml"), a table ("data/x.csv"), or a
// figure, source, event, account or term, by its id. Its own problems say so; what
// else seems wrong with a use of it may come from that.
func (l *Ledger) Broken(name string) bool { return l.broken[name] }

// A Text is a text of a record as it was written, for package claims to check.
type Text struct {
	record.Text
	Cited   bool // it has a source: words in quotation marks are that source's
	Printed bool // it is printed without writing out mentions
	Plain   bool // its markup is not read
	Words   bool // it is another's words or a name: nothing in it is read
}

// Load reads the ledger of the site whose root fsys is: content/units.yaml, figures.yaml,
// sources.yaml, events.yaml, accounts.yaml, glossary.yaml, checks.yaml and
// every table of content/data. A file that does not exist is empty. Authors'
// mistakes are all gathered; an error is the machine's failure. What records name of the site's vocabulary is held
// to v; numbers and dates are written in a language.
func Load(fsys fs.FS, v vocabulary.Vocabulary, language *lang.Language) (*Ledger, diag.List, error) {
	l := &Ledger{
		Vocabulary: v, Lang: language,
		figure: map[string]*Figure{}, event: map[string]*Event{}, source: map[string]*Source{},
		account: map[string]*Account{}, term: map[string]*Term{},
	}
	b := &builder{fsys: fsys, l: l, formulas: map[string]*formula{}, unsound: map[string]bool{}, lost: map[string]bool{}}
	b.read()
	b.units()
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
	b.unusedUnits()
	b.texts()
	b.checkEvents()
	b.checkAccounts()
	b.checkTerms()
	b.printed()
	l.broken = b.broken()
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

// files are the files of records as they were read.
type files struct {
	units    record.Map[unitRecord]
	sources  sourcesFile
	figures  record.Map[figureRecord]
	events   eventsFile
	accounts accountsFile
	glossary glossaryFile
	checks   checksFile
}

// read reads all files of records, side by side: it is most of the work.
func (b *builder) read() {
	files := []struct {
		name string
		into any
	}{
		{"units.yaml", &b.files.units}, {"sources.yaml", &b.files.sources}, {"figures.yaml", &b.files.figures}, {"events.yaml", &b.files.events},
		{"accounts.yaml", &b.files.accounts}, {"glossary.yaml", &b.files.glossary}, {"checks.yaml", &b.files.checks},
	}
	problems, failures := make([]diag.List, len(files)), make([]error, len(files))
	parallel.Do(len(files), func(i int) {
		name := "content/" + files[i].name
		text, err := fs.ReadFile(b.fsys, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			failures[i] = fmt.Errorf("read %s: %w", name, err)
		default:
			problems[i] = record.Read(diag.NewSource(name, text), files[i].into)
		}
	})
	b.err = errors.Join(failures...)
	for i, list := range problems {
		b.problems.Add(list)
		b.lost[files[i].name] = record.Unread(list) // what others name of it is not at fault
	}
}

// keep returns the records that have an id of their own, and notes them by it.
func keep[R any](b *builder, what string, records []*R, id func(*R) record.Text, byID map[string]*R) []*R {
	var kept []*R
	ids := firsts{what: what}
	for _, r := range records {
		if r == nil || !id(r).Given() || ids.seen(b, id(r)) {
			continue
		}
		kept = append(kept, r)
		byID[id(r).S] = r
	}
	return kept
}

// A firsts remembers where ids were first defined.
type firsts struct {
	what string
	at   map[string]diag.Pos
}

// seen reports an id that was defined before.
func (f *firsts) seen(b *builder, id record.Text) bool {
	if first, ok := f.at[id.S]; ok {
		b.problems.ReportRelated(id.At, "a second "+f.what+" "+id.S, "rename one of them", first, "first defined here")
		return true
	}
	if f.at == nil {
		f.at = map[string]diag.Pos{}
	}
	f.at[id.S] = id.At
	return false
}

// broken lists the names of what has a problem; of figures, those whose number is
// not known.
func (b *builder) broken() map[string]bool {
	out := map[string]bool{}
	for name, lost := range b.lost {
		out[name] = out[name] || lost
	}
	for _, f := range b.l.Figures {
		out[f.ID] = b.unsound[f.ID] || b.faulty[f.ID]
	}
	mark := func(file string, ids []record.Text) {
		for _, p := range b.problems {
			if p.Pos.File != "content/"+file {
				continue
			}
			if i := sort.Search(len(ids), func(i int) bool { return ids[i].At.Line > p.Pos.Line }); i > 0 {
				out[ids[i-1].S] = true
			}
		}
	}
	mark("sources.yaml", names(b.l.Sources, func(s *Source) record.Text { return s.ID }))
	mark("events.yaml", names(b.l.Events, func(e *Event) record.Text { return e.ID }))
	mark("glossary.yaml", names(b.l.Terms, func(t *Term) record.Text { return t.ID }))
	for _, p := range b.problems {
		if stem, ok := strings.CutPrefix(p.Pos.File, dataDir+"/"); ok {
			out["data/"+strings.TrimSuffix(stem, path.Ext(stem))+".csv"] = true
		}
	}
	return out
}

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
	t, problems, err := data.Load(b.fsys, name, b.l.Units)
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
		b.named(s)
	}
	b.l.Tables = append(b.l.Tables, t)
}

// names lists what the items of a list are called.
func names[T, N any](list []T, name func(T) N) []N {
	out := make([]N, len(list))
	for i, item := range list {
		out[i] = name(item)
	}
	return out
}

// FigureIDs lists the figures in the order of the file.
func (l *Ledger) FigureIDs() []string {
	return names(l.Figures, func(f *Figure) string { return f.ID })
}

// EventIDs lists the events in the order of the file.
func (l *Ledger) EventIDs() []string { return names(l.Events, func(e *Event) string { return e.ID.S }) }

// AccountIDs lists the accounts in their order.
func (l *Ledger) AccountIDs() []string {
	return names(l.Accounts, func(a *Account) string { return a.ID.S })
}

// Figure returns a figure by its id, or nil.
func (l *Ledger) Figure(id string) *Figure { return l.figure[id] }

// Source returns a source by its id, or nil.
func (l *Ledger) Source(id string) *Source { return l.source[id] }

// SourceIDs lists the sources in the order of the file.
func (l *Ledger) SourceIDs() []string {
	return names(l.Sources, func(s *Source) string { return s.ID.S })
}

// Event returns an event by its id, or nil.
func (l *Ledger) Event(id string) *Event { return l.event[id] }

// Account returns an account by its id, or nil.
func (l *Ledger) Account(id string) *Account { return l.account[id] }

// Term returns a term by its id, or nil.
func (l *Ledger) Term(id string) *Term { return l.term[id] }

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
	return names(l.Tables, func(t *data.Table) string { return strings.TrimPrefix(t.Path, "content/") })
}
