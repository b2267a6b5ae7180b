package cache

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type thing struct {
	name   string
	number int
	yes    bool
	words  []string
	parts  []thing
	sum    [3]byte
}

func (t *thing) pack(p *Pack) {
	p.Text(&t.name)
	p.Int(&t.number)
	p.Bool(&t.yes)
	p.Bytes(t.sum[:])
	p.Texts(&t.words)
	PackList(p, &t.parts, func(part *thing) { part.pack(p) })
}

func TestPack(t *testing.T) {
	want := thing{"Ünïcode\x00", -1 << 40, true, []string{"", "two"}, []thing{{}, {name: "inner", words: []string{"x"}}}, [3]byte{1, 2, 3}}
	data := Packed(want.pack)
	var got thing
	if !Unpack(data, got.pack) {
		t.Fatal("what was laid down is not taken up")
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(thing{})); diff != "" {
		t.Error(diff)
	}
	for n := range data {
		if Unpack(data[:n], new(thing).pack) {
			t.Errorf("the first %d of %d bytes are taken for the whole", n, len(data))
		}
	}
	if Unpack(append(data, 0), new(thing).pack) {
		t.Error("a byte too many is passed over")
	}
}

// Whatever the bytes are, taking up ends, and what it takes up lays down to
// something that is taken up as the same.
func FuzzUnpack(f *testing.F) {
	f.Add(Packed((&thing{"a", 1, true, []string{"b"}, []thing{{}}, [3]byte{}}).pack))
	f.Add([]byte("\x00\x00\x00\x00\x00\x00\xfe\xff\xff\xff\x0f"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var first, second thing
		if !Unpack(data, first.pack) {
			return
		}
		if !Unpack(Packed(first.pack), second.pack) {
			t.Fatal("what was taken up is not taken up again")
		}
		if !reflect.DeepEqual(first, second) {
			t.Errorf("%+v\n%+v", first, second)
		}
	})
}
