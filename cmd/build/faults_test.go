//go:build linux

package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/sys/unix"

	"sharingthecost/internal/command"
	"sharingthecost/internal/output"
	"sharingthecost/internal/sitetest"
)

// A place is a project on disk in which the real program runs.
type place struct {
	t   *testing.T
	dir string
}

// newPlace makes the smallest whole site in a folder that other users may read.
func newPlace(t *testing.T) place {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "project")
	if err := os.CopyFS(dir, smallSite(t)); err != nil {
		t.Fatal(err)
	}
	for d := dir; d != os.TempDir() && d != "/"; d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return place{t, dir}
}

func (p place) do(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p place) path(name string) string { return filepath.Join(p.dir, name) }

// run runs the program, at most half a minute, and gives what it printed as
// problems and its exit code.
func (p place) run(args ...string) (stderr string, code int) {
	p.t.Helper()
	return p.wait(exec.Command("build", args...))
}

// runAsNobody runs it without root's right to pass over permissions.
func (p place) runAsNobody(args ...string) (stderr string, code int) {
	p.t.Helper()
	return p.runProgramAsNobody("/proc/self/exe", args...)
}

func (p place) runProgramAsNobody(program string, args ...string) (stderr string, code int) {
	p.t.Helper()
	c := exec.Command(program, args...)
	c.Args[0] = "build"
	if os.Geteuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	return p.wait(c)
}

func (p place) wait(c *exec.Cmd) (string, int) {
	p.t.Helper()
	ctx, stop := context.WithTimeout(p.t.Context(), 30*time.Second)
	defer stop()
	var stderr bytes.Buffer
	c.Dir, c.Stderr, c.WaitDelay = p.dir, &stderr, time.Second
	c.Env = append(os.Environ(), "NO_COLOR=1", "GITHUB_ACTIONS=", "NETLIFY=")
	p.do(c.Start())
	go func() {
		<-ctx.Done()
		_ = c.Process.Kill() // too late when it has ended
	}()
	err := c.Wait()
	if c.ProcessState.ExitCode() < 0 {
		p.t.Fatalf("no end: %v", err)
	}
	return stderr.String(), c.ProcessState.ExitCode()
}

// entries lists all that is in the project, but for the cache.
func (p place) entries() []string {
	p.t.Helper()
	var out []string
	p.do(filepath.WalkDir(p.dir, func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.Name() == ".cache" {
			return fs.SkipDir
		}
		out = append(out, name)
		return err
	}))
	return out
}

// refuses runs the program and wants its exact words, and nothing written.
func (p place) refuses(want string, run func(...string) (string, int), args ...string) {
	p.t.Helper()
	before := p.entries()
	got, code := run(args...)
	if got != want || code != command.Failed {
		p.t.Errorf("exit code %d\n%s\nwant\n%s", code, got, want)
	}
	if after := p.entries(); !slices.Equal(before, after) {
		p.t.Errorf("before: %v\nafter: %v", before, after)
	}
}

const (
	onlyFiles = "  hint: only files and folders belong here\n1 problem\n"
	noLinks   = "  hint: put the file itself here; the build follows no links\n1 problem\n"
	rename    = "  hint: rename it: letters, digits and . _ - only\n1 problem\n"
	linkError = "a symbolic link; put the file itself here, the build follows no links\n"
)

