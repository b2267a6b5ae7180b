package record

import (
	"math"
	"reflect"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/diag"
)

// Packed lays down a record that was read without problems, to be remembered.
// Records with a [Map] cannot be.
func Packed(from any) []byte {
	return cache.Packed(func(p *cache.Pack) { packer{p, nil}.value(reflect.ValueOf(from).Elem()) })
}

// Unpack takes up again what [ReadPart] made of the same bytes, which begin at
// the same place of the source. It reports false when the data is not that.
func Unpack(data []byte, src *diag.Source, into any) bool {
	return cache.Unpack(data, func(p *cache.Pack) { packer{p, src}.value(reflect.ValueOf(into).Elem()) })
}

type packer struct {
	*cache.Pack
	src *diag.Source
}

func (p packer) value(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *diag.Pos:
		p.pos(x)
		return
	case *Text:
		p.Text(&x.S)
		p.pos(&x.At)
		if p.Int(&x.off); x.Given() && p.Taking() {
			x.src = p.src
		}
		return
	case *Number:
		bits := int(math.Float64bits(x.F))
		p.Int(&bits)
		x.F = math.Float64frombits(uint64(bits))
		p.Text(&x.Raw)
		p.pos(&x.At)
		return
	}
	switch v.Kind() {
	case reflect.String:
		s := v.String()
		p.Text(&s)
		v.SetString(s)
	case reflect.Bool:
		b := v.Bool()
		p.Bool(&b)
		v.SetBool(b)
	case reflect.Int:
		n := int(v.Int())
		p.Int(&n)
		v.SetInt(int64(n))
	case reflect.Pointer:
		given := !v.IsNil()
		if p.Bool(&given); given {
			if p.Taking() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			p.value(v.Elem())
		}
	case reflect.Slice:
		p.list(v)
	case reflect.Struct:
		for i := range v.NumField() {
			p.value(v.Field(i))
		}
	default:
		panic("record: cannot remember a " + v.Type().String())
	}
}

// list tells an empty list from none, as reading does.
func (p packer) list(v reflect.Value) {
	n := v.Len()
	if v.IsNil() {
		n = -1
	}
	if p.Int(&n); n < 0 {
		return
	}
	if !p.Taking() {
		for i := range n {
			p.value(v.Index(i))
		}
		return
	}
	items := reflect.MakeSlice(v.Type(), 0, 0)
	for range n { // as long as there are items: the number may be wrong
		item := reflect.New(v.Type().Elem()).Elem()
		if p.value(item); !p.Taking() {
			return
		}
		items = reflect.Append(items, item)
	}
	v.Set(items)
}

// pos is a place in the source, whose name is not laid down.
func (p packer) pos(at *diag.Pos) {
	given := at.File != ""
	p.Bool(&given)
	for _, n := range []*int{&at.Line, &at.Col, &at.Len} {
		p.Int(n)
	}
	if given && p.Taking() {
		at.File = p.src.Name
	}
}
