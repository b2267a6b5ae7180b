package host

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/record"
	"sharingthecost/internal/render"
)

const feedPath = "feed.xml"

// CorrectionsFeed is the path of the feed of corrections and other changes.
const CorrectionsFeed = "corrections/feed.xml"

// feed writes the Atom feed (RFC 4287): every page that has a text and a date,
// what changed last first. Ids are the addresses of the public site.
func (in Input) feed() (output.File, diag.List) {
	var problems diag.List
	var pages []render.Listing
	for _, p := range in.Pages {
		if p.Body != "" && !p.NoIndex && p.Updated.Day != 0 {
			pages = append(pages, p)
		}
	}
	slices.SortStableFunc(pages, func(a, b render.Listing) int {
		return cmp.Or(b.Updated.Compare(a.Updated), strings.Compare(a.URL, b.URL))
	})
	var b bytes.Buffer
	updated := record.Date{Year: 1970, Month: 1, Day: 1} // a feed must have a date even without entries
	if len(pages) > 0 {
		updated = pages[0].Updated
	}
	in.feedHead(&b, feedPath, "/", in.Settings.Title.S, in.Settings.Description.S, moment(updated))
	for i, e := range parallel.Map(pages, in.entry) {
		if e.err != nil {
			problems.Report(pages[i].At, fmt.Sprintf("the text of %s is not well-formed HTML: %v", pages[i].URL, e.err), "look at the page's templates")
		}
		b.WriteString(e.xml)
	}
	b.WriteString("</feed>\n")
	return output.File{Path: feedPath, Data: b.Bytes(), Source: settingsPath}, problems
}

// feedHead begins the feed at a path, of what is also at an address.
func (in Input) feedHead(b *bytes.Buffer, path, url, title, subtitle, updated string) {
	s := in.Settings
	fmt.Fprintf(b, `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s">
<id>%s</id>
<title>%s</title>
<subtitle>%s</subtitle>
<link rel="self" type="application/atom+xml" href="%s"/>
<link rel="alternate" type="text/html" href="%s"/>
`, escapeXML(s.Language.S), escapeXML(in.public(path)), escapeXML(title), escapeXML(subtitle),
		escapeXML(in.here(path)), escapeXML(in.here(url)))
	fmt.Fprintf(b, "<updated>%s</updated>\n", updated)
	author := cmp.Or(s.Publisher.Name.S, s.Title.S)
	fmt.Fprintf(b, "<author><name>%s</name>", escapeXML(author))
	if s.Publisher.URL.Given() {
		fmt.Fprintf(b, "<uri>%s</uri>", escapeXML(s.Publisher.URL.S))
	}
	b.WriteString("</author>\n")
	if s.Licence.Name.Given() {
		fmt.Fprintf(b, "<rights>%s</rights>\n", escapeXML(in.lang().Page.Rights.With("licence", s.Licence.Name.S)))
	}
	fmt.Fprintf(b, "<icon>%s</icon>\n", escapeXML(in.here(iconPath(192))))
}

// mostChanges is how many changes the feed of corrections has.
const mostChanges = 100

// corrections writes the feed of corrections and other changes.
func (in Input) corrections() output.File {
	var b bytes.Buffer
	updated := "1970-01-01T00:00:00Z"
	if len(in.Changes) > 0 {
		updated = in.Changes[0].Day + "T00:00:00Z"
	}
	words := in.lang().Files
	in.feedHead(&b, CorrectionsFeed, "/corrections/", words.CorrectionsOf.With("site", in.Settings.Title.S), words.CorrectionsSay, updated)
	for _, c := range in.Changes[:min(len(in.Changes), mostChanges)] {
		kind, title, text := "changed", words.ChangedEntry, c.Text
		if c.Correction {
			kind, title = "corrected", words.CorrectedEntry
		}
		if c.Was != "" {
			text += " " + in.lang().Page.SaidBefore.With("was", html.EscapeString(c.Was))
		}
		fmt.Fprintf(&b, `<entry>
<id>%s</id>
<title type="html">%s</title>
<link rel="alternate" type="text/html" href="%s"/>
<category term="%s"/>
<updated>%sT00:00:00Z</updated>
<content type="html">%s</content>
</entry>
`, escapeXML(in.public(c.ID)), escapeXML(title.With("title", c.Title)), escapeXML(in.here(c.URL)), kind, c.Day, escapeXML(text))
	}
	b.WriteString("</feed>\n")
	return output.File{Path: CorrectionsFeed, Data: b.Bytes(), Source: settingsPath}
}

// An entry is the element of a page, or why its text cannot be in a feed.
type entry struct {
	xml string
	err error
}

func (in Input) entry(p render.Listing) entry {
	text, err := in.feedText(p)
	if err != nil {
		return entry{err: err}
	}
	published := p.Published
	if published.Day == 0 {
		published = p.Updated
	}
	authors := ""
	for _, name := range p.Authors {
		authors += "<author><name>" + escapeXML(name) + "</name></author>\n"
	}
	return entry{xml: fmt.Sprintf(`<entry>
<id>%s</id>
<title>%s</title>
%s<link rel="alternate" type="text/html" href="%s"/>
<published>%s</published>
<updated>%s</updated>
<summary>%s</summary>
<content type="html">%s</content>
</entry>
`, escapeXML(in.public(p.URL)), escapeXML(p.Title), authors, escapeXML(in.here(p.URL)), moment(published),
		moment(p.Updated), escapeXML(p.Description), escapeXML(text))}
}

// moment writes a day as the instant that Atom wants.
func moment(d record.Date) string { return d.String() + "T00:00:00Z" }
