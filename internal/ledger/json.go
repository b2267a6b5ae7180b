package ledger

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"
	"slices"
	"strings"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// Version is the version of the format of /ledger.json. It grows when a
// program that read the format before could no longer do so.
const Version = 1

// schemaFile is where the schema lies, from the whole ledger.
const schemaFile = "ledger.schema.json"

//go:embed ledger.schema.json
var schemaText []byte

// Schema returns the JSON Schema (draft 2020-12) of /ledger.json. It is
// published beside it as ledger.schema.json.
func Schema() []byte { return bytes.Clone(schemaText) }

// A Format is a file of the ledger and the type its records are read into, for
// [record.Schema].
type Format struct {
	File, Title string
	Of          any
}

// Formats lists the files of the ledger.
func Formats() []Format {
	return []Format{
		{unit.File, "Units", record.Map[unitRecord]{}},
		{figuresFile, "Figures", record.Map[figureRecord]{}},
		{"content/sources.yaml", "Sources", sourcesFile{}},
		{"content/events.yaml", "Events", eventsFile{}},
		{"content/accounts.yaml", "Accounts", accountsFile{}},
		{"content/glossary.yaml", "Glossary", glossaryFile{}},
		{"content/checks.yaml", "Checks", checksFile{}},
	}
}

type (
	jsonLedger struct {
		Schema   string        `json:"$schema"`
		Version  int           `json:"version"`
		Figures  []jsonFigure  `json:"figures"`
		Sources  []jsonSource  `json:"sources"`
		Accounts []jsonAccount `json:"accounts"`
		Events   []jsonEvent   `json:"events"`
	}
	jsonFigure struct {
		ID        string      `json:"id"`
		Says      string      `json:"says"`
		Label     string      `json:"label"`
		Value     json.Number `json:"value"`
		Unit      unit.Unit   `json:"unit"`
		Text      jsonText    `json:"text"`
		Qualifier string      `json:"qualifier,omitempty"`
		AsOf      string      `json:"as_of,omitempty"`
		Group     string      `json:"group,omitempty"`
		Status    Status      `json:"status"`
		Base      string      `json:"base,omitempty"`
		Also      string      `json:"also,omitempty"`
		Formula   string      `json:"formula,omitempty"`
		Sum       string      `json:"sum,omitempty"`
		Inputs    []string    `json:"inputs,omitempty"`
		From      string      `json:"from,omitempty"`
		Quote     string      `json:"quote,omitempty"`
		Note      string      `json:"note,omitempty"`
		Sources   []Citation  `json:"sources"`
		Changed   []Change    `json:"changed,omitempty"`
		Checked   string      `json:"checked,omitempty"`
		ReviewBy  string      `json:"review_by,omitempty"`
		Uses      []Use       `json:"uses"`
	}
	jsonText struct {
		Prose string `json:"prose"`
		Exact string `json:"exact"`
		Short string `json:"short"`
	}
	jsonSource struct {
		*Source
		Figures []string `json:"figures"`
		Uses    []Use    `json:"uses"`
	}
	jsonAccount struct {
		ID        string          `json:"id"`
		Question  string          `json:"question"`
		Kind      Difference      `json:"kind"`
		Says      []jsonStatement `json:"says"`
		Why       string          `json:"why"`
		WeUse     string          `json:"we_use"`
		SettledBy string          `json:"settled_by,omitempty"`
		Reviewed  string          `json:"reviewed"`
		Uses      []Use           `json:"uses"`
	}
	jsonStatement struct {
		Figure string   `json:"figure"`
		Source Citation `json:"source"`
		Date   string   `json:"date,omitempty"`
		Words  string   `json:"words,omitempty"`
		Note   string   `json:"note,omitempty"`
	}
	jsonEvent struct {
		ID      string     `json:"id"`
		Date    string     `json:"date"`
		Until   string     `json:"until,omitempty"`
		By      string     `json:"by,omitempty"`
		Kind    string     `json:"kind,omitempty"`
		Says    string     `json:"says"`
		Sources []Citation `json:"sources"`
	}
)

