package record

import (
	"bytes"
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"sharingthecost/internal/diag"
)

// decimal is what a number may look like: no exponents, no other bases, no
// digit separators, so that what a reviewer sees is what is meant.
var decimal = regexp.MustCompile(`^[-+]?(0|[1-9]\d*)(\.\d+)?$`)

// scalar fills v from a scalar node when v is of a scalar kind, and reports
// whether it is.
func (r *reader) scalar(n *yaml.Node, v reflect.Value, what string) bool {
	set, kind := r.setter(v)
	if set == nil {
		return false
	}
	switch {
	case n.Kind != yaml.ScalarNode:
		r.report(r.at(n), what+" must be "+kind, hintFor(n))
	case r.comment(n).Len > 0:
		r.report(r.comment(n), "what follows a # is left out", `put the text in quotes, or write "# " with a space for a comment`)
	case n.Tag == "!!null" && n.Style == 0:
		r.report(r.at(n), what+" has no value", "write a value, or remove the key")
	default:
		text, hint := set(n)
		if hidden := diag.Hidden(n.Value); text == "" && hidden != "" {
			text, hint = "has "+hidden, "delete it"
		}
		if text != "" {
			r.report(r.at(n), what+" "+text, hint)
		}
	}
	return true
}

// comment is the place of what stands behind a value and a # without a space, as in
// "#1" or "#fff", which hardly was meant to be left out.
func (r *reader) comment(n *yaml.Node) diag.Pos {
	at := r.offset(n)
	line, _, _ := bytes.Cut(r.src.Text[at:], []byte("\n"))
	rest, ok := bytes.CutPrefix(line, []byte(n.Value))
	if n.Style != 0 || !ok {
		return diag.Pos{}
	}
	rest = bytes.TrimSpace(rest)
	if len(rest) < 2 || rest[0] != '#' || rest[1] <= ' ' || rest[1] == '#' {
		return diag.Pos{}
	}
	at += bytes.LastIndex(line, rest)
	return r.src.Pos(at, at+len(rest))
}

// setter returns how to fill a value of a scalar type, and the type's name in
// messages. The setter returns what is wrong with a node, and a hint.
func (r *reader) setter(v reflect.Value) (set func(*yaml.Node) (text, hint string), kind string) {
	switch p := v.Addr().Interface().(type) {
	case *Text:
		return func(n *yaml.Node) (string, string) {
			*p = Text{S: n.Value, At: r.at(n), src: r.src, off: r.offset(n)}
			return "", ""
		}, "a text"
	case *Number:
		return func(n *yaml.Node) (string, string) {
			p.At = r.at(n) // of a wrong value too: it is not an absent one
			f, err := strconv.ParseFloat(n.Value, 64)
			if err != nil || n.Style != 0 || !decimal.MatchString(n.Value) {
				hint := cmp.Or(NumberHint(n.Value), "write digits with a decimal point and no separators: 1038.9")
				if n.Style != 0 && decimal.MatchString(n.Value) {
					hint = "take the quotation marks away: " + n.Value
				}
				return fmt.Sprintf("must be a number, not %q", n.Value), hint
			}
			p.F, p.Raw = f, n.Value
			return "", ""
		}, "a number"
	case *Date:
		return func(n *yaml.Node) (string, string) {
			d, ok := ParseDate(n.Value)
			d.At = r.at(n) // of a wrong value too
			if *p = d; !ok {
				return fmt.Sprintf("must be a date, not %q", n.Value), "write 2026-11-21, 2026-11 or 2026"
			}
			return "", ""
		}, "a date"
	case interface{ Values() []string }:
		return func(n *yaml.Node) (string, string) {
			for _, known := range p.Values() {
				if known == n.Value {
					v.SetString(n.Value)
					return "", ""
				}
			}
			hint := diag.DidYouMean(n.Value, p.Values())
			if hint == "" {
				hint = "write one of " + strings.Join(p.Values(), ", ")
			}
			return fmt.Sprintf("cannot be %q", n.Value), hint
		}, "a word"
	}
	switch v.Kind() {
	case reflect.String:
		return func(n *yaml.Node) (string, string) { v.SetString(n.Value); return "", "" }, "a text"
	case reflect.Bool:
		return func(n *yaml.Node) (string, string) {
			if n.Value != "true" && n.Value != "false" || n.Style != 0 {
				return fmt.Sprintf("must be true or false, not %q", n.Value), "write true or false, without quotes"
			}
			v.SetBool(n.Value == "true")
			return "", ""
		}, "true or false"
	case reflect.Int:
		return func(n *yaml.Node) (string, string) {
			i, err := strconv.Atoi(n.Value)
			if err != nil || n.Style != 0 {
				return fmt.Sprintf("must be a whole number, not %q", n.Value), "write digits, without quotes: 3"
			}
			v.SetInt(int64(i))
			return "", ""
		}, "a whole number"
	}
	return nil, ""
}

// hintFor says what to do with a list or a mapping where a single value belongs.
func hintFor(n *yaml.Node) string {
	switch {
	case n.Style&yaml.FlowStyle != 0 && n.Kind == yaml.SequenceNode:
		return "write one value; a text that begins with [ stands in quotes"
	case n.Style&yaml.FlowStyle != 0:
		return "write one value; a text that begins with { stands in quotes"
	}
	return "write one value, on the line of its key"
}
