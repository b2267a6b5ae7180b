package chart_test

import (
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	textElement = regexp.MustCompile(`(?s)<text[^>]*>(.*?)</text>`)
	tokenOf     = regexp.MustCompile(`class="[^"]*\b[fs]-([a-z0-9-]+)`)
)

// The explorable view says all that the drawing says, in the colours of the drawing, with a
// value for each mark.
func TestTheExplorableViewHasWhatTheDrawingHas(t *testing.T) {
	for _, c := range charts(t) {
		var option map[string]any
		if err := json.Unmarshal(c.Option(), &option); err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		values := 0
		var walk func(v any)
		walk = func(v any) {
			switch v := v.(type) {
			case string:
				said.WriteString(plainly(v) + "\n")
			case []any:
				for _, item := range v {
					walk(item)
				}
			case map[string]any:
				if v["value"] != nil && v["value"] != "-" {
					values++
				}
				for _, item := range v {
					walk(item)
				}
			}
		}
		walk(option)
		svg := c.WideSVG("")
		for _, m := range textElement.FindAllStringSubmatch(axisText.ReplaceAllString(svg, ""), -1) {
			for _, run := range tag.Split(m[1], -1) { // a name and its value are two
				text := strings.TrimSuffix(strings.TrimSpace(plainly(html.UnescapeString(run))), "…")
				if !strings.Contains(said.String(), text) {
					t.Errorf("%s: the explorable view does not say %q", c.ID, text)
				}
			}
		}
		scaffold := []string{"ink", "ink2", "ink3", "rule", "edge", "surface", "paper", "on-fill", "on-grey", "on-pale"}
		for _, m := range tokenOf.FindAllStringSubmatch(svg, -1) {
			if !slices.Contains(scaffold, m[1]) && !strings.Contains(said.String(), "var--"+m[1]+"\n") {
				t.Errorf("%s: the explorable view lacks the colour %s", c.ID, m[1])
			}
		}
		if marks := strings.Count(svg, "<circle") + strings.Count(svg, "<rect"); values < marks/3 || values == 0 {
			t.Errorf("%s: %d values for %d marks", c.ID, values, marks)
		}
	}
}

// A mark that is pointed at says its row of the table, not its name alone.
func TestAMarkOfTheExplorableViewSaysItsRow(t *testing.T) {
	for _, c := range charts(t) {
		var option struct {
			Series []struct {
				Silent bool
				Data   []struct {
					Name  string
					Value any
				}
			}
		}
		if err := json.Unmarshal(c.Option(), &option); err != nil {
			t.Fatal(err)
		}
		marks := 0
		for _, s := range option.Series {
			for _, d := range s.Data {
				if s.Silent || strings.Contains(fmt.Sprintf("%q", d.Value), `"-"`) {
					continue // nothing is to be seen
				}
				if marks++; !strings.Contains(d.Name, "\n") {
					t.Errorf("%s: %q says no more than its name", c.ID, d.Name)
				}
			}
		}
		if marks == 0 {
			t.Errorf("%s: no mark can be pointed at", c.ID)
		}
	}
}

// plainly takes the kinds of spaces and braces for one.
func plainly(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u2002", " ", "\n", " ", "(", "", ")", "", "{", "", "}", "").Replace(s)
}
