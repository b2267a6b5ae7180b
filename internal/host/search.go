package host

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sharingthecost/internal/lang"
)

// A Section is a part of a page that a search can find: what stands below a heading, a
// figure, a term, a source, a chart. Its page is the first.
type Section struct {
	ID, Name string
	Words    map[string]int // how much each word of it weighs
}

// What a word weighs.
const (
	inTitle  = 12
	inName   = 8
	inText   = 2 // each time
	mostText = 6 // a word that is repeated more often says no more
	inList   = 1 // in an entry of a list of many, such as that of all sources
)

// MostWhole is how many pages are searched with all their words. A site with more is
// searched by the names of their sections, or the index would be too large to fetch,
// and what it is made of to hold.
const MostWhole = 1000

// sections finds the sections of a page, with all their words or with those of their
// names.
func sections(main *html.Node, whole bool) []Section {
	f := &sectionFinder{whole: whole, decimal: '.'}
	if main != nil {
		f.decimal = decimalOf(main)
		if title := find(main, "h1"); title != nil {
			f.begin("", plainText(title), inTitle)
			f.within(main)
		}
	}
	return f.all
}

type sectionFinder struct {
	all  []Section
	open int  // the section that words go to
	list bool // it is an entry of a list

	whole   bool // texts are read, and not only names
	decimal rune // what precedes decimals in the language of the page
}

// begin begins a section; its name weighs as much as is given.
func (f *sectionFinder) begin(id, name string, weight int) {
	s := Section{id, nameOf(name), map[string]int{}}
	for _, word := range searchWords(name, f.decimal) {
		s.Words[word] = weight
	}
	f.all = append(f.all, s)
	f.open = len(f.all) - 1
}

// nameOf is a name on one line; a long one is cut.
func nameOf(text string) string {
	const most = 100
	words := strings.Fields(text)
	for i, n := 0, 0; i < len(words); i++ {
		if n += utf8.RuneCountInString(words[i]) + 1; n > most {
			return strings.Join(words[:i], " ") + " …"
		}
	}
	return strings.Join(words, " ")
}

// within reads what is in an element: words into the section that is open, and the
// sections that begin there.
func (f *sectionFinder) within(n *html.Node) {
	if n.Data == "dl" { // a term is a section to the end of what is said of it
		defer func(open int) { f.open = open }(f.open)
	}
	for c := range n.ChildNodes() {
		switch id := idOf(c); {
		case c.Type == html.TextNode:
			if f.whole {
				f.text(c.Data)
			}
		case c.Type != html.ElementNode || skipped(c) || c.Data == "svg" || c.Data == "h1" || attr(c, "class") == "backing":
		case isHeading(c) && nameOf(plainText(c)) == f.all[f.open].Name: // the entry is named for it
		case c.Data == "details" && inCaptioned(n): // the page of the chart has it too
		case n.Data == "li" && idOf(n) != "" && c.Data != "p" && id == "" && !isInline(c) && !isLine(c): // what else the site has of it
		case id != "" && (isHeading(c) || c.Data == "dt"):
			f.begin(id, plainText(c), inName)
		case id != "" && named(c) != "":
			f.entry(c, id)
		default:
			f.within(c)
		}
	}
}

// entry reads an element that is a section by itself; what follows it belongs to the
// section that was open before.
func (f *sectionFinder) entry(n *html.Node, id string) {
	open, list := f.open, f.list
	weight := inName
	if f.list = n.Data == "li" && child(n, "dl") == nil; f.list {
		weight = inList
	}
	f.begin(id, named(n), weight)
	f.within(n)
	f.open, f.list = open, list
}

func (f *sectionFinder) text(s string) {
	words := f.all[f.open].Words
	for _, word := range searchWords(s, f.decimal) {
		if weight := words[word]; f.list {
			words[word] = max(weight, inList)
		} else if weight < mostText {
			words[word] = weight + inText
		}
	}
}

func isHeading(n *html.Node) bool {
	return len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

// named is the name of an element that is an entry of a list or the like, or "".
func named(n *html.Node) string {
	switch n.Data {
	case "section":
		return firstText(n, "h2", "h3", "h4")
	case "figure":
		if caption := find(n, "figcaption"); caption != nil {
			return firstText(caption, "p")
		}
	case "li":
		var lines []string
		for c := range n.ChildNodes() {
			if c.Data == "p" || isLine(c) {
				lines = append(lines, plainText(c))
			}
		}
		if child(n, "dl") != nil { // the record of a figure: its value, and what it says
			return strings.Join(lines, ": ")
		}
		return strings.Join(lines[:min(len(lines), 1)], "")
	}
	return ""
}

// isLine reports whether an element is a line of its own, though no paragraph.
func isLine(n *html.Node) bool { return slices.Contains(strings.Fields(attr(n, "class")), "line") }

// idOf is the id of an element; that of an entry may stand on an anchor at its beginning.
func idOf(n *html.Node) string {
	if id := attr(n, "id"); id != "" || n.Data != "li" {
		return id
	}
	if a := find(n, "a"); a != nil && attr(a, "href") == "" {
		return attr(a, "id")
	}
	return ""
}

// inCaptioned reports whether an element is, or is in, a figure with a caption: on the
// page of a chart the headline is the caption.
func inCaptioned(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "figure" {
			return child(n, "figcaption") != nil
		}
	}
	return false
}

