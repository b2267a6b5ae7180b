// Package look reads the look of a site: templates/ and static/ of a project, over
// those that are built in.
//
// A template's mistake is a problem at its place, with what it could have meant. A
// template of the project that no longer fits the built-in ones is one too: the
// problem says what changed. The style sheets become one, a cascade layer a file,
// and the scripts a file each, with a hash of their content in their names.
package look

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
)

// Templates is the set of all files of templates/, with their texts for
// positions.
type Templates struct {
	set     *template.Template
	sources map[string]*diag.Source
	data    Data
}

// Data says what templates are given.
type Data struct {
	Types []any          // a value of each type whose fields templates may use
	Where string         // the files in which these are written
	Lang  *lang.Language // words that templates write
}

// functions are those that templates have besides Go’s own: words is the table of
// words in the language of the site.
func (d Data) functions() template.FuncMap {
	return template.FuncMap{"words": func() *lang.Language { return d.Lang }}
}

// maxTemplate is how many bytes a template may have. They are read by functions
// that call themselves at each level: ten megabytes of open conditions ended the
// program, which had used up its stack.
const maxTemplate = 1 << 20

// ReadTemplates reads all files of templates/.
func ReadTemplates(fsys fs.FS, data Data) (*Templates, diag.List, error) {
	t := &Templates{set: template.New("").Option("missingkey=error").Funcs(data.functions()), sources: map[string]*diag.Source{}, data: data}
	var problems diag.List
	names, err := fs.Glob(fsys, "templates/*.html")
	if err != nil {
		return nil, nil, fmt.Errorf("list the templates: %w", err)
	}
	built := builtIn()
	added := slices.DeleteFunc(names, func(name string) bool { return slices.Contains(built, name) })
	for _, name := range append(built, added...) { // a part that an added file defines takes the place of the built-in one
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
	if len(problems) == 0 {
		problems = t.unfit()
	}
	return t, problems, nil
}

// Execute runs templates/NAME.html.
func (t *Templates) Execute(name string, dot any) ([]byte, diag.List) {
	file := "templates/" + name + ".html"
	return t.Part(file, file, dot)
}

// Part runs a part that a file defines.
func (t *Templates) Part(file, name string, dot any) ([]byte, diag.List) {
	var b bytes.Buffer
	if err := t.set.ExecuteTemplate(&b, name, dot); err != nil {
		return nil, diag.List{t.problem(file, err)}
	}
	return b.Bytes(), nil
}

// Text is the text of a file.
func (t *Templates) Text(file string) string { return string(t.sources[file].Text) }

// The errors of text/template and html/template begin with a place:
// "template: templates/page.html:12:5: executing … at <.Foo>: …".
var (
	templateError = regexp.MustCompile(`(?s)^(?:html/)?template:\s*([^:]+):(\d+)(?::(\d+))?: (.*)$`)
	executing     = regexp.MustCompile(`(?s)^executing "[^"]*" at <(.*?)>: (.*)$`)
	undefined     = regexp.MustCompile(`^function "([^"]*)" not defined`)
	noTemplate    = regexp.MustCompile(`^no such template "([^"]*)"`)
	startedAt     = regexp.MustCompile(`started at [^:]+:(\d+)$`)
)

// problem turns an error of a template into a problem at its place. A built-in
// template is right by itself: one of the project's gave it what it cannot use.
func (t *Templates) problem(file string, err error) diag.Problem {
	p := t.failure(file, err)
	own := t.own()
	switch {
	case !slices.Contains(own, p.Pos.File):
		p.Hint = p.Pos.File + " is built in: look at what " + strings.Join(own, " and ") + " gives it"
	case slices.Contains(builtIn(), p.Pos.File) && strings.HasSuffix(p.Hint, t.hint()):
		p.Hint += "; go run ./cmd/build look " + p.Pos.File + " prints the built-in file"
	}
	return p
}

// failure is what an error of a template says, at its place.
func (t *Templates) failure(file string, err error) diag.Problem {
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.Problem{Pos: diag.Pos{File: file}, Text: lang.Lower(err.Error()), Hint: t.hint()}
	}
	text, word := m[4], ""
	if e := executing.FindStringSubmatch(text); e != nil {
		word, text = e[1], e[2]
	}
	p := diag.Problem{Pos: diag.Pos{File: m[1]}, Text: lang.Lower(text), Hint: t.hint()}
	src := t.sources[m[1]]
	line, _ := strconv.Atoi(m[2])
	switch {
	case strings.Contains(text, "can't evaluate field"):
		p.Text = "there is no " + word
		if near := diag.Nearest(word[strings.LastIndexByte(word, '.')+1:], t.fieldsOf(text[strings.LastIndexByte(text, '.')+1:])); near != "" {
			p.Hint = "did you mean ." + near + "? " + t.hint()
		}
	case undefined.MatchString(text):
		word = undefined.FindStringSubmatch(text)[1]
		p.Hint = "templates have words, and the functions of Go's text/template"
	case noTemplate.MatchString(text):
		if hint := diag.DidYouMean(noTemplate.FindStringSubmatch(text)[1], t.names()); hint != "" {
			p.Hint = hint
		}
	case text == "unexpected EOF" && src != nil:
		p.Text, p.Hint = "the file ends before {{end}}", "write {{end}} where it ends"
		if from, to, ok := lastOpen(string(src.Text)); ok {
			p.Pos = src.Pos(from, to)
			return p
		}
	case startedAt.MatchString(text):
		p.Text, p.Hint, word = "{{ is not closed", "write }}", "{{"
		line, _ = strconv.Atoi(startedAt.FindStringSubmatch(text)[1])
	}
	if src == nil || line == 0 {
		return p
	}
	from, to := span(src.Line(line), m[3], word)
	start := src.Offset(line, 1)
	p.Pos = src.Pos(start+from, start+to)
	return p
}

