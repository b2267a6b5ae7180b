// Package prose holds the rules of running text: it measures what a page says
// in sentences and words, and reports what breaks the rules.
//
// # Rules
//
//   - Sentences, descriptions and summaries keep within the lengths that style
//     in content/site.yaml gives; without it they may have any.
//   - The title is the one heading of the first level; below it, no level is
//     left out.
//   - A page keeps within the words that its front matter gives.
//   - The wordings that content/site.yaml bans are not used, except in
//     quotations in quotation marks, block quotations and footnotes.
//   - A table has a caption, and names for its columns or rows.
//   - A link says where it leads.
//   - No word stands twice in a row, and no unit behind a number that brings its
//     own.
//   - An abbreviation is explained where a page first uses it: "gross
//     domestic product (GDP)", "GDP (gross domestic product)" or "gross domestic
//     product, or GDP". Those that content/site.yaml lists need no explanation. An
//     abbreviation is a word of two to six capitals: GDP, NATO.
//
// # Sentences
//
// A sentence ends at . ! or ? before a space and a capital, digit or opening
// quotation mark, and at the end of a paragraph, list item or cell. A full stop
// after an initial, after "Mr", "Gen", "No", "p" and the like ends nothing.
// Headings, table cells, captions and quotations are not measured: they are not
// running text of the site.
//
// # Reading grade
//
// [Measures.Grade] is the Flesch–Kincaid grade level: 0.39 × words per sentence
// + 11.8 × syllables per word − 15.59 (Kincaid et al., 1975). Syllables are
// counted as groups of vowels, so the grade is a guide and no rule. It is made for
// English; texts in another language have none.
package prose
