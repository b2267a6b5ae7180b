// Package ledger holds every number of the site once, with its unit, its date
// and who says so, and finds the numbers in texts that it does not hold. It
// also keeps what stands beside numbers: sources, dated events, the questions
// on which sources differ, and the glossary.
//
// # Files
//
// All lie in content/ and each may be absent. JSON Schemas with every key come
// from the structs ([Formats]).
//
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
//	offer_2020:
//	  value: 13                # or  formula: contribution_2019 * (1 + offer_2020 / 100)
//	                           # or  from: data/contribution.csv[year=2021].krw_bn
//	  unit: percent_more
//	  base: contribution_2019
//	  says: South Korea's offer of 2020, over its 2019 contribution
//	  label: Seoul's offer, 2020
//	  as_of: 2020
//	  sources: ["cnn-2021-03-07, p. 3"]
//
// A figure is one of three. A value has sources. A cell has those of its row,
// from the column source, and its column has the figure's unit; a column in
// percent may also feed a percent_more. A formula has the sources of its
// inputs and is our arithmetic. Values and cells have a date. A percent_more
// has a base, which is no percentage and, for a formula, among its inputs or
// theirs, or the base of one of them. The texts of a figure (says, label, note)
// may mention figures and are held to the rule for numbers like any text.
//
// A formula knows numbers, ids, + - * / ** (or ^), brackets, round(x,
// decimals), min, max and abs, has at most 1,000 bytes, and works on exact
// values, never on rounded ones. Formulas that lead back to themselves are
// reported with the whole way round. [Figure.Sum] is the formula for readers:
//
//	contribution_2019 * (1 + offer_2020 / 100)    1.0389 × 1.13 = 1.174 trillion won
//	contribution_2021 / rate_2021                 1.1833 trillion won ÷ 1,144.89 won per dollar = $1.0335 billion
//
// Each id is written as the figure's number in its exact form, to four
// decimals; 1 + x / 100 over a percentage is the factor it makes, except where
// it is the whole formula; the result is in its exact form. Money and rates
// carry their units unless all are of one unit and the sum is true of the bare
// numbers as printed. Percentages, multiples and counts never do. A formula
// that is only another figure's id has no sum.
//
// # Mentions
//
// {{ id }} and {{ id : form }} stand for a figure wherever text is written:
// pages, front matter, charts and the files above. Forms are prose (the
// default), exact, short, number, words, Words and times, as package unit
// writes them; usd is the figure that the key usd names, and with_usd is both,
// “1.18 trillion won (about $1.03 billion)”. A mention stands on one line and
// has at most 200 bytes. \{{ is {{ itself. [ParseMentions] finds them,
// [Ledger.Write] writes one, [Ledger.Expand] a whole text.
//
// # Citations
//
// [@id], [@id, p. 3] and [@a; @b], in brackets only; [ParseCitations] reads
// what stands inside them. In YAML lists the same is written without @.
//
// # What is a claim
//
// No number without a source: [Ledger.Claims] finds the numbers of a text that
// claim something and were typed by hand. Numbers are digits (28500, 28,500,
// 13.9, 4.7bn) and words (“four thousand”, “twenty-eight”, “half a million”,
// “one and a half”). Always claims, whatever their size:
//
//   - a percentage or percentage points: 13%, “five per cent”, “a 13-percent
//     offer”, 13pc, 13pp; “13 points” behind a word of change (“rose 13
//     points”, “raised by two points”, “a 13-point rise”);
//   - money: a currency sign or word at the number, $5, 20 won, KRW 1.18tn,
//     W1.18tn, “five U.S. dollars”;
//   - a multiple: “five times”, 5×, 5x, “fivefold”, “10-fold”, “a factor of
//     five”; “twice” before as, the, that, what and, at a clause's end, over;
//   - a headcount: troops, soldiers, workers, employees, personnel, staff,
//     civilians, jobs and the like behind the number, with “of the” and words
//     that describe them between (“forty South Korean workers”, “four of its
//     soldiers”), and from ten on men and women;
//   - a number of a hundred or more, and any number with thousands commas or
//     spaces (45 000);
//   - digits with a decimal point (“1.6 years”), ½ and the like;
//   - doubled, tripled, quadrupled, halved and their kin, with a noun of money
//     or people at most eight words away in the sentence, or before “what”;
//   - a third, a quarter, half, two-thirds and the like, when “of”, or “the”
//     and “its” after half or several parts, lead to such a noun within a few
//     words, “of” to “what”, or “more”, “less”, “higher”, “lower”, “as” or
//     “went on” follows, or a word of change with “by” goes before (“rose by
//     half”, “cut the bill by a third”);
//   - a proportion: “2/3 of the money”, “five-to-one”, 3:1 and “three to one”
//     beside the word ratio, and what makes up a hundred beside split, share
//     or division (“a 50-50 split”).
//
// Two numbers joined by a dash, “to”, “or” or “between … and” share a unit:
// “13 to 14 percent” is two claims. Not claims:
//
//   - years: four digits from 1900 to 2099 without a comma, and ranges of them
//     (2026–30). Before a headcount or a currency word they are years only
//     after a preposition, a month, a dash or a comma (“in 2020 workers …”);
//   - dates and times of day: 4 October 2024, 2021-03-10, 10.30 am;
//   - ordinals: 9th, the 38th parallel, “the third round”;
//   - whole numbers below a hundred that count none of the above: “two sides”,
//     “eight rounds”, “six-year”, “two sources”; “one worker”, “one dollar”;
//   - names: digits in one word with letters before them (F-35, GAO-21-270,
//     H.10, IF13050) or a capital behind (747X), with a leading zero or two
//     points (05-706, 1.2.3), after # or @, after an abbreviation in capitals
//     other than a country's (WCAG 2.2, CC BY 4.0), and after words that
//     number things (page 300, pp. 120–125, Article 5, Chart 5-1, No. 747,
//     version 2.2, Boeing 747), and notes and coins (“a million-won note”);
//   - words that name no number: “thousands of workers”, “several hundred”;
//   - web addresses, mentions and bracketed citations;
//   - what stands inside a literal that the author listed.
//
// A claim that shares its first word with a name is still one when a percent
// sign or currency is at it. Code, list numbers and quotations that carry a
// citation are the caller's to blank out; in the files above, words in “…”
// are left alone when the record or the text names a source. In accounts, the
// figure and the words of a statement are the source's own and are not
// checked. [Ledger.Verbatim] checks what is printed as it stands: names of
// terms, notes of sources, titles and descriptions of tables and their
// columns, and the texts of content/site.yaml. Cells are data, not claims.
//
// Each claim names the figures that read the same in some form, found by value
// and unit: “28.5 thousand troops” → write {{ troops }} (28,500). Time is
// linear in the text.
//
// # Checks
//
//	checks:
//	  - says: The rise agreed for 2021
//	    claim: contribution_2021 ≈ contribution_2020 * 1.139
//	    within: 0.1%
//
// Both sides are formulas; between them stands ≈ (with within: a percentage of
// the right side, or a number), =, <, ≤, > or ≥. Checks are proved at each
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
// # Left out
//
// The clock, the web, conversions between units other than by formula,
// currencies beside won and dollars, and numbers in Korean words. Whether the
// units of a formula fit together is not checked, only its base; a value in
// percent_more is taken at its word. The number check does not see: points
// without a word of change (“13 points ahead”), colons without the word ratio
// (“as 3:1”), odds and votes (“won 60-40”, “a 50-50 chance”), parts whose whole
// is not named (“half were idle”), most, “a majority”, dozens, Roman numerals,
// and sums that a sentence leaves to the reader.
package ledger
