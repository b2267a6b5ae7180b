package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What may happen to a file of the finished site between Look and Write.
var meanwhile = []struct {
	what   string
	change func(dir string) error
}{
	{"nothing", func(string) error { return nil }},
	{"a file is removed", func(dir string) error { return os.Remove(filepath.Join(dir, "b/c")) }},
	{"a folder is removed", func(dir string) error { return os.RemoveAll(filepath.Join(dir, "b")) }},
	{"a file is edited in place", func(dir string) error { return os.WriteFile(filepath.Join(dir, "b/c"), []byte("TWO"), 0o644) }},
	{"a file is closed to others", func(dir string) error { return os.Chmod(filepath.Join(dir, "b/c"), 0o600) }},
	{"a link takes a file's place", func(dir string) error {
		return errors.Join(os.Rename(filepath.Join(dir, "b/c"), dir+".c"), os.Symlink("../../public.c", filepath.Join(dir, "b/c")))
	}},
	{"all is removed", os.RemoveAll},
	{"another build comes first", func(dir string) error {
		_, err := Write(treeOf("a", "one", "b/c", "TWO"), dir, Options{})
		return err
	}},
}

// Whatever happens to the finished site after it was looked at, a tree whose
// bytes are at hand stands there afterwards, whole.
func TestChangedAfterLook(t *testing.T) {
	for _, m := range meanwhile {
		for _, after := range []*Tree{treeOf("a", "one", "b/c", "two", "d", "three"), treeOf("a", "ONE", "b/c", "two", "d", "three")} {
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, treeOf("a", "one", "b/c", "two", "d", "three"), dir, Options{})
			looked := Look(dir)
			must(t, m.change(dir))
			_, err := Write(after, dir, Options{Standing: looked})
			if strings.HasPrefix(m.what, "a link") { // as for any stranger in the folder
				var refusal *Refusal
				if !errors.As(err, &refusal) {
					t.Errorf("%s: %v", m.what, err)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", m.what, err)
				continue
			}
			holds(t, dir, after)
			if t.Failed() {
				t.Fatal(m.what)
			}
		}
	}
}

// A file that is to be kept unread, and is no longer what it was, is an error
// that the caller can tell; the folder is left as it is.
func TestKeptFileIsGone(t *testing.T) {
	for _, m := range meanwhile {
		dir := filepath.Join(t.TempDir(), "public")
		mustWrite(t, treeOf("a", "one", "b/c", "two"), dir, Options{})
		looked := Look(dir)
		kept, ok := looked.File("b/c", "from b/c", File{Data: []byte("two")}.Sum())
		if !ok || kept.Data != nil || kept.Size() != 3 || string(kept.Bytes()) != "two" || string(kept.AppendTo([]byte("-"))) != "-two" {
			t.Fatalf("it stands there, and is %+v", kept)
		}
		if _, ok := looked.File("b/c", "", File{Data: []byte("TWO")}.Sum()); ok {
			t.Error("it stands there with other bytes")
		}
		must(t, m.change(dir))
		tree := treeOf("a", "ONE")
		tree.Add(kept)
		_, err := Write(tree, dir, Options{Standing: looked})
		switch gone := string(kept.Bytes()) != "two"; {
		case m.what == "nothing", m.what == "a file is closed to others":
			must(t, err)
			holds(t, dir, treeOf("a", "ONE", "b/c", "two"))
		case strings.HasPrefix(m.what, "a link"):
		case !errors.Is(err, ErrChanged):
			t.Errorf("%s: %v", m.what, err)
		case gone && !errors.Is(looked.Err(), ErrChanged):
			t.Errorf("%s: read in vain, it says %v", m.what, looked.Err())
		}
	}
}
