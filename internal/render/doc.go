// Package render turns pages, figures and charts into the finished files of
// the site, through templates that anybody who knows HTML can change.
//
// # What it reads
//
// templates/*.html are html/template files, all of one set: those of the default
// look, and the project's own in their place or beside them. Each page is one
// of page.html (a page of the content folder), chart.html, charts.html and
// embed.html; what they share is made once, from the files shared-*.html, and
// the list of a page's sections from contents.html; each fenced block of the
// dialect has its own file: ```timeline is block-timeline.html, and so on. What
// a template may see is in view.go and blockviews.go, whose comments are its
// author's manual.
//
// static/css/*.css become one stylesheet, in the order of their names, behind
// the palette of package draw and before the rules of package code.
// static/js/*.js stay files of their own. Both get a hash of their content into
// their name, so that they can be kept by browsers for ever. Everything else in
// static/ is published under its own name.
//
// # What it makes
//
//   - every page, with contents, sources, how to cite, what changed, next
//   - /charts/, /charts/ID/ and /embed/ID/, and each chart as .svg, .png, .csv,
//     .json, with its explorable option
//   - data/*.csv with datapackage.json and croissant.json; ledger.json with its schema,
//     and figures/ID.json for each figure
//   - /search/, a list of all headings and figures with a search above it, where
//     static/js has search.js
//   - assets, static files, 404.html
//
// # What it promises
//
// Addresses are root-relative and carry the path of the site's address, so that
// it works beneath a folder of a host as well as at its root. Links between
// files, and their anchors, are checked where they are written. A mistake in a
// template is a problem at its line and column. There is no script and no style
// in any page. The same input gives the same bytes.
//
// Nothing needs script to be reached. The list of figures is folded by groups;
// browsers unfold what an address leads into, and site.js does it for those
// that do not yet. Day and month of a date are never divided by a line's end: what is
// written here goes through [markdown.NoBreak], as far as it is running text.
//
// # Left out
//
// Feeds, the site map, headers and redirects belong to package host.
package render
