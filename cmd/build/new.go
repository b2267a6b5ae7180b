package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sharingthecost/internal/command"
	"sharingthecost/internal/data"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/output"
	"sharingthecost/internal/render"
	"sharingthecost/internal/vocabulary"
)

// The skeletons, in which what is known of the site is filled in.
var (
	//go:embed new_page.txt
	pageText string
	//go:embed new_chart.txt
	chartText string
)

const newUsage = `write new SLUG for a page, new chart ID for a chart, new figure ID VALUE UNIT DATE SOURCE, new source "TITLE" ADDRESS, or new data FILE.csv SOURCE`

// runNew writes what an author begins with: the skeleton of a page or a chart,
// filled with what the site already has, or a record of what the author gives. It
// never writes over a file, and nothing that is not valid as it stands.
func runNew(_ command.Options, args []string, t command.Terminal) int {
	kind := "page"
	if len(args) > 0 && slices.Contains([]string{"chart", "figure", "source", "data"}, args[0]) {
		kind, args = args[0], args[1:]
	}
	if len(args) == 0 {
		return t.WrongUse(newUsage)
	}
	root := os.DirFS(".")
	if _, err := fs.Stat(root, "content"); err != nil {
		return t.WrongUse("there is no folder content: run it in the root of a project, or begin one: go run ./cmd/build init DIR")
	}
	l, problems, err := ledger.Load(root, vocabulary.Vocabulary{Unread: true}, lang.English) // the site may have problems: use what can be read
	if err != nil {
		return t.Fail(err)
	}
	var d draft
	switch kind {
	case "data":
		return newData(args, t)
	case "figure":
		d, err = newFigure(args, l)
	case "source":
		d, err = newSource(args, l)
	default:
		return newSkeleton(kind, args, l, t)
	}
	if err != nil {
		return t.WrongUse(err.Error())
	}
	return d.add(root, problems, t)
}

// newSkeleton writes the skeleton of a page or a chart.
func newSkeleton(kind string, args []string, l *ledger.Ledger, t command.Terminal) int {
	if len(args) != 1 {
		return t.WrongUse(newUsage)
	}
	name, err := skeletonName(args[0], kind)
	if err != nil {
		return t.WrongUse(err.Error())
	}
	day := today()
	var text, file, next string
	switch kind {
	case "page":
		file = "content/" + name + ".md"
		text = pageSkeleton(name, day, l)
		if err := free(file, name); err != nil {
			return t.WrongUse(err.Error())
		}
		address := "/" + name + "/"
		if at, ok := strings.CutSuffix("/"+name, "/index"); ok {
			address = at + "/"
		}
		next = "it is a draft: see it with go run ./cmd/serve, at " + address
	case "chart":
		file = "content/charts/" + name + ".yaml"
		if text = chartSkeleton(name, l); text == "" {
			return t.Fail(errors.New("a chart needs numbers: put a data file into content/data or two figures of one unit into content/figures.yaml"))
		}
		next = "show it in a page: ![](charts/" + name + ".yaml)"
	}
	err = writeBelow(file, []byte(text), os.O_EXCL)
	if errors.Is(err, fs.ErrExist) {
		err = fmt.Errorf("%s is there already: choose another name", file)
	}
	if err != nil {
		return t.Fail(err)
	}
	fmt.Fprintf(t.Out, "%s\n  %s\n", file, t.Commands(next))
	return command.Done
}

// free reports why a page cannot have an address: the build would say it later.
func free(file, name string) error {
	var tree output.Tree
	for _, made := range []string{render.ChartsFile, render.SearchFile} {
		if strings.TrimSuffix(name, "/index")+"/index.html" == made {
			return fmt.Errorf("the build makes a page /%s/ itself: choose another name", path.Dir(made))
		}
	}
	if p := tree.Add(output.File{Path: name + "/index.html", Source: file}); p != nil {
		return fmt.Errorf("%s: choose another name", p.Text)
	}
	return nil
}

// today is the day at the author's desk: no build knows it.
func today() string { return time.Now().Format(time.DateOnly) }

