package chart

import (
	"testing"

	"sharingthecost/internal/unit"
)

// The unit that downloads name is the one their numbers are written in.
func TestUnitsOfDownloadsAreThoseOfTheNumbers(t *testing.T) {
	for _, c := range []struct {
		scale     scale
		value     float64
		raw, unit string
	}{
		{scaleFor(unit.KRW, 1500, -1), 1038.9, "1.0389", "krw_tn"},
		{scaleFor(unit.KRW, 500, -1), 444.2, "444.2", "krw_bn"},
		{scaleFor(unit.USD, 5, -1), 4.7, "4.7", "usd_bn"},
	} {
		if raw, name := c.scale.raw(c.value), c.scale.unitName(); raw != c.raw || name != c.unit {
			t.Errorf("%v is written %s %s, want %s %s", c.value, raw, name, c.raw, c.unit)
		}
	}
}

func TestBandTitle(t *testing.T) {
	for _, c := range []struct {
		b    band
		want string
	}{
		{band{from: 2020, until: 2025, label: "11th: six years", noun: "agreement"}, "11th agreement, 2020–25"},
		{band{from: 2020, until: 2025, label: "11th (2021): six years", noun: "agreement"}, "11th agreement (2021), 2020–25"},
		{band{from: 2019, until: 2019, label: "10th"}, "10th, 2019"},
	} {
		if got := c.b.title(); got != c.want {
			t.Errorf("%q is headed %q, not %q", c.b.label, got, c.want)
		}
	}
}
