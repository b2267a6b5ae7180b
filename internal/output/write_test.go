package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// An empty folder, and what desktops leave in it, is replaced.
func TestWriteMakesTheFolder(t *testing.T) {
	tree := treeOf("index.html", "home", "a/b/c.css", "css")
	for _, there := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "public")
		if there {
			must(t, os.Mkdir(dir, 0o700))
			put(t, filepath.Join(dir, ".DS_Store"), "")
		}
		if r := mustWrite(t, tree, dir, Options{}); r.Files != 3 || r.Written != 3 || r.Kept != 0 || !r.Changed() {
			t.Errorf("got %+v", r)
		}
		holds(t, dir, tree)
		for p, want := range map[string]fs.FileMode{"": fs.ModeDir | 0o755, "a": fs.ModeDir | 0o755, "a/b": fs.ModeDir | 0o755, "a/b/c.css": 0o644} {
			if m := stat(t, filepath.Join(dir, p)).Mode(); m != want {
				t.Errorf("%q has mode %v", p, m)
			}
		}
	}
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, treeOf("a", "one", "b/c", "two", "gone", "x"), dir, Options{})
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for _, name := range []string{"a", "b/c"} {
		must(t, os.Chtimes(filepath.Join(dir, name), long, long))
	}
	after := treeOf("a", "ONE", "b/c", "two")
	r := mustWrite(t, after, dir, Options{})
	if r.Written != 2 || r.Kept != 1 || r.Files != 3 {
		t.Errorf("got %+v", r)
	}
	holds(t, dir, after)
	if got := stat(t, filepath.Join(dir, "b/c")).ModTime(); !got.Equal(long) {
		t.Errorf("the unchanged file has the time %v", got)
	}
	if got := stat(t, filepath.Join(dir, "a")).ModTime(); got.Equal(long) {
		t.Error("the changed file has its old time")
	}
}

// What people and programs do to a finished site.
var edits = []struct {
	what   string
	change func(dir string) error
	kept   int // of its three files
}{
	{"nothing", func(string) error { return nil }, 3},
	{"a file is removed", func(dir string) error { return os.Remove(dir + "/b/c") }, 2},
	{"a folder is removed", func(dir string) error { return os.RemoveAll(dir + "/b") }, 2},
	{"a file is edited in place", func(dir string) error { return os.WriteFile(dir+"/b/c", []byte("TWO"), 0o644) }, 2},
	{"a file is closed to others", func(dir string) error { return os.Chmod(dir+"/b/c", 0o600) }, 2},
	{"a file is read by nobody", func(dir string) error { return os.Chmod(dir+"/b/c", 0) }, 2},
	{"a folder takes a file's place", func(dir string) error { return errors.Join(os.Remove(dir+"/b/c"), os.Mkdir(dir+"/b/c", 0o755)) }, 2},
	{"all is removed", os.RemoveAll, 0},
	{"a file is added", func(dir string) error { return os.WriteFile(dir+"/b/d", nil, 0o644) }, -1},
	{"a link takes a file's place", func(dir string) error {
		return errors.Join(os.Rename(dir+"/b/c", dir+".c"), os.Symlink("../../public.c", dir+"/b/c"))
	}, -1},
	{"the manifest is removed", func(dir string) error { return os.Remove(dir + "/build.json") }, -1},
	{"the manifest is another one", func(dir string) error { return os.WriteFile(dir+"/build.json", []byte("{}"), 0o644) }, -1},
}

