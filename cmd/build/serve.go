package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"sharingthecost/internal/content"
	"sharingthecost/internal/output"
	"sharingthecost/internal/preview"
)

func serveFlags(set *flag.FlagSet, o *options) {
	set.StringVar(&o.addr, "addr", "127.0.0.1:8080", "address to listen on")
}

// runServe shows the site from memory, drafts included, and follows every
// change of its inputs until it is interrupted.
func runServe(o options, args []string, t terminal) int {
	if len(args) > 0 {
		fmt.Fprintf(t.err, "build: serve takes no arguments, not %q\n", args[0])
		return exitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		fmt.Fprintf(t.err, "build: listening on %s: %v\n", o.addr, err)
		return exitFailed
	}
	o.drafts, o.baseURL = true, "http://"+listener.Addr().String()+"/"
	server := &preview.Server{}
	if host, _, err := net.SplitHostPort(o.addr); err == nil && host != "" {
		server.Hosts = append(server.Hosts, host)
	}
	root, err := openProject()
	if err != nil {
		return fail(t, err)
	}
	o.caches = ".cache"
	o.openCache()
	f := &follower{root: root, options: o, server: server, terminal: t}
	f.options.last = f.last
	fmt.Fprintf(t.out, "serving %s\n", o.baseURL)

	web := &http.Server{Handler: server, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		web.Close() // open event streams never end by themselves
	}()
	go func() {
		if err := preview.Watch(ctx, ".", inputs, f.follow); err != nil {
			fmt.Fprintf(t.err, "build: %v\n", err)
			stop()
		}
	}()
	if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		fmt.Fprintf(t.err, "build: serving: %v\n", err)
		return exitFailed
	}
	return exitDone
}

// A follower makes the site again after each change and shows the outcome.
type follower struct {
	root    fs.FS
	options options
	server  *preview.Server
	terminal
	good   *made           // the site as it was made last; nil when something was wrong with it
	inputs map[string]bool // the files it was made from
	tree   *output.Tree    // the last good site; nil before the first
}

// follow makes what changes at some paths call for; nil: everything.
func (f *follower) follow(paths []string) {
	start := time.Now()
	if paths != nil && f.good != nil && f.again(paths) {
		fmt.Fprintf(f.out, "%s in %v\n", strings.Join(paths, ", "), time.Since(start).Round(time.Millisecond))
		f.tree = f.good.tree
		f.server.Show(f.tree)
		return
	}
	f.good, f.inputs = nil, inputsNow(f.root)
	m, problems, err := makeSite(f.root, f.options)
	took := time.Since(start).Round(time.Millisecond)
	switch {
	case err != nil:
		fmt.Fprintf(f.err, "build: %v\n", err)
		f.server.Fail(err.Error())
	case len(problems) > 0:
		var overlay strings.Builder
		report(&overlay, f.root, problems, f.options, false)
		report(f.err, f.root, problems, f.options, f.color)
		f.server.Fail(overlay.String())
	default:
		fmt.Fprintf(f.out, "%s, %s in %v\n", count(m.pages, "page"), count(m.charts, "chart"), took)
		f.options.pages.Turn()
		f.good, f.tree = &m, m.tree
		f.server.Show(m.tree)
	}
}

// again makes the good site again when no more than texts of its pages has
// changed.
func (f *follower) again(paths []string) bool {
	var pages []*content.Page
	for _, name := range paths {
		_, err := fs.Stat(f.root, name)
		page := f.good.content.Page(strings.TrimPrefix(name, "content/"))
		switch {
		case f.inputs[name] && page != nil && page.Path == name:
			pages = append(pages, page)
		case f.inputs[name] || err == nil && !content.PassedOver(name):
			return false
		}
		// Else it is an editor's own file, or one that came and went.
	}
	return f.good.again(f.root, pages)
}

// inputsNow lists the files that a site is made from now.
func inputsNow(root fs.FS) map[string]bool {
	out := map[string]bool{}
	for _, dir := range inputs {
		files, _, _ := content.Files(root, dir) // what cannot be read is told by the build
		for _, name := range files {
			out[name] = true
		}
	}
	return out
}

// last gives the bytes of a file of the last good site.
func (f *follower) last(path string) []byte {
	if f.tree == nil {
		return nil
	}
	file, _ := f.tree.Get(path)
	return file.Data
}