// child is the first child of an element with a name, or nil.
func child(n *html.Node, name string) *html.Node {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.Data == name {
			return c
		}
	}
	return nil
}

// firstText is the text of the first of an element's children, if it has one of the names.
func firstText(n *html.Node, names ...string) string {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			if slices.Contains(names, c.Data) {
				return plainText(c)
			}
			return ""
		}
	}
	return ""
}

// decimalOf is what precedes the decimals of the numbers of a page.
func decimalOf(n *html.Node) rune {
	for n.Parent != nil && n.Data != "html" {
		n = n.Parent
	}
	return rune(lang.Of(attr(n, "lang")).Numbers.Decimal[0])
}

// searchWords are the words of a text as they are looked for: lower case, numbers with
// a decimal point, whatever the language has, and with nothing between thousands.
func searchWords(s string, decimal rune) []string {
	s = strings.ToLower(s)
	var out []string
	var word []rune
	runes := []rune(s)
	digit := func(i int) bool { return i >= 0 && i < len(runes) && unicode.IsDigit(runes[i]) }
	flush := func() {
		if len(word) > 1 || len(word) == 1 && unicode.IsDigit(word[0]) {
			out = append(out, string(word))
		}
		word = word[:0]
	}
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			word = append(word, r)
		case r == decimal && digit(i-1) && digit(i+1):
			word = append(word, '.')
		case (r == ',' || decimal == ',' && r == '.') && digit(i-1) && digit(i+1), r == '\'', r == '’':
		default:
			flush()
		}
	}
	flush()
	return out
}

// An index is what the script of the page of search reads.
type index struct {
	Pages    [][2]string `json:"pages"`    // address, title
	Sections [][3]any    `json:"sections"` // number of the page, id, name
	Words    string      `json:"words"`    // sorted, with spaces between
	In       [][]int     `json:"in"`       // for each word, for each section that has it: 16 times how many sections on, and the weight
}

// mostIndex is how many bytes the index may have with all words; beyond it the words of
// names alone are in it.
const mostIndex = 600_000

// SearchIndex writes the index of pages that are to be found, by their listing and the
// sections of each.
func (in Input) SearchIndex(pages []Found, sections [][]Section) []byte {
	data := indexOf(in.Site, pages, sections, 1)
	if len(data) > mostIndex {
		data = indexOf(in.Site, pages, sections, inName)
	}
	return data
}

func indexOf(s Site, pages []Found, sections [][]Section, least int) []byte {
	out := index{Pages: [][2]string{}, Sections: [][3]any{}, In: [][]int{}}
	in := map[string][]posting{}
	for i, p := range pages {
		out.Pages = append(out.Pages, [2]string{s.base() + strings.TrimPrefix(p.URL, "/"), p.Title})
		of := sections[i]
		if strings.HasPrefix(p.URL, "/charts/") {
			of = of[:min(1, len(of))] // what follows leads to pages and sources, which are found themselves
		}
		for _, section := range of {
			n := len(out.Sections)
			out.Sections = append(out.Sections, [3]any{i, section.ID, section.Name})
			for word, weight := range section.Words {
				if weight >= least {
					in[word] = append(in[word], posting{n, min(weight, 15)})
				}
			}
		}
	}
	// What stands in a fifth of all sections tells them apart only by their names.
	most := max(len(out.Sections)/5, 20)
	var words []string
	for _, word := range slices.Sorted(maps.Keys(in)) {
		all := in[word]
		if len(all) > most {
			all = slices.DeleteFunc(all, func(p posting) bool { return p.weight < inName })
		}
		if len(all) > 0 {
			words, out.In = append(words, word), append(out.In, packed(all))
		}
	}
	out.Words = strings.Join(words, " ")
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		panic(err) // strings and numbers always encode
	}
	return b.Bytes()
}

// A posting says that a section has a word.
type posting struct{ section, weight int }

func packed(all []posting) []int {
	var out []int
	last := 0
	for _, p := range all {
		out = append(out, (p.section-last)<<4|p.weight)
		last = p.section
	}
	return out
}
