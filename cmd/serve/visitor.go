package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A verdict is what an answer means for a link.
type verdict int

const (
	alive   verdict = iota
	unclear         // the host refuses programs, is busy, or could not be reached
	broken          // the host says that there is no such page
)

// An answer is what came of asking for an address.
type answer struct {
	verdict verdict
	reason  string // after the address: "is gone (410)"
	silent  bool   // nothing came back at all
}

// A visitor asks whether addresses lead somewhere: several hosts at a time,
// each host one request at a time and with a pause between two.
type visitor struct {
	client   *http.Client
	agent    string          // the User-Agent header
	hosts    int             // how many hosts are asked at the same time
	gap      time.Duration   // between two requests to one host
	waits    []time.Duration // before each further try of what may pass
	pause    func(context.Context, time.Duration)
	progress func(done, total int)
}

// The longest time that a host may ask to be left alone before the next try.
const longestWait = 30 * time.Second

// visit asks for all links; the answers are in their order.
func (v *visitor) visit(ctx context.Context, links []outward) []answer {
	byHost := map[string][]int{}
	for i, l := range links {
		host := ""
		if u, err := url.Parse(l.address); err == nil {
			host = u.Host
		}
		byHost[host] = append(byHost[host], i)
	}
	hosts := make(chan []int, len(byHost))
	for _, of := range byHost {
		hosts <- of
	}
	close(hosts)
	out := make([]answer, len(links))
	var done atomic.Int64
	var group sync.WaitGroup
	for range min(v.hosts, len(byHost)) {
		group.Go(func() {
			for host := range hosts {
				for k, i := range host {
					if k > 0 {
						v.pause(ctx, v.gap)
					}
					out[i] = v.ask(ctx, links[i].address)
					v.progress(int(done.Add(1)), len(links))
				}
			}
		})
	}
	group.Wait()
	return out
}

// ask asks for one address, again where the trouble may pass.
func (v *visitor) ask(ctx context.Context, address string) answer {
	for try := 0; ; try++ {
		a, wait, again := v.once(ctx, address)
		if !again || try == len(v.waits) || ctx.Err() != nil {
			return a
		}
		v.pause(ctx, max(v.waits[try], min(wait, longestWait)))
	}
}

// once asks with HEAD, and with GET where that gives no clear answer: many
// hosts refuse HEAD or answer it wrongly. It says whether to try again, and
// after how long.
func (v *visitor) once(ctx context.Context, address string) (a answer, wait time.Duration, again bool) {
	status, _, err := v.request(ctx, http.MethodHead, address)
	if err == nil && status < 400 {
		return answer{}, 0, false
	}
	if err == nil {
		v.pause(ctx, v.gap)
	}
	status, wait, err = v.request(ctx, http.MethodGet, address)
	if err != nil {
		return unreachable(err)
	}
	switch {
	case status < 400:
		return answer{}, 0, false
	case status == http.StatusNotFound:
		return answer{broken, "does not exist (404)", false}, 0, false
	case status == http.StatusGone:
		return answer{broken, "is gone (410)", false}, 0, false
	}
	a = answer{unclear, fmt.Sprintf("answers %d %s", status, http.StatusText(status)), false}
	return a, wait, status == http.StatusTooManyRequests || status >= 500
}

func (v *visitor) request(ctx context.Context, method, address string) (status int, wait time.Duration, err error) {
	r, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return 0, 0, err
	}
	r.Header.Set("User-Agent", v.agent)
	r.Header.Set("Accept", "text/html, */*;q=0.8")
	response, err := v.client.Do(r)
	if err != nil {
		return 0, 0, err
	}
	io.Copy(io.Discard, io.LimitReader(response.Body, 64<<10)) // so that the connection can be used again
	response.Body.Close()
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil {
		wait = time.Duration(seconds) * time.Second
	}
	return response.StatusCode, wait, nil
}

// unreachable judges an address whose host did not answer. A name that nobody
// holds is a broken link; all else may be the network's fault.
func unreachable(err error) (a answer, wait time.Duration, again bool) {
	if dns, ok := errors.AsType[*net.DNSError](err); ok && dns.IsNotFound {
		return answer{broken, "has a host that does not exist", true}, 0, false
	}
	if outer, ok := errors.AsType[*url.Error](err); ok {
		err = outer.Err
	}
	reason := err.Error()
	if strings.Contains(reason, "stopped after 10 redirects") {
		return answer{broken, "leads in a circle", false}, 0, false
	}
	if errors.Is(err, context.DeadlineExceeded) || strings.Contains(reason, "Client.Timeout") {
		reason = "no answer in time"
	}
	return answer{unclear, "cannot be reached: " + reason, true}, 0, true
}
