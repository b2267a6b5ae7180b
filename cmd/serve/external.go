package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"slices"
	"strings"
	"time"

	"sharingthecost/internal/command"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/pipeline"
	"sharingthecost/internal/record"
)

// An outward link is an address elsewhere and every place that names it.
type outward struct {
	address string // without its fragment, which hosts never see
	at      []diag.Pos
}

// outwardLinks gathers what the site links to elsewhere: in its pages, its
// bibliography and its settings, sorted by address. Addresses of the site
// itself are left out; a build checks those.
func outwardLinks(settings content.Settings, l *ledger.Ledger, pages [][]markdown.Link) []outward {
	places := map[string][]diag.Pos{}
	add := func(address string, at diag.Pos) {
		address, _, _ = strings.Cut(address, "#")
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || strings.HasPrefix(address+"/", settings.BaseURL.S) {
			return
		}
		places[address] = append(places[address], at)
	}
	for _, links := range pages {
		for _, link := range links {
			if link.External {
				add(link.Dest, link.At)
			}
		}
	}
	for _, s := range l.Sources {
		add(s.URL.S, s.URL.At)
	}
	for _, t := range []record.Text{settings.Repository, settings.Publisher.URL, settings.Licence.URL, settings.Explore.Src} {
		add(t.S, t.At)
	}
	var out []outward
	for address, at := range places {
		out = append(out, outward{address, at})
	}
	slices.SortFunc(out, func(a, b outward) int { return cmp.Compare(a.address, b.address) })
	return out
}

// askFor asks for every outward link and tells which are broken, with
// their places, and which could not be judged. It is never part of a build:
// what other hosts answer today must not decide whether a page is published.
func askFor(links []outward, visitor *visitor, inputs fs.FS, o command.Options, t command.Terminal) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	answers := visitor.visit(ctx, links)
	if ctx.Err() != nil {
		return t.Fail(errors.New("interrupted"))
	}
	problems, unknown, bad, silent := judge(links, answers)
	if len(links) > 0 && silent == len(links) {
		return t.Fail(errors.New("no address answered at all: is this machine on the network?"))
	}
	if o.JSON {
		return t.Code(diag.JSON(t.Out, problems.Sorted()), problems)
	}
	for _, line := range unknown {
		fmt.Fprintln(t.Out, line)
	}
	if len(problems) > 0 {
		if err := t.Report(inputs, problems, o); err != nil {
			return t.Fail(err)
		}
	}
	fmt.Fprintf(t.Out, "%s: %d answer, %d unknown, %d broken\n", command.Count(len(links), "outward link"), len(links)-bad-len(unknown), len(unknown), bad)
	return t.Code(nil, problems)
}

// runLinks asks for the outward links of a sound site.
func runLinks(o command.Options, args []string, t command.Terminal) int {
	r, site, links, code := cited("links", o, args, t)
	if code != command.Done {
		return code
	}
	return askFor(links, newVisitor(site.Content.Settings, t), r.Inputs, o, t)
}

// cited makes the site for a verb and gathers what it links to elsewhere.
func cited(verb string, o command.Options, args []string, t command.Terminal) (r command.Run, site *pipeline.Site, links []outward, code int) {
	if r, code = o.Begin(verb, args, t); code != command.Done {
		return r, nil, nil, code
	}
	defer r.Memo.Close()
	if site, code = r.Make(o, t); code != command.Done {
		return r, nil, nil, code
	}
	var pages [][]markdown.Link
	for _, d := range site.Docs {
		pages = append(pages, d.Links)
	}
	return r, site, outwardLinks(site.Content.Settings, site.Ledger, pages), code
}

// judge turns answers into problems at every place of a broken link, lines
// about those that nobody can judge, and the numbers of broken links and of hosts'
// silences.
func judge(links []outward, answers []answer) (problems diag.List, unknown []string, bad, silent int) {
	for i, a := range answers {
		if a.silent {
			silent++
		}
		switch a.verdict {
		case broken:
			bad++
			for _, at := range links[i].at {
				problems.Report(at, links[i].address+" "+a.reason, "link to where it is now, or to a stored copy")
			}
		case unclear:
			first := links[i].at[0]
			unknown = append(unknown, fmt.Sprintf("%s: unknown: %s %s", first, links[i].address, a.reason))
		}
	}
	return problems, unknown, bad, silent
}

// newVisitor is the visitor that asks the real network.
func newVisitor(settings content.Settings, t command.Terminal) *visitor {
	name := "sharing-the-cost link check"
	if settings.Repository.Given() {
		name += " (+" + settings.Repository.S + ")"
	}
	return &visitor{
		client: &http.Client{Timeout: 20 * time.Second}, agent: name, hosts: 8, gap: time.Second,
		waits: []time.Duration{2 * time.Second, 8 * time.Second}, pause: pause, progress: command.NewProgress(t, "links"),
	}
}

// pause waits, or ends early with the context.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
