package draw

import (
	"cmp"
	"fmt"
	"html"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Inline says how a drawing is put into a page.
type Inline struct {
	ID          string // prefix of every id inside, unique on the page: a letter, then letters, digits, hyphens
	Class       string // further classes beside "drawing"
	Title       string // the accessible name; required unless Hidden
	DescribedBy string // id of the visible long description; "" is none
	Hidden      bool   // for a drawing that a list beside it replaces: assistive technology does not meet it
}

// SVG draws the canvas for use inside an HTML page that has the rules of CSS in its stylesheet.
func SVG(c Canvas, o Inline) string {
	mustBeValid(c)
	if !idForm.MatchString(o.ID) {
		panic(fmt.Sprintf("draw: %q cannot begin the ids of a drawing", o.ID))
	}
	if o.Title == "" && !o.Hidden {
		panic("draw: drawing " + o.ID + " has no title and is not hidden")
	}
	w := svgWriter{id: o.ID}
	w.printf(`<svg class="%s" viewBox="0 0 %s %s" width="%[2]s" height="%[3]s"`,
		escape(strings.TrimSpace("drawing "+o.Class)), num(c.W), num(c.H))
	if o.Hidden {
		w.printf(" aria-hidden=\"true\" focusable=\"false\">\n")
	} else {
		w.printf(` role="img" aria-labelledby="%s-title"`, o.ID)
		if o.DescribedBy != "" {
			w.printf(` aria-describedby="%s"`, escape(o.DescribedBy))
		}
		w.reads(c.Reads)
		w.printf(">\n<title id=\"%s-title\">%s</title>\n", o.ID, escape(o.Title))
	}
	w.patterns(c)
	w.marks(c.Marks)
	w.printf("</svg>\n")
	return w.String()
}

// reads writes where the values of each row of the table are met, for the script that
// reads them out: x and y of each, behind the row where it is not the next.
func (w *svgWriter) reads(reads []Read) {
	separator, next := ` data-reads="`, 1
	for _, r := range reads {
		if r.Row <= 0 {
			continue
		}
		w.printf("%s", separator)
		if r.Row != next {
			w.printf("%d ", r.Row)
		}
		w.printf("%s %s", whole(r.X), whole(r.Y))
		separator, next = ",", r.Row+1
	}
	if separator == "," {
		w.printf(`"`)
	}
}

func whole(v float64) string { return strconv.FormatFloat(math.Round(v), 'f', -1, 64) }

// SVGFile draws the canvas as a file of its own: light colours as attributes, dark ones in a style element, the ground
// painted. Title and desc are its name and description.
func SVGFile(c Canvas, p Palette, title, desc string) []byte {
	mustBeValid(c)
	w := svgWriter{id: "d", plain: p}
	w.printf(`<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 %s %s" width="%[1]s" height="%[2]s"`,
		num(c.W), num(c.H))
	w.printf(` font-family="%s" role="img" aria-labelledby="d-title" aria-describedby="d-desc">`+"\n", escape(sansStack))
	w.printf("<title id=\"d-title\">%s</title>\n<desc id=\"d-desc\">%s</desc>\n", escape(title), escape(desc))
	w.printf("<style>\n%s</style>\n", fileCSS(c, p))
	w.patterns(c)
	if !c.Clear {
		w.marks([]Mark{Rect{W: c.W, H: c.H, Fill: Solid(c.ground())}})
	}
	w.marks(c.Marks)
	w.printf("</svg>\n")
	return []byte(w.String())
}

func (c Canvas) ground() Token { return cmp.Or(c.Ground, Surface) }

var idForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)

// svgWriter writes one mark a line, so that a golden file can be read and a diff shows the mark that changed.
type svgWriter struct {
	strings.Builder
	id    string
	plain Palette // write its light colours as attributes too, for readers without CSS; or nil
}

func (w *svgWriter) printf(format string, args ...any) { fmt.Fprintf(&w.Builder, format, args...) }

func (w *svgWriter) marks(marks []Mark) {
	for _, m := range marks {
		switch m := m.(type) {
		case Rect:
			w.printf(`<rect x="%s" y="%s" width="%s" height="%s"`, num(m.X), num(m.Y), num(m.W), num(m.H))
			w.shape(m.Fill, m.Stroke)
		case Line:
			w.printf(`<line x1="%s" y1="%s" x2="%s" y2="%s"`, num(m.X1), num(m.Y1), num(m.X2), num(m.Y2))
			w.class("", m.Stroke.token())
			w.stroke(m.Stroke)
			w.printf("/>\n")
		case Path:
			w.printf(`<path d="%s"`, pathData(m))
			w.shape(m.Fill, m.Stroke)
		case Circle:
			w.printf(`<circle cx="%s" cy="%s" r="%s"`, num(m.X), num(m.Y), num(m.R))
			w.shape(m.Fill, m.Stroke)
		case Text:
			w.text(m)
		case Group:
			w.printf("<g")
			if m.Class != "" {
				w.printf(` class="%s"`, escape(m.Class))
			}
			w.printf(">\n")
			w.marks(m.Marks)
			w.printf("</g>\n")
		}
	}
}

