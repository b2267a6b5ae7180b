package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"

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
	return []string{"shared-head", "shared-header", "shared-footer", "contents", "page", "chart", "charts", "embed", "block-figures", "block-accounts", "block-timeline",
		"block-glossary", "block-figures-list", "block-sources-list", "block-changes", "block-whatif"}
}

// maxTemplate is how many bytes a template may have. They are read by functions
// that call themselves at each level: ten megabytes of open conditions ended the
// program, which had used up its stack.
const maxTemplate = 1 << 20

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
		if len(text) > maxTemplate {
			problems.Report(diag.Pos{File: name}, fmt.Sprintf("the template is larger than %d bytes", maxTemplate), "divide it into several templates")
			continue
		}
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
func (t *templates) execute(name string, dot any) ([]byte, diag.List) {
	var b bytes.Buffer
	problems := t.executeTo(&b, name, dot)
	return b.Bytes(), problems
}

// executeTo does so into a buffer.
func (t *templates) executeTo(b *bytes.Buffer, name string, dot any) diag.List {
	file := "templates/" + name + ".html"
	if err := t.set.ExecuteTemplate(b, file, dot); err != nil {
		b.Reset()
		return diag.List{t.problem(file, err)}
	}
	return nil
}
