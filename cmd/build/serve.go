package main

import (
	"context"
	"crypto/sha256"
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
	good *made        // the site as it was made last; nil when something was wrong with it
	was  snapshot     // what the last whole site was made from
	tree *output.Tree // the last good site; nil before the first
}

// follow makes what changes at some paths call for; nil: everything.
func (f *follower) follow(paths []string) {
	start := time.Now()
	if paths != nil && f.good != nil {
		if pages, ok := f.textsOf(paths); ok && f.good.again(f.root, pages) {
			f.show(f.good.tree)
			if len(pages) > 0 {
				fmt.Fprintf(f.out, "%s in %v\n", named(pages), time.Since(start).Round(time.Millisecond))
			}
			return
		}
	}
	f.good = nil
	root := f.root
	was, whole := takeSnapshot(f.root)
	if whole {
		f.was, root = was, was
	}
	m, problems, err := makeSite(root, f.options)
	took := time.Since(start).Round(time.Millisecond)
	switch {
	case err != nil:
		fmt.Fprintf(f.err, "build: %v\n", err)
		f.server.Fail(err.Error())
	case len(problems) > 0:
		var overlay strings.Builder
		report(&overlay, root, problems, f.options, false)
		report(f.err, root, problems, f.options, f.color)
		f.server.Fail(overlay.String())
	default:
		fmt.Fprintf(f.out, "%s, %s in %v\n", count(m.pages, "page"), count(m.charts, "chart"), took)
		f.options.pages.Turn()
		if whole {
			f.good = &m
		}
		f.show(m.tree)
	}
}

func (f *follower) show(tree *output.Tree) {
	f.tree = tree
	f.server.Show(tree)
}

// textsOf gives the pages whose texts have changed, and reports whether nothing
// else has. A folder that was moved away has only its own name among the paths.
func (f *follower) textsOf(paths []string) (pages []*content.Page, ok bool) {
	for _, name := range paths {
		page := f.good.content.Page(strings.TrimPrefix(name, "content/"))
		_, err := fs.Stat(f.root, name)
		switch {
		case f.was.files[name] != nil && page != nil && page.Path == name:
			pages = append(pages, page)
		case f.was.has(name) || err == nil && !content.PassedOver(name):
			return nil, false
		}
		// Else it is an editor's own file, or one that came and went.
	}
	return pages, true
}

// named lists the files of pages, at most three of them.
func named(pages []*content.Page) string {
	var names []string
	for _, p := range pages[:min(len(pages), 3)] {
		names = append(names, p.Path)
	}
	if more := len(pages) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, ", ")
}

// last gives a file of the last good site.
func (f *follower) last(path, source string, sum [sha256.Size]byte) (output.File, bool) {
	return standsIn(f.tree, path, source, sum)
}

// standsIn finds a file in a tree, if it has these bytes.
func standsIn(tree *output.Tree, path, source string, sum [sha256.Size]byte) (output.File, bool) {
	if tree == nil {
		return output.File{}, false
	}
	file, ok := tree.Get(path)
	file.Source = source
	return file, ok && file.Sum() == sum
}
