package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"sharingthecost/internal/diag"
)

// templates is the set of all files of templates/, with their texts for
// positions.
type templates struct {
	set     *template.Template
	sources map[string]*diag.Source
}

// required are the templates that code asks for by name.
func required() []string {
	return []string{"page", "chart", "charts", "embed", "block-figures", "block-accounts", "block-timeline",
		"block-glossary", "block-figures-list", "block-sources-list", "block-changes", "block-whatif"}
}

func readTemplates(fsys fs.FS) (*templates, diag.List, error) {
	t := &templates{set: template.New("").Option("missingkey=error"), sources: map[string]*diag.Source{}}
	var problems diag.List
	names, err := fs.Glob(fsys, "templates/*.html")
	if err != nil {
		return nil, nil, fmt.Errorf("list the templates: %w", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nil, fmt.Errorf("read the template: %w", err)
		}
		t.sources[name] = diag.NewSource(name, text)
		if _, err := t.set.New(name).Parse(string(text)); err != nil {
			problems = append(problems, t.problem(name, err))
		}
	}
	for _, name := range required() {
		file := "templates/" + name + ".html"
		if t.sources[file] == nil {
			problems.Report(diag.Pos{File: file}, "there is no "+file, "every page and block needs its template")
		}
	}
	return t, problems, nil
}

// execute runs templates/NAME.html.
func (t *templates) execute(name string, dot any) (string, diag.List) {
	var b bytes.Buffer
	file := "templates/" + name + ".html"
	if err := t.set.ExecuteTemplate(&b, file, dot); err != nil {
		return "", diag.List{t.problem(file, err)}
	}
	return b.String(), nil
}

// The errors of text/template and html/template begin with a place:
// "template: templates/page.html:12:5: executing … at <.Foo>: …".
var (
	templateError = regexp.MustCompile(`(?s)^(?:html/)?template:\s*([^:]+):(\d+)(?::(\d+))?: (.*)$`)
	executing     = regexp.MustCompile(`(?s)^executing "[^"]*" at <(.*?)>: (.*)$`)
)

// problem turns an error of a template into a problem at its place.
func (t *templates) problem(file string, err error) diag.Problem {
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.Problem{Pos: diag.Pos{File: file}, Text: err.Error()}
	}
	text, word := m[4], ""
	if e := executing.FindStringSubmatch(text); e != nil {
		word, text = e[1], e[2]
	}
	if strings.Contains(text, "can't evaluate field") {
		text = "there is no " + word
	}
	p := diag.Problem{Pos: diag.Pos{File: m[1]}, Text: lowerFirst(text), Hint: "what templates may use is in internal/render/view.go and blockviews.go"}
	src := t.sources[m[1]]
	line, _ := strconv.Atoi(m[2])
	if src == nil || line == 0 {
		return p
	}
	from, to := span(src.Line(line), m[3], word)
	start := src.Offset(line, 1)
	p.Pos = src.Pos(start+from, start+to)
	return p
}

// span finds the bytes of a line that an error speaks of: the word it quotes,
// else its column, else all that is written on the line.
func span(line, column, word string) (from, to int) {
	if i := strings.Index(line, word); word != "" && i >= 0 {
		return i, i + len(word)
	}
	if col, err := strconv.Atoi(column); err == nil && col < len(line) {
		return col, len(line)
	}
	return len(line) - len(strings.TrimLeft(line, " \t")), len(line)
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
