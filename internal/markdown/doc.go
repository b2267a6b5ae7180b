// Package markdown turns the Markdown that editors write into HTML, and reports
// what it found on the way: headings, links, figures, sources and the plain
// text of every block, each with its place in the file. It is the only user of
// goldmark, of which it takes the parser; the HTML is written here, so that
// nothing comes out that is not meant to.
//
// # What it reads
//
// CommonMark, without raw HTML, and with
//
//	~~struck~~                        strikethrough
//	| a | b |                         tables, as on code hosts
//	word[^1] … [^1]: note             footnotes; a note's further lines are indented by four
//	Term                              definition lists
//	: what it means
//	"quotes" 'quotes' -- --- ...      become “quotes” ‘quotes’ – — …; the '90s and 'twas get apostrophes
//	## Heading {#id .class lang=ko}   attributes at the end of a heading
//	[한국어]{lang=ko}                  a span with attributes
//	[link](x.md){lang=ko}             attributes right behind a link, emphasis or code
//	> [!NOTE]                         a callout, as on code hosts; TIP, IMPORTANT, WARNING and CAUTION too
//	{.note}                           attributes on a line of their own, before a block
//
// Attributes are an id, the classes of [Classes] and lang, and nothing else.
//
// A figure of the ledger is written {{ id }} or {{ id : form }}, on one line, in
// any text: headings, cells, links' texts, alternative texts. It becomes
//
//	<a class="num" href="…"><data value="1183.3">€1.18 billion</data></a>
//
// where it is first mentioned on the page, and the data element alone from then on.
// Its first mention brings its citations; a source that the same block cites in
// writing is not repeated. In headings, links and alternative texts there is only
// the data element; a heading's citations wait for the next mention. In code braces are braces,
// and elsewhere \{{ writes them, unless Words of the host refuses them.
//
// A source is cited as [@id], [@id, p. 3] or [@id, p. 3; @other], in brackets
// only, so that an @ in an address is an @. The space before it is taken away.
// Sources are numbered in order of first citation. All that a sentence cites is
// gathered into one mark behind its stop:
//
//	<sup class="cite" id="cite-7"><span><a href="#source-3" role="doc-biblioref" aria-label="source 3, p. 3">3</a></span>
//	<button type="button" popovertarget="note-5" data-mark="3" aria-label="source 3, p. 3"></button></sup>
//
// The button opens the note of [Page.Notes], and shows the numbers where browsers
// have popovers; the links are for all others, for paper and for other programs. A mark
// for nothing but figures that are linked has the class quiet: their records tell the same
// sources, so that screens need not show it.
//
// Footnotes have letters, to distinguish them from sources.
//
// Beside letters of CJK scripts the marks of emphasis need no
// space. One ~ is text.
//
// Links are paths of files, which the host resolves, or begin with https:, http:
// or mailto:; paths may have percent signs as browsers write them. Images are
// files of the site; an image whose file is a chart is the chart, and needs a
// paragraph of its own, as does one with a title, which is its caption. A fence with the name of one
// of the host's blocks is that block.
//
// A link with the word "figure" or "table" alone gets the number of what it leads to:
// [figure](charts/x.yaml), of a chart or a picture with a caption on the same page, and [table](#id),
// of a table whose caption has the id. [Host.Number] and this package give the numbers to both ends.
//
// A table's caption is a paragraph that begins with "Table:", right before the
// table or, when no table follows it, right behind one; its attributes are the
// table's. A table with the class rows has headings in its first column. Tables
// and code are in an element that takes the focus, so that the keyboard can
// scroll them:
//
//	<div class="table rows" role="region" aria-labelledby="table-1" tabindex="0"><table>…
//	<div class="code" role="group" aria-label="Code (yaml)" tabindex="0"><pre>…
//
// A heading's id is made of its words as code hosts make it (lower case,
// hyphens for spaces, a repeat gets -1), with a figure's id in place of its
// number. The ids source-1, cite-1, note-1, fn-1, fnref-1, table-1 and callout-1 are made here;
// a heading of such words gets section- before them. [Host.Reserved] ids count
// as taken.
//
// The day and the month of a date are written with a no-break space between
// them, on one line or over two; the texts of [Doc] keep what was written.
//
// A glossary's term is linked at its first use on the page, as [Host.Terms] finds
// it.
//
// [Fences] lists the fenced blocks of a page that is not converted yet, as the
// conversion will find them.
//
// # Numbers
//
// The host's Claims reads the visible text of every paragraph, heading, list
// item, cell, caption, term, description and alternative text, with what is not
// the author's own words blanked: figures, code, addresses, and quotations that
// carry a citation. A quotation is text between quotation marks with a written
// citation behind it in the same block, or a block quotation with a citation
// anywhere in it. A claim is reported at its words in the source, whatever
// entities, escapes or markup are between.
//
// # Leftovers
//
// What other programs read as markup, and what almost is markup of this dialect,
// would be published as text. Package pasted lists the forms; each is a problem, in
// any text but code. A backslash before the characters makes them text. A fence that
// is never closed, and text that four spaces or a tab make code, are problems: nothing
// would check what became code by mistake. Cells
// beyond the last column of a table's head and a sentence that a rule below it
// makes a heading are problems as well.
//
// # Promises
//
//   - All problems of a text are gathered, each at the exact words at fault; a
//     link by reference is reported where it is defined, with the place of use.
//   - The HTML has no element, attribute, address or hidden character that is
//     active or deceives, whatever is written; ids are unique; tags are balanced
//     as browsers balance them. What the host's functions return is not checked.
//   - The same text and host give the same bytes. Nothing is kept between pages,
//     and different pages may be converted at the same time.
//   - The time grows with the length of the text. To keep this, a text may have
//     1 MiB, 100 blocks within one another, 1,000 of the marks * _ ~ [ ] ` < {
//     in one block of text, 100 columns in a table, 200 link definitions in one
//     paragraph; more is a problem. After 1,000 problems the rest is not reported.
//
// # What it leaves out
//
// Raw HTML, comments included: it is a problem, and shown as text. Bare
// addresses become no links. Task lists, emoji codes, formulas and includes
// there are none. Whether a link's anchor exists is checked where all
// pages are known, from [Doc.Links] and [Doc.Anchors]. Levels of headings, lengths of
// sentences and the like are checked from [Doc.Headings] and [Doc.Blocks].
package markdown
