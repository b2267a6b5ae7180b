package host

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"sharingthecost/internal/archive"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
)

// A header is one line of a rule.
type header struct{ name, value string }

// everywhere are the headers that every answer has, found or not.
func (s Site) everywhere() []header {
	h := []header{
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"X-Frame-Options", "DENY"}, // for what is not there; a policy that says who may frame a page stands above it
	}
	if s.secure() {
		h = append(h, header{"Strict-Transport-Security", "max-age=31536000"})
	}
	if !s.Production {
		h = append(h, header{"X-Robots-Tag", "noindex"})
	}
	return h
}

const (
	revalidate = "public, max-age=0, must-revalidate"
	immutable  = "public, max-age=31536000, immutable"
)

// own are the headers that concern one file. Exact says that they must not
// reach an address where no file is.
func (s Site) own(f output.File) (h []header, exact bool) {
	if strings.HasPrefix(f.Path, archive.Published) { // a rule for all, however many there are
		h = []header{{"Cache-Control", revalidate}, {"Content-Security-Policy", s.pagePolicy(false, "'none'").String()}, anyOrigin}
		if s.Production {
			h = append(h, header{"X-Robots-Tag", "noindex"})
		}
		return h, false
	}
	caching := revalidate
	if fingerprinted(f) {
		caching, exact = immutable, true
	}
	h = []header{{"Cache-Control", caching}}
	switch ext := path.Ext(f.Path); ext {
	case ".html":
		frames := "'none'"
		if strings.HasPrefix(f.Path, "embed/") {
			frames = "*"
		}
		// Reading every page to its end is for sites that have a library to load.
		explore := s.Settings.Explore.Src.Given() && bytes.Contains(f.Bytes(), []byte(" data-explore"))
		h = append(h, header{"Content-Security-Policy", s.pagePolicy(explore, frames).String()})
	case ".svg":
		h = append(h, header{"Content-Security-Policy", svgPolicy(f.Bytes()).String()}, anyOrigin)
		exact = true
	case ".csv":
		h = append(h, header{"Content-Type", "text/csv; charset=utf-8"}, header{"Content-Disposition", "attachment"}, anyOrigin)
		exact = true
	case ".json", ".png":
		h = append(h, anyOrigin)
	case ".md":
		h = append(h, anyOrigin)
		if s.Production { // the page is what readers are to find; elsewhere nothing is
			h = append(h, header{"X-Robots-Tag", "noindex"})
		}
	case ".webmanifest":
		h = append(h, header{"Content-Type", "application/manifest+json"})
		exact = true
	case ".xml":
		if f.Path == feedPath || f.Path == CorrectionsFeed {
			h = append(h, header{"Content-Type", "application/atom+xml; charset=utf-8"}, anyOrigin)
			exact = true
		}
	}
	return h, exact
}

// anyOrigin lets programs in other pages read a download.
var anyOrigin = header{"Access-Control-Allow-Origin", "*"}

// fingerprinted reports whether the name of a file carries the beginning of the
// hash of its bytes, so that other bytes would have another name.
func fingerprinted(f output.File) bool {
	parts := strings.Split(path.Base(f.Path), ".")
	if len(parts) < 3 {
		return false
	}
	mark := parts[len(parts)-2]
	sum := sha256.Sum256(f.Bytes())
	return len(mark) >= 8 && strings.HasPrefix(hex.EncodeToString(sum[:]), mark)
}

const headersPath = "_headers"

// headers writes the rules for all files that are served: those made before,
// those of this package, and the cards.
func (in Input) headers(made []output.File) output.File {
	files := slices.Concat(in.Tree, made)
	for _, p := range in.Pages {
		if p.Card {
			files = append(files, output.File{Path: CardPath(p.URL)})
		}
	}
	all := parallel.Map(files, func(f output.File) served {
		h, exact := in.own(f)
		return served{path: f.Path, headers: h, exact: exact}
	})
	rules := append([]rule{{"/*", in.everywhere()}}, fold(all)...)
	return output.File{Path: headersPath, Data: []byte(written(rules)), Source: settingsPath}
}

// settingsPath is what files of the site as a whole are made from.
const settingsPath = "content/site.yaml"

func written(rules []rule) string {
	var b strings.Builder
	b.WriteString("# Written by the build. No header is in two rules that match one address.\n")
	for _, r := range rules {
		b.WriteString("\n" + r.pattern + "\n")
		for _, h := range r.headers {
			b.WriteString("  " + h.name + ": " + h.value + "\n")
		}
	}
	return b.String()
}
