package claims

import (
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/ledger"
)

// pumps are figures of which b is a little more than a, and c twice a.
func pumps(t *testing.T) *Checker {
	t.Helper()
	const rest = ", says: s, label: l, as_of: 2020, sources: [s]}\n"
	return New(load(t, fstest.MapFS{
		"content/sources.yaml": site(t)["content/sources.yaml"],
		"content/units.yaml":   {Data: []byte("celsius: {name: degrees, write: [{prose: '{n} °C'}]}\n")},
		"content/figures.yaml": {Data: []byte("a: {value: 40, unit: count" + rest + "b: {value: 44, unit: count" + rest + "c: {value: 80, unit: count" + rest +
			"same: {value: 40, unit: count" + rest + "p: {value: 5, unit: percent" + rest +
			"cold: {value: 10, unit: celsius" + rest + "warm: {value: 20, unit: celsius" + rest +
			"more: {formula: warm - cold, unit: celsius, says: s, label: l}\nless: {formula: (warm - cold) / 2, unit: celsius, says: s, label: l}\n")},
	}))
}

func contrary(c *Checker, text string, excepted ...string) string {
	var out []string
	mentions, _ := ledger.ParseMentions(text)
	for _, claim := range c.Find(Text{S: text, Figures: mentions, Directions: excepted}) {
		out = append(out, claim.Problem())
	}
	return strings.Join(out, " | ")
}

