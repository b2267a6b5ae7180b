// Package code highlights the code in fenced blocks. It is the only user of
// chroma, of which it takes the lexers and nothing else.
//
// # What it writes
//
//	<pre><code class="language-yaml"><span class="c-name">title</span>: …</code></pre>
//
// A word is marked by one of a dozen classes that name what it is: c-keyword,
// c-string, c-number, c-comment, c-name, c-call, c-type, c-mark, c-added,
// c-removed. There are no line numbers, no inline styles and no wrappers:
// what prints the block decides how it scrolls and takes focus.
//
// # Promises
//
//   - The same source gives the same bytes.
//   - Without its tags and entities the HTML is the source, character for
//     character, save that line ends become line feeds.
//   - Every colour of [Stylesheet] has a contrast of 4.5:1 or more on each of
//     the grounds that the site puts code on, in the light and the dark palette.
//   - The words are those that chroma finds. Rules that cannot begin with the
//     character at hand are not tried (firstset.go).
//   - Safe for concurrent use.
//   - It ends, and soon, whatever the source: the bound is the length of what is
//     coloured, by language (languages.go), also of code within code. A lexer
//     that goes in a circle without reading on is given up.
//
// # What it leaves out
//
// Guessing the language, and colouring a source that is longer than 20,000 bytes
// in the common languages, than 4,000 in the others, and any in the four whose
// rules take longest and in Raku, whose rules change while they are used. Such a
// source is written out plain: a limit of time would make the result depend on
// the machine.
package code
