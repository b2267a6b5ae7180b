package record

import (
	"reflect"
	"strings"
	"sync"
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

// A Form knows the fields of the structs in records of one type, once they have
// been met. Who reads many records hands on one form, since reflection is slow.
// It is safe for use from several goroutines.
type Form struct{ fields *sync.Map } // []field by reflect.Type

// NewForm makes a form that knows nothing yet.
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
