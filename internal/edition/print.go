package edition

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// JSON writes the changes for programs.
func (c Changes) JSON() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(c); err != nil {
		panic(err) // strings and lists always encode
	}
	return b.Bytes()
}

// Text writes the changes for a terminal. Within a text that changed stands what
// was between [- and -] and what is between {+ and +}, as git's word diff has it.
func (c Changes) Text() string {
	p := &printer{}
	p.line(0, "%s → %s: %s", c.Old, c.New, c.summary())
	p.figures(c.Figures)
	p.charts(c.Charts)
	p.pages(c.Pages)
	p.records("sources", c.Sources)
	p.records("accounts and events", c.Records)
	if c.Partial && !c.Empty() {
		p.line(0, "\nof one side only the ledger is known: charts and texts were not compared")
	}
	return p.b.String()
}

// summary says in one line how much changed.
func (c Changes) summary() string {
	if c.Empty() {
		return "no changes"
	}
	var parts []string
	add := func(n int, what string) {
		if n > 1 {
			what += "s"
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, what))
		}
	}
	add(len(c.Figures), "figure")
	add(len(c.Charts), "chart")
	add(len(c.Pages), "page")
	add(len(c.Sources), "source")
	add(len(c.Records), "other record")
	return strings.Join(parts, ", ")
}

type printer struct{ b strings.Builder }

func (p *printer) line(indent int, format string, args ...any) {
	p.b.WriteString(strings.TrimRight(strings.Repeat("  ", indent)+fmt.Sprintf(format, args...), " ") + "\n")
}

func (p *printer) figures(all []Figure) {
	if len(all) > 0 {
		p.line(0, "\nfigures")
	}
	for _, f := range all {
		p.line(1, "%s  %s  %s", f.ID, f.outcome(), f.Place)
		for _, note := range f.notes() {
			p.line(2, "%s", note)
		}
		if len(f.Shown) == 0 {
			p.line(2, "shown nowhere")
		}
		for _, s := range f.Shown {
			at, text := s.Place, s.wording().marked("[-", "-]", "{+", "+}")
			if at == "" {
				at = s.Page
			}
			if text == "" {
				text = s.Title
			}
			p.line(2, "%s  %s: %s", at, s.Kind, text)
		}
	}
}

// outcome says what became of a figure's value.
func (f Figure) outcome() string {
	switch {
	case f.Change == Added:
		return "added: " + f.Is.Text
	case f.Change == Gone:
		return "gone: " + f.Was.Text
	case *f.Was == *f.Is:
		return f.Is.Text
	case f.Was.Text == f.Is.Text:
		return f.Was.Value + " " + f.Was.Unit + " → " + f.Is.Value + " " + f.Is.Unit
	}
	return f.Was.Text + " → " + f.Is.Text
}

// notes are what is worth saying of a figure besides its value.
func (f Figure) notes() []string {
	var out []string
	if len(f.Follows) > 0 {
		out = append(out, "follows from "+strings.Join(f.Follows, ", "))
	}
	if len(f.Fields) > 0 {
		out = append(out, "other fields: "+strings.Join(f.Fields, ", "))
	}
	if f.Change == Changed && *f.Was != *f.Is && !f.Said {
		out = append(out, "nothing tells readers of it")
	}
	return out
}

func (p *printer) charts(all []Drawn) {
	if len(all) > 0 {
		p.line(0, "\ncharts")
	}
	for _, c := range all {
		p.line(1, "%s  %s  %s", c.ID, c.outcome(), c.File)
	}
}

// outcome says what became of a chart.
func (c Drawn) outcome() string {
	if c.Change != Changed {
		return string(c.Change)
	}
	var parts []string
	for _, part := range []struct {
		is   bool
		name string
	}{{c.Drawing, "drawing"}, {c.Numbers, "numbers"}, {c.Words, "words"}} {
		if part.is {
			parts = append(parts, part.name)
		}
	}
	return "changed: " + strings.Join(parts, ", ")
}

func (p *printer) pages(all []Text) {
	if len(all) > 0 {
		p.line(0, "\npages")
	}
	for _, t := range all {
		p.line(1, "%s  %s  %s", t.URL, t.outcome(), t.File)
		own, _ := t.apart()
		for _, e := range own {
			p.line(2, "%s  %s: %s", e.Place, e.Kind, words(e.Was, e.Is).marked("[-", "-]", "{+", "+}"))
		}
	}
}

// outcome says what became of a page.
func (t Text) outcome() string {
	switch {
	case t.Change != Changed:
		return string(t.Change)
	case t.Noted:
		return "changed, and its list of changes says so" + t.elsewhere()
	}
	return "changed" + t.elsewhere()
}

// elsewhere says how many texts of a page are told with their numbers.
func (t Text) elsewhere() string {
	switch _, told := t.apart(); told {
	case 0:
		return ""
	case 1:
		return " (1 text is above, with its number)"
	default:
		return fmt.Sprintf(" (%d texts are above, with their numbers)", told)
	}
}

func (p *printer) records(what string, all []Record) {
	if len(all) > 0 {
		p.line(0, "\n%s", what)
	}
	for _, r := range all {
		p.line(1, "%s  %s  %s", r.ID, r.outcome(), r.Says)
	}
}

func (r Record) outcome() string {
	if r.Change == Changed {
		return "changed: " + strings.Join(r.Fields, ", ")
	}
	return string(r.Change)
}