// skeletonName reads the name of a new page or chart, written with or without
// its folder and ending.
func skeletonName(arg, kind string) (string, error) {
	name := strings.TrimPrefix(filepath.ToSlash(arg), "content/")
	name = strings.TrimSuffix(name, ".md")
	if kind == "chart" {
		name = strings.TrimSuffix(strings.TrimPrefix(name, "charts/"), ".yaml")
	}
	for part := range strings.SplitSeq(name, "/") {
		if clean := cleanWords(part); clean != part || part == "" {
			hint := ""
			if clean != "" {
				hint = ": write " + clean
			}
			return "", fmt.Errorf("%q cannot be part of an address: lower-case letters, digits and single hyphens only%s", part, hint)
		}
	}
	if kind == "chart" && strings.Contains(name, "/") {
		return "", fmt.Errorf("charts lie in one folder: write new chart %s", name[strings.LastIndex(name, "/")+1:])
	}
	return name, nil
}

// cleanWords gives the nearest name that can be part of an address.
func cleanWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}), "-")
}

// writeBelow writes a file and the folder it lies in. How is os.O_TRUNC, or
// os.O_EXCL to fail when there is such a file already.
func writeBelow(name string, text []byte, how int) error {
	name = filepath.FromSlash(name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|how, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

// subject is a name in words: "talks-2018" is "talks 2018".
func subject(name string) string {
	return strings.ReplaceAll(name[strings.LastIndex(name, "/")+1:], "-", " ")
}

// pageSkeleton writes a page that shows the language at work with a figure and
// a source that the site has.
func pageSkeleton(name, day string, l *ledger.Ledger) string {
	examples, about := "", subject(name)
	if i := slices.IndexFunc(l.Figures, func(f *ledger.Figure) bool { return f.Formula == "" && f.Value.Unit.Valid() }); i >= 0 {
		examples += fmt.Sprintf("\nA number comes from `content/figures.yaml`: {{ %s }}.\n", l.Figures[i].ID)
	}
	if len(l.Sources) > 0 {
		examples += fmt.Sprintf("\nA statement names its source in `content/sources.yaml` [@%s].\n", l.Sources[0].ID.S)
	}
	return fmt.Sprintf(pageText, lang.Capital(about), about, day, examples)
}

// chartSkeleton writes a chart of a data file with years, or else of two
// figures; it is empty when the site has neither.
func chartSkeleton(name string, l *ledger.Ledger) string {
	for _, t := range l.Tables {
		if text := columnsSkeleton(name, t); text != "" {
			return text
		}
	}
	return barsSkeleton(name, l)
}

// Columns of the skeleton: enough to show the form, few enough for a phone.
const skeletonYears = 8

func columnsSkeleton(name string, t *data.Table) string {
	year, value := -1, -1
	for i, f := range t.Fields {
		switch {
		case f.Type == data.Year && year < 0:
			year = i
		case f.Type == data.Number && f.Unit.Valid() && value < 0:
			value = i
		}
	}
	sources := t.SourceIDs()
	if year < 0 || value < 0 || len(t.Rows) < 2 || len(sources) == 0 {
		return ""
	}
	x := t.Fields[year].Name.S
	first, _ := t.Cell(max(0, len(t.Rows)-skeletonYears), x)
	columns := fmt.Sprintf("data: %s\nx: %s\ny: %s\nfrom: %s", strings.TrimPrefix(t.Path, "content/"), x, t.Fields[value].Name.S, first.Text)
	return fmt.Sprintf(chartText, lang.Capital(subject(name)), "columns", columns, sources[0])
}

func barsSkeleton(name string, l *ledger.Ledger) string {
	for i, f := range l.Figures {
		j := slices.IndexFunc(l.Figures[i+1:], func(g *ledger.Figure) bool {
			return g.Value.Unit == f.Value.Unit && len(g.Sources) > 0
		})
		if j < 0 || len(f.Sources) == 0 || !f.Value.Unit.Valid() {
			continue
		}
		g := l.Figures[i+1+j]
		rows := fmt.Sprintf("rows:\n  - {label: The first, figure: %s}\n  - {label: The second, figure: %s}", f.ID, g.ID)
		return fmt.Sprintf(chartText, lang.Capital(subject(name)), "bars", rows, f.Sources[0].ID)
	}
	return ""
}
