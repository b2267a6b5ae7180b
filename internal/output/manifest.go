package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"sharingthecost/internal/parallel"
)

// ManifestName is the path of the manifest in a written site.
const ManifestName = "build.json"

const (
	generator       = "sharingthecost"
	manifestVersion = 1
)

// A Manifest lists every file of a site but itself.
type Manifest struct {
	Generator string  `json:"generator"`         // always "sharingthecost"
	Version   int     `json:"version"`           // of the manifest's format
	Program   string  `json:"program,omitempty"` // version of the program that built the site
	Files     []Entry `json:"files"`             // sorted by path
}

// An Entry is one file of a Manifest.
type Entry struct {
	Path   string `json:"path"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"` // lower-case hexadecimal
	Source string `json:"source,omitempty"`
}

// summed gives the files sorted by path, each with its sum.
func (t *Tree) summed() []File { return parallel.Map(t.Files(), File.Summed) }

// manifestOf describes the files of a tree. The program's version may be empty.
func manifestOf(files []File, program string) Manifest {
	m := Manifest{generator, manifestVersion, program, make([]Entry, len(files))}
	for i, f := range files {
		m.Files[i] = Entry{f.Path, f.Size(), hex.EncodeToString(f.sum[:]), f.Source}
	}
	return m
}

// Encode gives the manifest as JSON, one file a line.
func (m Manifest) Encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n\"generator\": %q,\n\"version\": %d,\n", m.Generator, m.Version)
	if m.Program != "" {
		fmt.Fprintf(&b, "\"program\": %s,\n", line(m.Program))
	}
	b.WriteString(`"files": [`)
	for i, text := range parallel.Map(m.Files, func(e Entry) []byte { return line(e) }) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(text)
	}
	b.WriteString("\n]\n}\n")
	return b.Bytes()
}

// line is a value as JSON on one line.
func line(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b) // ends with a line break
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // strings and integers always encode
	}
	return b.Bytes()[:b.Len()-1]
}

// ParseManifest reads a manifest. It refuses one of another program or of
// another version of the format, and one with a path that no tree can have.
func ParseManifest(data []byte) (Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return Manifest{}, fmt.Errorf("%s: %w", ManifestName, err)
	}
	if m.Generator != generator {
		return Manifest{}, fmt.Errorf("%s was written by another program", ManifestName)
	}
	if m.Version != manifestVersion {
		return Manifest{}, fmt.Errorf("%s has version %d of the format, not %d", ManifestName, m.Version, manifestVersion)
	}
	for _, e := range m.Files {
		if text, _ := pathMistake(e.Path); text != "" {
			return Manifest{}, fmt.Errorf("%s: %s", ManifestName, text)
		}
	}
	return m, nil
}

// Difference says how the bytes of a file differ from its entry, or "".
func (e Entry) Difference(data []byte) string {
	switch {
	case len(data) != e.Bytes:
		return fmt.Sprintf("has %d bytes, not %d", len(data), e.Bytes)
	case hash(data) != e.SHA256:
		return "has other bytes than were built"
	}
	return ""
}

// A Difference is one way in which a folder is not what its manifest says.
type Difference struct {
	Path string
	Text string // "is missing", "is not in build.json", "has 12 bytes, not 14"
}

// Verify compares a folder with the manifest in it. It returns the differences
// sorted by path, and an error when the manifest or a file cannot be read.
func Verify(dir fs.FS) ([]Difference, error) {
	raw, err := fs.ReadFile(dir, ManifestName)
	if err != nil {
		return nil, fmt.Errorf("read the manifest: %w", err)
	}
	m, err := ParseManifest(raw)
	if err != nil {
		return nil, err
	}
	var out []Difference
	report := func(path, text string) { out = append(out, Difference{path, text}) }
	listed := map[string]bool{ManifestName: true}
	for _, e := range m.Files {
		listed[e.Path] = true
		data, err := readRegular(dir, e.Path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			report(e.Path, "is missing")
		case errors.Is(err, errIrregular):
			report(e.Path, "is not a regular file")
		case err != nil:
			return nil, fmt.Errorf("read %s: %w", e.Path, cause(err))
		default:
			if text := e.Difference(data); text != "" {
				report(e.Path, text)
			}
		}
	}
	err = fs.WalkDir(dir, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("read %s: %w", p, cause(err))
		}
		if !d.IsDir() && !listed[p] {
			report(p, "is not in "+ManifestName)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Difference) int { return strings.Compare(a.Path, b.Path) })
	return out, err
}

var errIrregular = errors.New("not a regular file")

// readRegular reads a file, but neither through a symbolic link nor from a
// device or pipe, which might never end.
func readRegular(dir fs.FS, p string) ([]byte, error) {
	info, err := fs.Lstat(dir, p)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errIrregular
	}
	return fs.ReadFile(dir, p)
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// cause strips the path that the os package puts into its errors: messages here
// name the path themselves.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
