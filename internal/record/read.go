package record

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"sharingthecost/internal/diag"
)

// Read reads the whole of a file into the struct that into points to.
func Read(src *diag.Source, into any) diag.List {
	return ReadPart(src, 0, len(src.Text), into)
}

// ReadPart reads the bytes of a file from start up to end, which must begin at
// the start of a line: the front matter of a page.
func ReadPart(src *diag.Source, start, end int, into any) diag.List {
	return NewForm().ReadPart(src, start, end, into)
}

// ReadPart is [ReadPart] with the fields that the form remembers.
func (f Form) ReadPart(src *diag.Source, start, end int, into any) diag.List {
	r := reader{src: src, firstLine: src.Pos(start, start).Line, form: f}
	var doc yaml.Node
	text := src.Text[start:end]
	if start == 0 && strings.HasPrefix(string(text), "\uFEFF") {
		start = len("\uFEFF")
		text = text[start:]
	}
	if at, hint := diag.Conflict(src); at.Line > 0 {
		r.report(at, diag.Conflicting, hint)
		return r.problems
	}
	if bad := diag.Invalid(src); bad.Line > 0 {
		hint := "save the file as UTF-8"
		if diag.UTF16(src) {
			hint = "it is UTF-16: " + hint
		}
		r.report(bad, notUTF8, hint)
		return r.problems
	}
	for _, at := range oddIndent.FindAllSubmatchIndex(text, -1) {
		r.report(src.Pos(start+at[2], start+at[3]), notYAML+"a no-break or other special space before a key or its value", "write an ordinary space")
	}
	if len(r.problems) > 0 {
		return r.problems
	}
	switch err := yaml.Load(text, &doc, yaml.WithUniqueKeys(false)); {
	case blankYAML(text): // an empty record: all that is required is missing
		r.missing(reflect.TypeOf(into).Elem(), nil, src.Whole())
	case err != nil:
		r.syntax(err, text, start)
	default:
		r.whole = doc.Content[0]
		r.value(r.whole, reflect.ValueOf(into).Elem(), "the record")
	}
	return r.problems
}

// Unread reports whether these are the problems of a record of which nothing could
// be read.
func Unread(problems diag.List) bool {
	return len(problems) > 0 && !slices.ContainsFunc(problems, func(p diag.Problem) bool {
		return !strings.HasPrefix(p.Text, notYAML) && p.Text != diag.Conflicting && p.Text != notUTF8
	})
}

const (
	notYAML = "not valid YAML: "
	notUTF8 = "the text is not UTF-8 here"
)

// oddIndent matches a space that looks like one and is none to YAML, where spaces
// mean something.
var oddIndent = regexp.MustCompile(`(?m)^[ \t]*(?:- )*(?:[\w-]+:)?[ \t]*([\x{00A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]+)`)

// blankYAML reports whether a text holds nothing but comments and space.
func blankYAML(text []byte) bool {
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return false
		}
	}
	return true
}

type reader struct {
	src       *diag.Source
	firstLine int
	problems  diag.List
	form      Form
	whole     *yaml.Node // the record
}

func (r *reader) report(at diag.Pos, text, hint string) { r.problems.Report(at, text, hint) }

func (r *reader) offset(n *yaml.Node) int {
	return r.src.Offset(n.Line+r.firstLine-1, n.Column)
}

// at is the place of a node: its first line for a block, all of a short scalar.
func (r *reader) at(n *yaml.Node) diag.Pos {
	start := r.offset(n)
	if n.Kind != yaml.ScalarNode {
		return r.src.Pos(start, start)
	}
	width := len(n.Value)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		width += 2
	}
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		width = 1
	}
	return r.src.Pos(start, start+width)
}

// value fills v from a node; what names it in messages.
func (r *reader) value(n *yaml.Node, v reflect.Value, what string) {
	if r.refused(n) {
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if m, ok := v.Addr().Interface().(interface{ grow(Text) any }); ok {
		r.mapping(n, m.grow, what)
		return
	}
	if o, ok := v.Addr().Interface().(*Over); ok {
		r.over(n, o, what)
		return
	}
	if r.scalar(n, v, what) {
		return
	}
	if s, ok := v.Addr().Interface().(interface{ Separator() string }); ok && n.Kind == yaml.ScalarNode {
		v.Set(reflect.ValueOf(r.parted(n, s.Separator())).Convert(v.Type()))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		r.record(n, v, what)
	case reflect.Slice:
		r.sequence(n, v, what)
	default:
		panic("record: cannot read into " + v.Type().String())
	}
}

// parted reads a list that is written as one text.
func (r *reader) parted(n *yaml.Node, separator string) []Text {
	whole := Text{S: n.Value, At: r.at(n), src: r.src, off: r.offset(n)}
	var out []Text
	at := 0
	for part := range strings.SplitSeq(n.Value, separator) {
		if s := strings.TrimSpace(part); s != "" {
			from := at + strings.Index(part, s)
			out = append(out, Text{S: s, At: whole.Pos(from, from+len(s))})
		}
		at += len(part) + len(separator)
	}
	return out
}

// refused reports constructs that records may not hold.
func (r *reader) refused(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.report(r.at(n), "YAML anchors and aliases are not read", "write the value out")
	case n.Style&yaml.TaggedStyle != 0:
		r.report(r.at(n), "YAML tags are not read", "remove "+n.Tag)
	default:
		return false
	}
	return true
}

