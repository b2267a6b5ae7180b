package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

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

// entryOf describes a file.
func entryOf(f File) Entry {
	data := f.Bytes()
	return Entry{f.Path, len(data), hash(data), f.Source}
}

// manifestOf describes the files of a tree. The program's version may be empty.
func manifestOf(files []File, program string) Manifest {
	return Manifest{generator, manifestVersion, program, parallel.Map(files, entryOf)}
}

// Encode gives the manifest as JSON, one file a line.
func (m Manifest) Encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n\"generator\": %q,\n\"version\": %d,\n", m.Generator, m.Version)
	if m.Program != "" {
		fmt.Fprintf(&b, "\"program\": %s,\n", line(m.Program))
	}
	b.WriteString(`"files": [`)
	for i, e := range m.Files {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(line(e))
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

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
