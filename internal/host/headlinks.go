package host

import "html"

// HeadLinks are the elements that every page has in its head for what this
// package makes, each a line. The favicon as SVG is left to the template.
func (s Site) HeadLinks() []string {
	to := func(path string) string { return html.EscapeString(s.base() + path) }
	return []string{
		`<link rel="icon" href="` + to(iconPath(32)) + `" type="image/png" sizes="32x32">`,
		`<link rel="apple-touch-icon" href="` + to(iconPath(180)) + `">`,
		`<link rel="manifest" href="` + to(manifestPath) + `">`,
		`<link rel="alternate" type="application/atom+xml" title="` + html.EscapeString(s.Settings.Title.S) + `" href="` + to(feedPath) + `">`,
	}
}
