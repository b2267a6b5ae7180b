package render

import (
	"slices"

	"sharingthecost/internal/content"
	"sharingthecost/internal/markdown"
)

// lists are the addresses of the pages that hold a list of everything; empty
// when no page does.
type lists struct{ figures, sources, accounts, glossary string }

// findLists looks for the first page with each list, and keeps for every page
// the names of its fenced blocks.
func (r *Renderer) findLists() {
	r.blocks = map[*content.Page][]string{}
	first := func(url *string, p *content.Page) {
		if *url == "" {
			*url = r.url(p.URL)
		}
	}
	for _, p := range r.Content.Pages {
		for _, block := range markdown.Fences(p.Text()) {
			r.blocks[p] = append(r.blocks[p], block.Name)
			switch {
			case block.Name == "figures-list":
				first(&r.lists.figures, p)
			case block.Name == "sources-list":
				first(&r.lists.sources, p)
			case block.Name == "glossary":
				first(&r.lists.glossary, p)
			case block.Name == "accounts" && slices.Contains(block.Lines, "all"):
				first(&r.lists.accounts, p)
			}
		}
	}
}

// hasBlock reports whether a page has a block of a name.
func (r *Renderer) hasBlock(p *content.Page, name string) bool {
	return slices.Contains(r.blocks[p], name)
}

// anchor is an address in a list, or "" when no page has the list.
func anchor(list, id string) string {
	if list == "" {
		return ""
	}
	return list + "#" + id
}
