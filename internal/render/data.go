package render

import (
	"path"

	"sharingthecost/internal/data"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/output"
)

// The ledger as a file, at a stable address, and the schema it keeps to.
const (
	ledgerPath       = "ledger.json"
	ledgerSchemaPath = "ledger.schema.json"
)

// dataFiles are the tables, their description for programs, and the ledger.
func (r *Renderer) dataFiles(docs []*Document) []output.File {
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
		output.File{Path: ledgerPath, Data: r.Ledger.JSON(r.Uses(docs)), Source: "content/figures.yaml"},
		output.File{Path: ledgerSchemaPath, Data: ledger.Schema(), Source: "the program"})
}

// Uses says where every figure, source and account is used: pages first, in
// their order, then charts. A page that lists all of them does not count.
func (r *Renderer) Uses(docs []*Document) ledger.Uses {
	var uses ledger.Uses
	for _, d := range docs {
		use := ledger.Use{Page: d.Page.URL, Title: d.Title.Plain, Kind: "page"}
		for _, id := range d.Accounts {
			uses.AddAccount(id, use)
		}
		figures, sources := d.Uses()
		if d.ListsAll {
			continue
		}
		for _, id := range figures {
			uses.AddFigure(id, use)
		}
		for _, id := range sources {
			uses.AddSource(id, use)
		}
	}
	for _, c := range r.Charts {
		use := ledger.Use{Page: "/charts/" + c.ID + "/", Title: c.Headline, Kind: "chart"}
		for _, id := range c.Figures {
			uses.AddFigure(id, use)
		}
		for _, id := range chartSources(c) {
			uses.AddSource(id, use)
		}
	}
	return uses
}
