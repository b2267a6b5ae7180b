package host

import (
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/render"
)

// A Job makes one file when Draw is called. Draw may be called from any
// goroutine. Jobs with the same Key draw the same bytes, for as long as the
// program stays the same: a cache on disk must not outlive it.
type Job struct {
	Path   string // from the site's root: "cards/demand.png"
	Source string // what it is made from, for messages
	Key    string
	Draw   func() []byte
}

// CardPath is the path of a page's card: "cards/demand.png" for "/demand/",
// "cards/index.png" for "/".
func CardPath(pageURL string) string {
	name := strings.TrimSuffix(strings.Trim(pageURL, "/"), ".html")
	if name == "" {
		name = "index"
	}
	return "cards/" + name + ".png"
}

// Cards lists the pictures for sharing that are to be drawn. The problems are
// headlines that do not fit.
func Cards(in Input) ([]Job, diag.List) {
	pages := slices.DeleteFunc(slices.Clone(in.Pages), func(p render.Listing) bool { return !p.Card })
	jobs, problems := make([]Job, len(pages)), make([]diag.List, len(pages))
	parallel.Do(len(pages), func(i int) { jobs[i], problems[i] = in.job(pages[i]) })
	return jobs, slices.Concat(problems...)
}

// job lays out the card of a page.
func (in Input) job(p render.Listing) (Job, diag.List) {
	if p.At.File == "" { // a page of the program's own, headed by the site's title
		p.At = in.Settings.Title.At
	}
	card := in.card(p)
	canvas := card.Canvas()
	return Job{
		Path: CardPath(p.URL), Source: p.At.File, Key: string(canvas.Key()) + in.Settings.Palette().Key(),
		Draw: func() []byte { return draw.PNG(canvas, 1, in.Settings.Palette(), draw.Light) },
	}, cardMistakes(p, card, canvas)
}

func (in Input) card(p render.Listing) draw.Card {
	card := draw.Card{Headline: p.Title, Kicker: in.Settings.Title.S}
	if p.Kicker != "" && p.Kicker != card.Kicker {
		card.Kicker += " · " + p.Kicker
	}
	_, card.Source, _ = strings.Cut(strings.TrimSuffix(in.public(p.URL), "/"), "://")
	card.Inner = p.Drawing
	return card
}

// cardMistakes reports what an author can mend. The drawing's own texts are
// judged where it is made; here only whether the headline
// leaves enough space for it to be read.
func cardMistakes(p render.Listing, c draw.Card, canvas draw.Canvas) diag.List {
	var problems diag.List
	if c.Inner != nil && headlineLines(canvas) > 4 || c.Inner == nil && len(draw.Overlaps(canvas, 1)) > 0 {
		problems.Report(p.At, "the headline is too long for the card of "+p.URL, "shorten the title")
	}
	return problems
}

func headlineLines(c draw.Canvas) int {
	n := 0
	for _, m := range c.Marks {
		if t, ok := m.(draw.Text); ok && t.Face == draw.Serif {
			n++
		}
	}
	return n
}
