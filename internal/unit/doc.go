// Package unit is how a site writes numbers: what each counts, and how a value is
// written in prose, on an axis, in a table, on a card and in an alternative text
// alike. A [Value] is written by itself, a [Format] writes a column. One function
// writes all of them.
//
// # Units
//
// A value is kept in one scale per unit, so that sums need no conversion. These
// units belong to no subject and are built in:
//
//	percent            a share, or a rate of change that stands alone
//	percent_more       a rise over a base that is named beside it
//	percentage_points  a difference of two percentages
//	times              a multiple of a base
//	ratio, index       a number over another; one of 2019 = 100
//	count              anything counted; the noun is the author's
//	years months weeks days hours
//	                   counted things that bring their noun ("20 months")
//
// All others a site declares ([Declare]) in content/units.yaml, which package ledger
// reads into a [Table]:
//
//	eur_bn:
//	  name: billions of euros
//	  write:
//	    - {from: 1000, per: 1000, decimals: 2, prose: "€{n} trillion", short: "€{n}tn", axis: Trillion euros, id: eur_tn}
//	    - {prose: "€{n} billion", short: "€{n}bn", axis: Billion euros}
//	votes: {name: votes in a parliament, write: [{one: "{n} vote", prose: "{n} votes", short: "{n}"}]}
//	people: {name: people, write: [{decimals: 0, prose: "{n}"}]}
//	eur_per_kwh: {name: euros for a kilowatt-hour, dimension: eur/kwh, write: [{prose: "€{n}", short: "€{n} per kWh"}]}
//
// The steps of write come from the largest to the smallest; a value is written in the
// first whose from its rounded size reaches. A unit whose step has one is counted, and
// one whose prose is {n} alone leaves its noun to the sentence. Values of units with
// one dimension are in one scale, and may be added and compared ([Unit.Like]); one
// with a / is a rate. Where nought is a convention, as of °C, no value is a multiple or
// a percentage of another ([Unit.Ratios]).
//
// # Forms
//
//	         eur_bn 1183.3        percent_more 13.9  people 28500  years 6
//	prose    €1.18 trillion       13.9%              28,500        six years
//	exact    €1.1833 trillion     13.9%              28,500        6 years
//	short    €1.18tn              +13.9%             28,500        6 years
//	number   1.18                 13.9               28,500        6
//	words    €1.18 trillion       13.9%              28,500        six
//	times    –                    1.139 times        –             –
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
//   - A value that an author wrote keeps its decimals, those of a figure or of its
//     cell, in prose and in every sentence. Among the others of a column, in a table
//     and on marks, it has as many as the one that has most. In a step that divides
//     by more than one it has the step's. A rule for decimals below is for computed values.
//   - A step with decimals has as many; one without as many as show three digits,
//     two at most, less trailing zeros.
//   - A computed percentage is whole from ten up and has one decimal below.
//   - What is not zero is not written as zero, and a percentage that is not 100
//     not as 100: it gets the decimals that it takes (0.04%, 99.96%). What is
//     rounded up to the next step is written in it: “€1.00 trillion”.
//   - The change of a percentage is in percentage points.
//   - Multiples that are whole and no more than ten are words in prose: “five
//     times”, “twice”. So are counts that bring their noun: “eight rounds”,
//     but “20 months”. Numbers without a noun are always figures.
//   - Separators and the words of the units that are built in come from the
//     language of the site, package lang. The minus is U+2212 and stands before
//     what precedes the number (−€5), and the space beside a number does not
//     break (U+00A0).
//   - Halves round away from zero, on the decimal number and not on its binary
//     image: 2.675 is 2.68.
//
// # Left out
//
// Ranges, conversions between units, and the wording around a number (“about”,
// “more”) are the author's.
package unit
