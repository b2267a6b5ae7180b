package unit

import (
	"strconv"
	"testing"

	"sharingthecost/internal/lang"
)

// A number keeps the digits that its author wrote.
func TestDigitsAreKept(t *testing.T) {
	for raw, want := range map[string]string{
		"656614123456789": "656,614,123,456,789", "9007199254740991": "9,007,199,254,740,991", "-656614123456789": "−656,614,123,456,789", "1234567890.12": "1,234,567,890.12",
		"100000000000000": "100,000,000,000,000", "28500": "28,500", "7.50": "7.50", "0": "0", "0.0": "0.0",
	} {
		v, err := strconv.ParseFloat(raw, 64)
		if err != nil {
			t.Fatal(err)
		}
		value := Count.Written(v, Decimals(raw))
		if got := value.Text(lang.English, Prose); got != want {
			t.Errorf("%s is written %s, want %s", raw, got, want)
		}
		if back, err := strconv.ParseFloat(value.Machine(), 64); err != nil || back != v {
			t.Errorf("%s is %s for programs", raw, value.Machine())
		}
		if !value.Keeps(raw) {
			t.Errorf("%s is not kept", raw)
		}
	}
	for _, raw := range []string{"9007199254740993", "12345678901234567890", "1234567890123.4567", "0.12345678901234567", "123456789012.345"} {
		v, err := strconv.ParseFloat(raw, 64)
		if err != nil {
			t.Fatal(err)
		}
		if value := Count.Written(v, Decimals(raw)); value.Keeps(raw) {
			t.Errorf("%s is kept, as %s", raw, value.Machine())
		}
	}
	for _, noisy := range []float64{1173.9569999999999, 0.1 + 0.2, 434.99999999999994} {
		if got := (Value{F: noisy}).Machine(); len(got) > 9 {
			t.Errorf("the noise of %v shows: %s", noisy, got)
		}
	}
}

// A number of a unit whose numbers are whole may not be read in two ways.
func TestPointsOfThousands(t *testing.T) {
	whole := Declare("people", "people", "", Step{Prose: "{n} people", Decimals: 0})
	counted := Declare("votes", "votes", "", Step{One: "{n} vote", Prose: "{n} votes", Decimals: -1})
	measure := Declare("kg", "kilograms", "", Step{Prose: "{n} kg", Decimals: -1})
	millions := Declare("usd_bn", "billions", "", Step{Prose: "${n} million", Per: 0.001, Decimals: 0})
	for _, test := range []struct {
		unit Unit
		raw  string
		want bool
	}{
		{Count, "28.500", true}, {whole, "28.500", true}, {counted, "1.250", true}, {Years, "1.250", true},
		{whole, "28.5", false}, {whole, "0.500", false}, {measure, "28.500", false}, {millions, "4.700", false}, {Ratio, "1.139", false}, {Percent, "13.900", false},
	} {
		if got := test.unit.PointsOfThousands(test.raw); got != test.want {
			t.Errorf("%s in %s: %v", test.raw, test.unit, got)
		}
	}
}
