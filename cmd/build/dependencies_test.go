package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sharingthecost/internal/golden"
)

// A dependency is a row of docs/dependencies.md.
type dependency struct{ name, version, licence, use string }

var dependencyRow = regexp.MustCompile(`(?m)^\| (\S+) \| (v?[0-9]\S*) \| (\S+) \| (.+) \|$`)

func listed(t *testing.T) map[string]dependency {
	t.Helper()
	text, err := os.ReadFile("../../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]dependency{}
	for _, m := range dependencyRow.FindAllStringSubmatch(string(text), -1) {
		if _, twice := out[m[1]]; twice {
			t.Errorf("%s is listed twice", m[1])
		}
		out[m[1]] = dependency{m[1], m[2], m[3], m[4]}
	}
	return out
}

// The page lists what go.mod and package.json ask for, and nothing else.
func TestDependenciesAreListed(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) (v\S+)`).FindAllStringSubmatch(string(mod), -1) {
		want[m[1]] = m[2]
	}
	text, err := os.ReadFile("../../e2e/package.json")
	if err != nil {
		t.Fatal(err)
	}
	var npm struct {
		Dependencies    map[string]string
		DevDependencies map[string]string
	}
	if err := json.Unmarshal(text, &npm); err != nil {
		t.Fatal(err)
	}
	if len(npm.Dependencies) > 0 {
		t.Error("the browser tests are no part of the site: devDependencies only")
	}
	for name, version := range npm.DevDependencies {
		if version[0] < '0' || version[0] > '9' {
			t.Errorf("%s %s: not one exact version", name, version)
		}
	}
	maps.Copy(want, npm.DevDependencies)
	have := listed(t)
	for name, version := range want {
		if have[name].version != version {
			t.Errorf("%s %s is listed as %q", name, version, have[name].version)
		}
	}
	for name := range have {
		if want[name] == "" {
			t.Errorf("%s is listed and not used", name)
		}
	}
}

// The licences that come with the program are those of the modules that are
// compiled into it, on any system: a golden, renewed with -update.
func TestNoticesAreTold(t *testing.T) {
	dirs := map[string]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}", "sharingthecost/cmd/build", "sharingthecost/cmd/serve")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Skipf("the modules cannot be listed here: %v", err)
		}
		for line := range strings.Lines(string(out)) {
			if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(name, "sharingthecost") {
				dirs[name] = dir
			}
		}
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	dirs["Go"] = strings.TrimSpace(string(root))
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(dirs)) {
		fmt.Fprintf(&b, "== %s\n\n%s\n", strings.Fields(name)[0], licenceOf(t, dirs[name]))
	}
	golden.Check(t, "../../internal/command/notices.txt", []byte(b.String()))
}

// licenceOf reads the licence files of a module.
func licenceOf(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "[LCN]*"))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, f := range files {
		base := filepath.Base(f)
		if strings.HasPrefix(base, "LICEN") || strings.HasPrefix(base, "COPYING") || strings.HasPrefix(base, "NOTICE") {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, strings.TrimSpace(string(text))+"\n")
		}
	}
	return strings.Join(texts, "\n")
}

// What a licence says that no other does.
var licenceWords = map[string]string{
	"MIT":          "Permission is hereby granted, free of charge",
	"BSD-3-Clause": "Redistribution and use in source and binary forms",
	"Apache-2.0":   "Apache License Version 2.0",
	"MPL-2.0":      "Mozilla Public License",
}

// The licence files of the modules say what the page says.
func TestLicencesAreTold(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Path}}\t{{.Dir}}", "all").Output()
	if err != nil {
		t.Skipf("the modules cannot be listed here: %v", err)
	}
	dirs := map[string]string{}
	for line := range strings.Lines(string(out)) {
		name, dir, _ := strings.Cut(strings.TrimSpace(line), "\t")
		dirs[name] = dir
	}
	for _, d := range slices.SortedFunc(maps.Values(listed(t)), func(a, b dependency) int { return strings.Compare(a.name, b.name) }) {
		dir := dirs[d.name]
		if dir == "" {
			continue // a package of npm, or a module that is not on this machine
		}
		text := strings.Join(strings.Fields(licenceOf(t, dir)), " ")
		if words := licenceWords[d.licence]; words == "" || !strings.Contains(text, words) {
			t.Errorf("%s: no %s in its licence files", d.name, d.licence)
		}
	}
}
