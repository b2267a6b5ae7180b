package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/content"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
)

// A memory knows the last build that went well, so that a build of the same
// inputs by the same program can tell at once that there is nothing to do. It
// trusts bytes alone: those of every input, and those of every file written.
type memory struct {
	cache *cache.Cache
	key   [][]byte // what the build depends on; nil when that cannot be told
}

// An outcome is what a build that went well leaves to be said.
type outcome struct {
	Manifest      []byte // hash of the list of files written
	Pages, Charts int
	Held, Unshown []string
}

// remember opens the memory of builds with these options, and reads the inputs.
func remember(root fs.FS, o options) (memory, fs.FS) {
	program, err := cache.Program()
	if o.caches == "" || o.json || err != nil {
		return memory{}, root
	}
	m := memory{cache: cache.Open(filepath.Join(o.caches, "last"), program, 4)}
	var files map[string][]byte
	if m.key, files = dependencies(root, o); m.key == nil {
		return m, root
	}
	return m, newSnapshot(root, files)
}

// dependencies lists what the bytes of a site depend on besides the program:
// the options, the host's environment and every input, which it reads.
func dependencies(root fs.FS, o options) (key [][]byte, read map[string][]byte) {
	key = [][]byte{fmt.Appendf(nil, "%q %v", o.baseURL, o.drafts)}
	for _, name := range []string{"NETLIFY", "CONTEXT", "URL", "DEPLOY_PRIME_URL"} {
		key = append(key, []byte(os.Getenv(name)))
	}
	var files []string
	for _, dir := range inputs {
		in, problems, err := content.Files(root, dir)
		if err != nil || len(problems) > 0 {
			return nil, nil
		}
		files = append(files, in...)
	}
	type input struct {
		data, sum []byte
		err       error
	}
	read = make(map[string][]byte, len(files))
	for i, in := range parallel.Map(files, func(name string) (in input) {
		if in.data, in.err = fs.ReadFile(root, name); in.err == nil {
			sum := sha256.Sum256(in.data)
			in.sum = append(sum[:], name...)
		}
		return in
	}) {
		if in.err != nil {
			return nil, nil // the build itself tells why
		}
		key = append(key, in.sum)
		read[files[i]] = in.data
	}
	return key, read
}

// done tells what the last build with these inputs made, if the folder still
// holds exactly that.
func (m memory) done(folder string) (outcome, output.Report, bool) {
	var o outcome
	if m.key == nil || json.Unmarshal(m.cache.Find("build", m.key), &o) != nil {
		return outcome{}, output.Report{}, false
	}
	report, same := output.Holds(folder, o.Manifest)
	return o, report, same
}

// keep remembers a build that went well.
func (m memory) keep(made made, manifest []byte) error {
	if m.key == nil {
		return nil
	}
	data, err := json.Marshal(outcome{manifest, made.pages, made.charts, made.held, made.unshown})
	if err != nil {
		panic(err) // numbers and texts always encode
	}
	m.cache.Keep("build", m.key, data)
	return m.cache.Save()
}
