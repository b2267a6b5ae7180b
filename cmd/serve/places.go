package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/edition"
	"sharingthecost/internal/pipeline"
	"sharingthecost/internal/preview"
)

// find tells where what was pressed on a page of the site that is shown was written: the
// chart, the sentence, the records of its numbers, and at least the page.
func (f *follower) find(pressed preview.Pressed) []preview.Place {
	site := f.site.Load()
	if site == nil {
		return nil
	}
	var out []preview.Place
	add := func(what string, at diag.Pos) {
		if at.File != "" && !slices.ContainsFunc(out, func(p preview.Place) bool { return p.At.String() == at.String() }) {
			out = append(out, preview.Place{What: what, At: at})
		}
	}
	for _, id := range pressed.IDs {
		add(recordOf(site, id))
	}
	for _, c := range site.Renderer.Shown {
		if pressed.Page == "/charts/"+c.ID+"/" {
			add("the chart", c.At)
		}
	}
	for _, d := range site.Docs {
		if d.Page.URL != pressed.Page {
			continue
		}
		if p, ok := passage(edition.PageOf(site, d).Passages, pressed.Text, pressed.At); ok {
			add("the "+p.Kind, p.At)
			for _, id := range p.Figures {
				add(recordOf(site, id))
			}
		}
		add("the page", diag.Pos{File: d.Page.Path})
	}
	return out
}

// recordOf is where the record of an id is written: of a chart's frame, or in the ledger.
func recordOf(site *pipeline.Site, id string) (what string, at diag.Pos) {
	for _, c := range site.Renderer.Shown {
		if id == "chart-"+c.ID {
			return "the chart", c.At
		}
	}
	l := site.Ledger
	if f := l.Figure(id); f != nil {
		return "the figure “" + f.Label + "”", f.At
	}
	if s := l.Source(id); s != nil {
		return "the source", s.ID.At
	}
	if a := l.Account(id); a != nil {
		return "the question on which sources differ", a.ID.At
	}
	if e := l.Event(id); e != nil {
		return "the event", e.ID.At
	}
	if t := l.Term(id); t != nil {
		return "the term", t.ID.At
	}
	return "", diag.Pos{}
}

// passage finds what was pressed among the passages of a page: the one around a place in
// a block of text, or else the first one in it.
func passage(all []edition.Passage, block string, at int) (found edition.Passage, ok bool) {
	text, before := squeezed(block), squeezed(prefix(block, at))
	for _, p := range all {
		s := squeezed(p.Text)
		i := strings.Index(text, s)
		if s == "" || i < 0 {
			continue
		}
		if len(before) >= i && (len(before) < i+len(s) || len(before) == len(text)) {
			return p, true
		}
		if !ok {
			found, ok = p, true
		}
	}
	return found, ok
}

// squeezed leaves of a text what is the same however it is set: browsers and templates
// differ in spaces and in marks of quotation.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\n', '\t', '\r', '\u00a0', '\u202f', '"', '\'', '“', '”', '‘', '’', '-', '–', '—':
			return -1
		}
		return r
	}, s)
}

// prefix is the beginning of a text, in the characters that browsers count, which are
// units of UTF-16.
func prefix(s string, units int) string {
	for i, r := range s {
		if units <= 0 {
			return s[:i]
		}
		units--
		if r > 0xFFFF && utf8.ValidRune(r) {
			units--
		}
	}
	return s
}
