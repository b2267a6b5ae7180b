// Package data reads the site's series: a CSV file and, beside it, the YAML
// file that says what its columns mean. Every cell keeps its place, so that a
// figure, a bar and a download that come from one cell can point at it.
//
// # The format
//
// content/data/rents.csv is described by content/data/rents.yaml:
//
//	title: Rents by year
//	description: What a square metre costs a month, in euros of the day.
//	licence: CC0-1.0                # an SPDX id; Licences lists those known
//	sources: [census-2018]           # citation ids of the whole series
//	primary_key: year               # several columns: [year, use]
//	missing_values: ["", n/a]       # what a cell without a value holds; the default is an empty cell
//	fields:
//	  - {name: year, type: year, required: true, title: Year}
//	  - {name: rent, type: number, unit: eur, title: Rent}
//	  - {name: status, type: string, enum: [final, estimate]}
//	  - {name: source, type: string, required: true}
//
// Types are string, integer, number, year (four digits) and date (2021-03-10).
// Numbers are plain decimals: no thousands commas, no exponents, no percent
// signs; the unit is the column's, and one of package unit. The first line of
// the CSV names the columns, in the order of fields. A column named source
// holds the citation ids of its row, parted by semicolons.
//
// # What it promises
//
// The CSV is RFC 4180 in UTF-8. A byte order mark and CRLF line ends, which
// spreadsheet programs write, are read, and are gone from [Table.Raw], the
// bytes that are published: the same series gives the same download wherever
// it was edited. Empty lines, and rows without a cell at the end, are left out.
// What spreadsheets write of other customs (sep=, semicolons, tabs, notes above the
// names, decimal commas) is told as what it is. Everything else is gathered as a
// problem at its own cell: an unknown column (“did you mean”), one missing,
// given twice or out of order, a row with too few or too many cells, a missing
// value in a required column, text in a column of numbers, a value that enum
// does not list, space around a value, a text that spreadsheets would run as a
// formula, the same primary key twice, a file without rows.
//
// [Package] describes all tables as a Frictionless data package (version 2 of
// the specification), with units, sources, licence, size and hash, the same
// bytes for the same tables.
//
// # Left out
//
// Foreign keys, other separators and encodings, numbers with units inside the
// cell, and any guess at a column's type.
package data
