package markdown

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// link writes a link whose target the host or, for outward ones, this file
// resolves. A link that is refused leaves its text.
func (b *builder) link(n *ast.Link) {
	at := b.target(n, n.Destination)
	if n.Reference != nil {
		b.usedAt = run{max(n.Pos(), 0), max(n.Pos(), 0) + 1}
	}
	target, ok := b.resolve(decode(n.Destination), at)
	b.usedAt = run{}
	first, noted := len(b.pieces), len(b.page.links)-1
	if !ok {
		b.children(n)
		return
	}
	number := 0
	if what := b.calls(n); what != nothing {
		target.URL, number = b.numbered(what, decode(n.Destination), at)
	}
	title := b.title(n.Title, at)
	if title == "" {
		title = target.Title
	}
	attributes := b.following(n)
	b.add(piece{html: "<a" + attributes.html(target.class()) + attribute("href", target.URL) + rel(target) + attribute("title", title) + ">"})
	b.inLink++
	b.childrenIn(n, attributes)
	if number > 0 {
		b.add(piece{text: nbsp + strconv.Itoa(number), at: at, masked: true})
	}
	b.inLink--
	b.tag("</a>")
	if !b.seen(first) {
		b.report(at.start, at.stop, "the link has no text", "write what it leads to between the brackets")
	}
	b.page.links[noted].Text = b.textFrom(first)
	for i := range b.pending {
		b.add(piece{mark: &b.pending[i]})
	}
	b.pending = nil
}

// title returns a title as readers see it. What is wrong with it is reported at
// the target before it: goldmark returns titles as copies.
func (c *conversion) title(raw []byte, target run) string {
	title := decode(raw)
	c.titleClaims(title, target)
	if title == string(raw) {
		return title
	}
	if diag.Hidden(title) != "" {
		c.report(target.start, target.stop, "the title holds a hidden character", "remove it")
	}
	return title
}

// titleClaims has the host find numbers in a title, where no figure can be
// mentioned.
func (c *conversion) titleClaims(title string, target run) {
	if title != "" && c.page.host.Words != nil {
		for _, w := range c.page.host.Words(Alt, title, title) {
			c.report(target.start, target.stop, "in the title, "+w.Text, w.Hint)
		}
	}
	if title == "" || c.page.host.Claims == nil {
		return
	}
	for _, claim := range c.page.host.Claims(title, nil) {
		if c.full(target.start) {
			return
		}
		c.report(target.start, target.stop, "in the title, "+claim.Text, "leave the number out; a title is printed as it stands, without figures")
	}
}

// seen reports whether the pieces from first on show anything.
func (b *builder) seen(first int) bool {
	return slices.ContainsFunc(b.pieces[first:], func(p piece) bool { return p.image || strings.TrimSpace(p.text) != "" })
}

// textFrom is what readers see of the pieces from one on.
func (b *builder) textFrom(first int) string {
	var text strings.Builder
	for _, p := range b.pieces[first:] {
		text.WriteString(p.text)
	}
	return strings.TrimSpace(text.String())
}

func (b *builder) autoLink(n *ast.AutoLink) {
	label := n.Label(b.src)
	at, ok := within(b.src, label)
	if !ok {
		at = run{max(n.Pos(), 0), max(n.Pos(), 0) + 1}
	}
	if at.start > 1 && b.source[at.start-2:at.start] == "]<" {
		b.report(at.start-1, at.stop+1, "a link's target in < and >", "write [words](target)")
	}
	shown := piece{text: string(label), at: at, plain: true, masked: true}
	dest := string(label)
	if n.AutoLinkType == ast.AutoLinkEmail {
		dest = "mailto:" + dest
	}
	if b.inLink > 0 {
		b.report(at.start, at.stop, "a link within a link", "end the first link before the second begins")
		b.add(shown)
		return
	}
	target, ok := b.resolve(dest, at)
	if !ok {
		b.add(shown)
		return
	}
	b.tag("<a" + attribute("class", target.class()) + attribute("href", target.URL) + rel(target) + ">")
	b.inLink++
	b.add(shown)
	b.inLink--
	b.tag("</a>")
}

