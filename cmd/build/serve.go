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
	follow := &follower{root, o, server, t}
	fmt.Fprintf(t.out, "serving %s\n", o.baseURL)

	web := &http.Server{Handler: server, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		web.Close() // open event streams never end by themselves
	}()
	go func() {
		if err := preview.Watch(ctx, ".", inputs, follow.build); err != nil {
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

// A follower builds the site again after each change and shows the outcome.
type follower struct {
	root    fs.FS
	options options
	server  *preview.Server
	terminal
}

func (f *follower) build() {
	start := time.Now()
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
		f.server.Show(m.tree)
	}
}
