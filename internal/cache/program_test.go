package cache

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
)

func TestProgramIsTheBuildID(t *testing.T) {
	id, err := Program()
	if err != nil {
		t.Fatal(err)
	}
	// A hash of the whole binary has 32 bytes; to make it takes longer than a
	// build that has nothing to do.
	if name, _ := os.Executable(); len(id) <= 32 {
		t.Errorf("no build id in the head of %s", name)
	}
}

func TestBuildID(t *testing.T) {
	note := func(size uint32, rest string) []byte {
		b := append([]byte("....\x04\x00\x00\x00"), binary.LittleEndian.AppendUint32(nil, size)...)
		return append(append(b, "\x04\x00\x00\x00Go\x00\x00"...), rest...)
	}
	for _, c := range []struct {
		head []byte
		want string
	}{
		{note(5, "abc/d rest"), "abc/d"},
		{note(50, "abc"), ""},
		{note(0, "abc"), ""},
		{[]byte("head\xff Go build ID: \"abc/d\"\n \xff rest"), "abc/d"},
		{[]byte("head\xff Go build ID: \"abc/d"), ""},
		{[]byte("\x04\x00\x00\x00Go\x00\x00"), ""},
		{nil, ""},
	} {
		if got := buildID(c.head); !bytes.Equal(got, []byte(c.want)) {
			t.Errorf("buildID(%q) = %q, want %q", c.head, got, c.want)
		}
	}
}
