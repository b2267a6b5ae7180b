package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
)

// The exit codes of a program.
const (
	Done   = 0
	Failed = 1 // the site has problems, or the machine failed
	Usage  = 2 // wrong use
)

// A Program is a name and what it can do; the first verb may be left out.
type Program struct {
	Name  string // "build"
	Verbs []Verb
}

// A Verb is one thing that a program can do.
type Verb struct {
	Name    string
	Usage   string // its arguments
	Explain string // what it does, in one line
	Flags   func(*flag.FlagSet, *Options)
	Run     func(Options, []string, Terminal) int
}

// A Terminal is where a verb prints: results to Out, problems to Err.
type Terminal struct {
	Out, Err io.Writer
	Color    bool   // whether Err shows colours
	Program  string // what its messages begin with
}

// Run finds the verb, reads its flags, runs it and returns the exit code.
func (p Program) Run(args []string, out, err io.Writer) int {
	t := Terminal{Out: out, Err: err, Color: os.Getenv("NO_COLOR") == "" && isTerminal(err), Program: p.Name}
	v := p.Verbs[0]
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		i := slices.IndexFunc(p.Verbs, func(v Verb) bool { return v.Name == args[0] })
		if i < 0 {
			fmt.Fprintf(err, "%s: unknown verb %q\n", p.Name, args[0])
			p.usage(err)
			return Usage
		}
		v, args = p.Verbs[i], args[1:]
	}
	o := Options{meter: &meter{}}
	set := flag.NewFlagSet(v.Name, flag.ContinueOnError)
	set.SetOutput(err)
	set.Usage = func() {
		fmt.Fprintf(err, "go run ./cmd/%s %s %s\n  %s\n", p.Name, v.Name, v.Usage, v.Explain)
		set.PrintDefaults()
	}
	if v.Flags != nil {
		v.Flags(set, &o)
	}
	switch e := set.Parse(args); {
	case e == flag.ErrHelp:
		p.usage(err)
		return Done
	case e != nil:
		return Usage
	}
	if e := o.validate(); e != nil {
		return t.WrongUse(e.Error())
	}
	stop, e := o.meter.start(err)
	if e != nil {
		return t.Fail(e)
	}
	code := v.Run(o, set.Args(), t)
	if e := stop(); e != nil {
		return t.Fail(e)
	}
	return code
}

func (p Program) usage(w io.Writer) {
	fmt.Fprintf(w, "go run ./cmd/%s [VERB] [flags]\n", p.Name)
	for _, v := range p.Verbs {
		fmt.Fprintf(w, "  %-8s %s\n           %s\n", v.Name, v.Usage, v.Explain)
	}
	fmt.Fprintln(w, "exit codes: 0 done, 1 problems or failure, 2 wrong use")
}

// WrongUse says what is wrong with the flags or arguments of a verb.
func (t Terminal) WrongUse(text string) int {
	fmt.Fprintf(t.Err, "%s: %s\n", t.Program, text)
	return Usage
}

// NoArguments refuses arguments of a verb that takes none. It reports whether
// there were any.
func (t Terminal) NoArguments(verb string, args []string) bool {
	if len(args) > 0 {
		t.WrongUse(fmt.Sprintf("%s takes no arguments, not %q", verb, args[0]))
	}
	return len(args) > 0
}

// Fail prints a failure of the machine, or a refusal with its cure.
func (t Terminal) Fail(err error) int {
	fmt.Fprintf(t.Err, "%s: %v\n", t.Program, err)
	if refusal, ok := errors.AsType[*output.Refusal](err); ok && refusal.Hint != "" {
		fmt.Fprintf(t.Err, "  hint: %s\n", refusal.Hint)
	}
	return Failed
}

// Code is the exit code of a run that printed its problems.
func (t Terminal) Code(err error, problems diag.List) int {
	switch {
	case err != nil:
		return t.Fail(err)
	case len(problems) > 0:
		return Failed
	}
	return Done
}

// Count writes a number of things: "1 page", "3 pages".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Differences prints in what a site is not what its build.json says.
func (t Terminal) Differences(site string, all []output.Difference) int {
	for _, d := range all {
		fmt.Fprintf(t.Err, "%s %s\n", d.Path, d.Text)
	}
	if len(all) > 0 {
		return Failed
	}
	fmt.Fprintf(t.Out, "%s is what build.json says\n", site)
	return Done
}
