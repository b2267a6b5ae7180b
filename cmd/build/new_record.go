package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/command"
	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/vocabulary"
)

// A draft is a record that is to be added to a file of records.
type draft struct {
	file string // "content/figures.yaml"
	head string // what a new file begins with
	text string
	next string // what the author can do with it
}

// newFigure writes a figure of what the author knows of it: its number, its unit
// and its source. Nothing in it is a placeholder, so that none can be published.
func newFigure(args []string, l *ledger.Ledger) (draft, error) {
	if len(args) != 5 {
		return draft{}, fmt.Errorf("write new figure ID VALUE UNIT DATE SOURCE; sources: %s", some(l.SourceIDs()))
	}
	id, about := args[0], lang.Capital(strings.ReplaceAll(args[0], "_", " "))
	return draft{
		file: "content/figures.yaml",
		text: fmt.Sprintf("%s:\n  value: %s\n  unit: %s\n  says: %s\n  label: %s\n  as_of: %s\n  sources: [%q]\n", id, args[1], args[2], yamlText(about), yamlText(about), args[3], args[4]),
		next: "write it as {{ " + id + " }}; says and label are for readers: say there what it is",
	}, nil
}

// newSource writes a source from its title and its address, read today.
func newSource(args []string, l *ledger.Ledger) (draft, error) {
	if len(args) != 2 {
		return draft{}, errors.New(`write new source "TITLE" ADDRESS`)
	}
	u, err := url.Parse(args[1])
	if err != nil || u.Host == "" {
		return draft{}, fmt.Errorf("%q is not an address: write https://example.org/page", args[1])
	}
	kind := "webpage"
	if path.Ext(u.Path) == ".pdf" {
		kind = "report"
	}
	id := sourceName(u.Hostname(), args[0])
	for n, stem := 2, id; l.Source(id) != nil; n++ {
		id = fmt.Sprintf("%s-%d", stem, n)
	}
	return draft{
		file: "content/sources.yaml",
		head: "# The bibliography.\nreferences:\n",
		text: fmt.Sprintf("  - id: %s\n    type: %s\n    title: %s\n    publisher: %s\n    accessed: %s\n    URL: %s\n    kind: report\n",
			id, kind, yamlText(args[0]), u.Hostname(), today(), yamlText(args[1])),
		next: "cite it as [@" + id + "]; say who publishes it and when it was issued, and whether its kind is primary",
	}, nil
}

// sourceName makes an id of who publishes and the first words of what.
func sourceName(host, title string) string {
	labels := strings.Split(host, ".")
	labels = labels[:max(len(labels)-1, 1)]
	if n := len(labels); n > 1 && len(labels[n-1]) <= 3 { // co.uk, go.kr
		if slices.Contains([]string{"co", "com", "org", "gov", "go", "ac", "or", "ne", "net", "edu"}, labels[n-1]) {
			labels = labels[:n-1]
		}
	}
	words := strings.Split(cleanWords(title), "-")
	words = words[:min(len(words), 3)]
	return strings.Trim(cleanWords(labels[len(labels)-1]+"-"+strings.Join(words, "-")), "-")
}

// plainYAML says whether a text can stand in YAML without quotation marks.
func plainYAML(s string) bool {
	return s != "" && !strings.ContainsAny(s, ":#{}[],&*!|>'\"%@`\\?-\t\n") && strings.TrimSpace(s) == s &&
		!slices.Contains([]string{"true", "false", "null", "yes", "no", "on", "off", "~"}, strings.ToLower(s)) && (s[0] < '0' || s[0] > '9') && s[0] != '.' && s[0] != '='
}

// yamlText writes a text in YAML, in quotation marks where it needs them.
func yamlText(s string) string {
	if plainYAML(s) {
		return s
	}
	return strconv.Quote(s)
}

func some(ids []string) string {
	if len(ids) == 0 {
		return "none yet; new source makes one"
	}
	return strings.Join(ids[:min(len(ids), 8)], ", ")
}

