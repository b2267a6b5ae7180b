// Package claims finds the numbers of texts that claim something and were typed
// by hand: every number must come from a record of the ledger, with its source.
// It also finds words of direction that contradict the figures beside them.
//
// # What is a claim
//
// Numbers are digits (28500, 28,500, 28'500, 13.9, .5, 4.7bn, 4.7 bn, 1e6, 10⁶, those of
// other scripts, and 1,5 before a unit) and words (“four thousand”,
// “twenty-eight”, “half a million”, “one and a half”). Always claims, whatever
// their size:
//
//   - a percentage or percentage points: 13%, “five per cent”, “a 13-percent
//     offer”, 13pc, 13pp; “13 points” behind a word of change (“rose 13
//     points”, “raised by two points”, “a 13-point rise”); basis points; but not “100% sure”;
//   - money: a currency sign, word or ISO code at the number, $5, 20 euros, EUR
//     1.18tn, CHF 20, W1.18tn, 5 €, HK$5, Rs 500, 99p, “five Swiss francs”;
//   - a measurement: 55 °C, 57 litres, 21 TWh, 40 Mt, “five square metres”: an SI
//     unit with or without its prefix, or a common measure. Symbols are told
//     by their capitals; single letters (m, g, t, W) count behind digits only,
//     and so do feet, yards, inches and degrees; 20C near words of heat;
//   - a multiple: “five times”, 5×, 5x, “fivefold”, “10-fold”, “a factor of
//     five”; “twice” before as, the, that, what and, at a clause's end, over;
//   - a headcount: workers, employees, personnel, staff, civilians, jobs and the
//     nouns that the site adds (vocabulary) behind the number, with “of the” and
//     words that describe them between (“forty South German workers”, “four of its
//     pumps”), and from ten on people, men, women, children and the dead;
//   - a number of a hundred or more, and any number with thousands commas or
//     spaces (45 000);
//   - digits with a decimal point (“1.6 years”), ½ and the like;
//   - doubled, tripled, quadrupled, halved and their kin, unless “down”, “back”
//     or “as” follows, and “halves the”; double, triple and the like with a noun of
//     money or people at most eight words away in the sentence, or before “what”;
//   - a third, a quarter, half, two-thirds and the like, when “of”, or “the”
//     and “its” after half or several parts, lead to a whole that is no time
//     (“half of the year”) and no idiom (“half the battle”), or when “more”,
//     “fewer”, “higher”, “cheaper”, “as” or “went on” follows, or a word of change
//     with “by” goes before (“rose by half”, “cut the bill by a third”); but
//     “the northern half of” and “the other half of” name a part;
//   - a proportion: “2/3 of the money”, “two in five homes”, “nine out of every ten”, “one home in five”, “five-to-one”, 3:1 and “three to one”
//     beside the word ratio, and what makes up a hundred beside split, share
//     or division (“a 50-50 split”).
//
// Two numbers joined by a dash, “to”, “or” or “between … and” share a unit:
// “13 to 14 percent” is two claims. “Minus” is a sign. Not claims:
//
//   - latitudes and longitudes: 38° N;
//   - years: four digits from 1900 to 2099 without a comma, and ranges of them
//     (2026–30). Before a headcount or a currency word they are years only
//     after a preposition, a month, a dash or a comma (“in 2020 workers …”);
//     earlier ones after “in”, “since”, “until”, “before” or “after”, where no
//     word follows that they might count: “since 1880, …”, “In 1850 Britain had”, and in “1880–2023”, “the Act
//     of 1701”, “the 1755 earthquake”, “from 1850 to 1914”, “14 July 1789”, “500 BC”;
//   - dates and times of day: 4 October 2024, 2021-03-10, 10.30 am, 06.15, “at
//     12.30”, “the 12.30 train”;
//   - how often something happened (“they met three times”), numbers that are called
//     (“call 999 or 112”, +44 20 7946 0958) and races (“ran the 100 metres”);
//   - ordinals: 9th, the 38th parallel, “the third round”;
//   - whole numbers below a hundred that count none of the above: “two sides”,
//     “eight rounds”, “six-year”, “two sources”; “one worker”, “one euro”;
//   - names: digits in one word with letters before them (F-35, GAO-21-270,
//     H.10, IF13050) or a capital behind (747X), with a leading zero or two
//     points (05-706, 1.2.3), after # or @, after an abbreviation in capitals
//     other than a country's (WCAG 2.2, CC BY 4.0), and after words that
//     number things (page 300, pp. 120–125, Article 5, Chart 5-1, No. 747,
//     version 2.2, Boeing 747, Bill 1170), behind a word with a capital (“an
//     Intercity 225”, “in Python 3.12”; but “in Berlin 300 bases” and “France 2.6,
//     Japan 1.1”), beside a slash and a year (2016/679), and notes and coins (“a
//     million-won note”, “a 50p coin”), and lines of a picture (1080p, “a 4K screen”);
//   - words that name no number: “thousands of workers”, “several hundred”;
//   - web addresses, mentions and bracketed citations;
//   - numbers inside a literal that the author listed.
//
// A claim that shares its first word with a name is still one when a percent
// sign or currency is at it. Code, list numbers and, on pages, quotations that
// carry a citation are the caller's to blank out.
//
// # What stands at a figure
//
// A figure brings its whole text. It is read as it is printed, with what stands beside
// it, and must still say the same: “{{ a }},000”, “1{{ a }}”, “−{{ a }}”, “{{ a }}%”,
// “€{{ a }}”, “{{ a }} billion” and “{{ a }} per cent” do not, nor does a unit behind a
// figure that has one. Hyphens, dashes of ranges, quotation marks, brackets and
// stops change nothing, nor do a noun, a measure or “times” behind a bare number.
// The form number may have the unit of the figure.
//
// # Words of direction
//
// “It fell from {{ a }} to {{ b }}” is a mistake if b is not less than a. Only
// these wordings are read, in one sentence, with two figures of one unit (and one base) and
// nothing but words between:
//
//   - a word of rise or fall, as a verb of any tense or “the fall”, with “from A to B” or “to B from A”; doubled,
//     tripled, halved and their kin too, which are then no claim of their own
//     where the figures bear them out (within a tenth; “more than”, “nearly”);
//   - “went from A up to B”, “fell between A in 2019 and B in 2021”, “rose to B
//     after A”;
//   - “B, up from A”, “B, down from A”, “B, more than the A of 2019”;
//   - “B exceeds A”, “B is more than A”, “is still less than”, “is above”, “was below”, “higher
//     than before: B against A”;
//   - “of A, B and C, the highest is A”, in a list.
//
// A multiple or a fraction between two figures, “{{ b }} is more than twice the {{ a }}”,
// “{{ a }} is a third of {{ b }}”, is no claim where they bear it out, and wrong where they
// do not. Temperatures in °C are no multiples of one another. What is in brackets is passed over; a word that is denied (“did not fall”) is not
// judged. A page's author excepts words that are right as they stand.
//
// # What is checked
//
// [Checker.Find] finds the claims of any text, [Checker.Records] checks the texts
// of the ledger's own records, [Checker.Printed] a text that is printed without
// figures: those of content/site.yaml and, in the ledger, names of terms, notes
// of sources, titles and descriptions of tables.
//
// Each claim names the figures that read the same in some form, found by value
// and unit: “28.5 thousand pumps” → write {{ pumps }} (28,500). To find them,
// every written form of every figure is read by the same rules.
//
// # The table
//
// The rules work on words, digits and signs, and take the words from the table of
// the language that the site is written in (english.go, german.go): numbers and scales, units, currencies, counted
// nouns, multiplications, what makes a claim of a fraction, words of change, of
// time and of reference. A new kind of claim is one more row. Only the small
// words of English grammar (a, half, and, of, by, to) are in the rules.
// Separators are those of package lang: 28.400,5 is read as 28,400.5 in German.
// Time is linear in the text.
//
// # Left out
//
// In German: numbers in words that are no round hundreds or thousands from a hundred on
// („fünfzehnhundert“, „hundertzwölf“), years before nouns other than behind a word of time,
// ordinals from 100 on (“100.” is a number), ratios but “zwei von fünf”, and words of
// direction but “stieg von A auf B” and “von A auf B gestiegen”.
//
// Numbers in words of other languages. The check does not see: points without a word of
// change (“13 points ahead”), colons without the word ratio (“as 3:1”), odds and
// votes (“won 60-40”, “a 50-50 chance”), parts whose whole is not named (“half
// were idle”), “highest” and “lowest” of what no list in the sentence names, most, “a majority”, dozens, Roman numerals, and sums that a
// sentence leaves to the reader.
package claims
