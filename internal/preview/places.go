package preview

import (
	_ "embed"
	"encoding/json"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"sharingthecost/internal/diag"
)

//go:embed places.js
var placesScript []byte

const placesAddress = "/_preview/places"

// A Pressed is what was pressed on an open page.
type Pressed struct {
	Page string   // the address of the page
	IDs  []string // of the elements around it and of the record that it leads to, the innermost first
	Text string   // of the block around it, without marks of sources
	At   int      // where in it, in characters
}

// A Place is where something on a page was written, and what it is.
type Place struct {
	What string
	At   diag.Pos
}

// places answers where what was pressed was written.
func (s *Server) places(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	at, _ := strconv.Atoi(q.Get("at")) // without a number it is the beginning
	found := []map[string]string{}
	if s.Find != nil {
		for _, p := range s.Find(Pressed{q.Get("page"), q["id"], q.Get("text"), at}) {
			found = append(found, map[string]string{"what": p.What, "place": p.At.String()})
		}
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(found) // strings always encode; a reader that has gone needs none
}

// editor is what addresses begin with that open a place of the project in VS Code, and in
// what answers to its name.
func (s *Server) editor() string {
	u := url.URL{Scheme: "vscode", Host: "file", Path: "/" + strings.Trim(filepath.ToSlash(s.Root), "/") + "/"}
	return u.String()
}
