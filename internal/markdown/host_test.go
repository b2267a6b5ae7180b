package markdown

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// site is a host with two pages, three figures, three sources, a chart, a
// picture, a block and a glossary term.
func site() Host {
	known := func(what, id string, all ...string) *Complaint {
		for _, k := range all {
			if k == id {
				return nil
			}
		}
		return &Complaint{Text: "no " + what + " " + id, Hint: diag.DidYouMean(id, all)}
	}
	return Host{
		Link: func(dest string) (Target, *Complaint) {
			path, fragment, _ := strings.Cut(dest, "#")
			if path == "" {
				return Target{URL: "#" + url.PathEscape(fragment)}, nil
			}
			if c := known("page", path, "demand.md", "agreement.md", "charts/offer.yaml"); c != nil {
				return Target{}, c
			}
			if path == "charts/offer.yaml" {
				return Target{URL: "/charts/offer/"}, nil
			}
			address := "/" + strings.TrimSuffix(path, ".md") + "/"
			if fragment != "" {
				address += "#" + url.PathEscape(fragment)
			}
			return Target{URL: address}, nil
		},
		Image: func(dest, alt, title string) (Picture, *Complaint) {
			if c := known("file", dest, "charts/offer.yaml", "map.png"); c != nil {
				return Picture{}, c
			}
			if dest == "map.png" {
				return Picture{HTML: `<img src="/map.png"` + ` alt="` + escapeAttr(alt) + `"` + attribute("title", title) + ">"}, nil
			}
			return Picture{HTML: "<figure><svg" + attribute("aria-label", alt) + "></svg></figure>", Block: true}, nil
		},
		Number: func(dest string) (string, int) {
			return map[string]string{"charts/offer.yaml": "#chart-offer"}[dest], map[string]int{"charts/offer.yaml": 2}[dest]
		},
		Figure: figures,
		Cite: func(id string) *Complaint {
			return known("source", id, "cnn-2021-02-11", "mofa-2021", "mnd-2018")
		},
		Blocks: map[string]func([]record.Text) (string, diag.List){
			"figures": func(lines []record.Text) (html string, problems diag.List) {
				for _, l := range lines {
					f, c := figures(l.S, "")
					if c != nil {
						problems.Report(l.At, c.Text, c.Hint)
						continue
					}
					html += "<p class=\"card\">" + f.Text + "</p>\n"
				}
				return html, problems
			},
		},
		Fence: func(lang, source string) (string, *Complaint) {
			return "<pre><code>" + escapeText(source) + "</code></pre>\n", known("language", lang, "", "go", "yaml")
		},
		Claims:   numbers,
		Terms:    terms,
		Reserved: []string{"main", "sources"},
	}
}

func figures(id, form string) (Figure, *Complaint) {
	values := map[string][3]string{ // prose, short, value
		"offer_2020":        {"13%", "13%", "13"},
		"contribution_2021": {"1.18 trillion won", "1.18tn won", "1183.3"},
		"troops":            {"28,500", "28,500", "28500"},
	}
	v, ok := values[id]
	if !ok {
		return Figure{}, &Complaint{Text: "no figure " + id, Hint: diag.DidYouMean(id, []string{"contribution_2021", "offer_2020", "troops"})}
	}
	f := Figure{Text: v[0], Value: v[2], URL: "/figures/#" + id, Title: "What " + id + " is",
		Cites: []Citation{{ID: "mofa-2021"}}}
	if id == "offer_2020" {
		f.Cites = []Citation{{ID: "cnn-2021-02-11", Locator: "p. 3"}, {ID: "mofa-2021"}}
	}
	switch form {
	case "":
	case "short":
		f.Text = v[1]
	default:
		return Figure{}, &Complaint{Text: "no form " + form, Hint: diag.DidYouMean(form, []string{"short"}), About: "form"}
	}
	return f, nil
}

var (
	numberPattern = regexp.MustCompile(`[0-9][0-9,.]*[0-9]%?|[0-9]%|\bfourfold\b`)
	termPattern   = regexp.MustCompile(`\bSMA\b|\bburden-sharing\b`)
)

// numbers claims every number but years.
func numbers(text string, _ []Shown) (claims []Claim) {
	for _, at := range numberPattern.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		if n, err := strconv.Atoi(word); err == nil && n > 1900 && n < 2100 {
			continue
		}
		claims = append(claims, Claim{Start: at[0], End: at[1], Text: strconv.Quote(word) + " is not in the ledger"})
	}
	return claims
}

func terms(text string) (found []Term) {
	for _, at := range termPattern.FindAllStringIndex(text, -1) {
		id := strings.ToLower(text[at[0]:at[1]])
		found = append(found, Term{Start: at[0], End: at[1], ID: id, URL: "/glossary/#" + id})
	}
	return found
}
