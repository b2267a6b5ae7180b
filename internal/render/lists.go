package render

import (
	"bytes"
	"strings"

	"sharingthecost/internal/content"
)

// lists are the addresses of the pages that hold a list of everything; empty
// when no page does.
type lists struct{ figures, sources, accounts, glossary string }

// How the blocks that hold such a list begin.
const (
	figuresList  = "```figures-list\n"
	sourcesList  = "```sources-list\n"
	allAccounts  = "```accounts\nall\n"
	glossaryList = "```glossary\n"
)

// findLists looks for the first page with each list. It reads every text, but
// only once: a list is looked for where a block begins.
func (r *Renderer) findLists() lists {
	var found lists
	wanted := []struct {
		block string
		url   *string
	}{{figuresList, &found.figures}, {sourcesList, &found.sources}, {allAccounts, &found.accounts}, {glossaryList, &found.glossary}}
	const fence = "```"
	for _, p := range r.Content.Pages {
		_, rest, ok := bytes.Cut(p.Source.Text[p.Start:], []byte(fence))
		for ; ok; _, rest, ok = bytes.Cut(rest, []byte(fence)) {
			for _, w := range wanted {
				if *w.url == "" && bytes.HasPrefix(rest, []byte(firstLine(w.block)[len(fence):])) && hasBlock(p, w.block) {
					*w.url = r.url(p.URL)
				}
			}
		}
	}
	return found
}

func hasBlock(p *content.Page, block string) bool {
	body := p.Source.Text[p.Start:]
	if !bytes.Contains(body, []byte(firstLine(block))) {
		return false
	}
	return strings.Contains("\n"+strings.ReplaceAll(string(body), "\r\n", "\n"), "\n"+block)
}

func firstLine(block string) string {
	line, _, _ := strings.Cut(block, "\n")
	return line
}

// anchor is an address in a list, or "" when no page has the list.
func anchor(list, id string) string {
	if list == "" {
		return ""
	}
	return list + "#" + id
}
