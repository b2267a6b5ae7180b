package main

import (
	"crypto/sha256"
	"os"
	"testing"
)

// A text that was taken is read again when somebody asks for it once more; never
// is another one given out as that of the snapshot.
func TestSnapshotGivesTextsAway(t *testing.T) {
	p := newPlace(t)
	t.Chdir(p.dir)
	root, err := openProject()
	p.do(err)
	s, ok := takeSnapshot(root)
	if !ok {
		t.Fatal("no snapshot")
	}
	const page = "content/index.md"
	want, err := os.ReadFile(page)
	p.do(err)
	for _, read := range []func(string) ([]byte, error){s.Take, s.ReadFile, s.Take} {
		if got, err := read(page); string(got) != string(want) || err != nil {
			t.Errorf("got %q, %v", got, err)
		}
	}
	if s.files[page].text != nil {
		t.Error("the text is still held")
	}
	p.do(os.WriteFile(page, append(want, "more\n"...), 0o644))
	_, err = s.ReadFile(page)
	if err == nil || err.Error() != page+" was saved while the site was made; build it again" {
		t.Errorf("another text: %v", err)
	}
	info, err := s.Stat(page)
	p.do(err)
	if sum, known := s.Sum(page); info.Size() != int64(len(want)) || sum != sha256.Sum256(want) || !known {
		t.Errorf("the file is described as another: %d bytes, %x", info.Size(), sum)
	}
}
