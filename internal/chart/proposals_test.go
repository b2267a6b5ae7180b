package chart_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// What was proposed is in every form of the chart: as a line across its column, or as a
// striped column that fades between two values.
func TestProposals(t *testing.T) {
	c, problems := one(t, yearly+`proposals:
  - {at: 2020, over: 2019, figure: offer_2020, until: demand_first, role: demand, says: A demand}
  - {at: 2021, over: 2019, figure: offer_2020, role: offer, says: An offer}
`, map[string]string{"s.yaml": schema, "s.csv": series})
	if c == nil {
		t.Fatal(problems)
	}
	svg := c.WideSVG("")
	if n := strings.Count(svg, `s-c2`); n != 6 { // the part below the lowest value, and five that fade
		t.Errorf("%d parts of the striped column", n)
	}
	if n := strings.Count(svg, `s-c3`); n != 1 {
		t.Errorf("%d lines across a column", n)
	}
	for name, form := range map[string]string{"table": c.TableHTML(), "description": c.Description(), "CSV": string(c.CSV())} {
		for _, words := range []string{"A demand: 1.13 to 5.00", "An offer: 1.13"} {
			if !strings.Contains(strings.ReplaceAll(form, "\u00a0", " "), words) {
				t.Errorf("%s does not say %q:\n%s", name, words, form)
			}
		}
	}
	var option struct {
		Series []struct{ Name, Type string }
	}
	if err := json.Unmarshal(c.Option(), &option); err != nil {
		t.Fatal(err)
	}
	var points []string
	for _, s := range option.Series {
		if s.Type == "scatter" {
			points = append(points, s.Name)
		}
	}
	if want := []string{"A demand", "A demand", "An offer"}; !slices.Equal(points, want) {
		t.Errorf("points of the explorable chart: %q, want %q", points, want)
	}
}
