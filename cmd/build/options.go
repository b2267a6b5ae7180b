package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
)

// The folders that a site is made from, below the project's root.
var inputs = []string{"content", "templates", "static"}

// Options are the settings of one run, from flags and the host's environment.
type options struct {
	out      string
	baseURL  string
	drafts   bool
	json     bool
	github   bool
	addr     string
	caches   string
	cache    *cache.Cache     // of pictures and code
	pages    *cache.Cache     // of what is known of finished pages; nil: every page is made and read anew
	last     finishedFile     // finished files as they were left last
	stands   *output.Standing // the site as it stands where it will be written; nil: not looked at
	shelf    *output.Shelf    // where finished pages wait to be written; nil: in memory
	progress *progress
	check    bool   // schemas: write nothing
	outward  bool   // check: ask for the outward links too
	asOf     string // list: the day that counts as today
	root     fs.FS  // the project; nil: the folder that the program runs in
	meter    *meter
}

// A finishedFile finds a file of the site that was made last, if it has these
// bytes.
type finishedFile func(path, source string, sum [sha256.Size]byte) (output.File, bool)

func buildFlags(set *flag.FlagSet, o *options) {
	set.StringVar(&o.out, "out", "public", "folder to write the site to")
	checkFlags(set, o)
}

func checkFlags(set *flag.FlagSet, o *options) {
	set.StringVar(&o.baseURL, "base-url", "", "address the site will have (default: the host's environment, then content/site.yaml)")
	set.StringVar(&o.caches, "cache", ".cache", "folder that remembers work from run to run; empty: remember nothing")
	set.BoolVar(&o.drafts, "drafts", false, "include drafts")
	set.BoolVar(&o.json, "json", false, "print problems as JSON")
	meterFlags(set, o.meter)
	set.BoolVar(&o.github, "github", os.Getenv("GITHUB_ACTIONS") == "true", "print problems as GitHub annotations too")
}

// A deployment is where a build will be seen.
type deployment struct {
	address    string // absolute, ending in a slash; empty: what content/site.yaml says
	production bool   // whether it is the public site, to be found and indexed
}

// deploymentOf decides where a build will be seen: the -base-url flag, else
// the environment of the reference host, else the site's own settings.
//
// The host sets CONTEXT to production, deploy-preview or branch-deploy, URL to
// the site's main address and DEPLOY_PRIME_URL to that of this very build. In
// production the latter is a technical address that must not become canonical.
func deploymentOf(o options, env func(string) string) (deployment, error) {
	d := deployment{production: true}
	given := "-base-url"
	switch context := env("CONTEXT"); {
	case o.baseURL != "":
		d.address = o.baseURL
		d.production = env("NETLIFY") != "true" || context == "production"
	case env("NETLIFY") != "true":
		return d, nil
	case context == "production":
		d.address, given = env("URL"), "URL"
	default:
		d.address, given, d.production = env("DEPLOY_PRIME_URL"), "DEPLOY_PRIME_URL", false
	}
	u, err := url.Parse(d.address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return d, fmt.Errorf("%s: %q is not the address of a site: write https://host/ or https://host/path/", given, d.address)
	}
	if !strings.HasSuffix(d.address, "/") {
		d.address += "/"
	}
	return d, nil
}

// wrong says what is wrong with the flags themselves.
func (o options) wrong() error {
	if o.baseURL == "" {
		return nil
	}
	_, err := deploymentOf(o, func(string) string { return "" })
	return err
}

// openCache opens the folder that remembers work. Without one, or where the
// program cannot tell its own version, nothing is remembered.
func (o *options) openCache() {
	if o.caches == "" {
		return
	}
	if program, err := cache.Program(); err == nil {
		parallel.All(
			func() { o.cache = cache.Open(filepath.Join(o.caches, "parts"), program, 20) },
			func() { o.pages = cache.Open(filepath.Join(o.caches, "pages"), program, 0) },
		)
		o.last = o.stands.File
	}
}
