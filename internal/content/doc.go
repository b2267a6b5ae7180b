// Package content reads the content folder: the site's settings and its pages,
// typed, with the place of everything in them.
//
// # Format
//
// content/site.yaml holds the [Settings]. Each file content/**/*.md is a [Page]:
// front matter between two lines ---, then Markdown.
//
//	---
//	title: The demand and the offer
//	description: What each side asked for, and what they settled on.
//	date: 2026-11-21
//	---
//
//	The landlords offered less. The tenants first asked for …
//
// [Meta] lists the keys of the front matter; their doc tags are the manual, from
// which the JSON Schemas are made. A UTF-8 byte order mark and CRLF line ends are
// accepted.
//
// # Addresses
//
// content/index.md is /, content/demand.md is /demand/, content/a/b.md is /a/b/,
// content/a/index.md is /a/, and content/404.md is /404.html. A slug replaces
// the last part. Names of files, folders and slugs are lower-case letters,
// digits and single hyphens.
//
// # What it promises
//
// Every mistake is gathered with its place: what package record reports about
// front matter, and besides
//
//   - text that is not UTF-8, control characters, and characters that turn the
//     direction of text without being seen;
//   - a file that nothing reads: another ending, a chart beside the pages, a
//     picture; the marks of a merge;
//   - a file name that cannot become an address, and a symbolic link, pipe or
//     device among the files;
//   - two pages with one address, one among versions or frames (/v/, /embed/), an alias
//     that is an address or is given twice;
//   - a next, related or navigation entry that is no page;
//   - a date without its day, updated before date, a change after updated.
//
// A page with mistakes is still in the site, so that links to it do not count as
// further mistakes. Pages come in the order of the navigation, then of their
// order, then by name.
//
// # What it leaves out
//
// It does not read Markdown: [Page.Body] has the length of the file, with the
// front matter blanked out, so that offsets in it are offsets in the file. Files
// and folders that begin with a dot, and the backup files of editors (name~,
// #name#), are not read.
package content
