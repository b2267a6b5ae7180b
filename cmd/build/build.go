package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
)

// runBuild makes the site and writes it.
func runBuild(o options, args []string, t terminal) int {
	return buildOn(o, func() *output.Standing {
		if o.caches == "" {
			return nil
		}
		return output.Look(o.out)
	}, args, t)
}

// buildOn does so with pages kept in the finished site that have not changed. When
// somebody is at that site meanwhile, so that such pages are gone, it begins anew
// and makes all of them.
func buildOn(o options, look func() *output.Standing, args []string, t terminal) int {
	start := time.Now()
	code, gone := buildOnce(o, look, start, args, t)
	if gone {
		code, _ = buildOnce(o, func() *output.Standing { return nil }, start, args, t)
	}
	return code
}

// buildOnce reports, and prints nothing, when pages that it wanted to keep are gone.
func buildOnce(o options, look func() *output.Standing, start time.Time, args []string, t terminal) (code int, gone bool) {
	root, err := openProject()
	if err != nil {
		return fail(t, err), false
	}
	easeCollector(0)
	o.meter.stage("look back")
	var last memory
	var stands *output.Standing
	parallel.All(
		func() { last, root = remember(root, o) },
		func() { stands = look() },
	)
	o.stands = stands
	if was, report, same := last.done(o.stands); same && len(args) == 0 {
		tell(o, made{pages: was.Pages, charts: was.Charts, held: was.Held, unshown: was.Unshown}, report, start, t)
		return exitDone, false
	}
	o.root = root
	if s, ok := root.(snapshot); ok {
		easeCollector(s.size())
	} else {
		restoreCollector()
	}
	if o.caches != "" {
		o.shelf = output.NewShelf(o.caches)
		defer o.shelf.Close()
	}
	m, code := prepare("build", o, args, t)
	switch {
	case o.stands.Err() != nil:
		return exitFailed, true
	case code != exitDone:
		return code, false
	}
	o.meter.stage("write")
	written, err := output.Write(m.tree, o.out, output.Options{Project: ".", Inputs: inputs, Program: version, Standing: o.stands})
	if err == nil {
		o.meter.stage("remember")
		err = last.keep(m, written.Digest)
	}
	switch {
	case errors.Is(err, output.ErrChanged) && o.stands != nil:
		return exitFailed, true
	case err != nil:
		return fail(t, err), false
	}
	tell(o, m, written, start, t)
	return exitDone, false
}

// tell says what a build made; for programs, that nothing is wrong.
func tell(o options, m made, written output.Report, start time.Time, t terminal) {
	if o.json {
		diag.JSON(t.out, nil)
		return
	}
	fmt.Fprintf(t.out, "%s, %s, %s, %s%s in %v: %s\n", count(m.pages, "page"), count(m.charts, "chart"),
		count(written.Files, "file"), size(written.Bytes), unchanged(written), time.Since(start).Round(time.Millisecond), o.out)
	holdBack(m, t)
}

// runCheck does all that a build does and writes nothing.
func runCheck(o options, args []string, t terminal) int {
	m, code := prepare("check", o, args, t)
	switch {
	case code != exitDone:
	case o.json:
		diag.JSON(t.out, nil)
	default:
		fmt.Fprintf(t.out, "no problems in %s and %s\n", count(m.pages, "page"), count(m.charts, "chart"))
		holdBack(m, t)
	}
	return code
}

// prepare makes the site for a verb that takes no arguments, and prints what
// stands in the way. It prints nothing when the finished site could not be read
// any more: see buildOnce.
func prepare(verb string, o options, args []string, t terminal) (made, int) {
	if len(args) > 0 {
		fmt.Fprintf(t.err, "build: %s takes no arguments, not %q\n", verb, args[0])
		return made{}, exitUsage
	}
	root := o.root
	if root == nil {
		var err error
		if root, err = openProject(); err != nil {
			return made{}, fail(t, err)
		}
	}
	o.meter.stage("cache")
	o.openCache()
	if verb != "build" || o.stands == nil {
		o.pages = nil // who asks wants the pages read; without the finished site none is known
	}
	o.progress = newProgress(t, "pages")
	m, problems, err := makeSite(root, o)
	if o.stands.Err() != nil { // what was read in vain may look like problems
		return m, exitFailed
	}
	if err == nil {
		err = o.shelf.Err() // so may this
	}
	if err != nil {
		return m, fail(t, err)
	}
	o.meter.stage("cache")
	err = o.cache.Save()
	if err == nil && len(problems) == 0 {
		err = o.pages.Save()
	}
	switch {
	case len(problems) == 0 && err == nil:
		return m, exitDone
	case len(problems) == 0: // what the author can mend is told first
	case o.json:
		err = diag.JSON(t.out, problems.Sorted())
	default:
		err = report(t.err, root, problems, o, t.color)
	}
	if err != nil {
		return m, fail(t, err)
	}
	return m, exitFailed
}

// openProject opens the folder the program runs in. What it reads stays inside
// that folder: a symbolic link in it is an error.
func openProject() (fs.FS, error) {
	root, err := os.OpenRoot(".")
	if err != nil {
		return nil, fmt.Errorf("opening the project: %w", err)
	}
	return projectFS{root}, nil
}

// fail prints a failure of the machine, or a refusal with its cure.
func fail(t terminal, err error) int {
	fmt.Fprintf(t.err, "build: %v\n", err)
	var refusal *output.Refusal
	if errors.As(err, &refusal) && refusal.Hint != "" {
		fmt.Fprintf(t.err, "  hint: %s\n", refusal.Hint)
	}
	return exitFailed
}

// holdBack names what was left out: a page that silently vanishes
// costs its author an hour.
func holdBack(m made, t terminal) {
	if len(m.held) > 0 {
		fmt.Fprintf(t.out, "%s held back: %s\n", count(len(m.held), "draft"), strings.Join(m.held, ", "))
	}
	if len(m.unshown) > 0 {
		fmt.Fprintf(t.out, "%s that no page shows held back: %s\n", count(len(m.unshown), "chart"), strings.Join(m.unshown, ", "))
	}
}

func unchanged(r output.Report) string {
	if r.Changed() {
		return ""
	}
	return ", nothing changed,"
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// size writes a number of bytes in decimal units.
func size(n int) string {
	if n < 1_000_000 {
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