// Whatever is done to a finished site, Intact sees it, and the next build mends
// it or refuses to.
func TestEditedOutput(t *testing.T) {
	tree := treeOf("a", "one", "b/c", "two")
	for _, e := range edits {
		dir := filepath.Join(t.TempDir(), "public")
		written := mustWrite(t, tree, dir, Options{})
		folder := stat(t, dir)
		must(t, e.change(dir))
		before := listing(t, filepath.Dir(dir))
		report, intact := Intact(dir + "/")
		if want := (Report{Files: 3, Bytes: written.Bytes, Kept: 3, Digest: written.Digest}); intact != (e.kept == 3) || intact && report != want {
			t.Errorf("%s: intact: %v, %+v", e.what, intact, report)
		}
		r, err := Write(tree, dir, Options{})
		if e.kept < 0 {
			if _, refused := errors.AsType[*Refusal](err); !refused || listing(t, filepath.Dir(dir)) != before {
				t.Errorf("%s: %v", e.what, err)
			}
			continue
		}
		must(t, err)
		if r.Kept != e.kept || r.Written != 3-e.kept || r.Digest != written.Digest {
			t.Errorf("%s: got %+v", e.what, r)
		}
		if !r.Changed() && (listing(t, filepath.Dir(dir)) != before || !os.SameFile(folder, stat(t, dir))) {
			t.Errorf("%s: nothing has changed, and something was written", e.what)
		}
		holds(t, dir, tree)
		if m := stat(t, filepath.Join(dir, "b/c")).Mode(); m != 0o644 {
			t.Errorf("%s: mode %v", e.what, m)
		}
	}
}

// Whatever is done to the finished site while a build runs, the new one stands
// there afterwards, whole.
func TestEditedMeanwhile(t *testing.T) {
	for _, e := range edits {
		dir := filepath.Join(t.TempDir(), "public")
		mustWrite(t, treeOf("a", "one", "b/c", "two"), dir, Options{})
		var once sync.Once
		var tree Tree
		tree.Add(File{Path: "a", Source: "from a", Make: func() []byte { // asked for when the old site has been read
			once.Do(func() { must(t, e.change(dir)) })
			return []byte("ONE")
		}})
		mustWrite(t, &tree, dir, Options{})
		holds(t, dir, &tree)
	}
}

// A site that is not in a folder of its own is none.
func TestIntactNowhere(t *testing.T) {
	parent := t.TempDir()
	put(t, parent+"/file", "text")
	mustWrite(t, treeOf("a", "one"), parent+"/public", Options{})
	put(t, parent+"/public/.DS_Store", "")
	must(t, os.Symlink("public", parent+"/link"))
	for name, want := range map[string]bool{"public": true, "file": false, "link": false, "link/": false, "none": false, "": false} {
		if _, intact := Intact(parent + "/" + name); intact != want {
			t.Errorf("%q: %v", name, intact)
		}
	}
}

