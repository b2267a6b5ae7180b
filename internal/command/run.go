package command

import (
	"os"
	"runtime/debug"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/pipeline"
)

// A Run is a project whose inputs were read, and what is remembered of it.
type Run struct {
	Inputs  *pipeline.Snapshot
	Memo    *memo.Memo
	Options pipeline.Options
}

// Begin reads the inputs for a verb that takes no arguments.
func (o Options) Begin(verb string, args []string, t Terminal) (r Run, code int) {
	if t.NoArguments(verb, args) {
		return r, Usage
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
	easeCollector(inputs.Size())
	options.Memo = o.Memo()
	return Run{inputs, options.Memo, options}, Done
}

// easeCollector lets the garbage collector wait longer than usual, since a run ends
// soon: a tenth less work. A large site has it run as usual from a few times the
// size of its inputs on. Settings from outside are not overruled.
func easeCollector(inputs int) {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(max(256<<20, 6*int64(inputs)))
	}
}

// Make makes the site, and prints what stands in the way.
func (r Run) Make(o Options, t Terminal) (*pipeline.Site, int) {
	site, problems, err := pipeline.Make(r.Inputs, r.Options)
	if err != nil {
		return site, t.Fail(err)
	}
	if len(problems) == 0 {
		return site, Done
	}
	if o.JSON {
		err = diag.JSON(t.Out, t.sorted(problems))
	} else {
		err = t.Report(r.Inputs, problems, o)
	}
	if err == nil {
		err = r.Memo.Save(true) // what was sound needs no second look
	}
	return site, t.Code(err, problems)
}
