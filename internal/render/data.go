package render

import (
	"bytes"
	"encoding/json"
	"path"

	"sharingthecost/internal/data"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/output"
)

// dataFiles are the tables, their description for programs, and the ledger.
func (r *Renderer) dataFiles() []output.File {
	var files []output.File
	for _, t := range r.Ledger.Tables {
		files = append(files, output.File{Path: "data/" + path.Base(t.Path), Data: t.Raw, Source: t.Path})
	}
	s := r.Content.Settings
	info := data.Info{
		Name: "sharing-the-cost", Title: s.Title.S, Description: s.Description.S, Homepage: r.public("/"),
		Source: func(id string) (title, address string) {
			if s := r.Ledger.Source(id); s != nil {
				return s.Full(), s.URL.S
			}
			return "", ""
		},
	}
	return append(files,
		output.File{Path: "data/datapackage.json", Data: data.Package(info, r.Ledger.Tables), Source: "content/data"},
		output.File{Path: "data/ledger.json", Data: r.ledgerJSON(), Source: "content/figures.yaml"})
}

// A publishedFigure is a figure of data/ledger.json.
type publishedFigure struct {
	ID        string            `json:"id"`
	Says      string            `json:"says"`
	Value     json.Number       `json:"value"`
	Unit      string            `json:"unit"`
	Text      string            `json:"text"`
	Qualifier string            `json:"qualifier,omitempty"`
	AsOf      string            `json:"as_of,omitempty"`
	Base      string            `json:"base,omitempty"`
	Status    string            `json:"status"`
	Formula   string            `json:"formula,omitempty"`
	Sum       string            `json:"sum,omitempty"`
	From      string            `json:"from,omitempty"`
	Quote     string            `json:"quote,omitempty"`
	Note      string            `json:"note,omitempty"`
	Sources   []publishedSource `json:"sources,omitempty"`
}

type publishedSource struct {
	ID      string `json:"id"`
	Locator string `json:"locator,omitempty"`
	Text    string `json:"text"`
	URL     string `json:"url,omitempty"`
}

func (r *Renderer) ledgerJSON() []byte {
	figures := []publishedFigure{}
	for _, f := range r.Ledger.Figures {
		figures = append(figures, r.published(f))
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(map[string]any{"title": r.Content.Settings.Title.S, "figures": figures}); err != nil {
		panic(err) // texts and numbers always encode
	}
	return b.Bytes()
}

func (r *Renderer) published(f *ledger.Figure) publishedFigure {
	p := publishedFigure{
		ID: f.ID, Says: f.Says, Value: json.Number(machine(f)), Unit: string(f.Value.Unit), Text: exact(f), Qualifier: f.Qualifier.String(),
		AsOf: f.AsOf.String(), Status: string(f.Status), Formula: f.Formula, Sum: f.Sum, From: f.From, Quote: f.Quote, Note: f.Note,
	}
	if f.Base != nil {
		p.Base = f.Base.ID
	}
	for _, c := range f.Sources {
		if s := r.Ledger.Source(c.ID); s != nil {
			p.Sources = append(p.Sources, publishedSource{ID: c.ID, Locator: c.Locator, Text: s.Full(), URL: s.URL.S})
		}
	}
	return p
}
