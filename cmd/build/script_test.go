package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"sharingthecost/internal/command"
	"sharingthecost/internal/golden"
	"sharingthecost/internal/sitetest"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"build": main})
}

// TestScripts runs the real program, a script for each promise. A script
// starts in a folder that holds the smallest whole site; files in the script take
// the place of those of the site.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: golden.Update(),
		Setup: func(env *testscript.Env) error {
			for _, f := range sitetest.Files() {
				name := filepath.Join(env.WorkDir, f.Name)
				if _, err := os.Stat(name); err == nil {
					continue // the script has its own
				}
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					return err
				}
				if err := os.WriteFile(name, f.Data, 0o644); err != nil {
					return err
				}
			}
			env.Setenv("NO_COLOR", "1")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"nofiles": noFiles, "nowhere": nowhere},
	})
}

// noFiles fails when a folder holds any file, or does so unless negated.
func noFiles(ts *testscript.TestScript, neg bool, args []string) {
	found := ""
	filepath.WalkDir(ts.MkAbs(args[0]), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && found == "" {
			found = path
		}
		return nil
	})
	if (found != "") != neg {
		ts.Fatalf("files in %s: %q", args[0], found)
	}
}

// nowhere fails when a text occurs in any file of a folder.
func nowhere(ts *testscript.TestScript, _ bool, args []string) {
	filepath.WalkDir(ts.MkAbs(args[1]), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, err := os.ReadFile(path)
			ts.Check(err)
			if bytes.Contains(text, []byte(args[0])) {
				ts.Fatalf("%q is in %s", args[0], path)
			}
		}
		return err
	})
}

// Done, failed and wrong use have three exit codes.
func TestExitCodes(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		args []string
		want int
	}{
		{[]string{"-h"}, command.Done},
		{[]string{"check"}, command.Failed}, // no content folder
		{[]string{"-no-such-flag"}, command.Usage},
		{[]string{"nosuchverb"}, command.Usage},
		{[]string{"check", "extra"}, command.Usage},
		{[]string{"-base-url", "example.com"}, command.Usage},
	} {
		if got := program().Run(c.args, io.Discard, io.Discard); got != c.want {
			t.Errorf("%v exits with %d, want %d", c.args, got, c.want)
		}
	}
}
