package plot

import "testing"

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
