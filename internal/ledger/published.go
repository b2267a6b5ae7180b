package ledger

import (
	"encoding/json"
	"fmt"
	"slices"
)

// A Published is what a /ledger.json says, as far as it is compared with another.
type Published struct {
	Figures                   []PublishedFigure
	Sources, Accounts, Events []PublishedRecord
}

// A PublishedFigure is a figure of a /ledger.json.
type PublishedFigure struct {
	PublishedRecord
	Label  string      `json:"label"`
	Value  json.Number `json:"value"`
	Unit   string      `json:"unit"`
	Text   jsonText    `json:"text"`
	Inputs []string    `json:"inputs"`
	Uses   []Use       `json:"uses"`
}

// A PublishedRecord is any record of a /ledger.json.
type PublishedRecord struct {
	ID       string `json:"id"`
	Title    string `json:"title"`    // of a source
	URL      string `json:"URL"`      // of a source
	Question string `json:"question"` // of an account
	Says     string `json:"-"`        // of an event: accounts have a list of this name

	Fields map[string]json.RawMessage `json:"-"` // all of it
}

// ReadPublished reads a /ledger.json.
func ReadPublished(text []byte) (Published, error) {
	var in struct {
		Version  int               `json:"version"`
		Figures  []json.RawMessage `json:"figures"`
		Sources  []json.RawMessage `json:"sources"`
		Accounts []json.RawMessage `json:"accounts"`
		Events   []json.RawMessage `json:"events"`
	}
	var out Published
	err := json.Unmarshal(text, &in)
	if err == nil && in.Version != Version {
		return out, fmt.Errorf("a published ledger of version %d; this program reads version %d", in.Version, Version)
	}
	for _, raw := range in.Figures {
		var f PublishedFigure
		if err == nil {
			err = json.Unmarshal(raw, &f)
		}
		if err == nil {
			err = f.read(raw)
		}
		out.Figures = append(out.Figures, f)
	}
	for _, list := range []struct {
		from []json.RawMessage
		to   *[]PublishedRecord
	}{{in.Sources, &out.Sources}, {in.Accounts, &out.Accounts}, {in.Events, &out.Events}} {
		for _, raw := range list.from {
			var r PublishedRecord
			if err == nil {
				err = r.read(raw)
			}
			*list.to = append(*list.to, r)
		}
	}
	if err != nil {
		return Published{}, fmt.Errorf("read a published ledger: %w", err)
	}
	return out, nil
}

func (r *PublishedRecord) read(raw json.RawMessage) error {
	if err := json.Unmarshal(raw, r); err != nil {
		return err
	}
	if err := json.Unmarshal(raw, &r.Fields); err != nil {
		return err
	}
	if r.ID == "" {
		return fmt.Errorf("a record without an id")
	}
	_ = json.Unmarshal(r.Fields["says"], &r.Says) // a text, or the list of an account
	return nil
}

// Corrects reports whether the figure's list of changes says that it had a value,
// as /ledger.json writes it.
func (f *Figure) Corrects(value string) bool {
	return slices.ContainsFunc(f.Changed, func(c Change) bool { return c.was.Machine() == value })
}
