package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

// fence writes a fenced block: one of the site's blocks when it has its name,
// otherwise code.
func (c *conversion) fence(n *ast.FencedCodeBlock) {
	lang, at, rest := c.fenceName(n)
	write := c.page.host.Blocks[lang]
	swallows := c.swallows(n)
	if write == nil {
		c.code(decode([]byte(lang)), string(n.Lines().Value(c.src)), at)
		return
	}
	if swallows {
		return
	}
	if extra := strings.TrimSpace(c.source[rest.start:rest.stop]); extra != "" {
		c.report(rest.stop-len(extra), rest.stop, "the block "+lang+" takes nothing behind its name", "write it on the lines below")
	}
	html, problems := write(c.lines(n))
	if c.page.host.Headed != nil && c.page.host.Headed(lang, html) && len(c.doc.Headings) == 0 {
		c.report(at.start, at.stop, "the block "+lang+" has headings of its own, and stands below none", "put a heading above it: ## and its words")
	}
	for i := range problems {
		if problems[i].Pos.File == "" { // about the block as a whole
			problems[i].Pos = c.pos(at.start, at.stop)
		}
	}
	c.add(problems)
	c.out.WriteString(html)
	if !strings.HasSuffix(html, "\n") {
		c.out.WriteByte('\n')
	}
}

// What makes code of text by mistake.
const (
	openFence    = "the fence is never closed"
	fenceInFence = "another fence begins before this one is closed"
	indented     = "four spaces or a tab before a line make code of it"
)

// swallows reports a fence that is never closed, or that only the end of a later
// one closes: the text between them would be code, and nobody would check it.
func (c *conversion) swallows(n *ast.FencedCodeBlock) bool {
	from := max(n.Pos(), 0)
	from += strings.IndexAny(c.source[from:], "`~")
	line, _, _ := strings.Cut(c.source[from:], "\n")
	marks := line[:len(line)-len(strings.TrimLeft(line, line[:1]))]
	at := run{from, from + len(marks)}
	last := min(from+len(line)+1, len(c.source))
	lines := n.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		last = min(segment.Stop, len(c.source))
		inner := c.trimmed(run{segment.Start, last})
		if name := strings.TrimLeft(c.source[inner.start:inner.stop], marks[:1]); inner.stop-inner.start-len(name) >= len(marks) && fenceWord.MatchString(name) {
			c.related(at, fenceInFence, "write "+marks+" on a line of its own below the code", inner, "the other")
			return true
		}
	}
	below, _, _ := strings.Cut(c.source[last:], "\n")
	below = strings.TrimSpace(strings.TrimLeft(below, " \t>")) // without the marks of quotations around it
	if len(below) >= len(marks) && strings.Trim(below, marks[:1]) == "" {
		return false
	}
	c.report(at.start, at.stop, openFence, "write "+marks+" on a line of its own below the code")
	return true
}

// fenceWord is what stands behind the marks where a fence begins.
var fenceWord = regexp.MustCompile(`^[A-Za-z][\w-]*$`)

// fenceName returns the name of a fenced block, its place, and that of what
// follows it.
func (c *conversion) fenceName(n *ast.FencedCodeBlock) (name string, at, rest run) {
	if n.Info == nil {
		at = run{max(n.Pos(), 0), max(n.Pos(), 0) + 3}
		return "", at, at
	}
	info := n.Info.Segment
	first, _, _ := strings.Cut(c.source[info.Start:info.Stop], " ")
	middle := info.Start + len(first)
	return first, run{info.Start, middle}, run{middle, info.Stop}
}

func (c *conversion) lines(n ast.Node) []record.Text {
	var lines []record.Text
	for i := range n.Lines().Len() {
		lines = append(lines, c.line(n.Lines().At(i).Start, n.Lines().At(i).Stop))
	}
	return lines
}

// A Fence is a fenced block as written: its name, which may be "", and its lines
// without the space around them.
type Fence struct {
	Name  string
	Lines []string
}

// nowhere is the place of what is read to be counted, not to be told.
func nowhere(int, int) diag.Pos { return diag.Pos{} }

// Fences lists the fenced blocks of a page, without converting it. A page that
// passes a limit of this package has none.
func Fences(body []byte) []Fence {
	if !bytes.Contains(body, []byte("```")) && !bytes.Contains(body, []byte("~~~")) {
		return nil
	}
	c := NewPage(Host{}).conversion(body, nowhere)
	if !c.readable() {
		return nil
	}
	var out []Fence
	_ = ast.Walk(blocksOnly.Parse(text.NewReader(body)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if block, ok := n.(*ast.FencedCodeBlock); ok && entering {
			fence := Fence{}
			fence.Name, _, _ = c.fenceName(block)
			for _, line := range c.lines(block) {
				fence.Lines = append(fence.Lines, line.S)
			}
			out = append(out, fence)
		}
		return ast.WalkContinue, nil
	})
	return out
}

// line returns a line without the space around it, and its place.
func (c *conversion) line(start, stop int) record.Text {
	at := c.trimmed(run{start, stop})
	return record.Text{S: c.source[at.start:at.stop], At: c.pos(at.start, at.stop)}
}

// trimmed returns a run of the source without the space around it.
func (c *conversion) trimmed(at run) run {
	for at.stop > at.start && c.src[at.stop-1] <= ' ' {
		at.stop--
	}
	for at.start < at.stop && c.src[at.start] <= ' ' {
		at.start++
	}
	return at
}

// code has the host highlight code, and puts it where the keyboard can reach
// and scroll it.
func (c *conversion) code(language, source string, at run) {
	if _, word := lang.Trace(source, 0, lang.Code); word != "" {
		c.report(at.start, at.stop, "code that a program left unfinished: "+word, "finish or remove it")
	}
	words := c.page.host.language().Page
	label := words.Code
	if language != "" {
		if c.coded += len(source); c.coded > maxCode {
			c.report(at.start, at.stop, fmt.Sprintf("more than %d bytes of code on the page", maxCode), "show the part that matters, or leave out the language")
			return
		}
		label = words.CodeIn.With("language", language)
	}
	c.put(`<div class="code" role="group"`, attribute("aria-label", label), ` tabindex="0">`, "\n", lang.MarkHangul(c.highlighted(language, source, at)), "</div>\n")
}

// highlighted is code as the host writes it, or plain where it does not.
func (c *conversion) highlighted(lang, source string, at run) string {
	if c.page.host.Fence != nil {
		html, complaint := c.page.host.Fence(lang, source)
		if complaint == nil {
			return html
		}
		c.complain(at, c.nearBlock(lang, complaint))
	}
	class := ""
	if lang != "" {
		class = "language-" + lang
	}
	return "<pre><code" + attribute("class", class) + ">" + escapeText(source) + "</code></pre>\n"
}

// nearBlock turns the hint to a block's name when a fence almost has it.
func (c *conversion) nearBlock(lang string, complaint *Complaint) *Complaint {
	var names []string
	for name := range c.page.host.Blocks {
		names = append(names, name)
	}
	slices.Sort(names)
	if hint := diag.DidYouMean(lang, names); hint != "" {
		return &Complaint{Text: complaint.Text, Hint: hint}
	}
	return complaint
}
