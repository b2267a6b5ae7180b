package main

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"sharingthecost/internal/command"
	"sharingthecost/internal/diag"
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
	r, code := o.Begin("build", args, t)
	if code != command.Done {
		return code
	}
	defer r.Memo.Close()
	key := r.Inputs.Key(r.Options.Deployment, o.Drafts)
	o.Stage("compare")
	last := memo.Do(r.Memo, key, func() (summary, bool) { return summary{}, false })
	if last.Digest != ([sha256.Size]byte{}) {
		if report, whole := output.Intact(o.Out); whole && report.Digest == last.Digest {
			printSummary(o, last, report, start, t)
			return command.Done
		}
	}
	site, code := r.Make(o, t)
	if code != command.Done {
		return code
	}
	if err := r.Memo.Err(); err != nil {
		return t.Fail(err)
	}
	o.Stage("write")
	written, err := output.Write(site.Tree, o.Out, output.Options{Project: ".", Inputs: pipeline.Inputs, Program: command.Version})
	if err != nil {
		return t.Fail(err)
	}
	o.Stage("remember")
	made := summary{written.Digest, site.Pages, site.Charts, site.Held, site.Unshown}
	memo.Do(r.Memo, key, func() (summary, bool) { return made, true })
	if err := r.Memo.Save(false); err != nil {
		return t.Fail(err)
	}
	printSummary(o, made, written, start, t)
	return command.Done
}

// printSummary says what a build made; for programs, that nothing is wrong.
func printSummary(o command.Options, s summary, written output.Report, start time.Time, t command.Terminal) {
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
	printLeftOut(s.Held, s.Unshown, t)
}

// runCheck does all that a build does and writes nothing.
func runCheck(o command.Options, args []string, t command.Terminal) int {
	r, code := o.Begin("check", args, t)
	if code != command.Done {
		return code
	}
	defer r.Memo.Close()
	site, code := r.Make(o, t)
	if code != command.Done {
		return code
	}
	if err := r.Memo.Save(true); err != nil {
		return t.Fail(err)
	}
	if o.JSON {
		diag.JSON(t.Out, nil)
	} else {
		fmt.Fprintf(t.Out, "no problems in %s and %s\n", command.Count(site.Pages, "page"), command.Count(site.Charts, "chart"))
		printLeftOut(site.Held, site.Unshown, t)
	}
	return code
}

// printLeftOut names what was left out: a page that silently vanishes costs its
// author an hour.
func printLeftOut(drafts, unshown []string, t command.Terminal) {
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
