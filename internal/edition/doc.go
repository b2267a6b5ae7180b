// Package edition tells two states of a site apart: which numbers were added,
// changed and taken away, and where readers meet them; which charts are drawn
// otherwise; which sources, accounts and events came and went; which sentences
// of which pages read otherwise.
//
// An [Edition] is what one state says: of a project all of it ([Of]), of a
// published ledger.json its records and the pages that use them ([OfLedger]).
// [Compare] makes the [Changes] of two; they are printed as text, as JSON and as
// Markdown for a comment on a pull request.
//
// # What it promises
//
//   - Two equal editions have no changes, whatever was moved between files.
//   - A number counts as changed when its value, its unit or the way it is written in
//     prose differs. One that is worked out of others names those of them that changed.
//   - Each place where a changed number stands is told with the sentence, heading, cell
//     or card around it, its file and line, and what stood there before.
//   - Texts are compared as readers see them, sentence by sentence: breaking
//     a paragraph into other lines is no change.
//   - The same two editions give the same bytes.
//
// [Changes.Unsaid] are the changed numbers that nobody told readers of: neither their
// own list changed nor a new entry under changes of every page that shows them.
//
// # What it leaves out
//
// Templates, style sheets and pictures: whoever compares editions made by two
// versions of these compares what they say, not how they look. Of charts only
// whether the drawing, the numbers or the words differ is told.
package edition
