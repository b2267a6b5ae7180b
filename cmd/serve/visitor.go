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
	moved   string // where the host says that it is for good; "" where it was
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
	addresses := make([]string, len(links))
	for i, l := range links {
		addresses[i] = l.address
	}
	out := make([]answer, len(links))
	v.each(ctx, addresses, func(i int) { out[i] = v.ask(ctx, addresses[i]) })
	return out
}

// each does something with every address, as politely as the visitor is.
func (v *visitor) each(ctx context.Context, addresses []string, do func(i int)) {
	byHost := map[string][]int{}
	for i, address := range addresses {
		host := ""
		if u, err := url.Parse(address); err == nil {
			host = u.Host
		}
		byHost[host] = append(byHost[host], i)
	}
	hosts := make(chan []int, len(byHost))
	for _, of := range byHost {
		hosts <- of
	}
	close(hosts)
	var done atomic.Int64
	var group sync.WaitGroup
	for range min(v.hosts, len(byHost)) {
		group.Go(func() {
			for host := range hosts {
				for k, i := range host {
					if k > 0 {
						v.pause(ctx, v.gap)
					}
					do(i)
					v.progress(int(done.Add(1)), len(addresses))
				}
			}
		})
	}
	group.Wait()
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
	got, err := v.request(ctx, http.MethodHead, address)
	if err == nil && got.status < 400 {
		return answer{moved: got.moved}, 0, false
	}
	if err == nil {
		v.pause(ctx, v.gap)
	}
	if got, err = v.request(ctx, http.MethodGet, address); err != nil {
		return unreachable(err)
	}
	status, wait := got.status, got.wait
	switch {
	case status < 400:
		return answer{moved: got.moved}, 0, false
	case status == http.StatusNotFound:
		return answer{verdict: broken, reason: "does not exist (404)"}, 0, false
	case status == http.StatusGone:
		return answer{verdict: broken, reason: "is gone (410)"}, 0, false
	}
	a = answer{verdict: unclear, reason: fmt.Sprintf("answers %d %s", status, http.StatusText(status))}
	return a, wait, status == http.StatusTooManyRequests || status >= 500
}

// A reply is what a host answered.
type reply struct {
	status int
	wait   time.Duration // for which it asks to be left alone
	moved  string        // where it says that the address is for good
	kind   string        // the type of the text
	text   []byte        // its beginning
}

// mostText is how much of a text is read: more than pages have.
const mostText = 4 << 20

func (v *visitor) request(ctx context.Context, method, address string) (reply, error) {
	r, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return reply{}, err
	}
	r.Header.Set("User-Agent", v.agent)
	r.Header.Set("Accept", "text/html, */*;q=0.8")
	response, err := v.client.Do(r)
	if err != nil {
		return reply{}, err
	}
	defer response.Body.Close()
	got := reply{status: response.StatusCode, moved: movedTo(response), kind: response.Header.Get("Content-Type")}
	got.text, _ = io.ReadAll(io.LimitReader(response.Body, mostText)) // what comes is judged; and the connection can be used again
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil {
		got.wait = time.Duration(seconds) * time.Second
	}
	return got, nil
}

// movedTo is the address to which a chain of permanent redirects led.
func movedTo(response *http.Response) string {
	if response.Request.Response == nil {
		return ""
	}
	for r := response.Request.Response; r != nil; r = r.Request.Response {
		if r.StatusCode != http.StatusMovedPermanently && r.StatusCode != http.StatusPermanentRedirect {
			return ""
		}
	}
	return response.Request.URL.String()
}

// unreachable judges an address whose host did not answer. A name that nobody
// holds is a broken link; all else may be the network's fault.
func unreachable(err error) (a answer, wait time.Duration, again bool) {
	if dns, ok := errors.AsType[*net.DNSError](err); ok && dns.IsNotFound {
		return answer{verdict: broken, reason: "has a host that does not exist", silent: true}, 0, false
	}
	if outer, ok := errors.AsType[*url.Error](err); ok {
		err = outer.Err
	}
	reason := err.Error()
	if strings.Contains(reason, "stopped after 10 redirects") {
		return answer{verdict: broken, reason: "leads in a circle"}, 0, false
	}
	if errors.Is(err, context.DeadlineExceeded) || strings.Contains(reason, "Client.Timeout") {
		reason = "no answer in time"
	}
	return answer{verdict: unclear, reason: "cannot be reached: " + reason, silent: true}, 0, true
}
