package record

import "testing"

// Numbers as people of other customs, spreadsheets and printed tables have them are
// told how they are written here, with the value that was meant.
func TestNumberHints(t *testing.T) {
	const alone = "write the number alone; its unit has a key of its own"
	for text, want := range map[string]string{
		"5,3": "write a decimal point: 5.3", "0,125": "write a decimal point: 0.125", "1234,5": "write a decimal point: 1234.5",
		"1,960": "write 1960; or, where the comma is a decimal comma, 1.9600", "1,005,300": "write it without thousands commas: 1005300",
		"1,870.5": "write it without thousands commas: 1870.5", "1,00,000": "write it without thousands commas: 100000",
		"1.960,50":  "write 1960.50: no points between thousands, and a point before decimals",
		"1.005.300": "write it without thousands points: 1005300",
		"28 500":    "write it without spaces: 28500", "1\u00a0960.2": "write it without spaces: 1960.2", "1\u202f960,2": "write it without spaces: 1960.2",
		"10'000": "write it without marks between thousands: 10000", "1_000": "write it without marks between thousands: 1000",
		"(960.2)": "write what is below nought with a minus: -960.2", "−5": "write the minus as a hyphen: -5",
		"960.2*": "write the number alone: 960.2; what its mark refers to belongs into a description or a note",
		"960²":   "write the number alone: 960; what its mark refers to belongs into a description or a note",
		"5[a]":   "write the number alone: 5; what its mark refers to belongs into a description or a note",
		"9.6e2":  "write all its digits: 960", "1E-3": "write all its digits: 0.001", ".5": "write 0.5", "-.5": "write -0.5", "5.": "write 5",
		"0123":  "write 123; where the noughts belong to it, it is a name and no number",
		"#REF!": "a spreadsheet could not work this out, or not show it: mend it there", "#N/A": "a spreadsheet could not work this out, or not show it: mend it there", "####": "a spreadsheet could not work this out, or not show it: mend it there",
		"5%": alone, "$5": alone, "5 km": alone, "€ 5": alone,
		"n/a": "", "1/2": "", "": "", "5": "",
	} {
		if got := NumberHint(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
