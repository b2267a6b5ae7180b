package check

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// A head is what an HTML file says about itself.
type head struct {
	Title, Description     string
	TitleAt, DescriptionAt span // the elements
	NoIndex                bool
	Canonical              string
}

// maxTitle is the length of a title in characters: longer ones are cut in tabs and
// lists of results.
const maxTitle = 100

// readPage applies the rules that need no other file.
func (f *file) readPage() {
	f.IDs = slices.Sorted(maps.Keys(f.page.byID))
	f.readHead()
	f.outline()
	f.access()
	f.active()
	f.language()
	f.leftovers()
}

// readHead checks what the head must say.
func (f *file) readHead() {
	var charset, viewport, lang bool
	titles, descriptions := 0, 0
	for _, i := range f.page.elements {
		n := &f.page.nodes[i]
		switch n.tag {
		case "html":
			lang = n.val("lang") != ""
		case "title":
			if n.foreign {
				continue
			}
			if titles++; titles == 1 {
				f.Head.Title, f.Head.TitleAt = f.textOf(i), span{n.start, n.end}
			}
		case "link":
			if strings.EqualFold(n.val("rel"), "canonical") {
				f.Head.Canonical = n.val("href")
			}
		case "meta":
			switch name := n.val("name"); {
			case n.has("charset"):
				charset = strings.EqualFold(n.val("charset"), "utf-8")
			case name == "viewport":
				viewport = true
			case name == "robots":
				f.Head.NoIndex = strings.Contains(n.val("content"), "noindex")
			case name == "description":
				if descriptions++; descriptions == 1 {
					f.Head.Description, f.Head.DescriptionAt = n.val("content"), span{n.start, n.end}
				}
			}
		}
	}
	need := func(ok bool, text, hint string) {
		if !ok {
			f.reportWhole(text, hint)
		}
	}
	need(lang, "the page does not say its language", `write <html lang="en-GB">`)
	need(charset, "the page does not say its character set", `write <meta charset="utf-8"> at the start of the head`)
	need(viewport, "the page has no viewport", `write <meta name="viewport" content="width=device-width, initial-scale=1">`)
	need(titles == 1, fmt.Sprintf("the page has %d titles", titles), "write one <title>")
	need(descriptions == 1, fmt.Sprintf("the page has %d descriptions", descriptions), `write one <meta name="description" content="…">`)
	f.lengths(titles, descriptions)
}

func (f *file) lengths(titles, descriptions int) {
	if titles > 0 {
		n := f.Head.TitleAt
		switch length := utf8.RuneCountInString(f.Head.Title); {
		case length == 0:
			f.report(n.Start, n.End, "the title is empty", "write one")
		case length > maxTitle && !f.Head.NoIndex:
			f.report(n.Start, n.End, fmt.Sprintf("the title has %d characters", length), fmt.Sprintf("at most %d", maxTitle))
		}
	}
	if descriptions > 0 {
		n := &node{tag: "meta", start: f.Head.DescriptionAt.Start, end: f.Head.DescriptionAt.End}
		if f.Head.Description == "" {
			f.reportAttr(n, "content", "the description is empty", "write one")
		}
	}
}

// compareHeads reports pages that give the title or description of another: in
// search results readers could not tell them apart.
func (s *site) compareHeads() {
	titles, descriptions := map[string]*file{}, map[string]*file{}
	for _, f := range s.files {
		if path.Ext(f.Path) != ".html" || f.Head.NoIndex || s.namesAnother(f) {
			continue
		}
		same := func(seen map[string]*file, what, text string, at span) {
			if text == "" {
				return
			}
			if other := seen[text]; other != nil {
				f.report(at.Start, at.End, "the page has the same "+what+" as "+other.shown(), "tell the two apart")
				return
			}
			seen[text] = f
		}
		same(titles, "title", f.Head.Title, f.Head.TitleAt)
		same(descriptions, "description", f.Head.Description, f.Head.DescriptionAt)
	}
}

