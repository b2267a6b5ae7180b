package plot

import (
	"testing"

	"sharingthecost/internal/unit"
)

// The unit that downloads name is the one their numbers are written in.
func TestUnitsOfDownloadsAreThoseOfTheNumbers(t *testing.T) {
	for _, c := range []struct {
		format    Format
		value     float64
		raw, unit string
	}{
		{FormatFor(unit.KRW, 1500, -1), 1038.9, "1.0389", "krw_tn"},
		{FormatFor(unit.KRW, 500, -1), 444.2, "444.2", "krw_bn"},
		{FormatFor(unit.USD, 5, -1), 4.7, "4.7", "usd_bn"},
	} {
		if raw, name := c.format.Raw(c.value), c.format.UnitName(); raw != c.raw || name != c.unit {
			t.Errorf("%v is written %s %s, want %s %s", c.value, raw, name, c.raw, c.unit)
		}
	}
}

func TestBandTitle(t *testing.T) {
	for _, c := range []struct {
		b    Band
		want string
	}{
		{Band{From: 2020, Until: 2025, Label: "11th: six years", Noun: "agreement"}, "11th agreement, 2020–25"},
		{Band{From: 2020, Until: 2025, Label: "11th (2021): six years", Noun: "agreement"}, "11th agreement (2021), 2020–25"},
		{Band{From: 2019, Until: 2019, Label: "10th"}, "10th, 2019"},
	} {
		if got := c.b.Title(); got != c.want {
			t.Errorf("%q is headed %q, not %q", c.b.Label, got, c.want)
		}
	}
}
