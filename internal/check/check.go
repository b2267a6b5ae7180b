package check

import (
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
)

// Options say where the site will be and how heavy its pages may be.
type Options struct {
	Folder   string     // where the tree will be written, for messages: "public"; may be empty
	BasePath string     // what all addresses begin with: "/" (also when empty) or "/sub/path/"
	Origin   string     // scheme and host of the site: "https://example.org"; empty when not known
	Budgets  Budgets    // limits for each page
	Kept     string     // folder of what was published before, and checked then: only where it leads is looked at; may be empty
	Memo     *memo.Memo // remembers what files without problems say; may be nil
}

// An Address is where a record leads, which may be printed on many pages.
type Address struct {
	At  diag.Pos // of the record
	Ref string
}

// Addresses reports those of records that lead nowhere on the site, each at its record.
func Addresses(files []output.File, o Options, all []Address) diag.List {
	s := newSite(files, o)
	var problems diag.List
	for _, a := range all {
		if t := s.follow("index.html", a.Ref); t.text != "" {
			problems.Report(a.At, t.text, t.hint)
		}
	}
	return problems
}

func newSite(files []output.File, o Options) *site {
	if o.BasePath == "" {
		o.BasePath = "/"
	}
	s := &site{Options: o, byPath: make(map[string]*file, len(files)), defined: map[string]bool{}}
	for _, f := range files {
		x := &file{File: f, folder: o.Folder}
		s.files = append(s.files, x)
		s.byPath[f.Path] = x
	}
	return s
}

// Budgets limit the weight of a page; 0 means no limit. Sizes are those of gzip,
// the compression that every host has.
type Budgets struct {
	Page     int // bytes of the HTML with the CSS and SVG that it loads, compressed
	Script   int // bytes of the scripts that it loads, compressed
	Requests int // requests to load it, itself included, lazy images left out
}

// Tree checks a finished tree. The files must have the paths that an output.Tree
// accepts: unique, clean, and without %, ?, backslash and space.
func Tree(files []output.File, o Options) diag.List {
	s := newSite(files, o)
	s.redirects()
	s.context = s.sum()
	// The other files use what the style sheets define. Each is read and left again
	// before the next; only its anchors wait until all files are read.
	var styles, others []*file
	for _, f := range s.files {
		if path.Ext(f.Path) == ".css" && !s.kept(f) {
			styles = append(styles, f)
		} else if known(f) {
			others = append(others, f)
		}
	}
	forEach(styles, func(f *file) {
		f.text = f.Bytes()
		f.readStyle()
		f.leftoversInText()
	})
	for _, f := range styles {
		for name := range f.style.defined {
			s.defined[name] = true
		}
	}
	forEach(styles, func(f *file) {
		s.styleLinks(f)
		f.text = nil
	})
	forEach(others, func(f *file) {
		f.text = f.Bytes()
		f.facts = memo.Do(s.Memo, s.key(f), func() (facts, bool) {
			s.checkFile(f)
			// One page weighs what another weighs, and what is remembered is valid UTF-8.
			return f.facts.apart(), len(f.problems) == 0 && !f.framing && utf8.Valid(f.text)
		})
		f.text, f.page, f.refs = nil, nil, nil
	})
	forEach(s.files, s.checkAnchors)
	s.compareHeads()
	var problems diag.List
	for _, f := range s.files {
		problems.Add(f.problems)
	}
	return problems.Sorted()
}

