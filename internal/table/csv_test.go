package table

import "testing"

// What a spreadsheet would run as a formula is marked as text, numbers are not.
func TestNoCellIsAFormula(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "plain": "plain", "-5": "-5", "+1.5": "+1.5", "−5": "−5", "13%": "13%",
		`=HYPERLINK("https://evil.example")`: `'=HYPERLINK("https://evil.example")`,
		"+cmd|' /C calc'!A0":                 "'+cmd|' /C calc'!A0",
		"-2+3":                               "'-2+3",
		"@SUM(A1)":                           "'@SUM(A1)",
		"\t=1":                               "'\t=1",
		"\r=1":                               "'\r=1",
	} {
		if got := Safe(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
