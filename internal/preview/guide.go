package preview

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
)

// guideAddress is where the style guide lies: below it, one site in light and one in dark.
const guideAddress = "/_preview/style-guide/"

// guideFrames shows both side by side.
const guideFrames = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Style guide</title>
<style>body { margin: 0; display: grid; grid-template-columns: 1fr 1fr; block-size: 100vh } iframe { border: 0; inline-size: 100%; block-size: 100% }</style>
<iframe src="light/" title="In light"></iframe><iframe src="dark/" title="In dark"></iframe></html>`

// guide answers for the style guide. Its pages are those of any site; the style sheet says
// which colours they have, whatever the reader's system asks for.
func (s *Server) guide(w http.ResponseWriter, r *http.Request) {
	scheme, address, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, guideAddress), "/")
	if scheme != "light" && scheme != "dark" || s.Guide == nil {
		if r.URL.Path != guideAddress || s.Guide == nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(guideFrames))
		return
	}
	tree, err := s.Guide(guideAddress + scheme + "/")
	if err != nil {
		http.Error(w, "the style guide cannot be shown: "+err.Error(), http.StatusInternalServerError)
		return
	}
	f, elsewhere, ok := (&site{tree: tree}).find("/" + address)
	if elsewhere != "" {
		http.Redirect(w, r, guideAddress+scheme+elsewhere, http.StatusMovedPermanently)
		return
	}
	w.Header().Set("Content-Type", contentType(f.Path))
	if !ok {
		w.WriteHeader(http.StatusNotFound)
	}
	body := f.Bytes()
	if strings.HasSuffix(f.Path, ".css") {
		asks := map[string]string{"light": "not all", "dark": "all"}[scheme]
		body = bytes.ReplaceAll(body, []byte("screen and (prefers-color-scheme: dark)"), []byte(asks))
		body = fmt.Appendf(body, "\n:root { color-scheme: only %s; }\n", scheme) // in no layer, and so above all
	}
	w.Write(body)
}
