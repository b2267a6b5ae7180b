package output

import (
	"crypto/sha256"
	"io"
	"os"
	"path"
	"sync/atomic"

	"sharingthecost/internal/parallel"
)

// Holds reports whether a folder is a whole site as Write leaves it, byte for
// byte, and the one whose manifest has this SHA-256. It reads every file: times
// and sizes prove nothing. It changes nothing and takes no lock; a folder that
// is being replaced is not whole.
func Holds(dir string, manifest []byte) (Report, bool) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Report{}, false
	}
	defer root.Close()
	raw, err := readRegular(root.FS(), ManifestName)
	if err != nil {
		return Report{}, false
	}
	m, err := ParseManifest(raw)
	if sum := sha256.Sum256(raw); err != nil || string(sum[:]) != string(manifest) {
		return Report{}, false
	}
	listed := map[string]int{ManifestName: 0}
	for _, e := range m.Files {
		listed[e.Path] = e.Bytes
	}
	found, err := regularFiles(root.FS())
	if err != nil || len(found) != len(listed) || strangers(found, listed) != "" {
		return Report{}, false
	}
	report := Report{Files: len(listed), Bytes: len(raw), Kept: len(listed)}
	var other atomic.Bool
	parallel.Do(len(m.Files), func(i int) {
		if !other.Load() && !m.Files[i].standsIn(root) {
			other.Store(true)
		}
	})
	for _, e := range m.Files {
		report.Bytes += e.Bytes
	}
	return report, !other.Load()
}

// standsIn reports whether a folder has the entry's file, as Write makes it.
func (e Entry) standsIn(root *os.Root) bool {
	f, err := root.Open(path.Clean(e.Path))
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !plainMode(info.Mode()) || info.Size() != int64(e.Bytes) {
		return false
	}
	data := make([]byte, e.Bytes)
	if _, err := io.ReadFull(f, data); err != nil {
		return false
	}
	return hash(data) == e.SHA256
}
