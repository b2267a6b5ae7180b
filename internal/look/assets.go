package look

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

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
)

const staticDir = "static"

// Assets are the files of static/, ready to be published.
type Assets struct {
	Files   []output.File
	CSS     string            // path of the stylesheet: "assets/site.1a2b3c4d.css"
	Scripts map[string]string // path of each script by its name: "site"
	Static  map[string]string // path of each other file by its path in the project
}

// ReadAssets makes the stylesheet and the scripts and lists the other files. Rules
// for drawings stand below all others, and above only those for code.
func ReadAssets(fsys fs.FS, drawing, code []byte) (Assets, diag.List, error) {
	a := Assets{Scripts: map[string]string{}, Static: map[string]string{}}
	files, problems, err := content.Files(fsys, staticDir)
	if err != nil {
		return a, nil, err
	}
	var layers []string
	var style bytes.Buffer
	layer := func(name string, css []byte) {
		layers = append(layers, name)
		fmt.Fprintf(&style, "@layer %s {\n%s\n}\n", name, css)
	}
	layer("drawing", drawing)
	for _, name := range files {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return a, nil, fmt.Errorf("read the static file: %w", err)
		}
		picture(name, data, &problems)
		switch dir := path.Dir(name); {
		case dir == staticDir+"/css" && path.Ext(name) == ".css":
			layer(layerOf(name), data)
		case dir == staticDir+"/js" && path.Ext(name) == ".js":
			stem := strings.TrimSuffix(path.Base(name), ".js")
			a.Scripts[stem] = a.fingerprinted(stem, ".js", squeeze(data), name)
		default:
			published := strings.TrimPrefix(name, staticDir+"/")
			a.Static[name] = published
			a.Files = append(a.Files, output.File{Path: published, Data: data, Source: name})
		}
	}
	sheet := slices.Concat([]byte("@layer code, "+strings.Join(layers, ", ")+";\n"), style.Bytes(), []byte("@layer code {\n"), code, []byte("}\n"))
	a.CSS = a.fingerprinted("site", ".css", squeeze(withoutComments(sheet)), staticDir+"/css")
	return a, problems, nil
}

// layerOf is the cascade layer of a stylesheet: 4-figure.css is the layer figure.
func layerOf(file string) string {
	name := strings.TrimSuffix(path.Base(file), ".css")
	return strings.TrimLeft(name, "0123456789-")
}

// fingerprinted adds a file whose name carries a hash of its content.
func (a *Assets) fingerprinted(stem, ext string, data []byte, source string) string {
	sum := sha256.Sum256(data)
	name := "assets/" + stem + "." + hex.EncodeToString(sum[:4]) + ext
	a.Files = append(a.Files, output.File{Path: name, Data: data, Source: source})
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
