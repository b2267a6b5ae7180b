package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"time"

	"sharingthecost/internal/command"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
	"sharingthecost/internal/pipeline"
)

// A summary is what a build leaves to be said.
type summary struct {
	Digest        [sha256.Size]byte // of the files written
	Pages, Charts int
	Held, Unshown []string
}

// runBuild makes the site and writes it. Where the last build with the same
// inputs wrote just what stands there, it has nothing to do.
func runBuild(o command.Options, args []string, t command.Terminal) int {
	start := time.Now()
	r, code := begin("build", o, args, t)
	if code != command.Done {
		return code
	}
	defer r.memo.Close()
	key := r.inputs.Key(r.options.Deployment, o.Drafts)
	o.Stage("compare")
	last := memo.Do(r.memo, key, func() (summary, bool) { return summary{}, false })
	if last.Digest != ([sha256.Size]byte{}) && o.Since == "" {
		if report, whole := output.Intact(o.Out); whole && report.Digest == last.Digest {
			tell(o, last, report, start, t)
			return command.Done
		}
	}
	site, code := r.make(o, t)
	if code != command.Done {
		return code
	}
	if err := r.memo.Err(); err != nil {
		return t.Fail(err)
	}
	o.Stage("write")
	written, err := output.Write(site.Tree, o.Out, output.Options{Project: ".", Inputs: pipeline.Inputs, Program: version})
	if err != nil {
		return t.Fail(err)
	}
	o.Stage("remember")
	made := summary{written.Digest, site.Pages, site.Charts, site.Held, site.Unshown}
	memo.Do(r.memo, key, func() (summary, bool) { return made, true })
	if err := r.memo.Save(false); err != nil {
		return t.Fail(err)
	}
	tell(o, made, written, start, t)
	return command.Done
}

// tell says what a build made; for programs, that nothing is wrong.
func tell(o command.Options, s summary, written output.Report, start time.Time, t command.Terminal) {
	if o.JSON {
		diag.JSON(t.Out, nil)
		return
	}
	unchanged := ""
	if !written.Changed() {
		unchanged = ", nothing changed,"
	}
	fmt.Fprintf(t.Out, "%s, %s, %s, %s%s in %v: %s\n", command.Count(s.Pages, "page"), command.Count(s.Charts, "chart"),
		command.Count(written.Files, "file"), size(written.Bytes), unchanged, time.Since(start).Round(time.Millisecond), o.Out)
	tellHeld(s.Held, s.Unshown, t)
}

// runCheck does all that a build does and writes nothing.
func runCheck(o command.Options, args []string, t command.Terminal) int {
	r, code := begin("check", o, args, t)
	if code != command.Done {
		return code
	}
	defer r.memo.Close()
	site, code := r.make(o, t)
	switch {
	case code != command.Done:
	case o.JSON:
		diag.JSON(t.Out, nil)
	default:
		fmt.Fprintf(t.Out, "no problems in %s and %s\n", command.Count(site.Pages, "page"), command.Count(site.Charts, "chart"))
		tellHeld(site.Held, site.Unshown, t)
	}
	return code
}

// A run is a project whose inputs were read, and what is remembered of it.
type run struct {
	inputs  *pipeline.Snapshot
	memo    *memo.Memo
	options pipeline.Options
}

// begin reads the inputs for a verb that takes no arguments.
func begin(verb string, o command.Options, args []string, t command.Terminal) (r run, code int) {
	if t.NoArguments(verb, args) {
		return r, command.Usage
	}
	options, err := o.Pipeline(t)
	if err != nil {
		return r, t.Fail(err)
	}
	o.Stage("read")
	root, err := pipeline.Open(".")
	if err != nil {
		return r, t.Fail(err)
	}
	inputs, err := pipeline.Snap(root)
	if err != nil {
		return r, t.Fail(err)
	}
	if o.Since != "" {
		text, err := os.ReadFile(o.Since)
		if err == nil {
			options.Since, err = ledger.ReadPublished(text)
		}
		if err != nil {
			return r, t.Fail(fmt.Errorf("-since %s: %w", o.Since, err))
		}
	}
	options.Memo = o.Memo()
	return run{inputs, options.Memo, options}, command.Done
}

// make makes the site, and prints what stands in the way.
func (r run) make(o command.Options, t command.Terminal) (*pipeline.Site, int) {
	site, problems, err := pipeline.Make(r.inputs, r.options)
	if err != nil {
		return site, t.Fail(err)
	}
	if len(problems) == 0 {
		return site, command.Done
	}
	if o.JSON {
		err = diag.JSON(t.Out, problems.Sorted())
	} else {
		err = command.Report(t.Err, r.inputs, problems, o, t.Color)
	}
	if err == nil {
		err = r.memo.Save(true) // what was sound needs no second look
	}
	return site, t.Code(err, problems)
}

// tellHeld names what was left out: a page that silently vanishes costs its
// author an hour.
func tellHeld(drafts, unshown []string, t command.Terminal) {
	if len(drafts) > 0 {
		fmt.Fprintf(t.Out, "%s held back: %s\n", command.Count(len(drafts), "draft"), strings.Join(drafts, ", "))
	}
	if len(unshown) > 0 {
		fmt.Fprintf(t.Out, "%s that no page shows held back: %s\n", command.Count(len(unshown), "chart"), strings.Join(unshown, ", "))
	}
}

// size writes a number of bytes in decimal units.
func size(n int) string {
	if n < 1_000_000 {
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
