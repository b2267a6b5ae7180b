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
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"sharingthecost/internal/command"
	"sharingthecost/internal/guide"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
	"sharingthecost/internal/pipeline"
	"sharingthecost/internal/preview"
)

func previewFlags(set *flag.FlagSet, o *command.Options) {
	set.StringVar(&o.Addr, "addr", "127.0.0.1:8080", "address to listen on")
}

// runPreview shows the site from memory, drafts included, and follows every
// change of its inputs until it is interrupted.
func runPreview(o command.Options, args []string, t command.Terminal) int {
	if t.NoArguments("preview", args) {
		return command.Usage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	listener, err := net.Listen("tcp", o.Addr)
	if err != nil {
		return t.Fail(fmt.Errorf("listening on %s: %w", o.Addr, err))
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return t.Fail(err)
	}
	server := &preview.Server{Root: here}
	if host, _, err := net.SplitHostPort(o.Addr); err == nil && host != "" {
		server.Hosts = append(server.Hosts, host)
	}
	root, err := pipeline.Open(".")
	if err != nil {
		return t.Fail(err)
	}
	f := newFollower(root, "http://"+listener.Addr().String()+"/", server, t)
	fmt.Fprintf(t.Out, "serving %s\non a page, Alt and a press, or Alt+W and the arrow keys, tell where it is written\n", f.options.Address)

	web := &http.Server{Handler: server, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		web.Close() // open event streams never end by themselves
	}()
	go func() {
		if err := preview.Watch(ctx, ".", pipeline.Inputs, f.follow); err != nil {
			t.Fail(err)
			stop()
		}
	}()
	if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return t.Fail(fmt.Errorf("serving: %w", err))
	}
	return command.Done
}

// A follower makes the site after each change of its inputs and shows the
// outcome: the same pipeline as in a build, with what it remembers in RAM.
type follower struct {
	root    fs.FS
	options pipeline.Options
	server  *preview.Server
	command.Terminal
	site   atomic.Pointer[pipeline.Site] // that is shown
	shown  memo.Key                      // of the inputs that the site was made from last
	failed int                           // how often in a row the site had problems
	guides *memo.Memo                    // style guides, by address and look
}

func newFollower(root fs.FS, address string, server *preview.Server, t command.Terminal) *follower {
	f := &follower{root: root, server: server, Terminal: t, options: pipeline.Options{
		Deployment: pipeline.Deployment{Address: address, Production: true}, Drafts: true, Memo: memo.New(),
	}, guides: memo.New()}
	server.Find, server.Guide = f.find, f.guide
	return f
}

// follow makes the site, unless what was saved is as it was.
func (f *follower) follow() {
	start := time.Now()
	inputs, err := pipeline.Snap(f.root)
	if err != nil {
		f.fail(err)
		return
	}
	key := inputs.Key(f.options.Deployment, f.options.Drafts)
	if key == f.shown {
		return
	}
	f.shown = key
	site, problems, err := pipeline.Make(inputs, f.options)
	switch {
	case err != nil:
		f.fail(err)
	case len(problems) > 0:
		var overlay strings.Builder
		panel := f.Terminal
		panel.Err, panel.Color = &overlay, false
		panel.Report(inputs, problems, command.Options{})
		f.Report(inputs, problems, command.Options{})
		f.server.Fail(overlay.String())
		if f.failed++; f.failed%100 == 0 { // what is remembered would grow with each
			f.options.Memo.Turn()
		}
	default:
		f.failed = 0
		f.options.Memo.Turn()
		f.guides.Turn()
		f.site.Store(site)
		f.server.Show(site.Tree)
		fmt.Fprintf(f.Out, "%s, %s in %v\n", command.Count(site.Pages, "page"), command.Count(site.Charts, "chart"), time.Since(start).Round(time.Millisecond))
	}
}

// guide makes the style guide in the look of the project as it lies on disk.
func (f *follower) guide(address string) (*output.Tree, error) {
	inputs, err := pipeline.Snap(guide.Of(f.root))
	if err != nil {
		return nil, err
	}
	at := pipeline.Deployment{Address: strings.TrimSuffix(f.options.Address, "/") + address}
	type made struct {
		tree *output.Tree
		err  error
	}
	m := memo.Held(f.guides, inputs.Key(at, false), func() (made, bool) {
		site, problems, err := pipeline.Make(inputs, pipeline.Options{Deployment: at})
		if err == nil && len(problems) > 0 {
			err = fmt.Errorf("%s: %s", problems[0].Pos, problems[0].Text)
		}
		if err != nil {
			return made{nil, err}, false
		}
		return made{site.Tree, nil}, true
	})
	return m.tree, m.err
}

func (f *follower) fail(err error) {
	f.shown = memo.Key{}
	f.Fail(err)
	f.server.Fail(err.Error())
}
