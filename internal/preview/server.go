package preview

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html"
	"mime"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"

	"sharingthecost/internal/output"
)

//go:embed client.js
var clientScript []byte

//go:embed overlay.css
var overlayStyle []byte

// Addresses that belong to the preview and not to the site.
const (
	clientAddress  = "/_preview/client.js"
	overlayAddress = "/_preview/overlay.css"
	eventsAddress  = "/_preview/events"
)

// A Server shows the last good site and sends open pages what has changed. The
// zero Server shows a page that waits for the first build.
type Server struct {
	// Hosts are further Host header names to answer to, without port; the
	// loopback names are always answered.
	Hosts []string

	Root string                // the project's folder, absolute, for addresses that an editor's program opens
	Find func(Pressed) []Place // where what was pressed was written; may be nil

	// Guide gives the style guide, made for an address on this server; nil is none.
	Guide func(address string) (*output.Tree, error)

	mu         sync.Mutex
	site       *site
	problems   string // what is wrong with the state on disk; empty when nothing is
	generation int    // counts the sites shown
	listeners  []*listener
}

// Show puts a new site in the place of the one before, takes the overlay away
// and sends the change to the open pages.
func (s *Server) Show(tree *output.Tree) {
	next := newSite(tree)
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.site
	s.site, s.problems = next, ""
	s.generation++
	for _, l := range s.listeners {
		e := event{reload, s.generation, ""}
		if before != nil {
			e.kind, e.text = changeOf(before, next, l.address)
		}
		l.send(e)
	}
}

// Fail keeps the site that is shown and lays the text over the open pages.
func (s *Server) Fail(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.problems = text
	for _, l := range s.listeners {
		l.send(event{"problems", s.generation, text})
	}
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !s.answersTo(r.Host) {
		http.Error(w, "this preview answers to its own address only", http.StatusMisdirectedRequest)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "a preview only shows", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	if strings.HasPrefix(r.URL.Path, guideAddress) {
		s.guide(w, r)
		return
	}
	switch r.URL.Path {
	case clientAddress:
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(slices.Concat(clientScript, placesScript))
	case overlayAddress:
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Write(overlayStyle)
	case placesAddress:
		s.places(w, r)
	case eventsAddress:
		s.stream(w, r)
	default:
		s.serveSite(w, r)
	}
}

// answersTo reports whether a Host header names this machine's own preview.
func (s *Server) answersTo(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	if ip := net.ParseIP(host); ip != nil && ip.IsLoopback() {
		return true
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || slices.Contains(s.Hosts, host)
}

func (s *Server) serveSite(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	site, generation := s.site, s.generation
	s.mu.Unlock()
	if site == nil {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusServiceUnavailable)
		w.Write(withClient([]byte("<!doctype html><html lang=\"en\"><title>Preview</title><body><p>The site has not been built yet.</p></body></html>"), generation, s.editor()))
		return
	}
	address := r.URL.Path
	if to, ok := site.redirects[address]; ok {
		http.Redirect(w, r, to.to, to.code)
		return
	}
	f, elsewhere, ok := site.find(address)
	if elsewhere != "" {
		http.Redirect(w, r, elsewhere, http.StatusMovedPermanently)
		return
	}
	header := http.Header{}
	site.apply(header, address)
	for name, values := range header {
		if name != "Cache-Control" && name != "Strict-Transport-Security" { // a preview is never kept, and not https
			w.Header()[name] = values
		}
	}
	body := f.Bytes()
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", contentType(f.Path))
	}
	if strings.HasSuffix(f.Path, ".html") {
		body = withClient(body, generation, s.editor())
		allowEvents(w.Header())
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	if !ok {
		w.WriteHeader(http.StatusNotFound)
	}
	w.Write(body)
}

// withClient puts the preview's script into a page.
func withClient(page []byte, generation int, editor string) []byte {
	tag := fmt.Appendf(nil, `<script src="%s" data-generation="%d" data-editor="%s" defer></script>`, clientAddress, generation, html.EscapeString(editor))
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], tag, page[at:])
}

// allowEvents widens a content security policy by what the preview's own
// script needs: to listen to this server, and to style its overlay.
func allowEvents(h http.Header) {
	policy := h.Get("Content-Security-Policy")
	if policy == "" {
		return
	}
	parts := strings.Split(policy, ";")
	found := false
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if strings.HasPrefix(p, "upgrade-insecure-requests") {
			p = ""
		}
		if rest, ok := strings.CutPrefix(p, "connect-src"); ok {
			found = true
			others := slices.DeleteFunc(strings.Fields(rest), func(s string) bool { return s == "'none'" || s == "'self'" })
			p = strings.Join(append([]string{"connect-src 'self'"}, others...), " ")
		}
		parts[i] = p
	}
	if !found {
		parts = append(parts, "connect-src 'self'")
	}
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	h.Set("Content-Security-Policy", strings.Join(parts, "; "))
}

// contentTypes are the media types of files by their ending: the machine's own
// tables are not asked for these, so that every machine answers alike.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8", "": "text/plain; charset=utf-8",
	".json": "application/json", ".xml": "application/xml", ".webmanifest": "application/manifest+json",
	".svg": "image/svg+xml", ".png": "image/png",
}

func contentType(name string) string {
	ext := path.Ext(name)
	return cmp.Or(contentTypes[ext], mime.TypeByExtension(ext), "application/octet-stream")
}