// JSON writes the ledger as /ledger.json: figures, sources, accounts and
// events, with where they are used. It ends with a line break and is the same
// for the same ledger and uses. The ledger must be free of problems.
func (l *Ledger) JSON(uses Uses) []byte {
	out := jsonLedger{
		Schema: cmp.Or(l.schema, schemaFile), Version: Version,
		Figures: []jsonFigure{}, Sources: []jsonSource{}, Accounts: []jsonAccount{}, Events: []jsonEvent{},
	}
	for _, f := range l.Figures {
		out.Figures = append(out.Figures, f.json(l.Lang, uses))
	}
	for _, s := range l.Sources {
		out.Sources = append(out.Sources, l.sourceJSON(s, uses))
	}
	for _, a := range l.Accounts {
		out.Accounts = append(out.Accounts, l.accountJSON(a, uses))
	}
	for _, e := range l.Events {
		out.Events = append(out.Events, jsonEvent{e.ID.S, e.Date.String(), e.Until.String(), e.By.S, e.Kind.S, l.Plain(e.Says), list(e.Cited)})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		panic(err) // finite numbers and strings always encode
	}
	return b.Bytes()
}

// Part is the ledger of one figure: the figure, those that it is worked out of or
// compared with, and their sources. It lies in a folder below the whole.
func (l *Ledger) Part(f *Figure) *Ledger {
	part := *l
	part.schema = "../" + schemaFile
	part.Figures, part.Sources, part.Accounts, part.Events = nil, nil, nil, nil
	var add func(f *Figure)
	add = func(f *Figure) {
		if f == nil || slices.Contains(part.Figures, f) {
			return
		}
		part.Figures = append(part.Figures, f)
		for _, other := range append([]*Figure{f.Base, f.Also}, f.Inputs...) {
			add(other)
		}
	}
	add(f)
	for _, s := range l.Sources {
		if slices.ContainsFunc(part.Figures, func(f *Figure) bool { return cites(f.Sources, s.ID.S) }) {
			part.Sources = append(part.Sources, s)
		}
	}
	return &part
}

func (f *Figure) json(l *lang.Language, uses Uses) jsonFigure {
	j := jsonFigure{
		ID: f.ID, Says: f.Says, Label: f.Label, Value: json.Number(f.Value.Machine()), Unit: f.Value.Unit,
		Text:      jsonText{f.Value.Text(l, unit.Prose), f.Value.Text(l, unit.Exact), f.Value.Text(l, unit.Short)},
		Qualifier: strings.ReplaceAll(string(f.Qualifier), "_", " "), AsOf: f.AsOf.String(), Group: f.Group, Status: f.Status,
		Formula: f.Formula, Sum: f.Sum, From: f.From, Quote: f.Quote, Note: f.Note, Changed: f.Changed, Checked: f.Checked.String(), ReviewBy: f.ReviewBy.String(),
		Sources: list(f.Sources), Uses: list(uses.Figure(f.ID)),
	}
	if f.Base != nil {
		j.Base = f.Base.ID
	}
	if f.Also != nil {
		j.Also = f.Also.ID
	}
	for _, in := range f.Inputs {
		j.Inputs = append(j.Inputs, in.ID)
	}
	return j
}

func (l *Ledger) sourceJSON(s *Source, uses Uses) jsonSource {
	j := jsonSource{s, []string{}, list(uses.Source(s.ID.S))}
	for _, f := range l.FiguresFrom(s.ID.S) {
		j.Figures = append(j.Figures, f.ID)
	}
	return j
}

func (l *Ledger) accountJSON(a *Account, uses Uses) jsonAccount {
	j := jsonAccount{
		ID: a.ID.S, Question: l.Plain(a.Question), Kind: a.Kind, Says: []jsonStatement{}, Why: l.Plain(a.Why), WeUse: l.Plain(a.WeUse),
		SettledBy: l.Plain(a.SettledBy), Reviewed: a.Reviewed.String(), Uses: list(uses.Account(a.ID.S)),
	}
	for _, s := range a.Says {
		j.Says = append(j.Says, jsonStatement{l.Plain(s.Figure), s.Cited, s.Date.String(), s.Words.S, l.Plain(s.Note)})
	}
	return j
}

// Plain writes a text out without its citations.
func (l *Ledger) Plain(t record.Text) string {
	s, _, _ := l.Expand(t)
	return withoutCitations(s)
}

// list is never nil, so that JSON has [] and not null.
func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