func (r *reader) sequence(n *yaml.Node, v reflect.Value, what string) {
	if n.Kind != yaml.SequenceNode {
		r.report(r.at(n), what+" must be a list", "write [one, two], or one item a line, each begun with -")
		return
	}
	items := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, item := range n.Content {
		r.value(item, items.Index(i), "an item of "+what)
	}
	v.Set(items)
}

func (r *reader) mapping(n *yaml.Node, grow func(Text) any, what string) {
	if n.Kind != yaml.MappingNode {
		r.report(r.at(n), what+" must be a mapping", "write key: value, one a line")
		return
	}
	r.pairs(n, func(key, value *yaml.Node) {
		t := Text{S: key.Value, At: r.at(key), src: r.src, off: r.offset(key)}
		r.value(value, reflect.ValueOf(grow(t)).Elem(), key.Value)
	})
}

// pairs visits the keys of a mapping, each once.
func (r *reader) pairs(n *yaml.Node, visit func(key, value *yaml.Node)) {
	first := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if r.refused(key) {
			continue
		}
		if key.Kind != yaml.ScalarNode {
			r.report(r.at(key), "a key must be a word", "write key: value")
			continue
		}
		if before := first[key.Value]; before != nil {
			r.problems.ReportRelated(r.at(key), `"`+key.Value+`" is given twice`, "keep one of them", r.at(before), "first given here")
			continue
		}
		first[key.Value] = key
		visit(key, value)
	}
}

func (r *reader) record(n *yaml.Node, v reflect.Value, what string) {
	fields := r.form.fieldsOf(v.Type())
	if n.Kind == yaml.ScalarNode && n.Tag != "!!null" {
		if s, ok := v.Interface().(interface{ Shorthand() string }); ok {
			name := s.Shorthand()
			r.setPlace(v, r.at(n))
			r.value(n, v.FieldByIndex(fields[slices.IndexFunc(fields, func(f field) bool { return f.key == name })].index), what)
			return
		}
	}
	if n.Kind != yaml.MappingNode {
		r.report(r.at(n), what+" must be a mapping", "it has the keys "+strings.Join(keysOf(fields), ", "))
		return
	}
	r.setPlace(v, r.at(n))
	given := map[string]bool{}
	r.pairs(n, func(key, value *yaml.Node) {
		i := slices.IndexFunc(fields, func(f field) bool { return f.key == key.Value })
		if i < 0 {
			hint := diag.DidYouMean(key.Value, keysOf(fields))
			if hint == "" {
				hint = "the keys are " + strings.Join(keysOf(fields), ", ")
			}
			r.report(r.at(key), `unknown key "`+key.Value+`"`, hint)
			return
		}
		given[key.Value] = true
		into := v.FieldByIndex(fields[i].index)
		r.value(value, into, key.Value)
		if fields[i].required && into.Kind() == reflect.Slice && value.Kind == yaml.SequenceNode && len(value.Content) == 0 {
			r.report(r.at(value), key.Value+" is an empty list", fields[i].doc)
		}
		if t, ok := into.Interface().(Text); ok && t.Given() && strings.TrimSpace(t.S) == "" {
			r.report(t.At, key.Value+" is empty", "write a text, or remove the key if it is not required")
		}
	})
	r.missing(v.Type(), given, r.at(n))
}

// missing reports the required keys that a mapping does not have.
func (r *reader) missing(t reflect.Type, given map[string]bool, at diag.Pos) {
	if t.Kind() != reflect.Struct {
		return
	}
	for _, f := range r.form.fieldsOf(t) {
		if f.required && !given[f.key] {
			r.report(at, `missing key "`+f.key+`"`, f.doc)
		}
	}
}

func (r *reader) setPlace(v reflect.Value, at diag.Pos) {
	for i := range v.NumField() {
		if v.Type().Field(i).Type == reflect.TypeFor[Place]() {
			v.Field(i).Set(reflect.ValueOf(Place{at}))
		}
	}
}
