package host

import (
	"net/url"
	"strings"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/record"
)

// A Site says what is published and where it will be seen.
type Site struct {
	Settings       content.Settings
	Address        string // of this build, absolute, with a slash at the end
	Production     bool   // this is the public site, to be found and indexed
	ProductionBase string // of the public site, likewise; "" is Address
}

// An Input is a site with its pages and its finished files.
type Input struct {
	Site
	Pages   []Page // all pages: of the content folder, of charts, lists, embeds
	Aliases []Alias
	Tree    []output.File // all files made so far, with their bytes
}

// A Page is one page of the site.
type Page struct {
	URL         string // from the site's root: "/demand/"
	Title       string // the headline, plain
	Kicker      string // plain; may be empty
	Description string // one sentence or two, plain
	Published   record.Date
	Updated     record.Date // the day of the last change; zero is Published
	NoIndex     bool        // not to be found: 404, embeds
	Card        *Card       // its card for sharing; nil when it has none, or another room draws it
	Body        string      // its text as HTML for the feed; "" keeps it out of the feed
	Charts      []Chart     // the charts in Body
	At          diag.Pos    // where the author would mend the headline
}

// A Card is the picture for sharing a page. Its headline is the page's.
type Card struct {
	Source  string              // a line at the foot: where the chart's numbers are from; "" is the page's address
	Drawing func() *draw.Canvas // the page's first chart; nil, or a nil canvas, when it has none
}

// A Chart is a chart as the feed shows it.
type Chart struct {
	Frame    string // id of the element in Body that the picture replaces
	URL      string // the chart's own page, from the site's root: "/charts/negotiation/"
	Picture  string // its PNG, from the site's root: "/charts/negotiation.png"
	Alt      string
	Headline string
	Caption  string // note and source, plain; may be empty
}

// An Alias is an earlier address of a page.
type Alias struct {
	From record.Text // from the site's root: "/old/"
	To   string      // the page's address now: "/demand/"
}

func (p Page) lastUpdated() record.Date {
	if p.Updated.IsZero() {
		return p.Published
	}
	return p.Updated
}

// here is the absolute address of a path in this build.
func (s Site) here(path string) string { return join(s.Address, path) }

// public is the absolute address of a path at the public site.
func (s Site) public(path string) string {
	if s.ProductionBase == "" || s.Production {
		return s.here(path)
	}
	return join(s.ProductionBase, path)
}

func join(base, path string) string {
	return strings.TrimSuffix(base, "/") + "/" + strings.TrimPrefix(path, "/")
}

// base is the path that the site lies under: "/" or "/sub/path/".
func (s Site) base() string {
	u, err := url.Parse(s.Address)
	if err != nil {
		panic("host: address " + s.Address) // the caller has checked it
	}
	return "/" + strings.TrimPrefix(strings.TrimSuffix(u.EscapedPath(), "/")+"/", "/")
}

func (s Site) secure() bool { return strings.HasPrefix(s.Address, "https:") }

// Files makes all files but the pictures, in no particular order. The problems are
// those of aliases and of texts that cannot be fed to readers.
func Files(in Input) ([]output.File, diag.List) {
	// While the feed is being made, the rules need no more of it than its path.
	files := []output.File{{Path: feedPath}, in.robots(), in.webManifest(), in.licence()}
	if in.Production {
		files = append(files, in.sitemap())
	}
	var feed, redirects, headers output.File
	var problems, more diag.List
	parallel.All(
		func() { feed, problems = in.feed() },
		func() {
			redirects, more = in.redirects(files)
			headers = in.headers(files)
		},
	)
	problems.Add(more)
	files[0] = feed
	return append(files, redirects, headers), problems
}