// What may stand in the folders that the program reads, by the hand of a person
// or of another program, and what it says then.
var oddInputs = []struct {
	name string
	make func(p place) error
	want string
}{
	{"a pipe among the pages", func(p place) error { return unix.Mkfifo(p.path("content/pipe.md"), 0o644) },
		"content/pipe.md: a named pipe\n" + onlyFiles},
	{"a pipe among the static files", func(p place) error { return unix.Mkfifo(p.path("static/pipe"), 0o644) },
		"static/pipe: a named pipe\n" + onlyFiles},
	{"a pipe as a template", func(p place) error { return unix.Mkfifo(p.path("templates/pipe.html"), 0o644) },
		"build: read the template: open templates/pipe.html: neither a file nor a folder\n"},
	{"a pipe as the settings", func(p place) error { return p.replaced("content/site.yaml", unix.S_IFIFO, 0) },
		"build: read the settings: open content/site.yaml: neither a file nor a folder\n"},
	{"a pipe as the figures", func(p place) error { return p.replaced("content/figures.yaml", unix.S_IFIFO, 0) },
		"build: read content/figures.yaml: open content/figures.yaml: neither a file nor a folder\n"},
	{"a pipe as data", func(p place) error { return p.replaced("content/data/contribution.csv", unix.S_IFIFO, 0) },
		"build: read the table content/data/contribution.csv: open content/data/contribution.csv: neither a file nor a folder\n"},
	{"a pipe as a chart", func(p place) error { return p.replaced("content/charts/contribution.yaml", unix.S_IFIFO, 0) },
		"build: read the chart content/charts/contribution.yaml: open content/charts/contribution.yaml: neither a file nor a folder\n"},
	{"a socket", func(p place) error { return unix.Mknod(p.path("content/socket.md"), unix.S_IFSOCK|0o644, 0) },
		"content/socket.md: a socket\n" + onlyFiles},
	{"a device without end as the figures", func(p place) error { return p.replaced("content/figures.yaml", unix.S_IFCHR, 1<<8|5) },
		"build: read content/figures.yaml: open content/figures.yaml: neither a file nor a folder\n"},
	{"a device among the pages", func(p place) error {
		return unix.Mknod(p.path("content/zero.md"), unix.S_IFCHR|0o644, 1<<8|5)
	},
		"content/zero.md: a device\n" + onlyFiles},
	{"a link out of content", func(p place) error { return os.Symlink("/etc/passwd", p.path("content/passwd.md")) },
		"content/passwd.md: a symbolic link\n" + noLinks},
	{"a link inside content", func(p place) error { return os.Symlink("demand.md", p.path("content/other.md")) },
		"content/other.md: a symbolic link\n" + noLinks},
	{"a link out of static", func(p place) error { return os.Symlink("/etc", p.path("static/etc")) },
		"static/etc: a symbolic link\n" + noLinks},
	{"a link to nothing", func(p place) error { return os.Symlink("nothing", p.path("static/nothing.txt")) },
		"static/nothing.txt: a symbolic link\n" + noLinks},
	{"a link as a template", func(p place) error { return os.Symlink("/etc/passwd", p.path("templates/passwd.html")) },
		"build: read the template: open templates/passwd.html: " + linkError},
	{"a link as the figures", func(p place) error { return p.moved("content/figures.yaml") },
		"build: read content/figures.yaml: open content/figures.yaml: " + linkError},
	{"a link as the folder of data", func(p place) error { return p.moved("content/data") },
		"build: list content/data: open content/data: " + linkError},
	{"a link as the static folder", func(p place) error { return p.moved("static") },
		"build: read the folder static: open static: " + linkError},
	{"a name with a space", func(p place) error { return p.page("content/a b.md") },
		"content/a b.md: the name \"a b.md\" has the character \" \"\n" + rename},
	{"a name with a line end", func(p place) error { return p.page("content/a\nb.md") },
		"content/a\\u000ab.md: the name \"a\\nb.md\" has the character \"\\n\"\n" + rename},
	{"a name in Hangul", func(p place) error { return p.page("content/방위비.md") },
		"content/방위비.md: the name \"방위비.md\" has the character \"방\"\n" + rename},
	{"a name that is not UTF-8", func(p place) error { return p.page("content/a\xff.md") },
		"content/a\uFFFD.md: the name \"a\\xff.md\" has the character \"\uFFFD\"\n" + rename},
	{"a name with two dots", func(p place) error { return p.page("content/a..md") },
		"content/a..md: the file a..md has other characters than lower-case letters, digits and single hyphens\n  hint: rename it to a.md\n1 problem\n"},
	{"a name with markup", func(p place) error { return p.page("content/<img src=x onerror=alert(1)>.md") },
		"content/<img src=x onerror=alert(1)>.md: the name \"<img src=x onerror=alert(1)>.md\" has the character \"<\"\n" + rename},
	{"a static file with a quote", func(p place) error { return p.page("static/a\"b.txt") },
		"static/a\"b.txt: the name \"a\\\"b.txt\" has the character \"\\\"\"\n" + rename},
	{"a static name with Hangul", func(p place) error { return p.page("static/방위비.csv") },
		"static/방위비.csv: the name \"방위비.csv\" has the character \"방\"\n" + rename},
	{"no content", func(p place) error { return os.RemoveAll(p.path("content")) },
		"content: there is no folder content\n  hint: run the build in the root of the project\n1 problem\n"},
	{"a folder as the figures", func(p place) error {
		p.do(os.Remove(p.path("content/figures.yaml")))
		return os.Mkdir(p.path("content/figures.yaml"), 0o755)
	}, "build: read content/figures.yaml: read ./content/figures.yaml: is a directory\n"},
}

