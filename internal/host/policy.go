package host

import (
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"strings"
)

// A policy is a Content-Security-Policy: directives in the order given.
type policy []string

func (p policy) String() string { return strings.Join(p, "; ") }

// MetaPolicy is the policy of a page in the form for <meta http-equiv>, which
// holds on hosts that send no headers, and on the 404 page at any address. It
// must come before everything that it governs. Explore says that the page has
// an Explore button. Who may frame the page cannot be said there.
func (s Site) MetaPolicy(explore bool) string {
	return append(s.sources(explore), s.upgrade()...).String()
}

// pagePolicy is the header of a page. Frames says who may show it in a frame:
// "'none'" or "*".
func (s Site) pagePolicy(explore bool, frames string) policy {
	p := append(s.sources(explore), "frame-ancestors "+frames)
	return append(p, s.upgrade()...)
}

// sources says what a page may load: what the site uses, and nothing else. It may ask its
// own origin, which gives nothing away on a static site: for the option of an explorable
// chart and the index of the search, and since the preview and programs that audit pages
// ask from inside them.
func (s Site) sources(explore bool) policy {
	script := "script-src 'self'"
	if src := s.Settings.Explore.Src; explore && src.Given() && !s.Settings.Explore.Own() {
		script += " " + strings.NewReplacer(";", "%3B", ",", "%2C").Replace(src.S) // which mean something in a policy
	}
	return policy{"default-src 'none'", script, "style-src 'self'", "img-src 'self'", "manifest-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"}
}

// upgrade is for the public site alone: a preview may well be served by http.
func (s Site) upgrade() policy {
	if s.Production && s.secure() {
		return policy{"upgrade-insecure-requests"}
	}
	return nil
}

var styleElement = regexp.MustCompile(`(?s)<style\b[^>]*>(.*?)</style>`)

// svgPolicy lets an SVG file, opened by itself, use the style elements that are
// in it.
func svgPolicy(svg []byte) policy {
	p := policy{"default-src 'none'"}
	var hashes []string
	for _, m := range styleElement.FindAllSubmatch(svg, -1) {
		sum := sha256.Sum256(m[1])
		hashes = append(hashes, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	if len(hashes) > 0 {
		p = append(p, "style-src "+strings.Join(hashes, " "))
	}
	return append(p, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
}