// shape writes the colours of a shape and closes its element. SVG's own default is a black fill, so having none is
// said.
func (w *svgWriter) shape(f Paint, s Stroke) {
	switch {
	case f.Token == "":
		w.class("", s.token())
		w.printf(` fill="none"`)
	case f.Pitch > 0: // its colours are inside the pattern
		w.class("", s.token())
		w.printf(` fill="url(#%s)"`, w.patternID(f))
	default:
		w.class(f.Token, s.token())
		w.plainFill(f.Token)
	}
	w.stroke(s)
	w.printf("/>\n")
}

func (w *svgWriter) stroke(s Stroke) {
	if s.token() == "" {
		return
	}
	if w.plain != nil {
		w.printf(` stroke="%s"`, w.plain.Hex(s.Token, Light))
	}
	w.printf(` stroke-width="%s"`, num(s.Width))
	if s.dashed() {
		w.printf(` stroke-dasharray="%s %s"`, num(s.On), num(s.Off))
	}
}

// token is the stroke's colour, "" for one that draws nothing.
func (s Stroke) token() Token {
	if s.Width == 0 {
		return ""
	}
	return s.Token
}

func (s Stroke) dashed() bool { return s.On > 0 && s.Off > 0 }

// class writes the class attribute for a fill and a stroke, either of which may be none, and further classes.
func (w *svgWriter) class(fill, stroke Token, more ...string) {
	var names []string
	if fill != "" {
		names = append(names, "f-"+string(fill))
	}
	if stroke != "" {
		names = append(names, "s-"+string(stroke))
	}
	if names = append(names, more...); len(names) > 0 {
		w.printf(` class="%s"`, strings.Join(names, " "))
	}
}

// fill writes a fill alone.
func (w *svgWriter) fill(t Token) {
	w.class(t, "")
	w.plainFill(t)
}

// plainFill writes what readers without CSS see of a fill.
func (w *svgWriter) plainFill(t Token) {
	if w.plain != nil {
		w.printf(` fill="%s"`, w.plain.Hex(t, Light))
	}
}

// text writes one text element. The runs after the first that differ from it become tspans, so that anchoring and
// kerning hold for the whole.
func (w *svgWriter) text(t Text) {
	runs := t.runs()
	if len(runs) == 0 {
		return
	}
	own := cmp.Or(t.Fill, Ink)
	w.printf(`<text x="%s" y="%s" font-size="%s"`, num(t.X), num(t.Y), num(t.Size))
	if t.Weight != Regular {
		w.printf(` font-weight="%s"`, t.Weight.css())
	}
	if t.Anchor != Start {
		w.printf(` text-anchor="%s"`, t.Anchor.css())
	}
	if t.Face == Serif {
		w.class(own, "", "serif")
		if w.plain != nil {
			w.printf(` font-family="%s"`, escape(serifStack))
		}
	} else {
		w.class(own, "")
	}
	w.plainFill(own)
	w.printf(">")
	for _, r := range runs {
		if r.Weight == t.Weight && r.Fill == own {
			w.printf("%s", escape(r.S))
			continue
		}
		w.printf("<tspan")
		if r.Weight != t.Weight {
			w.printf(` font-weight="%s"`, r.Weight.css())
		}
		if r.Fill != own {
			w.fill(r.Fill)
		}
		w.printf(">%s</tspan>", escape(r.S))
	}
	w.printf("</text>\n")
}

func (w Weight) css() string { return [...]string{"400", "600", "700"}[w] }

func (a Anchor) css() string { return [...]string{"start", "middle", "end"}[a] }

func pathData(p Path) string {
	var b strings.Builder
	for i, q := range p.Points {
		b.WriteString([]string{"M", "L"}[min(i, 1)])
		b.WriteString(num(q.X) + " " + num(q.Y))
	}
	if p.Closed && len(p.Points) > 0 {
		b.WriteString("Z")
	}
	return b.String()
}

// num prints a length with at most two decimals: a hundredth of a pixel is less than any screen shows.
func num(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64) // −0 + 0 is 0
}

// escape makes text safe in element content and in attributes.
func escape(s string) string { return html.EscapeString(clean(s)) }