// namesAnother reports whether a page names another as the one to be listed.
func (s *site) namesAnother(f *file) bool {
	if f.Head.Canonical == "" || s.Origin == "" {
		return false
	}
	rest, ours := strings.CutPrefix(f.Head.Canonical, s.Origin)
	return ours && rest != s.BasePath+address(f.Path)
}

// outline checks the headings and the one main part.
func (f *file) outline() {
	mains, tops, level := 0, 0, 0
	for _, i := range f.page.elements {
		n := &f.page.nodes[i]
		if n.tag == "main" {
			if mains++; mains == 2 {
				f.report(n.start, n.end, "a second <main>", "a page has one")
			}
		}
		l := headingLevel(n)
		if l == 0 {
			continue
		}
		if l == 1 {
			if tops++; tops == 2 {
				f.report(n.start, n.end, "a second <h1>", "a page has one")
			}
		}
		switch {
		case level == 0 && l > 1:
			f.report(n.start, n.end, fmt.Sprintf("the first heading is <h%d>", l), "begin with <h1>")
		case level > 0 && l > level+1:
			f.report(n.start, n.end, fmt.Sprintf("<h%d> follows <h%d>", l, level), fmt.Sprintf("use <h%d>", level+1))
		}
		level = l
		if f.name(i) == "" {
			f.report(n.start, n.end, fmt.Sprintf("an empty <h%d>", l), "write words, or remove it")
		}
	}
	if mains == 0 {
		f.reportWhole("the page has no <main>", "put its own text into one")
	}
	if tops == 0 {
		f.reportWhole("the page has no <h1>", "its headline is one")
	}
}

func headingLevel(n *node) int {
	if len(n.tag) == 2 && n.tag[0] == 'h' && n.tag[1] >= '1' && n.tag[1] <= '6' {
		return int(n.tag[1] - '0')
	}
	return 0
}

// active finds what a strict content security policy stops: script and style
// inside the page, and what could turn text into script.
func (f *file) active() {
	for _, i := range f.page.elements {
		n := &f.page.nodes[i]
		switch n.tag {
		case "script":
			f.script(i)
		case "style":
			f.report(n.start, n.end, "a <style> in the page", "put it into a style sheet")
		case "base":
			f.report(n.start, n.end, "<base> changes where all addresses lead", "write addresses in full")
		case "meta":
			if strings.EqualFold(n.val("http-equiv"), "refresh") {
				f.report(n.start, n.end, "the page sends its readers elsewhere by itself", "use a redirect of the host")
			}
		case "object", "embed", "applet", "frame", "frameset":
			f.report(n.start, n.end, "<"+n.tag+"> embeds foreign content", "use <img>, or a link")
		}
		for j := range n.attr {
			switch key := n.attr[j].key; {
			case key == "style":
				f.reportAttr(n, key, "a style attribute", "use a class and a style sheet")
			case strings.HasPrefix(key, "on"):
				f.reportAttr(n, key, "the event handler "+key, "use a script file")
			case key == "srcdoc":
				f.reportAttr(n, key, "a page inside an attribute", "use src")
			}
		}
	}
}

// script accepts script files, and data in JSON.
func (f *file) script(i int) {
	n := &f.page.nodes[i]
	kind := strings.ToLower(n.val("type"))
	text := f.page.content(i)
	data := kind == "application/json" || kind == "application/ld+json"
	switch {
	case data && n.has("src"):
		f.report(n.start, n.end, "data from another file in a <script>", "")
	case data:
		if err := wellFormed([]byte(text)); err != nil {
			f.report(n.start, n.end, "the JSON in <script> is not well-formed: "+jsonFault(err), "")
		}
	case strings.TrimSpace(text) != "":
		f.report(n.start, n.end, "a script in the page", "put it into a file")
	case n.val("src") == "":
		f.report(n.start, n.end, "a <script> without src", "")
	case kind != "" && kind != "module" && kind != "text/javascript":
		f.reportAttr(n, "type", `the script type "`+kind+`"`, "leave it out, or write module")
	}
}
