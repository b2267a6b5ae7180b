package markdown

import (
	"fmt"

	"sharingthecost/internal/diag"
)

// Problems reported for one text. Nobody mends more in one go, and each place
// costs a walk along its line.
const maxProblems = 1000

// A reporter gathers the problems of one text, given by byte offsets.
type reporter struct {
	list diag.List
	pos  func(start, end int) diag.Pos
}

func (r *reporter) report(start, end int, text, hint string) {
	if r.full(start) {
		return
	}
	r.list.Report(r.pos(start, end), text, hint)
}

func (r *reporter) complain(at run, c *Complaint) { r.report(at.start, at.stop, c.Text, c.Hint) }

func (r *reporter) related(at run, text, hint string, other run, otherText string) {
	if r.full(at.start) {
		return
	}
	r.list.ReportRelated(r.pos(at.start, at.stop), text, hint, r.pos(other.start, other.stop), otherText)
}

// add takes over problems that the host found.
func (r *reporter) add(more diag.List) {
	for _, p := range more {
		if len(r.list) < maxProblems {
			r.list = append(r.list, p)
		}
	}
}

func (r *reporter) full(at int) bool {
	if len(r.list) == maxProblems {
		r.list.Report(r.pos(at, at), fmt.Sprintf("more than %d problems", maxProblems), "mend those before it first")
	}
	return len(r.list) > maxProblems
}

// A run is a piece of the source: byte offsets from start up to stop.
type run struct{ start, stop int }
