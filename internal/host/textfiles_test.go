package host

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"strings"
	"testing"
	"time"

	"sharingthecost/internal/output"
)

// sitemaps.org: a url has a loc, absolute, on the same site; lastmod is a W3C
// date; no address twice.
func TestSiteMapKeepsTheRules(t *testing.T) {
	var m struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []struct {
			Loc     string `xml:"loc"`
			Lastmod string `xml:"lastmod"`
		} `xml:"url"`
	}
	in := sample()
	in.Address = "https://cost.example/sub/"
	if err := xml.Unmarshal(made(t, in, "sitemap.xml"), &m); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, u := range m.URLs {
		if !strings.HasPrefix(u.Loc, in.Address) || seen[u.Loc] || strings.Contains(u.Loc, "404") || strings.Contains(u.Loc, "embed") {
			t.Errorf("address %s", u.Loc)
		}
		seen[u.Loc] = true
		if _, err := time.Parse(time.DateOnly, u.Lastmod); u.Lastmod != "" && err != nil {
			t.Error(err)
		}
	}
	if len(m.URLs) != 3 || m.URLs[1].Lastmod != "2026-11-22" || m.URLs[2].Lastmod != "" {
		t.Errorf("%+v", m.URLs)
	}
}

func TestOnlyPreviewsAreKeptOutOfIndexes(t *testing.T) {
	if got := string(made(t, sample(), "_headers")); strings.Contains(got, "noindex") || !strings.Contains(got, "Strict-Transport-Security") {
		t.Errorf("public:\n%s", got)
	}
	if got := string(made(t, elsewhere(), "_headers")); !strings.Contains(got, "/*\n") || !strings.Contains(got, "X-Robots-Tag: noindex") ||
		strings.Contains(got, "Strict-Transport-Security") || strings.Contains(got, "upgrade-insecure-requests") {
		t.Errorf("preview by http:\n%s", got)
	}
}

func TestIconsAreWhatTheManifestSays(t *testing.T) {
	in := sample()
	var m struct{ Icons []webIcon }
	if err := json.Unmarshal(made(t, in, "site.webmanifest"), &m); err != nil {
		t.Fatal(err)
	}
	for _, icon := range m.Icons {
		data := made(t, in, icon.Src)
		if data == nil {
			t.Errorf("no %s", icon.Src)
		}
		if icon.Type != "image/png" {
			continue
		}
		picture, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if side, _, _ := strings.Cut(icon.Sizes, "x"); side != strings.TrimSuffix(strings.TrimPrefix(icon.Src, "icon-"), ".png") || picture.Width != picture.Height {
			t.Errorf("%+v is %d × %d", icon, picture.Width, picture.Height)
		}
	}
	data := made(t, in, "favicon.ico")
	if picture, err := png.DecodeConfig(bytes.NewReader(data[22:])); err != nil || picture.Width != 32 || data[2] != 1 || data[4] != 1 || data[6] != 32 {
		t.Errorf("favicon.ico: %v % x", err, data[:22])
	}
}

func TestHeadLinksCarryThePath(t *testing.T) {
	got := strings.Join(elsewhere().HeadLinks(), "\n")
	for _, want := range []string{`href="/sub/path/feed.xml"`, `href="/sub/path/site.webmanifest"`, `href="/sub/path/apple-touch-icon.png"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestIconsOfTheSiteStay(t *testing.T) {
	in := sample()
	in.Tree = append(in.Tree, output.File{Path: "favicon.svg", Data: []byte("<svg/>")})
	if made(t, in, "favicon.svg") != nil || made(t, in, "favicon.ico") == nil {
		t.Error("an icon in static/ does not take the place of ours")
	}
}
