package claims

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// What the number check takes for claims, text by text. Claims are parted by
// " | ".
func TestFind(t *testing.T) {
	tests := []struct{ text, want string }{
		// Percentages, whatever their size and spelling.
		{"It rose 13.9% in a year.", "13.9%"},
		{"It rose 13.9 % in a year.", "13.9 %"},
		{"a rise of 5 percent", "5 percent"},
		{"a rise of five per cent", "five per cent"},
		{"a 13-percent offer", "13-percent"},
		{"a fourteen-per-cent rise", "fourteen-per-cent"},
		{"nearly fourteen percent", "fourteen percent"},
		{"one percent of it", "one percent"},
		{"6.5 percentage points", "6.5 percentage points"},
		{"two percentage points", "two percentage points"},
		{"a 2-percentage-point gap", "2-percentage-point"},
		{"from 13 to 14 percent", "13 | 14 percent"},
		{"between 13 and 14%", "13 | 14%"},
		{"13–14%", "13 | 14%"},
		{"13-14%", "13 | 14%"},
		{"thirteen or fourteen percent", "thirteen | fourteen percent"},
		{"+13.9% and −8.9%", "+13.9% | −8.9%"},
		{"a change of -8.9%", "-8.9%"},
		{"up to 400% more", "400%"},
		{"“400% more”", "400%"},
		{"up-to-400% more", "400%"},
		{"GAO-21-270% is odd but a percentage", "270%"},
		{"2,000%", "2,000%"},
		{"2020%", "2020%"},
		{"400% 인상", "400%"},
		{"half of one percent", "one percent"},

		// Money, whatever its size.
		{"$4.7 billion a year", "$4.7 billion"},
		{"US$4.7 billion a year", "US$4.7 billion"},
		{"$4.7bn a year", "$4.7bn"},
		{"$924m", "$924m"},
		{"$5", "$5"},
		{"$4.7 billion to $5 billion", "$4.7 billion | $5 billion"},
		{"$4.7-5 billion", "$4.7 | 5 billion"},
		{"$4 to 5 billion", "$4 | 5 billion"},
		{"4 to $5 billion", "4 | $5 billion"},
		{"1.18 trillion won", "1.18 trillion won"},
		{"1.18\u00a0trillion won", "1.18\u00a0trillion won"},
		{"1.18tn won", "1.18tn won"},
		{"444 billion won and 77 billion won", "444 billion won | 77 billion won"},
		{"₩1,183.3bn", "₩1,183.3bn"},
		{"KRW 1.18 trillion", "KRW 1.18 trillion"},
		{"KRW1.18tn", "KRW1.18tn"},
		{"USD 5 billion", "USD 5 billion"},
		{"five billion dollars", "five billion dollars"},
		{"five US dollars", "five US dollars"},
		{"five U.S. dollars", "five U.S. dollars"},
		{"20 South Korean won", "20 South Korean won"},
		{"a 5-billion-dollar demand", "5-billion-dollar"},
		{"a $5-billion demand", "$5-billion"},
		{"1,145 won to the dollar", "1,145 won"},
		{"33 euros", "33 euros"},
		{"12 dollars", "12 dollars"},
		{"half a billion dollars", "half a billion dollars"},
		{"a million dollars", "a million dollars"},
		{"1조 1,833억 원", "1조 | 1,833억 원"},
		{"$1.5 million for each", "$1.5 million"},
		{"−$76 million", "−$76 million"},

		// People.
		{"28,500 troops", "28,500"},
		{"28500 troops", "28500"},
		{"four thousand Korean nationals", "four thousand"},
		{"some 4,000 workers", "4,000"},
		{"nine thousand South Korean workers", "nine thousand"},
		{"twenty-eight thousand five hundred troops", "twenty-eight thousand five hundred"},
		{"forty workers went back", "forty"},
		{"40 US soldiers", "40"},
		{"12 unpaid South Korean employees", "12"},
		{"two dozen soldiers", "two dozen"},
		{"a dozen workers", "a dozen"},
		{"a 40-soldier unit", "40"},
		{"2000 workers lost their pay", "2000"},
		{"about 2050 troops", "2050"},
		{"twenty civilian jobs", "twenty"},

		// Counts of a hundred and more, in digits or words.
		{"300 bases", "300"},
		{"three hundred bases", "three hundred"},
		{"a hundred bases", "a hundred"},
		{"a thousand reasons", "a thousand"},
		{"one hundred and thirteen pages", "one hundred and thirteen"},
		{"4.7 billion", "4.7 billion"},
		{"two million", "two million"},
		{"a 10,000-strong force", "10,000"},
		{"28k likes", "28k"},
		{"300km of road", "300km"},
		{"1882 houses", "1882"},
		{"28,500명", "28,500"},
		{"100–200 rounds", "100 | 200"},
		{"1,234,567", "1,234,567"},
		{"an army of 450,000.", "450,000"},
		{"week.28,500 of them", "28,500"},

		// Multiples and their wordings.
		{"five times as much", "five times"},
		{"5 times the payment", "5 times"},
		{"4–5 times", "4 | 5 times"},
		{"four to five times as much", "four | five times"},
		{"5× the payment", "5×"},
		{"5x the payment", "5x"},
		{"1.5 times", "1.5 times"},
		{"one and a half times as much", "one and a half times"},
		{"a fivefold rise", "fivefold"},
		{"a five-fold rise", "five-fold"},
		{"a 10-fold rise", "10-fold"},
		{"a tenfold rise", "tenfold"},
		{"a hundredfold rise", "hundredfold"},
		{"twice as much", "twice"},
		{"twice the money", "twice"},
		{"the contribution doubled", "doubled"},
		{"It doubled the number of troops.", "doubled"},
		{"a doubling of the bill", "doubling"},
		{"quadruple the payment", "quadruple"},
		{"spending was halved", "halved"},

		{"Spending grew three times.", "three times"},
		{"The budget was five times that of 2019.", "five times"},
		{"It is five times.", "five times"},
		{"They paid three times more, four times what it cost.", "three times | four times"},
		{"It was multiplied five times.", "five times"},
		{"Call 300 homes", "300"},
		{"the 100 metres of road, in the 300 litres of water", "100 metres | 300 litres"},

		// Fractions of money and people.
		{"a third of the money", "a third"},
		{"nearly a quarter of the gap", "a quarter"},
		{"about one-third of the cost", "one-third"},
		{"two-thirds of its workers", "two-thirds"},
		{"three quarters of the budget", "three quarters"},
		{"half of the troops", "half"},
		{"half the workforce", "half"},
		{"a third more", "a third"},
		{"half as much", "half"},
		{"at most a third of the most direct costs", "a third"},

		// Parts of a whole, and changes by one.
		{"2/3 of the money", "2/3"},
		{"1⁄3 of what Seoul paid", "1⁄3"},
		{"½ of the bill", "½"},
		{"1½ times the payment", "1½ times"},
		{"a payment of 1¾ billion dollars", "1¾ billion dollars"},
		{"one-and-a-half times as much", "one-and-a-half times"},
		{"the bill rose by half", "half"},
		{"the bill rose by a fifth in a year", "a fifth"},
		{"spending fell by half.", "half"},
		{"It fell by nearly two-thirds.", "two-thirds"},
		{"They cut the bill by a third.", "a third"},
		{"the payment was up a quarter", "a quarter"},
		{"a plan that halves the bill", "halves"},
		{"double what Seoul paid", "double"},
		{"half what Seoul paid", "half"},
		{"a third of what the US paid", "a third"},
		{"half went on logistics", "half"},
		{"two-thirds goes to wages", "two-thirds"},
		{"Seoul paid twice over.", "twice"},

		// Proportions.
		{"a 50-50 split of costs", "50-50"},
		{"They shared the cost 60:40.", "60:40"},
		{"a fifty-fifty split", "fifty-fifty"},
		{"a ratio of 3:1", "3:1"},
		{"a ratio of three to one", "three to one"},
		{"a five-to-one advantage", "five-to-one"},
		{"by 5-to-1", "5-to-1"},
		{"a factor of five", "five"},

		// Percentages and points in short.
		{"up 13pp on the year", "13pp"},
		{"13pc more", "13pc"},
		{"rose 13 points", "13 points"},
		{"fell by two points", "two points"},
		{"raised by 13 points", "13 points"},
		{"a 13-point rise", "13-point"},
		{"hundred-percent funding", "hundred-percent"},

		// Thousands parted by spaces, old currency signs, more people.
		{"45 000 troops", "45 000"},
		{"45\u202f000 troops", "45\u202f000"},
		{"45\u2009000 troops", "45\u2009000"},
		{"₩1 183 billion", "₩1 183 billion"},
		{"45 000 of them", "45 000"},
		{"W1.18tn", "W1.18tn"},
		{"20 men", "20"},
		{"forty-two of the troops", "forty-two"},
		{"three of its South Korean workers", "three"},
		{"F-16 100 times", "100 times"},
		{"in 2019 500 people came", "500"},
		{"since 1880, and in 1789", ""},
		{"degrees, 1880–2023", ""},
		{"The price went from 1200 to 1500.", "1200 | 1500"},
		{"rose from 1850 to 1880", "1850 | 1880"},
		{"an army of 1500", "1500"},
		{"It rose by 1850.", "1850"},
		{"the 1500 homes, 1200 of them old", "1500 | 1200"},
		{"1200–1500 homes", "1200 | 1500"},
		{"In 1850 homes, in 1850 big homes", "1850 | 1850"},
		{"It has 1789, 1848 and 1500.", "1789 | 1848 | 1500"},
		{"1880–2023 homes", "1880"},
		{"in 1880 homes", "1880"},
		{"a total of 1880", "1880"},

		// Before a unit that is well known.
		{"heated to 55 °C", "55 °C"},
		{"heated to 55°C or 130 °F", "55°C | 130 °F"},
		{"a slope of 12°", "12°"},
		{"57 litres a day", "57 litres"},
		{"five litres a day", "five litres"},
		{"21 TWh and 40 Mt", "21 TWh | 40 Mt"},
		{"21TWh and 40Mt", "21TWh | 40Mt"},
		{"20 to 25 °C", "20 | 25 °C"},
		{"40 kWh, 5 kW, 12 V, 60 W", "40 kWh | 5 kW | 12 V | 60 W"},
		{"21 terawatt-hours", "21 terawatt-hours"},
		{"20 square metres", "20 square metres"},
		{"30 m² and 30 km/h", "30 m² | 30 km/h"},
		{"a 5-mile road", "5-mile"},
		{"a lorry of 40 t", "40 t"},
		{"6 feet deep", "6 feet"},
		{"20 tonnes of steel", "20 tonnes"},
		{"CHF 20 and 20 SEK", "CHF 20 | 20 SEK"},
		{"₹20 a day", "₹20"},

		// Fractions and multiplications, whatever the subject.
		{"a third fewer homes", "a third"},
		{"half of homes", "half"},
		{"nearly half of all homes", "half"},
		{"half the pumps failed", "half"},
		{"a sixth of the water leaks", "a sixth"},
		{"3/4 of homes", "3/4"},
		{"two in five homes", "two in five"},
		{"1 in 10 children", "1 in 10"},
		{"nine out of ten readers", "nine out of ten"},
		{"leakage doubled", "doubled"},
		{"prices tripled in a decade", "tripled"},
		{"emissions halved", "halved"},
		{"a pump that halves the emissions", "halves"},
		{"They cut emissions by a third.", "a third"},

		// As newspapers and other programs write them.
		{"It cost 3 bn euros, 3 mn euros or €1.2bn.", "3 bn euros | 3 mn euros | €1.2bn"},
		{"It costs 99p, 5 pence, 50c or 20 ¢ a day.", "99p | 5 pence | 50c | 20 ¢"},
		{"It cost HK$3, NZ$6m and R$8.", "HK$3 | NZ$6m | R$8"},
		{"Rs 500, Rs. 20, kr 20, 20 kr, 5 € and 5€", "Rs 500 | Rs. 20 | kr 20 | 20 kr | 5 € | 5€"},
		{"£3-4m, £3m to £4m, £.50", "£3 | 4m | £3m | £4m | £.50"},
		{"half a per cent, half a percentage point", "half a per cent | half a percentage point"},
		{"half-a-million people, 5+ million people", "half-a-million | 5+ million"},
		{"thirty-odd per cent, six- to seven-fold", "thirty-odd per cent | six | seven-fold"},
		{"25 basis points, 25 bps, 5‰ of it", "25 basis points | 25 bps | 5‰"},
		{"1,5 % and 2,5 million", "1,5 % | 2,5 million"},
		{"rows 1,5 and 7", ""},
		{"10'000 and 10’000 homes, 1e6 people, 10⁶ and 10^6 cells", "10'000 | 10’000 | 1e6 | 10⁶ | 10^6"},
		{"６０％ of it, ٣٠٠ bases", "６０％ | ٣٠٠"},
		{"40 g CO2, 10 tCO2, 5 MtCO2e, 20 kWh/m2", "40 g | 10 tCO2 | 5 MtCO2e | 20 kWh"},
		{"5 km/h, 5kph, 15in, 3 pints, 5 kilos", "5 km/h | 5kph | 15in | 3 pints | 5 kilos"},
		{"minus 3 °C, -3 to -5 °C, minus three degrees Celsius", "minus 3 °C | -3 | -5 °C | minus three degrees Celsius"},
		{"The temperature rose to 20C. It was two degrees warmer.", "20C | two degrees warmer"},
		{"One child in five cannot swim.", "One child in five"},
		{"one voter in three, three out of every ten homes", "one voter in three | three out of every ten"},
		{"thrice as many; 12 people died, 12 deaths", "thrice | 12 | 12"},
		{"In 1850 Britain had 20 million people.", "20 million"},
		{"After 1850 pumps failed, it was in 1850 homes.", "1850 | 1850"},

		// Numbers with decimals.
		{"the talks took 1.6 years", "1.6"},
		{"17.5 months", "17.5"},
		{"0.5 of it", "0.5"},

		// Numbers beside names and times that are none of them.
		{"TRY 500 was paid", "TRY 500"},
		{"COP 20,000 and COP 1.5 million", "COP 20,000 | COP 1.5 million"},
		{"CAD 500 million", "CAD 500 million"},
		{"in Seoul 300 bases closed", "300"},
		{"It cost the Pentagon 500 planes.", "500"},
		{"in the Sudan 500 died", "500"},
		{"a Korean 500-bed hospital", "500"},
		{"in Korea 2.6, in Japan 1.1", "2.6 | 1.1"},
		{"The rate stood at 12.30 in May.", "12.30"},
		{"bought at 1.20 to the dollar", "1.20"},
		{"a loss of 12 L", "12 L"},
		{"what in March 1.6 was", "1.6"},
		{"It was for Korea 2.6 in 2019.", "2.6"},
		{"It was 20.9 in Japan (2017 2.36, 2020 2.07).", "20.9 | 2.36 | 2.07"},
		{"They doubled their payments.", "doubled"},

		// What is from the ledger already, and citations.
		{"{{ troops : words }} troops and 28,500 more", "28,500"},
		{"as reported [@cnn-2021-03-07, p. 300] for 28,500", "28,500"},

		// Several at once, and odd texts.
		{"In 2019 the 28,500 troops cost $924 million, 8.2% more.", "28,500 | $924 million | 8.2%"},
		{"cost the US 500 planes", "500"},
		{"999999999999999999999999999999999999", "999999999999999999999999999999999999"},
		{"1,00,000", "1,00,000"},
	}
	for _, test := range tests {
		if got := strings.Join(found(test.text), " | "); got != test.want {
			t.Errorf("%q: claims %q, want %q", test.text, got, test.want)
		}
	}
}

