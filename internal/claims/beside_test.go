package claims

import (
	"testing"
	"testing/fstest"
)

// What stands at a figure may not change what it says.
func TestBesideFigures(t *testing.T) {
	const rest = ", says: s, label: l, as_of: 2020, sources: [s]}\n"
	checker := New(load(t, fstest.MapFS{
		"content/sources.yaml": site(t)["content/sources.yaml"],
		"content/units.yaml": {Data: []byte("eur_bn: {name: euros, write: [{prose: '€{n} billion'}]}\ncelsius: {name: degrees, write: [{prose: '{n} °C'}]}\n" +
			"km: {name: kilometres, write: [{prose: '{n} km'}]}\n")},
		"content/figures.yaml": {Data: []byte("f: {value: 9, unit: count" + rest + "g: {value: 12, unit: count" + rest + "cost: {value: 5, unit: eur_bn" + rest +
			"t: {value: 15, unit: celsius" + rest + "p: {value: 7, unit: percent" + rest + "d: {value: 30, unit: km" + rest + "y: {value: 6, unit: years" + rest)},
	}))
	for text, want := range map[string]string{
		"{{ f }},000 schools":         `"9,000", but the figure f says 9`,
		"1{{ f }} schools":            `"19", but the figure f says 9`,
		"{{ f }}0 schools":            `"90", but the figure f says 9`,
		"{{ f }}.5 schools":           `"9.5", but the figure f says 9`,
		"{{ p }}.5":                   `"7%.5", but the figure p says 7%`,
		"{{ f }}½ schools":            `"9½", but the figure f says 9`,
		"{{ f }} 000 schools":         `"9 000", but the figure f says 9`,
		"0.{{ f }} of it":             `"0.9", but the figure f says 9`,
		".{{ f }} of it":              `".9", but the figure f says 9`,
		"1/{{ f }} of it":             `"1/9", but the figure f says 9`,
		"{{ f }}/10 of it":            `"9/10", but the figure f says 9`,
		"a loss of -{{ cost }}":       `"-€5 billion", but the figure cost says €5 billion`,
		"a loss of −{{ cost }}":       `"−€5 billion", but the figure cost says €5 billion`,
		"a loss of –{{ f }}":          `"–9", but the figure f says 9`,
		"(-{{ f }})":                  `"-9", but the figure f says 9`,
		"{{ f }}% of it":              `"9%", but the figure f says 9`,
		"{{ f }} % of it":             `"9 %", but the figure f says 9`,
		"{{ p }}%":                    `"7%%", but the figure p says 7%`,
		"€{{ f }}":                    `"€9", but the figure f says 9`,
		"${{ cost }}":                 `"$€5 billion", but the figure cost says €5 billion`,
		"{{ f }} € a day":             `"9 €", but the figure f says 9`,
		"USD {{ f }}":                 `"USD 9", but the figure f says 9`,
		"{{ f }}{{ g }}":              `"912", but the figure f says 9`,
		"{{ f }} billion dollars":     `"9 billion dollars", but the figure f says 9`,
		"{{ f }}m":                    `"9m", but the figure f says 9`,
		"{{ f }} per cent":            `"9 per cent", but the figure f says 9`,
		"{{ p }} percent":             `"7% percent", but the figure p says 7%`,
		"{{ cost }} euros":            `"€5 billion euros", but the figure cost says €5 billion`,
		"{{ t }} degrees":             `"15 °C degrees", but the figure t says 15 °C`,
		"{{ d }}km":                   `"30 kmkm", but the figure d says 30 km`,
		"{{ f : words }} thousand":    `"nine thousand", but the figure f says nine`,
		"twenty-{{ f : words }} bids": `"twenty-nine", but the figure f says nine`,
		"{{ cost : number }} million": `"5 million", but the figure cost says 5`,
		"{{ f : number }}%":           `"9%", but the figure f says 9`,

		"{{ p : number }}% and {{ p : number }} per cent":                         "",
		"{{ cost : number }} billion euros, {{ cost : number }}":                  "",
		"a {{ f }}-strong team, a {{ f }}-year plan":                              "",
		"{{ f }}–{{ g }} schools, {{ f }}-{{ g }}, {{ f }} – {{ g }}":             "",
		"({{ f }}), “{{ g }}”, ‘{{ f }}’, \"{{ f }}\", {{ f }}’s {{ f }}'s":       "",
		"{{ f }}, {{ g }}; {{ f }}: {{ g }}. Then {{ f }}! Is it {{ g }}?":        "",
		"{{ f }} won a prize, and {{ f }} times they met.":                        "",
		"It rose {{ f }} points. A factor of {{ f }}. {{ f }} km or {{ g }} men.": "",
		"{{ f }}th and {{ f }}s and US{{ cost }} and ~{{ f }}, pre-{{ f }}":       "",
		"from {{ f }} to {{ p }}, and in 2019 {{ f }} of {{ g }}":                 "",
		"{{ cost }} won approval; {{ p }} euro bonds; the {{ cost }} barrel":      "",
		"It lasted {{ y }}, {{ y : number }} years. {{ y }}’ work. — {{ f }}":     "",
		"{{ f }} − {{ g }} and {{ f }} × {{ g }} and {{ f }}/{{ g }}":             "",
		"They had {{ f }} in 2019, 2020 and 2021 and {{ f }} (2 new).":            "",
	} {
		if got := contrary(checker, text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}
