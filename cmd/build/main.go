// Command build turns content/, templates/ and static/ into public/, a folder
// that any static host can serve.
//
//	go run ./cmd/build [flags]         build the site
//	go run ./cmd/build VERB [flags]    one of the verbs below
//
// Exit codes: 0 done, 1 the site has problems or the build failed, 2 wrong use.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit codes of the program.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// A verb is one thing the program can do.
type verb struct {
	name    string
	usage   string // its arguments and what it does, one line each
	explain string
	flags   func(*flag.FlagSet, *options)
	run     func(options, []string, terminal) int
}

// A terminal is where a verb prints: results to out, problems to err.
type terminal struct {
	out, err io.Writer
	color    bool // whether err shows colours
}

func verbs() []verb {
	return []verb{
		{"build", "[-out DIR] [-base-url URL] [-drafts]", "build the site (the verb may be left out)", buildFlags, runBuild},
		{"serve", "[-addr 127.0.0.1:8080]", "show the site while it is being written, drafts included", serveFlags, runServe},
		{"check", "[-drafts] [-external]", "do all that a build does and write nothing", outwardFlags, runCheckOutward},
		{"new", "SLUG | chart ID", "make the skeleton of a page or a chart", newFlags, runNew},
		{"verify", "DIR | http://localhost:PORT/", "compare a folder, or a site served here, with its build.json", verifyFlags, runVerify},
		{"list", "[-as-of DATE]", "tell what waits for an editor: drafts, reviews, what is unused", listFlags, runList},
		{"schemas", "[-check]", "write the schemas by which editors' programs complete and check", schemasFlags, runSchemas},
	}
}

// run is the program: it finds the verb, reads its flags and returns the exit
// code.
func run(args []string, out, err io.Writer) int {
	t := terminal{out: out, err: err, color: showsColor(err)}
	all := verbs()
	v := all[0]
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		i := slices.IndexFunc(all, func(v verb) bool { return v.name == args[0] })
		if i < 0 {
			fmt.Fprintf(err, "build: unknown verb %q\n", args[0])
			usage(err, all)
			return exitUsage
		}
		v, args = all[i], args[1:]
	}
	o := options{meter: &meter{}}
	set := flag.NewFlagSet(v.name, flag.ContinueOnError)
	set.SetOutput(err)
	set.Usage = func() {
		fmt.Fprintf(err, "go run ./cmd/build %s %s\n  %s\n", v.name, v.usage, v.explain)
		set.PrintDefaults()
	}
	v.flags(set, &o)
	switch e := set.Parse(args); {
	case e == flag.ErrHelp:
		usage(err, all)
		return exitDone
	case e != nil:
		return exitUsage
	}
	if e := o.wrong(); e != nil {
		fmt.Fprintf(err, "build: %v\n", e)
		return exitUsage
	}
	stop, e := o.meter.start(err)
	if e != nil {
		return fail(t, e)
	}
	code := v.run(o, set.Args(), t)
	if e := stop(); e != nil {
		return fail(t, e)
	}
	return code
}

func usage(w io.Writer, all []verb) {
	fmt.Fprintln(w, "go run ./cmd/build [VERB] [flags]")
	for _, v := range all {
		fmt.Fprintf(w, "  %-8s %s\n           %s\n", v.name, v.usage, v.explain)
	}
	fmt.Fprintln(w, "exit codes: 0 done, 1 problems or failure, 2 wrong use")
}

// showsColor reports whether w is a terminal that wants colours: NO_COLOR turns
// them off.
func showsColor(w io.Writer) bool { return os.Getenv("NO_COLOR") == "" && isTerminal(w) }
