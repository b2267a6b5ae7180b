// Package check reads the finished site back as a visitor would and says what is
// wrong with it. It knows nothing of how the files were made: it judges what
// ships, not what was meant.
//
// # What it reads
//
// Every file of the tree. HTML is read with x/net's tokenizer, whose tokens give
// the places, and with its parser, which builds what browsers build; SVG and XML
// with encoding/xml; JSON with encoding/json; CSS here. File names tell which is
// which (.html .css .svg .xml .atom .json .webmanifest .geojson).
//
// # What it promises
//
// A tree without problems has these properties.
//
// Structure: every element is closed where it is written, and a browser builds
// the same elements; doctype, character set, viewport, language, one title of at
// most 100 characters and one description, both different from page to page (but
// for pages marked noindex and 404.html); one main, one h1,
// which is the first heading, and no level left out below it; ids are unique.
//
// Links: every address on the site leads to a file, in the one form that is not
// redirected (/demand/, not /demand or /demand/index.html), below the base path;
// every anchor exists; addresses elsewhere are https, http, mailto or tel. The
// same for style sheets, scripts, images, icons, social cards, the sitemap, the
// feed, the web manifest and linked data.
//
// Safety: no inline script or style, no event handler, no base, no refresh, and
// nothing that a page loads by itself from another origin.
//
// Access: images have an alt text (or an empty one); inline SVG is an image with
// a name or hidden; links, buttons, form controls and frames have a name, and
// links a telling one; buttons have a type; tables have header cells and a
// caption or label; lists hold items and items are in lists; references
// between elements (aria-labelledby, for, headers, url(#id) …) lead somewhere.
//
// Language: Hangul is in an element whose language is ko, but for code and
// the title of the page, in which nothing can be marked.
//
// Leftovers: no {{ }}, no TODO, FIXME, TBD or XXX, no lorem ipsum and no trace
// of a template or format string gone wrong, outside code.
//
// Files: CSS braces and comments close, every url() leads to a file, every
// custom property used is defined somewhere or has a fallback; XML, SVG and JSON
// are well-formed; SVG files hold no script. Numbers in JSON may be of any size,
// except in a web manifest, which is decoded.
//
// Weight: each page keeps within [Budgets].
//
// Of what is kept from before ([Options.Kept]) only this is judged: that every address
// still leads to a file, or to an address that is redirected.
//
// Problems name the published file with line and column, and as a related place
// the input that it was made from; what was copied as it is, and what a page weighs,
// is told of the input. They come sorted and are the same for the same
// tree. Time grows with the size of the tree.
//
// # What it leaves out
//
// It runs no scripts, computes no styles (so it does not see contrast or
// overlaps) and asks no other host whether an address there exists.
package check
