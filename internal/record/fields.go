package record

import (
	"reflect"
	"strings"
)

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

func keysOf(fields []field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return keys
}