// replaced puts a special file in a file's place.
func (p place) replaced(name string, mode uint32, device int) error {
	p.do(os.Remove(p.path(name)))
	return unix.Mknod(p.path(name), mode|0o644, device)
}

// moved puts a link in the place of a file or folder, which goes elsewhere.
func (p place) moved(name string) error {
	elsewhere := filepath.Join(p.t.TempDir(), "elsewhere")
	p.do(os.Rename(p.path(name), elsewhere))
	return os.Symlink(elsewhere, p.path(name))
}

func (p place) page(name string) error {
	return os.WriteFile(p.path(name), []byte("---\ntitle: A page\ndescription: A page that has a name which cannot become an address.\ndate: 2026-11-01\n---\n\nText.\n"), 0o644)
}

func TestOddInputs(t *testing.T) {
	for _, c := range oddInputs {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := newPlace(t)
			if err := c.make(p); err != nil {
				t.Skipf("cannot be made here: %v", err) // a device needs root, some systems have no such names
			}
			p.refuses(c.want, p.run)
		})
	}
}

// What is no file or folder is told although all else is as it was built before.
func TestOddInputsBesideABuiltSite(t *testing.T) {
	p := newPlace(t)
	if stderr, code := p.run(); code != command.Done {
		t.Fatal(stderr)
	}
	for name, make := range map[string]func(string) error{
		"static/link.txt":  func(name string) error { return os.Symlink("/etc/passwd", name) },
		"content/pipe.md":  func(name string) error { return unix.Mkfifo(name, 0o644) },
		"content/Bad name": func(name string) error { return os.Mkdir(name, 0o755) },
		"content/a\xff.md": func(name string) error { return os.WriteFile(name, nil, 0o644) },
	} {
		if err := make(p.path(name)); err != nil {
			t.Skipf("cannot be made here: %v", err)
		}
		if stderr, code := p.run(); code != command.Failed {
			t.Errorf("%q is passed over: exit code %d, %s", name, code, stderr)
		}
		p.do(os.Remove(p.path(name)))
	}
}

// Places where a site must not be written.
func TestOddTargets(t *testing.T) {
	const another = "  hint: remove it, or choose another folder with -out\n"
	const beside = "  hint: choose a folder beside content, such as public, with -out\n"
	for _, c := range []struct {
		out  string
		make func(p place) error
		want string
	}{
		{"public", func(p place) error { return os.WriteFile(p.path("public"), nil, 0o644) }, "build: public is not a folder\n" + another},
		{"public", func(p place) error { return unix.Mkfifo(p.path("public"), 0o644) }, "build: public is not a folder\n" + another},
		{"public", func(p place) error { return os.Symlink(p.t.TempDir(), p.path("public")) },
			"build: public is a symbolic link\n  hint: write to the folder that it points to, or remove the link\n"},
		{".", nil, "build: . holds the project itself\n" + beside},
		{"..", nil, "build: .. holds the project itself\n" + beside},
		{"content", nil, "build: content holds the input folder content\n" + beside},
		{"content/public", nil, "build: content/public lies in the input folder content\n" + beside},
		{"static/../static/x", nil, "build: static/x lies in the input folder static\n" + beside},
		{"/", nil, "build: / is the root of the file system\n  hint: choose another folder with -out\n"},
		{"no/such/place", nil, "build: no/such, the parent of the folder to write to, does not exist\n  hint: make it first, or choose another folder with -out\n"},
		{"public", func(p place) error {
			p.do(os.Mkdir(p.path("public"), 0o755))
			return os.WriteFile(p.path("public/precious.txt"), []byte("keep"), 0o644)
		}, "build: public was not made by this program: it has no build.json\n  hint: nothing in it was changed; choose another folder with -out, or move away what is in it\n"},
	} {
		t.Run(c.out, func(t *testing.T) {
			p := newPlace(t)
			if c.make != nil {
				p.do(c.make(p))
			}
			p.refuses(c.want, p.run, "-out", c.out)
		})
	}
}

