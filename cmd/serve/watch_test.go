package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sharingthecost/internal/content"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
	"sharingthecost/internal/vocabulary"
)

// What time did to a site is found on a server here: addresses that fail and moved,
// words that are no longer there, figures that are due; and what cannot be judged is
// not held against anybody.
func TestWatch(t *testing.T) {
	const long = "<p>This page has enough text to be taken for one that is not made by a script, and goes on for a while, so that whoever reads it by program may well believe it. It says the same thing twice and then stops.</p>"
	page := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, "<script>13 men</script>"+long+text)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/kept", page("They said: “a rise of&nbsp;<b>13</b>\nper cent”."))
	mux.HandleFunc("/changed", page("They said nothing."))
	mux.HandleFunc("/gone", status(http.StatusGone))
	mux.HandleFunc("/refused", status(http.StatusForbidden))
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/kept", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/elsewhere", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/kept", http.StatusFound) })
	mux.HandleFunc("/script", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<script>all</script>")
	})
	mux.HandleFunc("/pdf", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "application/pdf") })
	server := httptest.NewServer(mux)
	defer server.Close()
	var sources, figures strings.Builder
	sources.WriteString("references:\n")
	for _, name := range []string{"kept", "changed", "gone", "refused", "moved", "elsewhere", "script", "pdf"} {
		fmt.Fprintf(&sources, "  - {id: %s, type: report, title: \"[A report]\", publisher: P, kind: report, URL: %s/%s}\n", name, server.URL, name)
		fmt.Fprintf(&figures, "f_%s:\n  value: 13\n  unit: count\n  says: S\n  label: L\n  as_of: 2020\n  sources: [%s]\n  quote: a rise of 13 per cent\n  review_by: 2026-11-01\n", name, name)
	}
	l, problems, err := ledger.Load(fstest.MapFS{
		"content/sources.yaml": {Data: []byte(sources.String())}, "content/figures.yaml": {Data: []byte(figures.String())},
	}, vocabulary.Vocabulary{}, lang.English)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	var pauses []time.Duration
	r := testVisitor(&pauses).watch(context.Background(), outwardLinks(content.Settings{BaseURL: record.Text{S: "https://site.example/"}}, l, nil), quotations(l))
	r.due(l, record.Date{Year: 2026, Month: 11, Day: 1})
	names := func(all []finding) string {
		var out []string
		for _, f := range all {
			out = append(out, strings.TrimPrefix(f.Address, server.URL)+" "+f.Says)
		}
		return strings.ReplaceAll(strings.Join(out, "\n"), server.URL, "")
	}
	for _, c := range []struct{ what, got, want string }{
		{"broken", names(r.Broken), "/gone is gone (410)"},
		{"moved", names(r.Moved), "/moved moved for good to /kept"},
		{"words", names(r.Words), "/changed does not have the words “a rise of 13 per cent”"},
		{"unknown", names(r.Unknown), "/refused answers 403 Forbidden\n" +
			"/gone the words quoted from it were not looked for: it is gone (410)\n" +
			"/refused the words quoted from it were not looked for: it answers 403 Forbidden\n" +
			"/script the words quoted from it were not looked for: it has hardly any text without a script\n" +
			"/pdf the words quoted from it were not looked for: it is no page but application/pdf"},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, c.got, c.want)
		}
	}
	if len(r.Due) != 8 || r.Due[0].Says != "f_kept was to be reviewed by 2026-11-01" {
		t.Errorf("due: %v", r.Due)
	}
	if text := r.text(); !strings.Contains(text, "figures to review, as of 2026-11-01 (8)\n  content/figures.yaml:1:1: f_kept was") {
		t.Error(text)
	}
	if text := r.markdown(); !strings.Contains(text, "### Addresses that moved\n\n- [ ] `content/sources.yaml:") {
		t.Error(text)
	}
	if data, err := json.Marshal(r); err != nil || !strings.Contains(string(data), `"as_of":"2026-11-01","broken":[{"place":"content/sources.yaml:`) {
		t.Errorf("%s %v", data, err)
	}
}
