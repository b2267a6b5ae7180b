// Package code highlights the code in fenced blocks. It is the only user of
// chroma, of which it takes the lexers and nothing else.
//
// # What it writes
//
//	<pre><code class="language-yaml"><span class="c-name">title</span>: …</code></pre>
//
// A word is marked by one of a dozen classes that name what it is: c-keyword,
// c-string, c-number, c-comment, c-name, c-call, c-type, c-mark, c-added,
// c-removed. There are no line numbers, no inline styles and no wrappers: who
// prints the block decides how it scrolls and takes focus.
//
// # Promises
//
//   - The same source gives the same bytes.
//   - Without its tags and entities the HTML is the source, character for
//     character, save that line ends become line feeds.
//   - Every colour of [Stylesheet] has a contrast of 4.5:1 or more on each of
//     the grounds that the site puts code on, in the light and the dark palette.
//   - Safe for concurrent use.
//
// # What it leaves out
//
// Guessing the language, and colouring a source longer than 100,000 bytes,
// which is written out plain: some lexers take long over long texts, and give
// up after a time, so that their result would depend on the machine.
package code
