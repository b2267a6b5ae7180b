package data

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

// An Info describes the data package.
type Info struct {
	Title       string
	Description string
	Homepage    string         // address of the site, or empty
	Lang        *lang.Language // of the site

	Publisher, PublisherURL string      // who publishes the site; the address may be empty
	Published, Modified     record.Date // of the oldest and of the newest page

	// Source gives the title and address of a citation id; the address may be
	// empty. Unknown ids must have been reported before.
	Source func(id string) (title, address string)
}

// These types are the parts of the Data Package standard, version 2, that the
// site fills in. The order of their fields is the order in the file.
type (
	dataPackage struct {
		Profile     string      `json:"$schema"`
		Name        string      `json:"name"`
		Title       string      `json:"title"`
		Description string      `json:"description,omitempty"`
		Homepage    string      `json:"homepage,omitempty"`
		Licenses    []license   `json:"licenses,omitempty"`
		Sources     []sourceRef `json:"sources,omitempty"`
		Resources   []resource  `json:"resources"`
	}
	license struct {
		Name  string `json:"name"`
		Title string `json:"title"`
		Path  string `json:"path"`
	}
	sourceRef struct {
		Title string `json:"title"`
		Path  string `json:"path,omitempty"`
	}
	resource struct {
		Name        string      `json:"name"`
		Type        string      `json:"type"`
		Title       string      `json:"title"`
		Description string      `json:"description,omitempty"`
		Path        string      `json:"path"`
		Format      string      `json:"format"`
		Mediatype   string      `json:"mediatype"`
		Encoding    string      `json:"encoding"`
		Bytes       int         `json:"bytes"`
		Hash        string      `json:"hash"`
		Licenses    []license   `json:"licenses"`
		Sources     []sourceRef `json:"sources,omitempty"`
		Schema      tableSchema `json:"schema"`
	}
	tableSchema struct {
		Profile       string        `json:"$schema"`
		Fields        []schemaField `json:"fields"`
		MissingValues []string      `json:"missingValues"`
		PrimaryKey    []string      `json:"primaryKey,omitempty"`
	}
	schemaField struct {
		Name        string       `json:"name"`
		Type        Type         `json:"type"`
		Title       string       `json:"title,omitempty"`
		Description string       `json:"description,omitempty"`
		Unit        string       `json:"unit,omitempty"`
		Constraints *constraints `json:"constraints,omitempty"`
	}
	constraints struct {
		Required bool     `json:"required,omitempty"`
		Enum     []string `json:"enum,omitempty"`
	}
)

const (
	packageProfile = "https://datapackage.org/profiles/2.0/datapackage.json"
	schemaProfile  = "https://datapackage.org/profiles/2.0/tableschema.json"
)

// Package writes datapackage.json, the description of all tables for programs
// (Data Package standard, version 2). It is published beside the CSV files,
// whose paths are their base names. A column's unit is the property unit,
// which the standard leaves to publishers.
func Package(info Info, tables []*Table) []byte {
	p := dataPackage{
		Profile: packageProfile, Name: info.name(), Title: info.Title,
		Description: info.Description, Homepage: info.Homepage, Resources: []resource{},
	}
	for _, t := range byPath(tables) {
		r := t.resource(info)
		p.Resources = append(p.Resources, r)
		for _, l := range r.Licenses {
			if !slices.Contains(p.Licenses, l) {
				p.Licenses = append(p.Licenses, l)
			}
		}
		for _, s := range r.Sources {
			if !slices.Contains(p.Sources, s) {
				p.Sources = append(p.Sources, s)
			}
		}
	}
	return indented(p)
}

func (t *Table) resource(info Info) resource {
	sum := sha256.Sum256(t.Raw)
	r := resource{
		Name: t.Name, Type: "table", Title: t.Schema.Title.S, Description: t.Schema.Description.S,
		Path: path.Base(t.Path), Format: "csv", Mediatype: "text/csv", Encoding: "utf-8",
		Bytes: len(t.Raw), Hash: "sha256:" + hex.EncodeToString(sum[:]),
		Schema: tableSchema{Profile: schemaProfile, MissingValues: []string{""}, PrimaryKey: t.Schema.Keys()},
	}
	if l, ok := licence(t.Schema.Licence.S); ok {
		r.Licenses = []license{l}
	}
	if len(t.Schema.MissingValues) > 0 {
		r.Schema.MissingValues = texts(t.Schema.MissingValues)
	}
	for _, id := range t.SourceIDs() {
		if title, address := info.Source(id); title != "" {
			r.Sources = append(r.Sources, sourceRef{title, address})
		}
	}
	for _, f := range t.Fields {
		s := schemaField{Name: f.Name.S, Type: f.Type, Title: f.Title.S, Description: f.Description.S, Unit: f.Unit.String()}
		if f.Required || len(f.Enum) > 0 {
			s.Constraints = &constraints{f.Required, texts(f.Enum)}
		}
		r.Schema.Fields = append(r.Schema.Fields, s)
	}
	return r
}

// licences are those that the site may publish data under, by SPDX id.
var licences = []license{
	{"CC0-1.0", "Creative Commons CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"},
	{"CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"},
	{"CC-BY-SA-4.0", "Creative Commons Attribution-ShareAlike 4.0 International", "https://creativecommons.org/licenses/by-sa/4.0/"},
	{"ODC-By-1.0", "Open Data Commons Attribution License 1.0", "https://opendatacommons.org/licenses/by/1-0/"},
	{"PDDL-1.0", "Open Data Commons Public Domain Dedication and License 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"},
}

// Licences lists the SPDX ids that a schema's licence may name.
func Licences() []string {
	ids := make([]string, len(licences))
	for i, l := range licences {
		ids[i] = l.Name
	}
	return ids
}

func licence(id string) (license, bool) {
	for _, l := range licences {
		if l.Name == id {
			return l, true
		}
	}
	return license{}, false
}

// name is the title as the name of a package: in lower case with hyphens.
func (i Info) name() string {
	words := strings.FieldsFunc(strings.ToLower(i.Title), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	return cmp.Or(strings.Join(words, "-"), "data")
}