func (t *Templates) hint() string { return "what templates may use is in " + t.data.Where }

// span finds the bytes of a line that an error speaks of: the word it quotes,
// else its column, else all that is written on the line.
func span(line, column, word string) (from, to int) {
	if i := strings.LastIndex(line, word); word != "" && i >= 0 {
		return i, i + len(word)
	}
	if col, err := strconv.Atoi(column); err == nil && col < len(line) {
		return col, len(line)
	}
	return len(line) - len(strings.TrimLeft(line, " \t")), len(line)
}

var controls = regexp.MustCompile(`\{\{-?\s*(if|range|with|define|block|end)\b[^}]*\}\}`)

// lastOpen finds the last {{if}}, {{range}} … that no {{end}} ends.
func lastOpen(text string) (from, to int, ok bool) {
	var open [][]int
	for _, m := range controls.FindAllStringSubmatchIndex(text, -1) {
		switch {
		case text[m[2]:m[3]] != "end":
			open = append(open, m)
		case len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return 0, 0, false
	}
	last := open[len(open)-1]
	return last[0], last[1], true
}

// names lists the templates that can be called.
func (t *Templates) names() []string {
	var out []string
	for _, one := range t.set.Templates() {
		out = append(out, one.Name())
	}
	slices.Sort(out)
	return out
}

// fieldsOf lists what a template can write behind a point, where the point is a
// value of the type with a name: "View".
func (t *Templates) fieldsOf(name string) []string {
	seen := map[reflect.Type]bool{}
	var out []string
	var walk func(of reflect.Type)
	walk = func(of reflect.Type) {
		for of.Kind() == reflect.Slice || of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || seen[of] {
			return
		}
		seen[of] = true
		for i := range of.NumField() {
			if of.Name() == name {
				out = append(out, of.Field(i).Name)
			}
			walk(of.Field(i).Type)
		}
		for i := range of.NumMethod() {
			if of.Name() == name {
				out = append(out, of.Method(i).Name)
			}
		}
	}
	for _, view := range t.data.Types {

		walk(reflect.TypeOf(view))
	}
	return out
}
