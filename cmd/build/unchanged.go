package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/output"
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
	Digest        []byte // of the files written
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
	s, ok := takeSnapshot(root)
	if !ok {
		return m, root
	}
	m.key = dependencies(s, o)
	return m, s
}

// dependencies lists what the bytes of a site depend on besides the program:
// the options, the host's environment and every input.
func dependencies(s snapshot, o options) [][]byte {
	key := [][]byte{fmt.Appendf(nil, "%q %v", o.baseURL, o.drafts)}
	for _, name := range []string{"NETLIFY", "CONTEXT", "URL", "DEPLOY_PRIME_URL"} {
		key = append(key, []byte(os.Getenv(name)))
	}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		key = append(key, append(s.files[name].sum[:], name...))
	}
	return key
}

// done tells what the last build with these inputs made, if just that still
// stands.
func (m memory) done(site *output.Standing) (outcome, output.Report, bool) {
	var o outcome
	if m.key == nil || json.Unmarshal(m.cache.Find("build", m.key), &o) != nil {
		return outcome{}, output.Report{}, false
	}
	report, same := site.Holds(o.Digest)
	return o, report, same
}

// keep remembers a build that went well.
func (m memory) keep(made made, digest []byte) error {
	if m.key == nil {
		return nil
	}
	data, err := json.Marshal(outcome{digest, made.pages, made.charts, made.held, made.unshown})
	if err != nil {
		panic(err) // numbers and texts always encode
	}
	m.cache.Keep("build", m.key, data)
	return m.cache.Save()
}