// What may stand where the caches lie. One that cannot be read is as none, and
// is replaced; one that cannot be written is an error with its path.
func TestOddCaches(t *testing.T) {
	pipe := func(p place, name string) error { return unix.Mkfifo(p.path(name), 0o644) }
	device := func(p place, name string) error { return unix.Mknod(p.path(name), unix.S_IFCHR|0o644, 1<<8|5) }
	file := func(p place, name string) error { return os.WriteFile(p.path(name), []byte("text"), 0o644) }
	secret := func(p place, name string) error { return os.WriteFile(p.path(name), []byte("text"), 0) }
	readOnly := func(p place, name string) error { return os.Mkdir(p.path(name), 0o555) }
	closed := func(p place, name string) error { return os.Mkdir(p.path(name), 0) }
	dangling := func(p place, name string) error { return os.Symlink("nothing", p.path(name)) }
	program := readableProgram(t)
	for _, c := range []struct {
		what  string
		make  func(p place, name string) error
		names string
		want  string // after "build: save the cache "; empty: the site is built
	}{
		{"a pipe", pipe, ".cache/memo", ""},
		{"a device without end", device, ".cache/memo", ""},
		{"a link to nothing", dangling, ".cache/memo", ""},
		{"an unreadable file", secret, ".cache/memo", ""},
		{"a pipe", pipe, ".cache", ".cache/memo: not a directory\n"},
		{"a device", device, ".cache", ".cache/memo: not a directory\n"},
		{"a file", file, ".cache", ".cache/memo: not a directory\n"},
		{"a link to nothing", dangling, ".cache", ".cache/memo: file exists\n"},
		{"a read-only folder", readOnly, ".cache", ".cache/memo: permission denied\n"},
		{"an unreadable folder", closed, ".cache", ".cache/memo: permission denied\n"},
	} {
		for name := range strings.FieldsSeq(c.names) {
			t.Run(c.what+" as "+name, func(t *testing.T) {
				t.Parallel()
				p := newPlace(t)
				run := func(args ...string) (string, int) { return p.runProgramAsNobody(program, args...) }
				p.do(os.Chmod(p.dir, 0o777))
				if filepath.Dir(name) == ".cache" {
					p.do(os.Mkdir(p.path(".cache"), 0o755))
					p.do(os.Chmod(p.path(".cache"), 0o777))
				}
				if err := c.make(p, name); err != nil {
					t.Skipf("cannot be made here: %v", err)
				}
				if c.want != "" {
					p.refuses("build: save the cache "+strings.Replace(c.want, "NAME", name, 1), run)
					if stderr, code := run("-cache", ""); code != command.Done {
						t.Errorf("without a cache: exit code %d\n%s", code, stderr)
					}
					return
				}
				if stderr, code := run(); code != command.Done || stderr != "" {
					t.Errorf("exit code %d\n%s", code, stderr)
				}
				whole(t, p.path("public"))
				if info, err := os.Lstat(p.path(name)); err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
					t.Errorf("%s is not replaced: %v %v", name, info, err)
				}
			})
		}
	}
}

// readableProgram is a copy of the program that every user may read: one that
// cannot read itself remembers nothing.
func readableProgram(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		t.Skip(err)
	}
	p := newPlace(t)
	p.do(os.WriteFile(p.path("build"), data, 0o755))
	return p.path("build")
}

