package host

import (
	"bytes"
	"encoding/json"
	"html"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/output"
)

const manifestPath = "site.webmanifest"

type webIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
}

// webManifest names the site for the home screens of devices. Addresses are
// relative to the file, so that it holds under any path.
func (in Input) webManifest() output.File {
	s := in.Settings
	return output.File{Path: manifestPath, Source: settingsPath, Data: encoded(struct {
		Name        string    `json:"name"`
		ShortName   string    `json:"short_name"`
		Description string    `json:"description"`
		Lang        string    `json:"lang"`
		StartURL    string    `json:"start_url"`
		Scope       string    `json:"scope"`
		Display     string    `json:"display"`
		Background  string    `json:"background_color"`
		Theme       string    `json:"theme_color"`
		Icons       []webIcon `json:"icons"`
	}{
		s.Title.S, s.Title.S, s.Description.S, s.Language.S, "./", "./", "browser",
		s.Palette().Hex(draw.Paper, draw.Light), s.Palette().Hex(draw.Paper, draw.Light),
		[]webIcon{
			{faviconPath, "any", "image/svg+xml", ""},
			{iconPath(192), "192x192", "image/png", ""},
			{iconPath(512), "512x512", "image/png", ""},
			{iconPath(512), "512x512", "image/png", "maskable"},
		},
	})}
}

// encoded writes JSON to be read by people too.
func encoded(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		panic(err) // structs of texts always encode
	}
	return b.Bytes()
}

// HeadLinks are the elements that every page has in its head for what this
// package makes, each a line. The favicon as SVG is left to the template.
func (s Site) HeadLinks() []string {
	to := func(path string) string { return html.EscapeString(s.base() + path) }
	return []string{
		`<link rel="icon" href="` + to(iconPath(32)) + `" type="image/png" sizes="32x32">`,
		`<link rel="apple-touch-icon" href="` + to(iconPath(180)) + `">`,
		`<link rel="manifest" href="` + to(manifestPath) + `">`,
		`<link rel="alternate" type="application/atom+xml" title="` + html.EscapeString(s.Settings.Title.S) + `" href="` + to(feedPath) + `">`,
		`<link rel="alternate" type="application/atom+xml" title="` + html.EscapeString(s.lang().Files.CorrectionsOf.With("site", s.Settings.Title.S)) + `" href="` + to(CorrectionsFeed) + `">`,
	}
}
