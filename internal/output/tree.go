package output

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
)

// A File is one finished file of the site.
type File struct {
	Path   string        // slash-separated, from the root of the site: "demand/index.html"
	Data   []byte        // must not change once added; not used when Make is given
	Make   func() []byte // makes the bytes when they are asked for: any number of times, from several goroutines, the same each time; nil: Data
	Source string        // what it was made from, for messages: "content/demand.md"
}

// Bytes returns the file's bytes, which must not be changed.
func (f File) Bytes() []byte {
	if f.Make != nil {
		return f.Make()
	}
	return f.Data
}

// A Tree is the finished site in memory. The zero Tree is empty and ready to
// use. It is not safe for simultaneous use while files are added.
type Tree struct {
	files  map[string]File
	folded map[string]claim // by lower-case path: every file, and every folder that one needs
}

// A claim records who first needed a path, and as what.
type claim struct {
	path, source string
	folder       bool
}

// A Clash says why a file cannot be part of the tree.
type Clash struct {
	Path, Source           string // the file refused
	OtherPath, OtherSource string // the file it clashes with; empty when the path alone is at fault
	Text, Hint             string
}

// Problem gives the clash as a problem of the input that the refused file was
// made from, with the other input as the related place.
func (c *Clash) Problem() diag.Problem {
	at := func(source, path string) diag.Pos {
		if source == "" {
			source = path
		}
		return diag.Pos{File: source}
	}
	p := diag.Problem{Pos: at(c.Source, c.Path), Text: c.Text, Hint: c.Hint}
	if c.OtherPath != "" {
		p.Related = []diag.Related{{Pos: at(c.OtherSource, c.OtherPath), Text: "makes " + c.OtherPath}}
	}
	return p
}

// Add adds a file. It returns nil, or the reason why the file cannot be added;
// the tree is then unchanged.
func (t *Tree) Add(f File) *Clash {
	if text, hint := pathMistake(f.Path); text != "" {
		return &Clash{Path: f.Path, Source: f.Source, Text: text, Hint: hint}
	}
	if c := t.clash(f); c != nil {
		return c
	}
	if t.files == nil {
		t.files, t.folded = map[string]File{}, map[string]claim{}
	}
	t.files[f.Path] = f
	t.folded[strings.ToLower(f.Path)] = claim{f.Path, f.Source, false}
	for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
		key := strings.ToLower(dir)
		if _, taken := t.folded[key]; taken {
			break
		}
		t.folded[key] = claim{dir, f.Source, true}
	}
	return nil
}

// clash looks for an earlier file that keeps f out.
func (t *Tree) clash(f File) *Clash {
	refuse := func(other claim, text, hint string) *Clash {
		return &Clash{f.Path, f.Source, other.path, other.source, text, hint}
	}
	const onlyCase = "many file systems hold only one of them; use lower case throughout"
	for p, folder := f.Path, false; p != "."; p, folder = path.Dir(p), true {
		other, taken := t.folded[strings.ToLower(p)]
		switch {
		case !taken:
		case other.path != p:
			return refuse(other, "the paths "+p+" and "+other.path+" differ only by case", onlyCase)
		case folder && !other.folder:
			return refuse(other, f.Path+" needs a folder "+p+", which is a file", "rename one of the two")
		case !folder && other.folder:
			return refuse(other, f.Path+" is a file, but other files need a folder of that name", "rename one of the two")
		case !folder:
			return refuse(other, "two inputs make the file "+f.Path, "rename one of the two")
		}
	}
	return nil
}

// Files returns the files sorted by path, byte by byte.
func (t *Tree) Files() []File {
	return slices.SortedFunc(maps.Values(t.files), func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}

// Get returns the file at a path.
func (t *Tree) Get(path string) (File, bool) {
	f, ok := t.files[path]
	return f, ok
}

// Len returns the number of files.
func (t *Tree) Len() int { return len(t.files) }

// Longest name of a file or folder, in bytes, that file systems and archives
// agree on.
const maxName = 255

// pathMistake says what is wrong with the path of a file, and what to do.
func pathMistake(p string) (text, hint string) {
	const names = "use letters, digits and . _ - ~ + @ , = in file names"
	switch {
	case p == "":
		return "a file without a path", ""
	case strings.HasPrefix(p, "/"):
		return "the path " + quote(p) + " is absolute", "leave out the first /"
	case path.Clean(p) != p || p == "." || p == ".." || strings.HasPrefix(p, "../"):
		return "the path " + quote(p) + " is not clean", "leave out empty parts, . and .."
	case strings.EqualFold(p, ManifestName):
		return "the path " + p + " is kept for the build's own list of files", "rename the file"
	}
	for part := range strings.SplitSeq(p, "/") {
		if i := strings.IndexFunc(part, oddRune); i >= 0 {
			r := []rune(part[i:])[0]
			return "the path " + quote(p) + " has the character " + quote(string(r)), names
		}
		if len(part) > maxName {
			return "the path " + part[:40] + "… has a name longer than 255 bytes", "shorten the name"
		}
		if stem, _, _ := strings.Cut(part, "."); device.MatchString(stem) {
			return "the path " + p + " has the name " + stem + ", which Windows keeps for a device", "rename the file, or give the page another slug"
		}
		if strings.HasSuffix(part, ".") {
			return "the path " + p + " has a name that ends with a dot", names
		}
	}
	return "", ""
}

// device matches the names that no file can have on Windows, whatever its ending.
var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// oddRune reports characters that some file system, host or redirect file
// treats specially, or writes in more than one way.
func oddRune(r rune) bool {
	plain := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	return !plain && !strings.ContainsRune("._-~+@,=", r)
}

func quote(s string) string { return `"` + s + `"` }
