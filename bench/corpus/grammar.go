package corpus

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
)

// Rules hold what each name may stand for. Words.txt has a name on each line with its alternatives, blocks.txt each
// name above its text.
type rules map[string][]string

//go:embed words.txt
var words string

//go:embed blocks.txt
var blocks string

func grammar() rules {
	g := rules{}
	for line := range strings.Lines(words) {
		name, all, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		g[name] = strings.Split(all, "|")
	}
	for block := range strings.SplitSeq(blocks, "\n== ") {
		name, text, _ := strings.Cut(block, " ==\n")
		g[name] = []string{text + "\n"}
	}
	return g
}

// A writer makes up one text.
type writer struct {
	rules
	random *rand.PCG
	link   func() string // to a page of the site
}

// title names page i; the number keeps all titles apart.
func (g rules) title(i int) string {
	return (&writer{rules: g, random: rand.NewPCG(2, uint64(i))}).expand("<angle>") + fmt.Sprintf(", part %d", i+1)
}

// page writes page i of n with its front matter. Links are files for the own program and addresses for others.
func (g rules) page(i, n int, files bool) string {
	w := &writer{rules: g, random: rand.NewPCG(1, uint64(i))}
	w.link = func() string {
		title := g.title(w.below(n))
		if files {
			return "[" + title + "](" + slug(title) + ".md)"
		}
		return "[" + title + "](/explainers/" + slug(title) + "/)"
	}
	return fmt.Sprintf("---\ntitle: %q\ndescription: %q\ndate: %s\n---\n\n", g.title(i), g.title(i)+": "+w.expand("<description>"), w.expand("<date>")) + w.expand("<page>")
}

var names = regexp.MustCompile(`<([A-Za-z]+|\d+-\d+)>`)

// expand writes out the names in a text: <thing>, <Thing> with a capital, <11-30> for a number between the two.
func (w *writer) expand(text string) string {
	return names.ReplaceAllStringFunc(text, func(name string) string {
		name = strings.Trim(name, "<>")
		lower := strings.ToLower(name)
		if least, most, ok := strings.Cut(name, "-"); ok {
			a, _ := strconv.Atoi(least)
			b, _ := strconv.Atoi(most)
			return strconv.Itoa(a + w.below(b-a+1))
		}
		if name == "link" {
			return w.link()
		}
		all := w.rules[lower]
		if all == nil {
			panic("corpus: no name " + name)
		}
		out := w.expand(all[w.below(len(all))])
		if name != lower {
			out = strings.ToUpper(out[:1]) + out[1:]
		}
		return out
	})
}

func (w *writer) below(n int) int { return int(w.random.Uint64() % uint64(n)) }
