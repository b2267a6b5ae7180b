package render

import (
	"bytes"
	"fmt"
	"iter"
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

// findLists looks for the first page with each list.
func (r *Renderer) findLists() lists {
	var found lists
	wanted := []struct {
		block string
		url   *string
	}{{figuresList, &found.figures}, {sourcesList, &found.sources}, {allAccounts, &found.accounts}, {glossaryList, &found.glossary}}
	for _, p := range r.Content.Pages {
		for text := range fences(p) {
			for _, w := range wanted {
				if *w.url == "" && begins(text, w.block) {
					*w.url = r.url(p.URL)
				}
			}
		}
	}
	return found
}

// Lists tells where the lists of everything stand: the one thing that pages need to
// know of each other's texts.
func (r *Renderer) Lists() string { return fmt.Sprintf("%q", r.lists) }

// hasBlock reports whether a page has a block that begins so.
func hasBlock(p *content.Page, block string) bool {
	for text := range fences(p) {
		if begins(text, block) {
			return true
		}
	}
	return false
}

// fences goes through the places of a page's text where a line begins with a
// fence, and yields the text from there.
func fences(p *content.Page) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		text, fence := p.Text(), []byte("```")
		for from := 0; ; from += len(fence) {
			at := bytes.Index(text[from:], fence)
			if at < 0 {
				return
			}
			if from += at; (from == 0 || text[from-1] == '\n') && !yield(text[from:]) {
				return
			}
		}
	}
}

// begins reports whether a text begins with the lines of a block, whichever way
// its lines end.
func begins(text []byte, block string) bool {
	for line := range strings.SplitSeq(strings.TrimSuffix(block, "\n"), "\n") {
		rest, ok := bytes.CutPrefix(text, []byte(line))
		if !ok {
			return false
		}
		rest = bytes.TrimPrefix(rest, []byte("\r"))
		if text, ok = bytes.CutPrefix(rest, []byte("\n")); !ok {
			return false
		}
	}
	return true
}

// anchor is an address in a list, or "" when no page has the list.
func anchor(list, id string) string {
	if list == "" {
		return ""
	}
	return list + "#" + id
}
