package content

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/diag"
)

// Files lists the regular files beneath a folder, sorted by path. What is not a
// regular file or has a name that is not plain ASCII is a problem, not a file.
// Names that begin with a dot and the backup files of editors are passed over.
func Files(fsys fs.FS, dir string) ([]string, diag.List, error) {
	var files []string
	var problems diag.List
	err := fs.WalkDir(fsys, dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if p == dir {
			return nil
		}
		name := d.Name()
		skip := func() error {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if passedOver(name) {
			return skip()
		}
		if odd := strings.IndexFunc(name, oddRune); odd >= 0 {
			problems.Report(diag.Pos{File: p}, "the name "+strconv.Quote(name)+" has the character "+strconv.Quote(string([]rune(name[odd:])[0])),
				"rename it: letters, digits and . _ - only")
			return skip()
		}
		if text, hint := irregular(d.Type()); text != "" {
			problems.Report(diag.Pos{File: p}, text, hint)
			return nil
		}
		if !d.IsDir() {
			files = append(files, p)
		}
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read the folder %s: %w", dir, err)
	}
	slices.Sort(files)
	return files, problems, nil
}

// PassedOver reports whether a path from the project's root is no input because
// of its name or that of a folder it lies in.
func PassedOver(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), passedOver)
}

// passedOver reports names that systems and editors use for themselves.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") || name == "Thumbs.db" || name == "desktop.ini"
}

func oddRune(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._-", r))
}

// irregular says what an entry is when it is neither a file nor a folder. A
// link could lead out of the folder, and reading a pipe or device might never
// end.
func irregular(mode fs.FileMode) (text, hint string) {
	const hintOther = "only files and folders belong here"
	switch {
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link", "put the file itself here; the build follows no links"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe", hintOther
	case mode&fs.ModeSocket != 0:
		return "a socket", hintOther
	case mode&fs.ModeDevice != 0:
		return "a device", hintOther
	case mode&fs.ModeIrregular != 0:
		return "not a regular file", hintOther
	}
	return "", ""
}

// cleanName reports whether a name can be a part of an address: lower-case
// letters, digits and single hyphens between them.
func cleanName(name string) bool {
	for part := range strings.SplitSeq(name, "-") {
		if part == "" || strings.ContainsFunc(part, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }) {
			return false
		}
	}
	return true
}

// suggestName gives the hint with a clean name that is near, or "".
func suggestName(name, verb string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	if len(words) == 0 {
		return ""
	}
	return verb + strings.Join(words, "-")
}

// checkPageName reports a page whose file or folder cannot become an address.
func checkPageName(name string) diag.List {
	var problems diag.List
	parts := strings.Split(strings.TrimSuffix(strings.TrimPrefix(name, folder+"/"), ".md"), "/")
	for i, part := range parts {
		if cleanName(part) {
			continue
		}
		what, ext := "the folder ", ""
		if i == len(parts)-1 {
			what, ext = "the file ", path.Ext(name)
		}
		hint := suggestName(part, "rename it to ")
		if hint != "" {
			hint += ext
		}
		problems.Report(diag.Pos{File: name}, what+part+ext+" has other characters than lower-case letters, digits and single hyphens", hint)
	}
	return problems
}

// The most bad characters reported for one file: in a file of another encoding
// every line has some.
const maxBadCharacters = 5

// badText reports bytes that are not UTF-8, and characters that show nothing or
// turn around what is shown.
func badText(src *diag.Source) diag.List {
	var problems diag.List
	text := src.Text
	if diag.UTF16(src) {
		problems.Report(src.Pos(0, 2), "the text is UTF-16, not UTF-8", "save the file as UTF-8")
		return problems
	}
	if at, hint := diag.Conflict(src); at.Line > 0 {
		problems.Report(at, diag.Conflicting, hint)
		return problems
	}
	before := rune(0)
	for i := 0; i < len(text) && len(problems) < maxBadCharacters; {
		r, n := utf8.DecodeRune(text[i:])
		if r < ' ' && r != '\n' || r >= 0x7F {
			if what, hint := badCharacter(before, r, n, i == 0, text[i:]); what != "" {
				problems.Report(src.Pos(i, i+n), what, hint)
			}
		}
		before = r
		i += n
	}
	return problems
}

// badCharacter says what is wrong with a character of n bytes.
func badCharacter(before, r rune, n int, first bool, rest []byte) (what, hint string) {
	switch {
	case r == utf8.RuneError && n == 1:
		return "the text is not UTF-8 here", "save the file as UTF-8"
	case r == '\t' || r == '\r' && bytes.HasPrefix(rest, []byte("\r\n")) || r == 0xFEFF && first:
		return "", ""
	case r == '\r':
		return "a carriage return without a line feed", "save the file with LF or CRLF line ends"
	case r == 0xFEFF:
		return "a byte order mark inside the text", "delete it"
	}
	return diag.HiddenAfter(before, r), "delete it"
}
