package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"sharingthecost/internal/code"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
)

const staticDir = "static"

// assets are the files of static/, ready to be published.
type assets struct {
	files  []output.File
	css    string            // path of the stylesheet: "assets/site.1a2b3c4d.css"
	js     map[string]string // path of each script by its name: "site"
	static map[string]string // path of each other file by its path in the project
}

// readAssets makes the stylesheet and the scripts and lists the other files.
func (r *Renderer) readAssets() (diag.List, error) {
	r.assets = assets{js: map[string]string{}, static: map[string]string{}}
	files, problems, err := content.Files(r.FS, staticDir)
	if err != nil {
		return nil, err
	}
	var layers []string
	var style bytes.Buffer
	layer := func(name string, css []byte) {
		layers = append(layers, name)
		fmt.Fprintf(&style, "@layer %s {\n%s\n}\n", name, css)
	}
	layer("drawing", []byte(r.Content.Settings.Palette().CSS()))
	for _, name := range files {
		data, err := fs.ReadFile(r.FS, name)
		if err != nil {
			return nil, fmt.Errorf("read the static file: %w", err)
		}
		if len(data) == 0 && strings.Contains(" .png .jpg .jpeg .gif .svg .webp .avif .ico ", " "+path.Ext(name)+" ") {
			problems.Report(diag.Pos{File: name}, "the picture is empty", "save it again")
		}
		switch dir := path.Dir(name); {
		case dir == staticDir+"/css" && path.Ext(name) == ".css":
			layer(layerOf(name), data)
		case dir == staticDir+"/js" && path.Ext(name) == ".js":
			stem := strings.TrimSuffix(path.Base(name), ".js")
			r.assets.js[stem] = r.fingerprinted(stem, ".js", squeeze(data), name)
		default:
			published := strings.TrimPrefix(name, staticDir+"/")
			r.assets.static[name] = published
			r.assets.files = append(r.assets.files, output.File{Path: published, Data: data, Source: name})
		}
	}
	if e := r.Content.Settings.Explore; e.Own() && r.assets.static[staticDir+e.Src.S] == "" {
		problems.Report(e.Src.At, "there is no file "+staticDir+e.Src.S, "put the library there, or give its address on the web with its integrity")
	}
	sheet := slices.Concat([]byte("@layer code, "+strings.Join(layers, ", ")+";\n"), style.Bytes(), []byte("@layer code {\n"), code.Stylesheet(), []byte("}\n"))
	r.assets.css = r.fingerprinted("site", ".css", squeeze(withoutComments(sheet)), staticDir+"/css")
	return problems, nil
}

// layerOf is the cascade layer of a stylesheet: 4-figure.css is the layer figure.
func layerOf(file string) string {
	name := strings.TrimSuffix(path.Base(file), ".css")
	return strings.TrimLeft(name, "0123456789-")
}

// fingerprinted adds a file whose name carries a hash of its content.
func (r *Renderer) fingerprinted(stem, ext string, data []byte, source string) string {
	sum := sha256.Sum256(data)
	name := "assets/" + stem + "." + hex.EncodeToString(sum[:4]) + ext
	r.assets.files = append(r.assets.files, output.File{Path: name, Data: data, Source: source})
	return name
}

// squeeze drops indentation, empty lines and lines that are only a // comment.
// It leaves everything else as written: what is published can be read.
func squeeze(text []byte) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || bytes.HasPrefix(line, []byte("//")) {
			continue
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// withoutComments drops the comments of a stylesheet.
func withoutComments(css []byte) []byte {
	return regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAll(css, nil)
}

// script is the address of a script, or "" when the site has none of that name.
func (r *Renderer) script(stem string) string {
	if r.assets.js[stem] == "" {
		return ""
	}
	return r.url(r.assets.js[stem])
}
