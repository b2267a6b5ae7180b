package edition

import (
	"fmt"
	"strings"

	"sharingthecost/internal/lang"
)

// Markdown writes the changes as a comment on a pull request: a table of the
// numbers, and below it, folded, where readers meet each of them.
func (c Changes) Markdown() string {
	p := &printer{}
	p.line(0, "### What this changes for readers\n\n%s, from %s to %s.", lang.Capital(c.summary()), code(c.Old), code(c.New))
	c.figureTable(p)
	c.places(p)
	c.chartTable(p)
	c.pageTexts(p)
	recordTable(p, "Sources", c.Sources)
	recordTable(p, "Accounts and events", c.Records)
	if c.Partial && !c.Empty() {
		p.line(0, "\nOf one side only the ledger is known: charts and texts were not compared.")
	}
	return p.b.String()
}

func (c Changes) figureTable(p *printer) {
	if len(c.Figures) == 0 {
		return
	}
	p.line(0, "\n| number | was | is | shown in | readers are told |\n|---|---|---|---|---|")
	for _, f := range c.Figures {
		was, is, told := "–", "–", ""
		if f.Was != nil {
			was = plain(f.Was.Text)
		}
		if f.Is != nil {
			is = plain(f.Is.Text)
		}
		if f.Change == Changed && *f.Was != *f.Is {
			was, is, told = "~~"+was+"~~", "**"+is+"**", "**no**"
			if f.Said {
				told = "yes"
			}
		}
		name := plain(f.Label) + "<br>" + code(f.ID)
		if len(f.Follows) > 0 {
			name += "<br>follows from " + codes(f.Follows)
		}
		if len(f.Fields) > 0 {
			name += "<br>other fields: " + codes(f.Fields)
		}
		p.line(0, "| %s | %s | %s | %s | %s |", name, was, is, counts(f.Shown), told)
	}
}

// places are the sentences, cards and charts of each changed number.
func (c Changes) places(p *printer) {
	open := false
	for _, f := range c.Figures {
		if len(f.Shown) == 0 || f.Was != nil && f.Is != nil && *f.Was == *f.Is {
			continue
		}
		if !open {
			p.line(0, "\n<details><summary>Where these numbers stand</summary>")
			open = true
		}
		p.line(0, "\n%s\n", code(f.ID))
		for _, s := range f.Shown {
			at, text := s.Place, s.wording().written(plain, "~~", "~~", "**", "**")
			if at == "" {
				at = s.Page
			}
			if text == "" {
				text = plain(s.Title)
			}
			p.line(0, "- %s, %s: %s", code(at), s.Kind, text)
		}
	}
	if open {
		p.line(0, "\n</details>")
	}
}

// counts says how often a number is shown: "3 sentences, 1 chart".
func counts(all []Shown) string {
	var kinds []string
	n := map[string]int{}
	for _, s := range all {
		if n[s.Kind]++; n[s.Kind] == 1 {
			kinds = append(kinds, s.Kind)
		}
	}
	var out []string
	for _, k := range kinds {
		what := k
		if n[k] > 1 {
			what += "s"
		}
		out = append(out, fmt.Sprintf("%d %s", n[k], what))
	}
	if len(out) == 0 {
		return "nowhere"
	}
	return strings.Join(out, ", ")
}

func (c Changes) chartTable(p *printer) {
	if len(c.Charts) > 0 {
		p.line(0, "\n**Charts**\n")
	}
	for _, d := range c.Charts {
		p.line(0, "- %s, %s: %s", code(d.File), d.outcome(), plain(d.Headline))
	}
}

func (c Changes) pageTexts(p *printer) {
	if len(c.Pages) > 0 {
		p.line(0, "\n**Pages**\n")
	}
	for _, t := range c.Pages {
		p.line(0, "- %s, %s: %s", code(t.File), t.outcome(), plain(t.Title))
	}
	for _, t := range c.Pages {
		own, _ := t.apart()
		if len(own) == 0 {
			continue
		}
		p.line(0, "\n<details><summary>%s</summary>\n", plain(t.File))
		for _, e := range own {
			p.line(0, "- %s, %s: %s", code(e.Place), e.Kind, words(e.Was, e.Is).written(plain, "~~", "~~", "**", "**"))
		}
		p.line(0, "\n</details>")
	}
}

func recordTable(p *printer, title string, all []Record) {
	if len(all) > 0 {
		p.line(0, "\n**%s**\n", title)
	}
	for _, r := range all {
		p.line(0, "- %s, %s: %s", code(r.ID), r.outcome(), plain(r.Says))
	}
}

// plain writes a text so that no code host takes anything in it for markup or for the
// name of somebody to call.
func plain(s string) string { return escapes.Replace(strings.Join(strings.Fields(s), " ")) }

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "@", "&#64;", `\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`,
	"[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "#", `\#`, "$", `\$`)

// code writes a name as code.
func code(s string) string {
	return "`" + strings.NewReplacer("`", "'", "|", `\|`, "\n", " ").Replace(s) + "`"
}

func codes(all []string) string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = code(s)
	}
	return strings.Join(out, ", ")
}
