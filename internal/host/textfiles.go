package host

import (
	"strings"

	"sharingthecost/internal/output"
)

const (
	sitemapPath = "sitemap.xml"
	robotsPath  = "robots.txt"
)

// sitemap lists the pages that are to be found, each with the day of its last
// change if it has one.
func (in Input) sitemap() output.File {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="utf-8"?>` + "\n" +
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, p := range in.Pages {
		if p.NoIndex {
			continue
		}
		b.WriteString("<url><loc>" + escapeXML(in.public(p.URL)) + "</loc>")
		if day := p.Updated; day.Day != 0 {
			b.WriteString("<lastmod>" + day.String() + "</lastmod>")
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return output.File{Path: sitemapPath, Data: []byte(b.String()), Source: settingsPath}
}

// robots lets every crawler in. A preview does so too: a crawler that is kept
// out never sees that the pages are not to be indexed.
func (in Input) robots() output.File {
	text := "User-agent: *\nAllow: /\n"
	if in.Production {
		text += "\nSitemap: " + in.public(sitemapPath) + "\n"
	} else {
		text = "# A preview. Every answer says noindex, which crawlers must be let in to see.\n" + text
	}
	return output.File{Path: robotsPath, Data: []byte(text), Source: settingsPath}
}

// escapeXML is a text as it is written in XML, without the characters that XML
// cannot hold.
func escapeXML(s string) string {
	return xmlEscaper.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s))
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// licence says what people may do with which part of the site.
func (in Input) licence() output.File {
	s, words := in.Settings, in.lang().Files
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\n") }
	address := func(url string) string {
		if url == "" {
			return ""
		}
		return " <" + url + ">"
	}
	line(s.Title.S, address(in.public("/")))
	line()
	if s.Licence.Name.Given() {
		line(words.TextAndCharts)
		line("  ", s.Licence.Name.S, address(s.Licence.URL.S))
		line("  ", words.NameSource.With("name", strings.Join([]string{s.Title.S, in.public("/"), s.Licence.Name.S}, ", ")))
		line("  ", words.Changed)
		line()
	}
	line(words.Numbers)
	line("  ", words.NumbersSay.With("address", in.public("data/")))
	line()
	line(words.Program)
	line("  MIT", address(s.Repository.S))
	if s.Publisher.Name.Given() {
		line()
		line(words.Published.With("name", s.Publisher.Name.S), address(s.Publisher.URL.S))
	}
	return output.File{Path: "licence.txt", Data: []byte(b.String()), Source: settingsPath}
}
