package output

import "testing"

func TestShelf(t *testing.T) {
	for _, shelf := range []*Shelf{nil, NewShelf(t.TempDir())} {
		f := shelf.Put(File{Path: "a", Data: []byte("text")})
		if got := string(f.Bytes()); got != "text" || f.Size() != 4 {
			t.Errorf("shelf %v: got %q of %d bytes", shelf != nil, got, f.Size())
		}
		if got := string(f.AppendTo([]byte("more "))); got != "more text" {
			t.Errorf("shelf %v: got %q", shelf != nil, got)
		}
		if err := shelf.Close(); err != nil {
			t.Error(err)
		}
		if shelf == nil {
			continue
		}
		if got := string(f.AppendTo([]byte("more "))); got != "more " || shelf.Err() == nil {
			t.Errorf("from a shelf that is closed: got %q, error %v", got, shelf.Err())
		}
	}
}
