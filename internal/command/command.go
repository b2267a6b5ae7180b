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

	commands *strings.Replacer // nil: commands are as they are in the repository
}

// Run finds the verb, reads its flags, runs it and returns the exit code.
func (p Program) Run(args []string, out, err io.Writer) int {
	t := Terminal{Out: out, Err: err, Color: os.Getenv("NO_COLOR") == "" && isTerminal(err), Program: p.Name, commands: In("")}
	v, args, ok := p.verb(args, t)
	if !ok {
		return Usage
	}
	o := Options{meter: &meter{}}
	set := flag.NewFlagSet(v.Name, flag.ContinueOnError)
	set.SetOutput(err)
	set.Usage = func() {
		fmt.Fprintf(err, "%s %s %s\n  %s\n", t.Commands("go run ./cmd/"+p.Name), v.Name, v.Usage, v.Explain)
		set.PrintDefaults()
	}
	set.StringVar(&o.dir, "C", "", "work in `DIR`, from which all that is named is then found, as in go -C")
	if v.Flags != nil {
		v.Flags(set, &o)
	}
	switch e := set.Parse(args); {
	case e == flag.ErrHelp:
		p.usage(t)
		return Done
	case e != nil:
		return Usage
	}
	if o.dir != "" {
		t.commands = In(o.dir)
		if e := os.Chdir(o.dir); e != nil {
			return t.WrongUse(fmt.Sprintf("-C: %v", e))
		}
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

// verb finds the verb among the arguments, and gives the others.
func (p Program) verb(args []string, t Terminal) (v Verb, rest []string, ok bool) {
	at := beforeVerb(args)
	if len(args) <= at || strings.HasPrefix(args[at], "-") {
		return p.Verbs[0], args, true
	}
	i := slices.IndexFunc(p.Verbs, func(v Verb) bool { return v.Name == args[at] })
	if i < 0 {
		fmt.Fprintf(t.Err, "%s: unknown verb %q\n", p.Name, args[at])
		p.usage(t)
		return v, nil, false
	}
	return p.Verbs[i], slices.Concat(args[:at], args[at+1:]), true
}

// beforeVerb is how many arguments may stand before the verb: those of -C DIR.
func beforeVerb(args []string) int {
	switch first := append(args, "")[0]; {
	case first == "-C" || first == "--C":
		return 2
	case strings.HasPrefix(first, "-C=") || strings.HasPrefix(first, "--C="):
		return 1
	}
	return 0
}

func (p Program) usage(t Terminal) {
	w := t.Err
	fmt.Fprintf(w, "%s [-C DIR] [VERB] [flags]\n", t.Commands("go run ./cmd/"+p.Name))
	for _, v := range p.Verbs {
		fmt.Fprintf(w, "  %-8s %s\n           %s\n", v.Name, v.Usage, v.Explain)
	}
	fmt.Fprintln(w, "exit codes: 0 done, 1 problems or failure, 2 wrong use")
}

// WrongUse says what is wrong with the flags or arguments of a verb.
func (t Terminal) WrongUse(text string) int {
	fmt.Fprintf(t.Err, "%s: %s\n", t.Program, t.Commands(text))
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