// Words of direction are held to the figures beside them.
func TestDirections(t *testing.T) {
	checker := pumps(t)
	const up, down, same = `, but 44 is more than 40`, `, but 40 is less than 44`, `, but 40 is the same as 40`
	for _, test := range []struct{ text, want string }{
		{"It fell from {{ a }} to {{ b }}.", `"fell"` + up},
		{"It rose from {{ b }} to {{ a }}.", `"rose"` + down},
		{"It fell from {{ a }} to {{ same }}.", `"fell"` + same},
		{"It fell by {{ p }}, from about {{ a }} in 2019 to {{ b }} in 2021.", `"fell"` + up},
		{"It fell from {{ a }} (more than {{ c }} elsewhere) to {{ b }}.", `"fell"` + up},
		{"They cut the number of pumps from {{ a }} to nearly {{ b }}.", `"cut"` + up},
		{"It rose to {{ a }} in 2021 from {{ b }}.", `"rose"` + down},
		{"They had {{ a }} in 2021, up from {{ b }}.", `"up"` + down},
		{"They had {{ b }}, down from {{ a }} a year before.", `"down"` + up},
		{"{{ a }} in 2021 was still more than {{ b }}.", `"more"` + down},
		{"{{ b }} is less than the {{ a }} of 2019.", `"less"` + up},
		{"{{ b }} is below {{ a }}.", `"below"` + up},
		{"It doubled from {{ a }} to {{ b }}.", `"doubled", but 44 is 1.1 times 40`},
		{"It halved from {{ a }} to {{ c }}.", `"halved", but 80 is twice 40`},
		{"They paid {{ a }}, more than the {{ b }} of 2019.", `"more"` + down},
		{"They paid {{ b }} in 2021, still less than {{ a }}.", `"less"` + up},
		{"There were {{ b }} pumps, fewer than the {{ a }} of 2019, and they were old.", `"fewer"` + up},
		{"Of {{ a }}, {{ b }} and {{ same }} the highest is {{ a }}.", `"highest"` + down},
		{"The towns have {{ a }} and {{ b }}, and the lowest of these was {{ b }}.", `"lowest"` + up},
		{"It went from {{ b }} in 2019 up to {{ a }}.", `"up"` + down},
		{"It went from {{ a }} down to about {{ b }}.", `"down"` + up},
		{"It rose to {{ a }} after {{ b }} in 2019.", `"rose"` + down},
		{"It fell by {{ p }} between {{ a }} in 2019 and {{ b }} in 2021.", `"fell"` + up},
		{"It was higher than in 2019: {{ a }} against {{ b }}.", `"higher"` + down},
		{"It was lower than before: {{ b }} in 2021 against the {{ a }} of 2019.", `"lower"` + up},

		{"It has fallen from {{ a }} to {{ b }}.", `"fallen"` + up},
		{"It is falling from {{ a }} to {{ b }}.", `"falling"` + up},
		{"It had risen from {{ b }} to {{ a }}.", `"risen"` + down},
		{"It will rise from {{ b }} to {{ a }}.", `"rise"` + down},
		{"It moved on, rising from {{ b }} to {{ a }}.", `"rising"` + down},
		{"It went up from {{ b }} to {{ a }}.", `"up"` + down},
		{"It is up from {{ b }} to {{ a }}.", `"up"` + down},
		{"It plunged from {{ a }} to {{ b }}.", `"plunged"` + up},
		{"The fall from {{ a }} to {{ b }} was large.", `"fall"` + up},
		{"After a drop from {{ a }} to {{ b }} they met.", `"drop"` + up},
		{"It fell to {{ b }}, from {{ a }}.", `"fell"` + up},
		{"{{ a }} exceeds {{ b }}.", `"exceeds"` + down},

		{"{{ c }} is twice the {{ a }} of 2019.", ""},
		{"{{ c }} in all, nearly twice the {{ b }} of before.", ""},
		{"{{ c }} came, more than twice the {{ a }}.", `"more than twice", but 80 is twice 40`},
		{"{{ c }} is less than twice the {{ b }}.", ""},
		{"{{ b }} is more than half of {{ c }}.", ""},
		{"{{ c }} came. It was twice the {{ a }}.", `"twice" is not in the ledger`},
		{"{{ c }} is at most twice the {{ a }}.", ""},
		{"{{ c }} is up to three times the {{ a }}.", ""},
		{"{{ c }} is at most half the {{ a }}.", `"at most half", but 80 is twice 40`},
		{"{{ c }} is not twice the {{ a }}.", `"twice" is not in the ledger`},
		{"{{ c }} is two times the {{ a }}.", ""},
		{"{{ c }} is five times the {{ a }}.", `"five times", but 80 is twice 40`},
		{"{{ a }} is a third of {{ c }}.", `"a third", but 40 is 0.5 times 80`},
		{"{{ a }} was about three-quarters of the {{ c }} before.", `"about three-quarters", but 40 is 0.5 times 80`},
		{"{{ b }} is nearly two-thirds of the {{ c }}.", `"nearly two-thirds", but 44 is 0.55 times 80`},
		{"{{ cold }} is half of {{ warm }}.", `"half", but 10 °C is no multiple of 20 °C`},
		{"It doubled from {{ cold }} to {{ warm }}.", `"doubled", but 20 °C is no multiple of 10 °C`},
		{"It warmed by {{ more }}, twice the {{ less }} of before.", ""},
		{"{{ a }} came, and some paid twice the {{ b }} asked.", `"twice" is not in the ledger`},
		{"{{ c }} is thrice the {{ a }}.", `"thrice", but 80 is twice 40`},
		{"{{ b }} is more than a third of {{ c }}.", ""},
		{"{{ a }} came. {{ c }} paid twice as much.", `"twice" is not in the ledger`},

		{"It grew smaller from {{ b }} to {{ a }}.", ""},
		{"The date slipped from {{ a }} to {{ b }}.", ""},
		{"Its rank fell from {{ a }} to {{ b }}.", ""},
		{"Rose Miller went from {{ b }} to {{ a }}.", ""},
		{"They slowed the rise from {{ b }} to {{ a }}.", ""},
		{"{{ b }} exceeds {{ a }}.", ""},
		{"It has fallen from {{ b }} to {{ a }}.", ""},
		{"They paid {{ b }}, more than the {{ a }} of 2019.", ""},
		{"There were {{ a }} pumps, more than {{ b }} of them old.", ""},
		{"They paid {{ a }} in 2019, more than {{ b }} in 2021.", ""},
		{"They paid {{ a }}, and more than {{ b }} elsewhere.", ""},
		{"Of {{ a }}, {{ b }} and {{ same }} the highest is {{ b }}.", ""},
		{"Of {{ c }} in all, the largest is {{ a }}.", ""},
		{"The highest of {{ b }} and {{ a }} counts.", ""},
		{"The highest offer was {{ a }}, far below the {{ b }} that was asked.", ""},
		{"In 2019 the highest was {{ b }}, and in 2021 the highest was {{ a }}.", ""},
		{"The lowest was {{ a }} and the highest was {{ b }}.", ""},
		{"After {{ b }}, the highest since 2010 was {{ a }}.", ""},
		{"It went from {{ a }} up to {{ b }}.", ""},
		{"It rose to {{ a }} after {{ b }} had left.", ""},
		{"It fell to {{ b }} after {{ a }} pumps broke.", ""},
		{"Bids fell between {{ a }} and {{ b }}.", ""},
		{"It was not higher than before: {{ a }} against {{ b }}.", ""},
		{"It was higher than before. They voted: {{ a }} against {{ b }}.", ""},
		{"It rose from {{ a }} to {{ b }}, then fell to {{ a }}.", ""},
		{"It fell from {{ b }} to {{ a }}.", ""},
		{"It doubled from {{ a }} to {{ c }}.", ""},
		{"It more than doubled from {{ a }} to {{ c }}.", ""},
		{"It halved from {{ c }} to {{ a }}.", ""},
		{"They had {{ b }}, up from {{ a }}.", ""},
		{"{{ b }} is more than {{ a }}.", ""},
		{"{{ a }} is no more than {{ b }}.", ""},
		{"{{ b }} is less than half of {{ c }}.", `"less than half", but 44 is 0.55 times 80`},
		{"It did not fall from {{ a }} to {{ b }}.", ""},
		{"Growth slowed from {{ b }} to {{ a }}.", ""},
		{"Estimates of the drop range from {{ a }} to {{ b }}.", ""},
		{"The regulator raised the cut from {{ a }} to {{ b }}.", ""},
		{"It reduced the increase from {{ b }} to {{ a }}.", ""},
		{"It reduced the increase from {{ a }} to {{ b }}.", `"reduced", but 44 is more than 40`},
		{"Rising temperatures brought leakage from {{ b }} to {{ a }}.", ""},
		{"Bids fell in a range from {{ a }} to {{ b }}.", ""},
		{"In the lower reaches, flow went from {{ a }} to {{ b }}.", ""},
		{"It never rose from {{ b }} to {{ a }}.", ""},
		{"It fell, and talks went on from {{ a }} to {{ b }}.", ""},
		{"It fell from {{ a }} to {{ p }}.", ""},
		{"It fell from {{ b }}. Offers led from {{ a }} to {{ b }}.", ""},
		{"Costs fell from {{ c }}, and wages rose to {{ b }}.", ""},
		{"{{ a }} of them fell ill and {{ b }} rose.", ""},
		{"Up to {{ b }} from {{ a }} up to {{ c }} fell out.", ""},
	} {
		if got := contrary(checker, test.text); got != test.want {
			t.Errorf("%q: got %s, want %s", test.text, got, test.want)
		}
	}
	if got := contrary(checker, "It fell from {{ a }} to {{ b }}.", "It fell"); got != "" {
		t.Errorf("although it is excepted: %s", got)
	}
}

// A text of figures alone is read in one go.
func TestManyFiguresAreRead(t *testing.T) {
	checker := pumps(t)
	for _, part := range []string{"{{ a }} ", "fell from {{ a }} to ", "( {{ a }} ", ") {{ a }} ", "{{ a }} is more ", "up from {{ a }} ", "the highest is {{ a }} ", "{{ a }} up to ", ": {{ a }} against "} {
		contrary(checker, strings.Repeat(part, 20000))
	}
}
