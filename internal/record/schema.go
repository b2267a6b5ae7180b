package record

import (
	"encoding/json"
	"reflect"
	"strings"
	"sync"
)

// Schema returns a JSON Schema (draft 2020-12) for records of the type of of,
// a struct or a [Map]. Descriptions come from the doc tags, so the schema is
// the documentation of the format. The result ends with a line break and is
// the same for the same type.
func Schema(title string, of any) []byte {
	s := schemaOf(reflect.TypeOf(of))
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // maps and strings always encode
	}
	return append(out, '\n')
}

// The pattern that dates match: a year, a month or a day.
const datePattern = `^\d{4}(-\d{2}(-\d{2})?)?$`

func schemaOf(t reflect.Type) map[string]any {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	v := reflect.New(t).Interface()
	switch p := v.(type) {
	case *Text:
		return map[string]any{"type": []string{"string", "number"}}
	case *Number:
		return map[string]any{"type": "number"}
	case *Date:
		return map[string]any{"type": []string{"string", "integer"}, "pattern": datePattern}
	case *Over:
		return map[string]any{"type": "object", "additionalProperties": false}
	case interface{ grow(Text) any }:
		return map[string]any{"type": "object", "additionalProperties": schemaOf(t.Elem().Field(1).Type)}
	case interface{ Values() []string }:
		return map[string]any{"type": "string", "enum": p.Values()}
	}
	switch t.Kind() {
	case reflect.Struct:
		return recordSchema(t, v)
	case reflect.Slice:
		if _, ok := v.(interface{ Separator() string }); ok {
			return map[string]any{"type": []string{"string", "array"}, "items": map[string]any{"type": "string"}}
		}
		return map[string]any{"type": "array", "items": schemaOf(t.Elem())}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.String:
		return map[string]any{"type": "string"}
	}
	panic("record: no schema for " + t.String())
}

func recordSchema(t reflect.Type, v any) map[string]any {
	properties, required := map[string]any{}, []string{}
	for _, f := range fieldsOf(t) {
		p := schemaOf(f.typ)
		if f.doc != "" {
			p["description"] = strings.TrimSpace(f.doc)
		}
		properties[f.key] = p
		if f.required {
			required = append(required, f.key)
		}
	}
	for _, f := range fieldsOf(t) {
		if f.typ == reflect.TypeFor[Map[Over]]() {
			properties[f.key].(map[string]any)["additionalProperties"].(map[string]any)["properties"] = named(properties, f.key)
		}
	}
	s := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	if _, ok := v.(interface{ Shorthand() string }); ok {
		return map[string]any{"anyOf": []any{map[string]any{"type": "string"}, s}}
	}
	return s
}

// named are the keys of a record, for an [Over] of it to name: what each holds is said once.
func named(properties map[string]any, besides string) map[string]any {
	out := map[string]any{}
	for key := range properties {
		if key != besides {
			out[key] = map[string]any{}
		}
	}
	return out
}

// A field is a struct field that takes part in a record.
type field struct {
	key      string
	doc      string
	required bool
	index    []int
	typ      reflect.Type
}

// fieldsOf lists the fields of a struct in the order of their declaration,
// those of embedded structs in their place.
func fieldsOf(t reflect.Type) []field {
	var out []field
	for _, f := range reflect.VisibleFields(t) {
		key, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if key == "" || key == "-" {
			continue
		}
		out = append(out, field{key, f.Tag.Get("doc"), options == "required", f.Index, f.Type})
	}
	return out
}

// A Form remembers the fields of structs, since reflection is slow: those who
// read many records of a type share one. It is safe for concurrent use.
type Form struct{ fields *sync.Map } // []field by reflect.Type

// NewForm returns an empty form.
func NewForm() Form { return Form{&sync.Map{}} }

func (f Form) fieldsOf(t reflect.Type) []field {
	if known, ok := f.fields.Load(t); ok {
		return known.([]field)
	}
	fields := fieldsOf(t)
	f.fields.Store(t, fields)
	return fields
}

func keysOf(fields []field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return keys
}
