package main

import (
	"fmt"
	"strings"
)

const seed = 20261121

// titleOf names page i; the number keeps all titles apart.
func titleOf(i int) string {
	w := newWriter(seed+1, uint64(i))
	return upper(fmt.Sprintf(w.any(angles), w.any(subjects))) + fmt.Sprintf(", part %d", i+1)
}

func slugOf(i int) string {
	return strings.NewReplacer(" ", "-", ",", "").Replace(strings.ToLower(titleOf(i)))
}

// newPage writes page i of n. Links are files for the own program and addresses
// for the others.
func newPage(i, n int, withCode, files bool) page {
	w := newWriter(seed, uint64(i))
	for range 8 {
		to := w.below(n)
		l := link{titleOf(to), "/explainers/" + slugOf(to) + "/"}
		if files {
			l.to = slugOf(to) + ".md"
		}
		w.links = append(w.links, l)
	}
	p := page{slug: slugOf(i), title: titleOf(i), date: fmt.Sprintf("%d-%02d-%02d", w.between(2015, 2025), w.between(1, 12), w.between(1, 28))}
	p.description = fmt.Sprintf("%s: what %s shows, where it comes from and what it leaves out.", p.title, w.thing())
	w.body(i, withCode)
	p.body = w.String()
	return p
}

func (w *writer) body(i int, withCode bool) {
	w.WriteString(w.paragraph(3, 4) + w.note() + "\n\n")
	length := w.between(500, 1250)
	for section := 0; section < 4 || w.words < length; section++ {
		w.heading(section)
		w.WriteString(w.paragraph(3, 6) + "\n\n")
		switch section {
		case 0, 2:
			w.WriteString(w.sentence() + "\n\n")
			if withCode {
				w.code(languages[(i+section/2*(1+i/4%3))%4])
			}
			w.WriteString(w.paragraph(2, 4) + w.note() + "\n\n")
		case 1:
			w.list()
		case 3:
			w.table()
			fmt.Fprintf(w, "> %s\n> %s\n\n", w.sentence(), w.sentence())
		default:
			if w.below(4) == 0 {
				w.list()
			}
		}
		w.WriteString(w.paragraph(2, 5) + "\n\n")
	}
	for _, note := range w.notes {
		w.WriteString(note + "\n")
	}
}

func (w *writer) heading(section int) {
	h := w.any(heads)
	if strings.Contains(h, "%s") {
		h = fmt.Sprintf(h, w.any(places))
	}
	mark := "##"
	if section > 0 && w.below(3) == 0 {
		mark = "###"
	}
	w.WriteString(mark + " " + h + "\n\n")
}