// Each case prepares a folder P and names a target in it; whatever stands there
// must be untouched afterwards.
func TestWriteRefuses(t *testing.T) {
	const choose = "choose a folder beside content, such as public, with -out"
	const foreign = "nothing in it was changed; choose another folder with -out, or move away what is in it"
	for _, tt := range []struct {
		name, target string
		prepare      func(t *testing.T, p string)
		text, hint   string
	}{
		{"foreign folder", "P/public", func(t *testing.T, p string) { put(t, p+"/public/thesis.doc", "years") },
			"P/public was not made by this program: it has no build.json", foreign},
		{"another program's manifest", "P/public", func(t *testing.T, p string) { put(t, p+"/public/build.json", "{}") },
			"P/public was not made by this program: build.json was written by another program", foreign},
		{"file of someone else", "P/public", func(t *testing.T, p string) {
			mustWrite(t, treeOf("a", "one"), p+"/public", Options{})
			put(t, p+"/public/x/CNAME", "example.org")
		}, `P/public has "x/CNAME" that the build did not make`, "nothing was changed; move it away first (files for every build belong in static)"},
		{"many files of someone else", "P/public", func(t *testing.T, p string) {
			mustWrite(t, treeOf("a", "one"), p+"/public", Options{})
			for _, name := range []string{"1", "2", "3", "4", "5"} {
				put(t, p+"/public/"+name, "")
			}
		}, `P/public has "1", "2", "3" and 2 more files that the build did not make`, "nothing was changed; move it away first (files for every build belong in static)"},
		{"symlink", "P/public", func(t *testing.T, p string) {
			put(t, p+"/real/x", "")
			must(t, os.Symlink("real", p+"/public"))
		}, "P/public is a symbolic link", "write to the folder that it points to, or remove the link"},
		{"dangling symlink", "P/public", func(t *testing.T, p string) { must(t, os.Symlink("nowhere", p+"/public")) },
			"P/public is a symbolic link", "write to the folder that it points to, or remove the link"},
		{"file", "P/public", func(t *testing.T, p string) { put(t, p+"/public", "text") },
			"P/public is not a folder", "remove it, or choose another folder with -out"},
		{"no parent", "P/build/public", nil,
			"P/build, the parent of the folder to write to, does not exist", "make it first, or choose another folder with -out"},
		{"project", "P", nil, "P holds the project itself", choose},
		{"above the project", "P/..", nil, "", choose},
		{"root", "/", nil, "/ is the root of the file system", "choose another folder with -out"},
		{"nothing", "", nil, "no folder to write to", "name one with -out"},
		{"input", "P/content", nil, "P/content holds the input folder content", choose},
		{"input by another way", "P/link/content", func(t *testing.T, p string) { must(t, os.Symlink(".", p+"/link")) },
			"P/link/content holds the input folder content", choose},
		{"in an input", "P/content/public", nil, "P/content/public lies in the input folder content", choose},
		{"someone's work folder", "P/public", func(t *testing.T, p string) { put(t, p+"/.public.build/new/x", "mine") },
			"P/.public.build, where the build works, was not made by it", "move it away"},
		{"work folder is a link", "P/public", func(t *testing.T, p string) { must(t, os.Symlink("content", p+"/.public.build")) },
			"P/.public.build, where the build works, was not made by it", "move it away"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := t.TempDir()
			put(t, p+"/content/index.md", "# Home")
			if tt.prepare != nil {
				tt.prepare(t, p)
			}
			before := listing(t, p)
			_, err := Write(treeOf("index.html", "new"), strings.Replace(tt.target, "P", p, 1), Options{Project: p, Inputs: []string{"content", "static"}})
			refusal, ok := errors.AsType[*Refusal](err)
			if !ok {
				t.Fatalf("got %v", err)
			}
			text := strings.ReplaceAll(refusal.Text, p, "P")
			if tt.text != "" && text != tt.text || refusal.Hint != tt.hint {
				t.Errorf("got %q\nhint %q", text, refusal.Hint)
			}
			if after := listing(t, p); after != before {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

func TestTwoBuildsAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var tree Tree
	var inner error
	tree.Add(File{Path: "a", Source: "from a", Make: func() []byte {
		_, inner = Write(treeOf("a", "two"), dir, Options{})
		return []byte("one")
	}})
	mustWrite(t, &tree, dir, Options{})
	holds(t, dir, treeOf("a", "one"))
	host, _ := os.Hostname()
	want := fmt.Sprintf("another build is writing %s (process %d on host %s)", dir, os.Getpid(), host)
	if refusal, ok := errors.AsType[*Refusal](inner); !ok || refusal.Text != want || refusal.Hint != "wait until it has ended" {
		t.Errorf("got %v", inner)
	}
}

// Many builds race for one folder. Each must either write its site or be told
// of another; in the end one whole site stands and nothing is left beside it.
func TestBuildsInARace(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	mustWrite(t, treeOf("n", "start"), dir, Options{})
	var group sync.WaitGroup
	for g := range 8 {
		group.Go(func() {
			for i := 10 * g; i < 10*g+10; i++ {
				_, err := Write(treeOf("n", strings.Repeat("x", i), "same", "same"), dir, Options{})
				if refusal, _ := errors.AsType[*Refusal](err); err != nil && (refusal == nil || !strings.HasPrefix(refusal.Text, "another build is writing ")) {
					t.Errorf("build %d: %v", i, err)
				}
			}
		})
	}
	group.Wait()
	wholeSite(t, dir)
	alone(t, parent, "public")
}

func TestLockOfADeadBuildIsNoObstacle(t *testing.T) {
	parent := t.TempDir()
	put(t, parent+"/.public.build/lock", "")
	put(t, parent+"/.public.build/holder", "process 1 on host long-gone\n")
	put(t, parent+"/.public.build/new/half", "written")
	put(t, parent+"/.public.build/old/index.html", "an old site whose new one stands")
	mustWrite(t, treeOf("a", "one"), parent+"/public-2", Options{})
	if _, err := os.Stat(parent + "/.public.build/new/half"); err != nil {
		t.Error("another target's work folder was touched")
	}
	must(t, os.Mkdir(parent+"/public", 0o755))
	mustWrite(t, treeOf("a", "one"), parent+"/public", Options{})
	alone(t, parent, "public", "public-2")
}