// found are the words of the claims of a text.
func found(text string) []string {
	var out []string
	for _, c := range find(text) {
		out = append(out, c.Text)
	}
	return out
}

// What looks like a claim and is none.
func TestFindNothing(t *testing.T) {
	for _, text := range []string{
		// Parts of a whole, and changes by one.
		"after 9/11 more troops came", "after 9/11 the budget grew", "3/4 time", "a bill paid by a third party",
		"The cost was met by a fifth agreement.", "They met by half past ten.", "Prices rose a third time.", "up to half a year",
		"both halves of the contribution", "the halves that differ", "They met twice over the winter.", "a third went home",
		"They met three times.", "He was elected three times in Ohio.", "The bell rang five times.", "They have met at least three times since 2019, and again.",
		"Half of the night", "at 10:30:45", "10:30:45", "Call 112.", "Call 112 if it burns.", "Psalm 119", "She ran the 100 metres.", "gold in the 100 metres",
		// Proportions.
		"a 50-50 chance", "a vote of 60-40", "from 10:30 to 11:30", "one-to-one talks", "a nine-to-five post",
		"a four-to-six-week pause", "pages 40–60 of the basis paper", "the ratio of 2019 to 2021", "a factor in five talks",
		// Percentages and points in short.
		"Seoul raised two points", "three points of the plan", "a ten-point plan", "pp. 13",
		// Thousands parted by spaces, old currency signs, more people.
		"W20", "two women said", "the 2019 women’s march", "one of the soldiers", "Part 2 of the workers’ deal",
		"two of the four sources", "a Boeing 747", "the 2021 won figure", "one million-won note",
		// Years and dates.
		"the agreement of 2019", "from 1991 to 2030", "2026–30", "2026-30", "2020–2025", "In 2020 workers went unpaid.",
		"In November 2019 troops trained.", "in 2016 won by a margin", "the 2010s", "mid-2020", "pre-2005", "2021년",
		"4 October 2024", "On 1 April US forces", "1 April", "2021-03-10", "31 August 2021, 1 September 2021", "24.9.2019",
		"’21 and ’22", "By 2025 the contribution had grown", "at 10:30", "at 10.30 am", "at 10.30 a.m.",
		"From 1850 to 1914 it grew.", "It lasted from 1750 to 1850.", "In 1789, 1848 and 1917 they rose.", "In 1789, 1830 and 1848 they rose.", "The Act of 1701",
		"The 1755 earthquake", "Built in the 1400s", "The year 1066", "The winter of 1683–84", "In 500 BC", "By AD 300", "In 1850 the railway came.",
		"on 14 July 1789", "July 4, 1776", "between 1850 and 1914", "by 1850", "the Treaty of 1648 and the census of 1801", "1683–84 was cold",
		// Ordinals and small counts.
		"the 9th agreement", "the 11th and the 12th", "the 38th parallel", "the 116th Congress", "the ninth round",
		"the third round of talks", "a third agreement", "two sides", "one year", "three categories", "both sides",
		"two sources told CNN", "two people familiar with the talks", "four former officials", "one worker said", "one dollar",
		"won for one US dollar", "a dollar bought more", "eight rounds in 20 months", "a six-year agreement", "two-plus-two talks",
		"ten years and many kinds of help", "15 June", "24/7", "9/11", "No. 7", "two and a half years",
		// Numbers that say no number.
		"thousands of workers", "hundreds of thousands of people", "several hundred workers", "a few thousand soldiers",
		"many times", "The New York Times", "they met twice", "double standards", "They doubled down on the demand",
		"double-check the contribution", "the first half of 2020", "half a year", "a quarter of the year",
		"in the third quarter of the year", "manifold and unfold", "South Korea won the argument", "a won",
		// What is like a unit, a fraction or a multiplication.
		"at 38° N and 127° E", "on two feet", "three degrees of freedom", "a 5G network", "a metre", "one litre of it", "met at 5 pm",
		"In 2020 W held on.", "Appendix 5 A list", "a mile away", "four more tests", "the northern half of the country", "the other half of it",
		"half of 2020", "half of July", "a quarter of an hour", "half the battle", "in its second half of the season", "a third of its kind",
		"eight rounds in 20 months", "two in five years", "two in 2020", "The school doubled as a shelter.", "bent double", "a double bed",
		"doubles tennis", "ALL 5 OF THEM", "Copyright 2023 W3C", "Part 3 V of the act", "Phase 1 in 3 towns", "the doubling time", "try 5 of them",
		// Names.
		"GAO-21-270", "the H.10 and G.5A releases", "Article 5", "Article 500", "F-35 and B-52", "an F-117", "IF13050",
		"TIAS 05-706 and TIAS 14-618", "Resolution 2371", "Public Law 116-92", "page 300", "p. 179", "pp. 120–125", "Chart 5-1",
		"#4711", "CC BY-NC-ND 4.0", "WCAG 2.2", "version 2.2", "1.2.3", "COVID-19", "the 747X",
		"https://example.org/2019/123456?p=28,500 is a link", "www.example.org/28,500",
		// Years before 1900 beside who did something.
		"In 1850 Britain had few railways.", "In 1845 potatoes failed across Ireland.", "Around 1850 most people lived on the land.",
		"From 1789 onwards nothing was the same.", "The Corn Laws of 1815 kept bread dear.", "Adam Smith (1776) wrote of pins.",
		// Names, telephones, screens, notes, idioms.
		"She lives at 221B Baker Street.", "Call 999 or 112.", "Dial 0800 123 456.", "Phone +44 20 7946 0958.", "Write to PO Box 500.",
		"a 3D film and a 4K screen", "1080p video", "a £5 note and a 50p coin", "a 4x4 broke down", "a 4×100 metres relay", "He was 100% sure.",
		"the first 100 days", "The two halves of the bill differ.", "The 20C bus came.", "one day in three weeks, one goal in two games",
		// Names and their numbers, times of day, laws.
		"COP 21 was held", "They met at COP 26.", "a Class 395 train", "Class 395 trains ran", "an Intercity 225 set", "The Intercity 225 ran.",
		"House Bill 1170 passed", "FERC Order 636", "Regulation (EU) 2016/679", "Directive 95/46/EC", "Decision 2010/279", "Python 3.12 is out.",
		"It runs with Go 1.26.", "It runs on Python 3.12 in a train.", "the 06.15 train", "from 06.15 to 07.45", "They met at 12.30.", "the 12.30 bus", "On day 2 t was set.",
		"Bus 12 L leaves.", "They doubled its efforts.",
		// What is from the ledger already, and citations.
		"about {{ troops }} troops", "as reported [@cnn-2021-03-07, p. 300]",
		// Several at once, and odd texts.
		"", "…", "%", "$", "- – —",
	} {
		if got := found(text); got != nil {
			t.Errorf("%q claims %q", text, got)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"It rose 13.9% to 1.18 trillion won.", "28,500 troops", "{{ x }} 5–6 times", "half a billion and a half", "pp. 120–125",
		"−$1.5m", "one hundred and", "‘’“” 5'x 5’", "a\u00a0million\u00a0won", "1.2.3.4,5", "two-thirds of the the the won", "5 per-cent"} {
		f.Add(s, "x")
	}
	f.Fuzz(func(t *testing.T, text, literal string) {
		claims := outside(find(text), text, []string{literal})
		last := 0
		for _, c := range claims {
			if c.Start < last || c.End <= c.Start || c.End > len(text) || text[c.Start:c.End] != c.Text {
				t.Fatalf("%q: claim %+v after %d", text, c, last)
			}
			if utf8.ValidString(text) && !utf8.ValidString(c.Text) {
				t.Fatalf("%q: claim %q cuts a letter", text, c.Text)
			}
			last = c.End
		}
		if strings.TrimSpace(literal) == "" {
			return
		}
		for _, c := range outside(find(literal), literal, []string{literal}) {
			t.Fatalf("claim %q stands inside the literal %q", c.Text, literal)
		}
	})
}

// Texts that, written a million times, begin a number at each place.
var repeated = []string{"1 to ", "one hundred and ", "million ", "{{", "{{ x }}", "[@", "[@a]", "a-", "1-", "1.", "1,", "$", "-", "twenty-",
	"half of ", "doubled ", "http://", "2019 – ", "US ", "p. 3–", "𝟙", "1\u00a0", "a third of the ", "\n", "'", "five U.S. ", "“", "9 South Korean ",
	"2 in ", "5 square ", "5 km / ", "by a third ", "double ", "two-fifths of ", "1 000 ", "5-to-1", "1:", "1/2 of ", "½", "by half ", "by about ", "rose by ", "hundred-", "and a half ", "one-and-a-", "ratio of 3 to ", "9 of the "}

// A text as large as a page may be is read to its end, whatever it repeats. A
// rule that goes back over the text at each place would need minutes for each.
func TestLongTextsAreRead(t *testing.T) {
	size := 1 << 20
	if testing.Short() {
		size = 1 << 16
	}
	for _, part := range repeated {
		text := strings.Repeat(part, size/len(part))
		outside(find(text), text, []string{part, strings.Repeat(part, 50), text})
		unquoted(text)
	}
}