// What is remembered is written when the site stands, so a failure to put it into
// its place leaves the new site, whole.
func TestUnwritableMemo(t *testing.T) {
	p := newPlace(t)
	p.do(os.MkdirAll(p.path(".cache/memo"), 0o755))
	stderr, code := p.run()
	if want := "build: save the cache .cache/memo: file exists\n"; stderr != want || code != command.Failed {
		t.Errorf("exit code %d, %s\nwant %s", code, stderr, want)
	}
	whole(t, p.path("public"))
}

// What an author can mend is told even when the cache cannot be written.
func TestProblemsBeforeTheCache(t *testing.T) {
	p := newPlace(t)
	p.do(os.WriteFile(p.path(".cache"), nil, 0o644))
	p.do(os.Symlink("/etc/passwd", p.path("content/passwd.md")))
	if stderr, code := p.run(); code != command.Failed || !strings.Contains(stderr, "content/passwd.md: a symbolic link\n") {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
}

func TestUnreadableInput(t *testing.T) {
	for name, want := range map[string]string{
		"content/demand.md":    "build: read the inputs: open content/demand.md: permission denied\n",
		"content/figures.yaml": "build: read the inputs: open content/figures.yaml: permission denied\n",
		"templates/page.html":  "build: read the inputs: open templates/page.html: permission denied\n",
		"static/js/site.js":    "build: read the inputs: open static/js/site.js: permission denied\n",
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlace(t)
			p.do(os.Chmod(p.path(name), 0))
			p.refuses(want, p.runAsNobody, "-cache", "")
		})
	}
}

func TestReadOnlyProject(t *testing.T) {
	p := newPlace(t)
	p.do(os.Chmod(p.dir, 0o555))
	defer os.Chmod(p.dir, 0o755)
	p.refuses("build: make the folder .public.build: permission denied\n", p.runAsNobody, "-cache", "")
}

// A disk too small for the site: the error names the file, the old site stays.
func TestFullDisk(t *testing.T) {
	p := newPlace(t)
	disk := t.TempDir()
	if err := unix.Mount("tmpfs", disk, "tmpfs", 0, "size=1200k"); err != nil { // the site twice, but not the big file too
		t.Skipf("cannot mount a file system here: %v", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(disk, 0) })
	target := filepath.Join(disk, "public")
	big := p.path("static/big.bin")
	p.do(os.WriteFile(big, nil, 0o644))
	if stderr, code := p.run("-out", target); code != command.Done {
		t.Fatal(stderr)
	}
	p.do(os.WriteFile(big, make([]byte, 1<<20), 0o644))
	stderr, code := p.run("-out", target)
	// Files are written side by side: it may be another one for which no room is left.
	if want := "build: write " + disk + "/.public.build/new/"; !strings.HasPrefix(stderr, want) || !strings.HasSuffix(stderr, ": no space left on device\n") || code != command.Failed {
		t.Errorf("exit code %d, %s\nwant %s", code, stderr, want)
	}
	whole(t, target)
	if left, _ := os.ReadDir(disk); len(left) != 1 {
		t.Errorf("left on the disk: %v", left)
	}
}

// whole fails unless a folder holds exactly what its manifest says.
func whole(t *testing.T, dir string) {
	t.Helper()
	differences, err := output.Verify(os.DirFS(dir))
	if err != nil || len(differences) > 0 {
		t.Fatalf("%s: %v %v", dir, differences, err)
	}
}

// While another build holds the lock, a second one names it and does nothing.
func TestLockNamesTheOther(t *testing.T) {
	p := newPlace(t)
	p.do(os.Mkdir(p.path(".public.build"), 0o755))
	lock, err := os.Create(p.path(".public.build/lock"))
	p.do(err)
	defer lock.Close()
	p.do(os.WriteFile(p.path(".public.build/holder"), []byte("process 42 on host elsewhere\n"), 0o644))
	p.do(unix.Flock(int(lock.Fd()), unix.LOCK_EX|unix.LOCK_NB))
	p.refuses("build: another build is writing public (process 42 on host elsewhere)\n  hint: wait until it has ended\n", p.run)
}

