// Package ledger holds every number of the site once, with its unit, its date
// and its source. It also keeps the sources, dated events, the questions on
// which sources differ, and the glossary. Package claims finds the numbers in
// texts that are not in the ledger.
//
// # Files
//
// All lie in content/ and each may be absent. JSON Schemas with every key come
// from the structs ([Formats]).
//
//	units.yaml      id → unit                  see package unit
//	figures.yaml    id → figure                see Figures
//	sources.yaml    references: a list         CSL field names, and kind, note, translated-title
//	events.yaml     events: a list             says in at most 35 words
//	accounts.yaml   accounts: a list           why in at most 60 words
//	glossary.yaml   terms: a list              says in at most 45 words
//	checks.yaml     checks: a list             see Checks
//	data/*.csv      series                     see package data
//
// # Figures
//
//	rise_2020:
//	  value: 13                # or  formula: (budget_2020 / budget_2019 - 1) * 100
//	                           # or  from: data/budget.csv[year=2020].rise
//	  unit: percent_more
//	  base: budget_2019
//	  says: The rise of the city's budget in 2020, over that of 2019
//	  label: Rise, 2020
//	  as_of: 2020
//	  sources: ["council-2020-03-07, p. 3"]
//
// A figure is one of three. A value has sources. A cell has those of its row,
// from the column source, and its column has the figure's unit; a column in
// percent may also feed a percent_more. A formula has the sources of its
// inputs and is our arithmetic. Values and cells have a date. A percent_more
// has a base, which is no percentage and, for a formula, among its inputs or
// theirs, or the base of one of them. The texts of a figure (says, label, note)
// may mention figures.
//
// A formula has at least one id, so that a source stands behind it: numbers, ids, + - * / ** (or ^), brackets, round(x,
// decimals), min, max and abs, has at most 1,000 bytes, and works on exact
// values, never on rounded ones. Formulas that lead back to themselves are
// reported with the whole cycle. [Figure.Sum] is the formula for readers:
//
//	budget_2019 * (1 + rise_2020 / 100)    1.0389 × 1.13 = €1.174 billion
//	price_2021 / bushel_2021               €5.12 ÷ 25.4 kg = €0.2016 per kg
//
// Each id is written as the figure's number in its exact form, to four
// decimals; 1 + x / 100 over a percentage is the factor it makes, except where
// it is all of the formula; the result is in its exact form. Measures and rates
// carry their units unless all are of one unit and the sum is true of the bare
// numbers as printed. Percentages, multiples and counts never do. A formula
// that is only another figure's id has no sum.
//
// # Mentions
//
// {{ id }} and {{ id : form }} are replaced by a figure in every text:
// pages, front matter, charts and the files above. Forms are prose (the
// default), exact, short, number, words, Words and times, as package unit
// writes them; also is the figure that the key also names, and with_also is both,
// “€1.18 billion (about £1.03 billion)”. A mention is on one line and
// has at most 200 bytes. \{{ is {{ itself. [ParseMentions] finds them,
// [Ledger.Write] writes one, [Ledger.Expand] a whole text.
//
// # Citations
//
// [@id], [@id, p. 3] and [@a; @b], in brackets only; [ParseCitations] reads
// what is inside them. In YAML lists the same is written without @.
//
// # Texts
//
// [Ledger.Texts] are the texts of the records, for package claims to check. Words
// in “…” of a text or record that has a source are the source's own; so are the
// figure and the words of a statement of an account. Names of terms, notes of
// sources, titles and descriptions of tables and their columns are printed without
// mentions; in these and in what figures say no markup is read, and in the words
// and names of sources nothing. Cells are data, not texts.
//
// # Checks
//
//	checks:
//	  - says: The rise for 2021
//	    claim: budget_2021 ≈ budget_2020 * 1.139
//	    within: 0.1%
//
// Both sides are formulas; between them is ≈ (with within: a percentage of
// the right side, or a number), =, <, ≤, > or ≥. Checks are worked out at each
// loading; a failing one prints both sides.
//
// # What it promises
//
// All mistakes of all files are gathered, each at its place, with a hint.
// Figures and sources that nothing uses are no mistakes: [Ledger.Unused] lists
// them for editors, and [Ledger.Due] those whose review_by has come. The same
// files give the same ledger and the same /ledger.json ([Ledger.JSON]), whose
// format is in ledger.schema.json.
//
// [ReadPublished] reads a /ledger.json back, for those who compare two of them;
// [Figure.Corrects] tells whether a figure says that it had another value.
//
// # Left out
//
// The clock, the web, and conversions between units other than by formula. Of the units of a
// formula only what is plain is checked: what is added, the result of products and
// quotients, its base, and that the change of percentages is in percentage_points; a value in percent_more is taken at its word.
package ledger
