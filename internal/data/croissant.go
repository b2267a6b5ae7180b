package data

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

// These types are the parts of Croissant 1.0, the format in which sets of data are
// described to programs that learn from them, that the site fills in.
type (
	croissant struct {
		Context       json.RawMessage `json:"@context"`
		Type          string          `json:"@type"`
		ConformsTo    string          `json:"conformsTo"`
		Name          string          `json:"name"`
		Title         string          `json:"alternateName"`
		Description   string          `json:"description"`
		URL           string          `json:"url"`
		License       []string        `json:"license,omitempty"`
		Creator       creator         `json:"creator"`
		Publisher     creator         `json:"publisher"`
		DatePublished string          `json:"datePublished"`
		DateModified  string          `json:"dateModified"`
		Version       string          `json:"version"`
		Distribution  []fileObject    `json:"distribution"`
		RecordSet     []recordSet     `json:"recordSet"`
	}
	creator struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
	}
	fileObject struct {
		Type           string `json:"@type"`
		ID             string `json:"@id"`
		Name           string `json:"name"`
		Description    string `json:"description,omitempty"`
		ContentURL     string `json:"contentUrl"`
		ContentSize    string `json:"contentSize"`
		EncodingFormat string `json:"encodingFormat"`
		SHA256         string `json:"sha256"`
	}
	recordSet struct {
		Type        string           `json:"@type"`
		ID          string           `json:"@id"`
		Name        string           `json:"name"`
		Description string           `json:"description,omitempty"`
		Key         []reference      `json:"key,omitempty"`
		Field       []croissantField `json:"field"`
	}
	croissantField struct {
		Type        string      `json:"@type"`
		ID          string      `json:"@id"`
		Name        string      `json:"name"`
		Description string      `json:"description,omitempty"`
		DataType    string      `json:"dataType"`
		Source      fieldSource `json:"source"`
	}
	fieldSource struct {
		FileObject reference `json:"fileObject"`
		Extract    extract   `json:"extract"`
	}
	reference struct {
		ID string `json:"@id"`
	}
	extract struct {
		Column string `json:"column"`
	}
)

// croissantContext says in which vocabulary each key is meant; the specification
// gives it.
//
//go:embed croissant.context.json
var croissantContext []byte

// Croissant writes croissant.json, the description of all tables in the format
// Croissant 1.0. It is published beside the CSV files. Units and sources of columns,
// for which the format has no words, are in their descriptions and in [Package].
func Croissant(info Info, tables []*Table) []byte {
	by := creator{"sc:Organization", info.Publisher, info.PublisherURL}
	out := croissant{
		Context: croissantContext, Type: "sc:Dataset", ConformsTo: "http://mlcommons.org/croissant/1.0", Name: info.name(), Title: info.Title,
		Description: info.Description, URL: info.Homepage, Creator: by, Publisher: by,
		DatePublished: info.Published.String(), DateModified: info.Modified.String(), Version: version(info.Modified), Distribution: []fileObject{}, RecordSet: []recordSet{},
	}
	for _, t := range byPath(tables) {
		sum := sha256.Sum256(t.Raw)
		file := path.Base(t.Path)
		out.Distribution = append(out.Distribution, fileObject{
			Type: "cr:FileObject", ID: file, Name: file, Description: t.Schema.Title.S, ContentURL: strings.TrimSuffix(info.Homepage, "/") + "/data/" + file,
			ContentSize: fmt.Sprintf("%d B", len(t.Raw)), EncodingFormat: "text/csv", SHA256: hex.EncodeToString(sum[:]),
		})
		if l, ok := licence(t.Schema.Licence.S); ok && !slices.Contains(out.License, l.Path) {
			out.License = append(out.License, l.Path)
		}
		out.RecordSet = append(out.RecordSet, t.recordSet(info.Lang, file))
	}
	return indented(out)
}

// version is a day as a version in three numbers, which the format asks for.
func version(d record.Date) string { return fmt.Sprintf("%d.%d.%d", d.Year, d.Month, d.Day) }

func (t *Table) recordSet(l *lang.Language, file string) recordSet {
	set := recordSet{Type: "cr:RecordSet", ID: t.Name, Name: t.Name, Description: t.Schema.Description.S}
	for _, key := range t.Schema.Keys() {
		set.Key = append(set.Key, reference{t.Name + "/" + key})
	}
	types := map[Type]string{Integer: "sc:Integer", Year: "sc:Integer", Number: "sc:Float", Date: "sc:Date"}
	for _, f := range t.Fields {
		field := croissantField{
			Type: "cr:Field", ID: t.Name + "/" + f.Name.S, Name: f.Name.S, Description: f.Description.S, DataType: types[f.Type],
			Source: fieldSource{reference{file}, extract{f.Name.S}},
		}
		if field.DataType == "" {
			field.DataType = "sc:Text"
		}
		if unit := f.Unit.String(); unit != "" {
			field.Description = l.Files.InUnit.With("description", strings.TrimSuffix(field.Description, "."), "unit", unit)
		}
		set.Field = append(set.Field, field)
	}
	return set
}

// byPath are the tables in the order of their files.
func byPath(tables []*Table) []*Table {
	return slices.SortedFunc(slices.Values(tables), func(a, b *Table) int { return strings.Compare(a.Path, b.Path) })
}

// indented writes JSON for files.
func indented(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		panic(err) // structs of strings always encode
	}
	return b.Bytes()
}