// sum hashes what the check of a file depends on besides the file: the options,
// the paths of all files, and the files that pages load, which weigh what they
// weigh.
func (s *site) sum() [sha256.Size]byte {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %v %q %v\n", s.Folder, s.BasePath, s.Origin, s.Budgets, s.Kept, s.leadOn)
	for _, f := range s.files {
		h.Write([]byte(f.Path + "\n")) // no path has a line break
		switch path.Ext(f.Path) {
		case ".css", ".svg", ".js", ".mjs":
			sum := sha256.Sum256(f.Bytes())
			h.Write(sum[:])
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// key identifies a file and what its check depends on.
func (s *site) key(f *file) memo.Key {
	return memo.KeyOf("check", s.context[:], []byte(f.Path), f.text)
}

// A site is the tree while it is checked. After all files are read it no longer
// changes, apart from each file's own list of problems.
type site struct {
	Options
	files   []*file
	byPath  map[string]*file
	defined map[string]bool // CSS custom properties that some style sheet defines
	leadOn  map[string]bool // addresses that are redirected

	context [sha256.Size]byte // of what the check of every file depends on, besides the file

	nestings sync.Map // of elements, as start tags, that a browser leaves as they are written

	addressesOnce sync.Once
	addresses     []string // of all files, for suggestions
}

// Facts are what the check of the whole site needs to know of a file.
type facts struct {
	Head    head     // of an HTML file
	IDs     []string // of an HTML or SVG file, sorted
	Anchors []anchor // that the file leads to
}

// apart gives the facts with texts of their own: those that were read are parts of
// the file's text, which would stay in memory for as long as they do.
func (f facts) apart() facts {
	for _, s := range []*string{&f.Head.Title, &f.Head.Description, &f.Head.Canonical} {
		*s = strings.Clone(*s)
	}
	for i := range f.IDs {
		f.IDs[i] = strings.Clone(f.IDs[i])
	}
	for i := range f.Anchors {
		a := &f.Anchors[i]
		a.ID, a.Tag, a.Attr = strings.Clone(a.ID), strings.Clone(a.Tag), strings.Clone(a.Attr)
	}
	return f
}

// A file is one finished file and what was read from it.
type file struct {
	output.File
	folder   string       // that it will lie in, for messages
	text     []byte       // its bytes, while it is read
	lines    *diag.Source // made when there is something to report
	problems diag.List

	facts
	page    *document   // of an HTML file, while it is checked
	style   *styleSheet // of a CSS file
	refs    []reference // addresses found in SVG, XML and JSON files
	framing bool        // the page shows another page

	weigh  sync.Once
	zipped int // size after compression, once it was asked for
}

// shown is the file's path in messages: that of its input where it was copied.
func (f *file) shown() string {
	if strings.HasSuffix(f.Source, "/"+f.Path) {
		return f.Source
	}
	return path.Join(f.folder, f.Path)
}

// src is the file's text with its places. It is kept, so that a file with many
// problems is taken from where it lies once at most.
func (f *file) src() *diag.Source {
	if f.lines == nil {
		text := f.text
		if text == nil {
			text = f.Bytes()
		}
		f.lines = diag.NewSource(f.shown(), text)
	}
	return f.lines
}

// report adds a problem at bytes of the file, with the input it was made from.
func (f *file) report(start, end int, text, hint string) {
	if !f.full() {
		f.problem(diag.Problem{Pos: f.src().Pos(start, end), Text: text, Hint: hint})
	}
}

// reportWhole adds a problem of the file as a whole.
func (f *file) reportWhole(text, hint string) {
	if !f.full() {
		f.problem(diag.Problem{Pos: f.src().Whole(), Text: text, Hint: hint})
	}
}

// reportInput adds a problem of what the file was made from, where that is known.
func (f *file) reportInput(text, hint string) {
	if f.full() {
		return
	}
	if f.Source == "" {
		f.reportWhole(text, hint)
		return
	}
	f.problems = append(f.problems, diag.Problem{Pos: diag.Pos{File: f.Source}, Text: text, Hint: hint})
}

// The most problems listed for one file: nobody reads on, and to place one takes time.
const maxProblems = 100

// full reports whether the file has had enough problems.
func (f *file) full() bool { return len(f.problems) > maxProblems }

func (f *file) problem(p diag.Problem) {
	if len(f.problems) == maxProblems {
		p = diag.Problem{Pos: f.src().Whole(), Text: "more problems in this file are not listed", Hint: "mend the first 100"}
	}
	if f.Source != "" && f.Source != p.Pos.File {
		p.Related = append(p.Related, diag.Related{Pos: diag.Pos{File: f.Source}, Text: "made from this"})
	}
	f.problems = append(f.problems, p)
}

// known reports whether there are rules for files of a kind.
func known(f *file) bool {
	switch path.Ext(f.Path) {
	case ".html", ".svg", ".xml", ".atom", ".json", ".webmanifest", ".geojson", ".txt", ".csv":
		return true
	}
	return false
}

// checkFile checks a file that is no style sheet, with what it says about others.
func (s *site) checkFile(f *file) {
	if s.kept(f) {
		s.checkKept(f)
		return
	}
	ext := path.Ext(f.Path)
	switch ext {
	case ".html":
		f.page = f.parse()
		if len(f.problems) == 0 { // with a problem, the trees differ for a reason already given
			s.compare(f)
		}
		f.readPage()
		s.pageLinks(f)
		s.weighPage(f)
	case ".svg":
		f.readSVG()
	case ".xml", ".atom":
		f.readXML()
	case ".json", ".webmanifest", ".geojson":
		f.readJSON()
	}
	if ext != ".html" {
		f.leftoversInText()
		s.fileLinks(f, f.refs)
	}
}

// forEach calls do for every file, on all processors. Each call may change its
// own file only, so the result does not depend on their order.
func forEach(files []*file, do func(*file)) {
	parallel.Do(len(files), func(i int) { do(files[i]) })
}

// suggestions lists the addresses of all pages and files, sorted.
func (s *site) suggestions() []string {
	s.addressesOnce.Do(func() {
		for _, f := range s.files {
			s.addresses = append(s.addresses, s.BasePath+address(f.Path))
		}
		slices.Sort(s.addresses)
	})
	return s.addresses
}
