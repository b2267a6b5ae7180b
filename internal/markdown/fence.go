package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// fence writes a fenced block: one of the site's blocks when it bears its name,
// otherwise code.
func (c *conversion) fence(n *ast.FencedCodeBlock) {
	lang, at := "", run{max(n.Pos(), 0), max(n.Pos(), 0) + 3}
	rest := at
	if n.Info != nil {
		info := n.Info.Segment
		words := c.source[info.Start:info.Stop]
		first, _, _ := strings.Cut(words, " ")
		lang = decode([]byte(first))
		at = run{info.Start, info.Start + len(first)}
		rest = run{info.Start + len(first), info.Stop}
	}
	write := c.page.host.Blocks[lang]
	if write == nil {
		c.code(lang, c.codeOf(n), at)
		return
	}
	if extra := strings.TrimSpace(c.source[rest.start:rest.stop]); extra != "" {
		c.report(rest.stop-len(extra), rest.stop, "the block "+lang+" takes nothing behind its name", "write it on the lines below")
	}
	var lines []record.Text
	for i := range n.Lines().Len() {
		lines = append(lines, c.line(n.Lines().At(i).Start, n.Lines().At(i).Stop))
	}
	html, problems := write(lines)
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

// line returns a line without the space around it, and its place.
func (c *conversion) line(start, stop int) record.Text {
	for stop > start && c.src[stop-1] <= ' ' {
		stop--
	}
	for start < stop && c.src[start] <= ' ' {
		start++
	}
	return record.Text{S: c.source[start:stop], At: c.pos(start, stop)}
}

// codeOf returns the lines of a block of code: a part of the text, unless
// something is left out between them or put behind the last.
func (c *conversion) codeOf(n ast.Node) string {
	lines := n.Lines()
	start, stop := 0, 0
	for i := range lines.Len() {
		line := lines.At(i)
		if i == 0 {
			start, stop = line.Start, line.Start
		}
		unended := line.ForceNewline && line.Stop > line.Start && c.src[line.Stop-1] != '\n' // the text ends within the block
		if line.Start != stop || line.Padding > 0 || unended {
			return string(lines.Value(c.src))
		}
		stop = line.Stop
	}
	return c.source[start:stop]
}

// code has the host highlight code, and puts it where the keyboard can reach
// and scroll it.
func (c *conversion) code(lang, source string, at run) {
	label := "Code"
	if lang != "" {
		if c.coded += len(source); c.coded > maxCode {
			c.report(at.start, at.stop, fmt.Sprintf("more than %d bytes of code on the page", maxCode), "show the part that matters, or leave out the language")
			return
		}
		label += " (" + lang + ")"
	}
	c.put(`<div class="code" role="group"`, attribute("aria-label", label), ` tabindex="0">`, "\n", c.highlighted(lang, source, at), "</div>\n")
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

// nearBlock turns the hint to a block's name when a fence almost bears it.
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