// Builds that run at the same time write one whole site, and those that come
// too late say so.
func TestManyBuildsAtOnce(t *testing.T) {
	p := newPlace(t)
	var group sync.WaitGroup
	for range 6 {
		group.Go(func() {
			stderr, code := p.run()
			if code != command.Done && !strings.HasPrefix(stderr, "build: another build is writing public (process ") {
				t.Errorf("exit code %d: %s", code, stderr)
			}
		})
	}
	group.Wait()
	whole(t, p.path("public"))
	if _, err := os.Stat(p.path(".public.build")); err == nil {
		t.Error("the work folder is left")
	}
}

// The program killed at moments spread over its whole run leaves the old site
// or the new one. Package output kills its writing at every file, and at 200
// moments.
func TestProgramKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	p := newPlace(t)
	start := time.Now()
	if stderr, code := p.run(); code != command.Done {
		t.Fatal(stderr)
	}
	length := time.Since(start)
	const kills = 30
	for i := range kills {
		note := fmt.Sprintf("note %d", i)
		p.do(os.WriteFile(p.path("static/note.txt"), []byte(note), 0o644))
		c := exec.Command("build")
		c.Dir = p.dir
		p.do(c.Start())
		time.Sleep(length * time.Duration(i+1) / kills)
		_ = c.Process.Kill() // too late when it has ended
		_ = c.Wait()
		whole(t, p.path("public"))
	}
	if stderr, code := p.run(); code != command.Done {
		t.Fatalf("after the kills: %s", stderr)
	}
	for _, name := range p.entries() {
		if strings.HasPrefix(filepath.Base(name), ".public") {
			t.Errorf("%s is left", name)
		}
	}
}

// A finished site that somebody edits while the program builds the next one, at
// moments spread over its run, is replaced by the next one, whole.
func TestEditedWhileItBuilds(t *testing.T) {
	p := newPlace(t)
	start := time.Now()
	if stderr, code := p.run(); code != command.Done {
		t.Fatal(stderr)
	}
	length := time.Since(start)
	const edits = 5
	for i := range edits {
		old, err := os.OpenRoot(p.path("public")) // stays that site, wherever it is moved
		p.do(err)
		note := fmt.Sprintf("note %d", i)
		p.do(os.WriteFile(p.path("static/note.txt"), []byte(note), 0o644))
		edited := make(chan struct{})
		go func() {
			defer close(edited)
			time.Sleep(length * time.Duration(i) / edits)
			_ = old.WriteFile("index.html", []byte("edited"), 0o644) // it may be gone already
			_ = old.RemoveAll("demand")
		}()
		if stderr, code := p.run(); code != command.Done {
			t.Errorf("edited after %d of %d parts of the run: exit code %d\n%s", i, edits, code, stderr)
		}
		<-edited
		p.do(old.Close())
		whole(t, p.path("public"))
		if text, _ := os.ReadFile(p.path("public/note.txt")); string(text) != note {
			t.Errorf("the site says %q, not %q", text, note)
		}
	}
}

// vanished is a file system in which one file is listed and then gone.
type vanished struct {
	fstest.MapFS
	name string
}

func (v vanished) Open(name string) (fs.File, error) {
	if name == v.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return v.MapFS.Open(name)
}

func (v vanished) ReadFile(name string) ([]byte, error) {
	if name == v.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return v.MapFS.ReadFile(name)
}

// A file that vanishes between being listed and being read stops the build with
// its name, whichever it is.
func TestVanishedInput(t *testing.T) {
	site := sitetest.Small()
	o := small(nil)
	for name := range site {
		if name == "content/checks.yaml" {
			continue // a site may have none
		}
		m, problems, err := makeSite(vanished{site, name}, o)
		if err == nil && len(problems) == 0 {
			t.Errorf("%s: a site of %d pages is made without it", name, m.Pages)
			continue
		}
		said := fmt.Sprint(err, problems)
		if !strings.Contains(said, name) {
			t.Errorf("%s is not named: %s", name, said)
		}
	}
}