// add appends a record to its file, unless the file would then have a problem that
// it has not now.
func (d draft) add(root fs.FS, before diag.List, t command.Terminal) int {
	text, err := fs.ReadFile(root, d.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		text = []byte(d.head)
	case err != nil:
		return t.Fail(err)
	default:
		text = []byte(strings.TrimRight(string(text), "\n") + "\n")
		if d.head == "" && len(text) > 1 {
			text = append(text, '\n')
		}
	}
	with := replaced{root, d.file, append(text, d.text...)}
	_, after, err := ledger.Load(with, vocabulary.Vocabulary{Unread: true}, lang.English)
	if err != nil {
		return t.Fail(err)
	}
	if after = slices.DeleteFunc(after, func(p diag.Problem) bool {
		return p.Pos.File != d.file || slices.ContainsFunc(before, func(b diag.Problem) bool { return b.Pos == p.Pos && b.Text == p.Text })
	}); len(after) > 0 {
		return t.Code(t.Report(with, after, command.Options{}), after)
	}
	if err := writeBelow(d.file, with.text, os.O_TRUNC); err != nil {
		return t.Fail(err)
	}
	fmt.Fprintf(t.Out, "%s\n  %s\n", d.file, d.next)
	return command.Done
}

// A replaced folder has another text in the place of one file.
type replaced struct {
	fs.FS
	name string
	text []byte
}

// ReadFile reads the other text, or any other file.
func (r replaced) ReadFile(name string) ([]byte, error) {
	if name == r.name {
		return r.text, nil
	}
	return fs.ReadFile(r.FS, name)
}

// newData reads a table of another program and writes it with a schema to look over.
func newData(args []string, t command.Terminal) int {
	if len(args) != 2 {
		return t.WrongUse("write new data FILE.csv SOURCE")
	}
	raw, err := os.ReadFile(args[0])
	if err != nil {
		return t.Fail(err)
	}
	p, err := data.Propose(raw)
	if err != nil {
		return t.Fail(fmt.Errorf("%s: %w", args[0], err))
	}
	name := cleanWords(strings.TrimSuffix(path.Base(strings.ReplaceAll(args[0], `\`, "/")), path.Ext(args[0])))
	table, schema := "content/data/"+name+".csv", "content/data/"+name+".yaml"
	files := map[string][]byte{schema: schemaText(name, args[1], p)}
	if path.Clean(strings.ReplaceAll(args[0], `\`, "/")) != table {
		files[table] = p.CSV
	} else if string(p.CSV) != string(raw) {
		return t.Fail(fmt.Errorf("%s is not written as this program reads tables: move it out of content, and begin again from there", table))
	}
	for file := range files {
		if _, err := os.Stat(file); err == nil {
			return t.Fail(fmt.Errorf("%s is there already: nothing was written", file))
		}
	}
	for _, file := range []string{table, schema} {
		if text := files[file]; text != nil {
			if err := writeBelow(file, text, os.O_EXCL); err != nil {
				return t.Fail(err)
			}
			fmt.Fprintln(t.Out, file)
		}
	}
	fmt.Fprintf(t.Out, "  %s and %s", command.Count(p.Rows, "row"), command.Count(len(p.Fields), "column"))
	if p.Dropped > 0 {
		fmt.Fprintf(t.Out, "; %s above the names of the columns left out", command.Count(p.Dropped, "line"))
	}
	fmt.Fprint(t.Out, "\n  look the schema over, and say in it under which licence you publish the file\n")
	return command.Done
}

// schemaText is a schema as an author would write it. What cannot be known from the
// table is left open: the build asks for it.
func schemaText(name, source string, p data.Proposal) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\n# description: What is counted and how, in a few sentences.\n", yamlText(lang.Capital(subject(name))))
	fmt.Fprintf(&b, "licence: # one of %s\nsources: [%q]\n", strings.Join(data.Licences(), ", "), source)
	if len(p.Key) > 0 {
		fmt.Fprintf(&b, "primary_key: [%s]\n", strings.Join(p.Key, ", "))
	}
	b.WriteString("fields:\n")
	for _, f := range p.Fields {
		fmt.Fprintf(&b, "  - {name: %s, type: %s", f.Name, f.Type)
		if f.Unit.Valid() {
			fmt.Fprintf(&b, ", unit: %s", f.Unit)
		}
		if f.Title != "" {
			fmt.Fprintf(&b, ", title: %s", yamlText(f.Title))
		}
		if f.Whole {
			b.WriteString(", required: true")
		}
		b.WriteString("}")
		if !f.Unit.Valid() && f.Type == data.Number {
			b.WriteString(" # a chart needs its unit")
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}
