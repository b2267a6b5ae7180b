// Package record reads YAML records strictly into Go structs and keeps the
// place of everything it reads. It is the only package that imports the
// YAML library; the packages that read records (pages' front matter, figures,
// sources, charts, data schemas) only declare structs.
//
// # What a record may hold
//
// The target is a struct. A field takes part when it has a yaml tag:
//
//	Title record.Text `yaml:"title,required" doc:"The headline."`
//
// The doc tag is the field's documentation: it becomes the description in the
// JSON Schema that editors' programs use ([Schema]). Fields may be structs,
// pointers to structs, slices, bool, int, string, and
//
//   - [Text], [Number], [Date]: a scalar and its place,
//   - [Map]: a mapping with free keys, in the order of the file,
//   - [Over], in a Map: keys that stand in for those of the record, which [ReadOver] reads
//     anew with them,
//   - a named string type with a method Values() []string: one of a fixed set,
//   - a struct with a method Shorthand() string: the name of the field that a
//     bare scalar fills, so that a list can hold "id" or {figure: id, says: …}.
//
// A field of type [Place] tagged yaml:"-" receives the place of the mapping.
//
// # What it promises
//
// Every problem is gathered with file, line and column: an unknown key (with
// "did you mean"), a key given twice (with the place of the first), a missing
// required key, a value of the wrong type, an impossible date, a key without a
// value, a character that nobody would see ([diag.Hidden]). What could be read
// is filled in all the same, so that later checks can add their problems to the
// same list.
//
// # What it leaves out
//
// Anchors, aliases, tags, merge keys and several documents in one file are
// problems: a record holds what is written in its own place. Numbers are plain
// decimals. Dates are 2020, 2020-04 or 2020-04-01.
package record
