package ledger

import "slices"

// A Use is a place of the site that shows a figure, cites a source or carries
// an account.
type Use struct {
	Page  string `json:"page"`  // address within the site, with a fragment if there is one: "/demand/"
	Title string `json:"title"` // of the page or chart, as plain text
	Kind  string `json:"kind"`  // "page", "chart" or "data"
}

// Uses says where figures, sources and accounts are used. The maker of
// the pages fills it, in the order in which readers should see it. The zero Uses
// is empty and ready to use.
type Uses struct {
	figures, sources, accounts map[string][]Use
}

// AddFigure notes a use of a figure. A use that is known already is not added
// again; the same is true of all three.
func (u *Uses) AddFigure(id string, use Use) { add(&u.figures, id, use) }

// AddSource notes a use of a source.
func (u *Uses) AddSource(id string, use Use) { add(&u.sources, id, use) }

// AddAccount notes a use of an account.
func (u *Uses) AddAccount(id string, use Use) { add(&u.accounts, id, use) }

// Figure lists the uses of a figure in the order of their adding.
func (u *Uses) Figure(id string) []Use { return u.figures[id] }

// Source lists the uses of a source.
func (u *Uses) Source(id string) []Use { return u.sources[id] }

// Account lists the uses of an account.
func (u *Uses) Account(id string) []Use { return u.accounts[id] }

func add(m *map[string][]Use, id string, use Use) {
	if *m == nil {
		*m = map[string][]Use{}
	}
	if !slices.Contains((*m)[id], use) {
		(*m)[id] = append((*m)[id], use)
	}
}

// FiguresFrom lists the figures that were taken from a source, in the order of
// the file. Sums over such figures are not among them.
func (l *Ledger) FiguresFrom(source string) []*Figure {
	var out []*Figure
	for _, f := range l.Figures {
		if f.Formula == "" && cites(f.Sources, source) {
			out = append(out, f)
		}
	}
	return out
}

func cites(list []Citation, source string) bool {
	return slices.ContainsFunc(list, func(c Citation) bool { return c.ID == source })
}

// Unused lists the figures and the sources that nothing leads to: no page or
// chart in uses, no event, account, term or check, and no figure or table that
// is itself in use. It is a report for editors, not a fault of the site.
func (l *Ledger) Unused(uses Uses) ([]*Figure, []*Source) {
	used := map[*Figure]bool{}
	var mark func(f *Figure)
	mark = func(f *Figure) {
		if f == nil || used[f] {
			return
		}
		used[f] = true
		mark(f.Base)
		mark(f.Also)
		for _, in := range f.Inputs {
			mark(in)
		}
		for _, id := range f.mentions {
			mark(l.figure[id])
		}
	}
	for _, f := range l.Figures {
		if len(uses.figures[f.ID]) > 0 || slices.Contains(l.mentioned, f.ID) {
			mark(f)
		}
	}
	var figures []*Figure
	cited := l.citedBeside(uses)
	for _, f := range l.Figures {
		if !used[f] {
			figures = append(figures, f)
			continue
		}
		for _, c := range f.Sources {
			cited[c.ID] = true
		}
	}
	var sources []*Source
	for _, s := range l.Sources {
		if !cited[s.ID.S] {
			sources = append(sources, s)
		}
	}
	return figures, sources
}

// citedBeside are the sources that something other than a figure cites.
func (l *Ledger) citedBeside(uses Uses) map[string]bool {
	cited := map[string]bool{}
	for id := range uses.sources {
		cited[id] = true
	}
	note := func(list []Citation) {
		for _, c := range list {
			cited[c.ID] = true
		}
	}
	for _, e := range l.Events {
		note(e.Cited)
	}
	for _, t := range l.Terms {
		note(t.Cited)
	}
	for _, a := range l.Accounts {
		for _, s := range a.Says {
			cited[s.Cited.ID] = true
		}
	}
	for _, t := range l.Tables {
		for _, id := range t.SourceIDs() {
			cited[id] = true
		}
	}
	return cited
}
