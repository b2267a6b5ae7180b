package host

import (
	"net/url"
	"strings"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/render"
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
	Pages   []render.Listing      // all pages: of the content folder, of charts, lists, embeds
	Changes []render.ListedChange // newest first
	Tree    []output.File         // all files made so far, with their bytes
}

// lang is the language of the site.
func (s Site) lang() *lang.Language { return s.Settings.Lang() }

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
// those of aliases and of texts that cannot be in a feed.
func Files(in Input) ([]output.File, diag.List) {
	// While the feed is being made, the rules need no more of it than its path.
	files := []output.File{{Path: feedPath}, in.robots(), in.webManifest(), in.licence(), in.llms(), in.corrections()}
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
