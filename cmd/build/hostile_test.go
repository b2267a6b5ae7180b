package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
	"sharingthecost/internal/pipeline"

	"github.com/rogpeppe/go-internal/txtar"
)

// Hostile text goes through the whole pipeline: every text of
// testdata/hostile/texts.txt into every slot of testdata/hostile/site.txtar. A
// slot may refuse it; what is published must be inert.

// wantedCases is how many texts in slots the site must accept or refuse.
const wantedCases = 300

// A hostileSite is the site with its slots.
type hostileSite struct {
	files []txtar.File
	slots []string
	cache *memo.Memo
}

var slotMark = regexp.MustCompile(`‹([a-z ]+)›`)

func readHostile(t *testing.T) (hostileSite, []string) {
	t.Helper()
	a, err := txtar.ParseFile("testdata/hostile/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	s := hostileSite{files: a.Files, cache: memo.New()}
	for _, f := range a.Files {
		for _, m := range slotMark.FindAllStringSubmatch(string(f.Data), -1) {
			s.slots = append(s.slots, m[1])
		}
	}
	data, err := os.ReadFile("testdata/hostile/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, part := range strings.Split(string(data), "\n===\n")[1:] {
		texts = append(texts, unescapedText(strings.TrimSuffix(part, "\n")))
	}
	return s, texts
}

var textEscape = regexp.MustCompile(`\\(t|n|x[0-9A-F]{2}|u[0-9A-F]{4})`)

func unescapedText(s string) string {
	return textEscape.ReplaceAllStringFunc(s, func(e string) string {
		if e == `\n` {
			return "\n"
		}
		return unescaped(e)
	})
}

// plain is what stands in a slot that no case has taken.
func plain(slot string) string {
	if described(slot) {
		return "A text that is long enough to describe it: the " + slot + " of the site"
	}
	return "Plain words for the " + slot
}

// described reports slots whose text must have some length.
func described(slot string) bool { return strings.HasSuffix(slot, "description") || slot == "summary" }

// A span is where a slot lies: its lines in a file.
type span struct {
	file        string
	first, last int
}

// filled makes the site with a text in the slots that are given. It also tells
// the lines of each slot.
func (s hostileSite) filled(text string, taken map[string]bool) (site fstest.MapFS, lines map[string]span) {
	site, lines = fstest.MapFS{}, map[string]span{}
	for _, f := range s.files {
		markdown := false
		var b strings.Builder
		rest := string(f.Data)
		for {
			at := slotMark.FindStringSubmatchIndex(rest)
			if at == nil {
				break
			}
			b.WriteString(rest[:at[0]])
			slot := rest[at[2]:at[3]]
			value := plain(slot)
			if taken[slot] {
				value = text
				switch {
				case slot == "page title" || slot == "headline" || slot == "subhead" || slot == "link text":
					value = text + " " + slot // titles differ, and are words
				case described(slot):
					value = "A text that is long enough to describe it: " + text
				}
			}
			first := strings.Count(b.String(), "\n") + 1
			markdown = path.Ext(f.Name) == ".md" && strings.Count(b.String(), "\n---\n") > 0
			b.WriteString(written(f.Name, value, markdown))
			lines[slot] = span{f.Name, first, strings.Count(b.String(), "\n") + 1}
			rest = rest[at[1]:]
		}
		b.WriteString(rest)
		site[f.Name] = &fstest.MapFile{Data: []byte(b.String())}
	}
	return site, lines
}

// written writes a text as the kind of file wants it.
func written(name, text string, markdown bool) string {
	switch {
	case markdown:
		return text
	case path.Ext(name) == ".csv":
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	// A YAML string in double quotes; bytes that are not UTF-8 stay what they are.
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteByte(text[i])
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ':
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return `"` + b.String() + `"`
}

func (s hostileSite) make(t *testing.T, text string, taken map[string]bool) (*pipeline.Site, diag.List, map[string]span) {
	t.Helper()
	site, lines := s.filled(text, taken)
	m, problems, err := makeSite(site, small(s.cache))
	if err != nil {
		t.Fatalf("a mistake of an author is told as a failure of the machine: %v", err)
	}
	for _, p := range problems {
		if !strings.HasPrefix(p.Pos.File, "content/") {
			t.Errorf("%.60q in %v is told at %s: %s", text, slices.Sorted(maps.Keys(taken)), p.Pos, p.Text)
		}
	}
	return m, problems, lines
}

// accepted finds those slots that take a text, and gives the sites that are
// made of it: one with all of them, or one for each.
func (s hostileSite) accepted(t *testing.T, text string, slots []string) (sites []*pipeline.Site, taken map[string]bool) {
	t.Helper()
	taken = map[string]bool{}
	for _, slot := range slots {
		taken[slot] = true
	}
	for range 20 {
		m, problems, lines := s.make(t, text, taken)
		if len(problems) == 0 {
			return append(sites, m), taken
		}
		before := len(taken)
		for slot, at := range lines {
			for _, p := range problems {
				if p.Pos.File == at.file && p.Pos.Line >= at.first && p.Pos.Line <= at.last {
					delete(taken, slot)
				}
			}
		}
		if len(taken) < before {
			continue
		}
		// The problems are in the finished files: ask each slot by itself.
		sites = nil
		for _, slot := range slots {
			if !taken[slot] {
				continue
			}
			if m, problems, _ := s.make(t, text, map[string]bool{slot: true}); len(problems) > 0 {
				delete(taken, slot)
			} else {
				sites = append(sites, m)
			}
		}
		if len(taken) == before {
			return sites, taken // together they are too long
		}
	}
	t.Fatal("no end")
	return nil, nil
}

func TestHostileText(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	s, texts := readHostile(t)
	clean, problems, _ := s.make(t, "", nil)
	if len(problems) > 0 {
		t.Fatalf("the site without a case: %v", problems)
	}
	law := lawOf(t, clean.Tree.Files())
	cases, published := 0, 0
	for i, text := range texts {
		// The title of the site stands in every title; with another long one
		// beside it, it would be too long.
		sites, taken := s.accepted(t, text, s.slots[1:])
		more, alone := s.accepted(t, text, s.slots[:1])
		sites = append(sites, more...)
		cases += len(s.slots)
		published += len(taken) + len(alone)
		for _, m := range sites {
			for _, f := range m.Tree.Files() {
				if err := law.holds(f); err != nil {
					t.Errorf("text %d, %.60q: %s: %v", i+1, text, f.Path, err)
				}
			}
		}
	}
	t.Logf("%d cases: %d published, %d refused", cases, published, cases-published)
	if cases < wantedCases || published < cases/4 || published > cases*19/20 {
		t.Errorf("%d cases, %d of them published", cases, published)
	}
}

// A law says what published files may hold: the elements and attributes that
// the site has when nobody is hostile, those of Markdown, and nothing else.
type law struct {
	attributes map[string]bool // "a href"
	scripts    map[string]bool // addresses of script files
	headers    map[string]bool // names in _headers
}

const markdownParts = "a href,a title,em,strong,del,code,pre,p,br,ul,ol,li,blockquote,h2 id,h3 id,hr,table,caption,span class,span lang"

func lawOf(t *testing.T, files []output.File) law {
	t.Helper()
	l := law{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, part := range strings.Split(markdownParts, ",") {
		tag, _, _ := strings.Cut(part, " ")
		l.attributes[tag], l.attributes[part] = true, true
	}
	for _, f := range files {
		switch path.Ext(f.Path) {
		case ".html":
			root, err := html.Parse(bytes.NewReader(f.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			for n := range root.Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				l.attributes[n.Data] = true
				for _, a := range n.Attr {
					l.attributes[n.Data+" "+a.Key] = true
					if n.Data == "script" && a.Key == "src" {
						l.scripts[a.Val] = true
					}
				}
			}
		case "":
			for _, name := range headerNames(f) {
				l.headers[name] = true
			}
		}
	}
	for name := range l.attributes {
		if _, attr, _ := strings.Cut(name, " "); strings.HasPrefix(attr, "on") || attr == "style" || attr == "srcdoc" {
			t.Fatalf("the site itself has %s", name)
		}
	}
	return l
}

func headerNames(f output.File) []string {
	var out []string
	for line := range strings.Lines(string(f.Bytes())) {
		if name, _, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && f.Path == "_headers" && !strings.HasPrefix(line, "#") {
			out = append(out, name)
		}
	}
	return out
}

// holds says what is active, broken or hidden in a file.
func (l law) holds(f output.File) error {
	if err := seen(f); err != nil {
		return err
	}
	switch path.Ext(f.Path) {
	case ".html":
		return l.page(string(f.Bytes()))
	case ".svg", ".xml":
		return l.markup(f.Bytes())
	case ".json", ".webmanifest":
		if !json.Valid(f.Bytes()) {
			return errors.New("broken JSON")
		}
	case ".csv":
		return cells(f.Bytes())
	case "":
		for _, name := range headerNames(f) {
			if !l.headers[name] {
				return fmt.Errorf("the header %q", name)
			}
		}
	}
	return nil
}

// seen refuses bytes and characters that no reader sees.
func seen(f output.File) error {
	if ext := path.Ext(f.Path); ext == ".png" || ext == ".ico" {
		return nil
	}
	if !utf8.Valid(f.Bytes()) {
		return errors.New("not UTF-8")
	}
	text := string(f.Bytes())
	if strings.HasSuffix(f.Path, ".excel.csv") { // begins with a byte-order mark, for Excel to know UTF-8
		text = strings.TrimPrefix(text, "\uFEFF")
	}
	for _, r := range text {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200B || r == 0xFEFF || r == 0x2028 || r == 0x2029 {
			return fmt.Errorf("the character %U", r)
		}
	}
	return nil
}

func (l law) page(text string) error {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return err
	}
	for n := range root.Descendants() {
		switch n.Type {
		case html.CommentNode:
			return fmt.Errorf("the comment %q", n.Data)
		case html.ElementNode:
			if err := l.element(n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l law) element(n *html.Node) error {
	if !l.attributes[n.Data] {
		return fmt.Errorf("the element %s", n.Data)
	}
	kind, src := "", ""
	for _, a := range n.Attr {
		if !l.attributes[n.Data+" "+a.Key] {
			return fmt.Errorf("the attribute %s of %s", a.Key, n.Data)
		}
		switch a.Key {
		case "href", "src", "action", "poster", "cite":
			u, err := url.Parse(a.Val)
			if err != nil || !slices.Contains([]string{"", "http", "https", "mailto"}, u.Scheme) || u.Host != "" && u.Host != "small.example" && !slices.Contains(ownHosts, u.Host) {
				return fmt.Errorf("the address %q", a.Val)
			}
		case "http-equiv":
			if a.Val != "Content-Security-Policy" {
				return fmt.Errorf("meta %s", a.Val)
			}
		}
		switch a.Key {
		case "src":
			src = a.Val
		case "type":
			kind = a.Val
		}
	}
	if n.Data != "script" {
		return nil
	}
	switch inside := n.FirstChild; {
	case src != "" && l.scripts[src] && inside == nil:
		return nil
	case src == "" && kind == "application/ld+json" && inside != nil && json.Valid([]byte(inside.Data)):
		return nil
	}
	return fmt.Errorf("a script of type %q from %q", kind, src)
}

// ownHosts are those that the site's records name.
var ownHosts = []string{"code.example", "licence.example", "ministry.example", "example.org", "creativecommons.org"}

// markup reads SVG and feeds as strict XML; HTML in a feed is read as HTML.
func (l law) markup(text []byte) error {
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Strict = true
	var content *strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch x := token.(type) {
		case xml.StartElement:
			if slices.Contains([]string{"script", "foreignObject", "animate", "set", "iframe", "handler"}, x.Name.Local) {
				return fmt.Errorf("the element %s", x.Name.Local)
			}
			for _, a := range x.Attr {
				if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || strings.Contains(strings.ToLower(a.Value), "javascript:") && a.Name.Local == "href" {
					return fmt.Errorf("the attribute %s=%q", a.Name.Local, a.Value)
				}
				if a.Name.Local == "type" && a.Value == "html" {
					content = new(strings.Builder)
				}
			}
		case xml.CharData:
			if content != nil {
				content.Write(x)
			}
		case xml.EndElement:
			if content != nil {
				if err := l.page(content.String()); err != nil {
					return fmt.Errorf("in the feed: %w", err)
				}
				content = nil
			}
		}
	}
}

// cells refuses cells that a spreadsheet would run as a formula.
func cells(text []byte) error {
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+@\t\r", rune(cell[0])) || len(cell) > 1 && cell[0] == '-' && (cell[1] < '0' || cell[1] > '9') {
				return fmt.Errorf("the cell %q", cell)
			}
		}
	}
	return nil
}
