package draw

// text writes one text element. The runs after the first that differ from it become tspans, so that anchoring and
// kerning hold for the whole.
func (w *svgWriter) text(t Text) {
	runs := t.runs()
	if len(runs) == 0 {
		return
	}
	own := t.Fill
	if own == "" {
		own = Ink
	}
	w.printf(`<text x="%s" y="%s" font-size="%s"`, num(t.X), num(t.Y), num(t.Size))
	if t.Weight != Regular {
		w.printf(` font-weight="%s"`, t.Weight.css())
	}
	if t.Anchor != Start {
		w.printf(` text-anchor="%s"`, t.Anchor.css())
	}
	if t.Face == Serif {
		w.serif(own)
	} else {
		w.class(own, "")
	}
	if w.plain {
		w.printf(` fill="%s"`, own.Hex(Light))
	}
	w.printf(">")
	for _, r := range runs {
		w.span(r, t.Weight, own)
	}
	w.printf("</text>\n")
}

func (w *svgWriter) serif(own Token) {
	w.class(own, "", "serif")
	if w.plain {
		w.printf(` font-family="%s"`, escape(serifStack))
	}
}

// span writes one run inside a text of the given weight and colour.
func (w *svgWriter) span(r run, weight Weight, fill Token) {
	if r.weight == weight && r.fill == fill {
		w.printf("%s", escape(r.s))
		return
	}
	w.printf("<tspan")
	if r.weight != weight {
		w.printf(` font-weight="%s"`, r.weight.css())
	}
	if r.fill != fill {
		w.class(r.fill, "")
		if w.plain {
			w.printf(` fill="%s"`, r.fill.Hex(Light))
		}
	}
	w.printf(">%s</tspan>", escape(r.s))
}

func (w Weight) css() string { return [...]string{"400", "600", "700"}[w] }

func (a Anchor) css() string { return [...]string{"start", "middle", "end"}[a] }
