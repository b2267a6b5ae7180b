package command

import (
	_ "embed"
	"flag"
	"fmt"
	"runtime"
	"runtime/debug"
)

// Version is the version of the programs, for build.json. It changes when the same
// inputs may give other bytes.
const Version = "1.1.0"

// The licences of what is compiled in, as its makers wrote them.
//
//go:embed notices.txt
var notices string

// VersionVerb tells what a program is, and what it is compiled from.
func VersionVerb() Verb {
	return Verb{Name: "version", Usage: "[-notices]", Explain: "tell the version, and the licences of what is compiled in",
		Flags: func(set *flag.FlagSet, o *Options) {
			set.BoolVar(&o.Notices, "notices", false, "print the licences of the libraries that are compiled in")
		}, Run: runVersion}
}

func runVersion(o Options, args []string, t Terminal) int {
	if t.NoArguments("version", args) {
		return Usage
	}
	if o.Notices {
		fmt.Fprint(t.Out, notices)
		return Done
	}
	fmt.Fprintf(t.Out, "%s %s, %s, %s/%s\n", t.Program, Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return Done
	}
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	if revision := set["vcs.revision"]; revision != "" {
		changed := map[string]string{"true": ", changed since"}[set["vcs.modified"]]
		fmt.Fprintf(t.Out, "revision %s of %s%s\n", revision, set["vcs.time"], changed)
	}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		fmt.Fprintf(t.Out, "%s %s\n", m.Path, m.Version)
	}
	return Done
}
