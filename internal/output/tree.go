package output

import (
	"cmp"
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

// Add adds a file. It returns nil, or why the file cannot be added, as a problem
// of the input that it was made from; the tree is then unchanged.
func (t *Tree) Add(f File) *diag.Problem {
	p := diag.Problem{Pos: origin(f.Source, f.Path)}
	if p.Text, p.Hint = pathMistake(f.Path); p.Text != "" {
		return &p
	}
	if other, text, hint := t.clash(f.Path); text != "" {
		p.Text, p.Hint = text, hint
		p.Related = []diag.Related{{Pos: origin(other.source, other.path), Text: "makes " + other.path}}
		if page := p.Related[0].Pos; strings.HasPrefix(page.File, "content/") && strings.HasPrefix(p.Pos.File, "templates/") { // an author's to mend
			p.Hint = "rename the first, or give it another slug"
			p.Related[0].Pos, p.Pos = p.Pos, page
		}
		return &p
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

// origin is the input that a file was made from, or else the file.
func origin(source, path string) diag.Pos { return diag.Pos{File: cmp.Or(source, path)} }

// clash looks for an earlier file that keeps one out, and says how.
func (t *Tree) clash(file string) (other claim, text, hint string) {
	const rename = "rename one of the two"
	for p := file; p != "."; p = path.Dir(p) {
		other, taken := t.folded[strings.ToLower(p)]
		switch folder := p != file; {
		case !taken:
		case other.path != p:
			return other, "the paths " + p + " and " + other.path + " differ only by case", "many file systems hold only one of them; use lower case throughout"
		case folder && !other.folder:
			return other, file + " needs a folder " + p + ", which is a file", rename
		case !folder && other.folder:
			return other, file + " is a file, but other files need a folder of that name", rename
		case !folder:
			return other, "two inputs make the file " + file, rename
		}
	}
	return claim{}, "", ""
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
		if r := odd.FindString(part); r != "" {
			return "the path " + quote(p) + " has the character " + quote(r), names
		}
		if len(part) > 255 { // bytes, which file systems and archives agree on
			return "the path " + part[:40] + "… has a name longer than 255 bytes", "shorten the name"
		}
		if stem, _, _ := strings.Cut(part, "."); diag.Device(stem) {
			return "the path " + p + " has the name " + stem + ", which Windows keeps for a device", "rename the file, or give the page another slug"
		}
		if strings.HasSuffix(part, ".") {
			return "the path " + p + " has a name that ends with a dot", names
		}
	}
	return "", ""
}

// odd finds characters that some file system, host or redirect file treats
// specially, or writes in more than one way.
var odd = regexp.MustCompile(`[^a-zA-Z0-9._~+@,=-]`)

func quote(s string) string { return `"` + s + `"` }
