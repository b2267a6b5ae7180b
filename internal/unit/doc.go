// Package unit is how the site writes numbers: every unit of the site and how a
// value in it is written, declared once and used by prose, axis, table, card
// and alt text alike. A [Value] is written by itself, a [Format] writes a column.
//
// # Units
//
// A value is kept in one scale per unit, so that sums need no conversion:
//
//	krw_bn             billions of won
//	usd_bn             billions of US dollars
//	percent            a share, or a rate of change that stands alone
//	percent_more       a rise over a base that is named beside it
//	percentage_points  a difference of two percentages
//	times              a multiple of a base
//	people             people; the noun is the author's ("28,500 troops")
//	count              anything else counted; the noun is the author's
//	votes              votes in a parliament; the noun is the author's
//	years months weeks days rounds agreements
//	                   counted things that bring their noun ("20 months")
//	krw_per_usd        won for one US dollar
//
// # Forms
//
//	         krw_bn 1183.3         usd_bn 4.7     percent_more 13.9  people 28500
//	prose    1.18 trillion won     $4.7 billion   13.9%              28,500
//	exact    1.1833 trillion won   $4.7 billion   13.9%              28,500
//	short    1.18tn won            $4.7bn         +13.9%             28,500
//	number   1.18                  4.7            13.9               28,500
//	words    1.18 trillion won     $4.7 billion   13.9%              28,500
//	times    –                     –              1.139 times        –
//
// prose is for running text, short for labels and cards; number is the number of
// the prose form alone, for a sentence that words the unit itself. exact shows all of a value, to four
// decimals of its display scale. words spells a whole number that is below a
// hundred or round: “nine”, “four thousand”, “five times”; whatever cannot be
// spelled shortly stays as in prose. Words is the same with a capital, for the
// start of a sentence. times turns a rise into the multiple it makes: 400% more
// is “five times”.
//
// # House style
//
//   - A value that an author wrote keeps its decimals: those of a figure, or the
//     most in its column of a data file, so that prose, label, table and
//     description say the same. A rule for decimals below is for computed values.
//   - Won are written in trillions from 1,000 billion up, always with two
//     decimals (“1.40 trillion won”), below in whole billions, and below ten
//     billion with one decimal.
//   - Dollars are written in trillions from 1,000 billion up, in billions from
//     half a billion up and else in millions. A computed sum has two decimals
//     below ten and one above, less trailing zeros.
//   - A computed percentage is whole from ten up and has one decimal below.
//   - What is not zero is not written as zero, and a percentage that is not 100
//     not as 100: it gets the decimals that it takes (0.04%, 99.96%). What is
//     rounded up to the next scale is written in it: “1.00 trillion won”.
//   - The change of a percentage is in percentage points.
//   - Multiples that are whole and no more than ten are words in prose: “five
//     times”, “twice”. So are counts that bring their noun: “eight rounds”,
//     but “20 months”. People are always figures.
//   - A computed rate is whole from a hundred won up, and its dollar is the author's: “a
//     dollar bought 1,145 won”. A label says it: “1,145 won per $”.
//   - Thousands are parted by commas, the minus is U+2212 and stands before
//     the currency sign, and the space between a number and the word of its
//     unit does not break (U+00A0).
//   - Halves round away from zero, on the decimal number and not on its binary
//     image: 2.675 is 2.68.
//
// # Left out
//
// No locale: the site is written in English. Ranges, currencies beside won and
// dollars, and the wording around a number (“about”, “more”) are the author's.
package unit