func rel(t target) string {
	if t.external {
		return ` rel="external"`
	}
	return ""
}

// A target is a link's target, resolved.
type target struct {
	Target
	external bool
}

func (t target) class() string {
	if t.Term == "" {
		return ""
	}
	return "term"
}

// resolve returns where a link leads, notes it for the page's list and reports
// what is wrong with it.
func (c *conversion) resolve(dest string, at run) (target, bool) {
	t := target{}
	if c.page.host.Link == nil {
		c.refuse(at, &Complaint{Text: "links are not allowed here", Hint: "put it into the text of the page"})
		return t, false
	}
	outward, complaint := outward(dest)
	switch {
	case complaint != nil:
	case outward:
		t.URL, t.external = string(util.URLEscape([]byte(dest), false)), true
	case dest == "":
		complaint = &Complaint{Text: "the link has no target", Hint: "write a file's path or an address between the parentheses"}
	default:
		dest = unescaped(dest)
		t.Target, complaint = c.page.host.Link(dest)
	}
	if complaint != nil {
		c.refuse(at, complaint)
		return t, false
	}
	path, fragment, _ := strings.Cut(dest, "#")
	if c.full(at.start) {
		return t, true
	}
	c.page.links = append(c.page.links, Link{Dest: dest, Path: path, Fragment: fragment, URL: t.URL, External: t.external,
		At: c.pos(at.start, at.stop)})
	return t, true
}

// unescaped is the path of a file without percent signs, as browsers and code
// hosts give it: co%C3%BBts is coûts. What stands for no text stays as it is.
func unescaped(dest string) string {
	if path, err := url.PathUnescape(dest); err == nil && utf8.ValidString(path) && diag.Hidden(path) == "" && !strings.Contains(path, "\\") {
		return path
	}
	return dest
}

// refuse reports a target at its words and, for a link by reference, names the
// place of its use.
func (c *conversion) refuse(at run, complaint *Complaint) {
	if c.usedAt.stop > 0 && c.usedAt.start != at.start {
		c.related(at, complaint.Text, complaint.Hint, c.usedAt, "used here")
		return
	}
	c.complain(at, complaint)
}

// outward reports whether a target leads out of the site, and what forbids it.
// Whatever precedes the first colon counts as a scheme, so that no way of
// writing one that only browsers know gets through.
func outward(dest string) (bool, *Complaint) {
	if strings.ContainsFunc(dest, func(r rune) bool {
		return unicode.IsControl(r) || diag.HiddenRune(r) != "" || r == '\\'
	}) {
		return false, &Complaint{Text: "a link's target holds a backslash or a hidden character", Hint: "write / between folders"}
	}
	if strings.HasPrefix(dest, "//") {
		return false, &Complaint{Text: "a link's target begins with //", Hint: "write https:" + dest}
	}
	end := strings.IndexAny(dest, ":/?#")
	if end < 0 || dest[end] != ':' {
		return false, nil
	}
	switch scheme := strings.ToLower(dest[:end]); scheme {
	case "https", "http":
		u, err := url.Parse(dest)
		if err != nil || u.User != nil || !hostName(u.Hostname()) || !strings.HasPrefix(dest[end:], "://") {
			return true, &Complaint{Text: "the address is not complete", Hint: "an address is written https://name.example/path"}
		}
		return true, nil
	case "mailto":
		if !strings.Contains(dest[end:], "@") {
			return true, &Complaint{Text: "the address is not complete", Hint: "an address is written mailto:name@name.example"}
		}
		return true, nil
	default:
		if len(scheme) > 40 {
			scheme = strings.ToValidUTF8(scheme[:40], "") + "…"
		}
		return true, &Complaint{Text: "links with " + scheme + ": are not allowed",
			Hint: "links begin with https:, http: or mailto:, or are paths of files"}
	}
}

// hostName reports whether s is a host's name, in whatever script.
func hostName(s string) bool {
	odd := func(r rune) bool {
		return r != '.' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}
	return s != "" && strings.IndexFunc(s, odd) < 0
}
