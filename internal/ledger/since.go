package ledger

import (
	"encoding/json"
	"fmt"
	"slices"

	"sharingthecost/internal/diag"
)

// A Published is what a /ledger.json said of each figure when it was published.
type Published map[string]publishedFigure

type publishedFigure struct {
	ID    string      `json:"id"`
	Value json.Number `json:"value"`
	Unit  string      `json:"unit"`
}

// ReadPublished reads a /ledger.json.
func ReadPublished(text []byte) (Published, error) {
	var in struct {
		Version int               `json:"version"`
		Figures []publishedFigure `json:"figures"`
	}
	if err := json.Unmarshal(text, &in); err != nil {
		return nil, fmt.Errorf("read a published ledger: %w", err)
	}
	if in.Version != Version {
		return nil, fmt.Errorf("a published ledger of version %d; this program reads version %d", in.Version, Version)
	}
	out := Published{}
	for _, f := range in.Figures {
		out[f.ID] = f
	}
	return out, nil
}

// Since reports the figures whose value is another than the published one, with
// no entry under changed that says what it was.
func (l *Ledger) Since(p Published) diag.List {
	var problems diag.List
	for _, f := range l.Figures {
		was, ok := p[f.ID]
		now := f.Value.Machine()
		if !ok || l.Broken(f.ID) || now == was.Value.String() && f.Value.Unit.String() == was.Unit {
			continue
		}
		if !slices.ContainsFunc(f.Changed, func(c Change) bool { return c.was.Machine() == was.Value.String() }) {
			problems.Report(f.At, fmt.Sprintf("%s was published as %s %s and is now %s %s, and changed does not say so", f.ID, was.Value, was.Unit, now, f.Value.Unit),
				fmt.Sprintf("add to its list changed: {date: …, old: %s, reason: …}, or set the number back", was.Value))
		}
	}
	return problems
}
