// Command floor does the least that a site generator built on goldmark and Chroma can do: it reads the pages of a
// folder, converts them with highlighted code and writes them to another, on all processors. It checks nothing, lists
// nothing and has no templates. What takes longer than this takes it for something else.
package main

import (
	"bytes"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

func main() {
	in, out := os.Args[1], os.Args[2]
	md := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(highlighter{}, 100))))
	pages, err := os.ReadDir(in)
	must(err)
	var group sync.WaitGroup
	for part := range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := part; i < len(pages); i += runtime.GOMAXPROCS(0) {
				convert(md, filepath.Join(in, pages[i].Name()), filepath.Join(out, pages[i].Name()))
			}
		})
	}
	group.Wait()
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func convert(md goldmark.Markdown, in, out string) {
	page, err := os.ReadFile(in)
	must(err)
	_, body, _ := bytes.Cut(page, []byte("\n---\n"))
	b := bytes.NewBufferString("<!doctype html>\n<meta charset=\"utf-8\">\n")
	must(md.Convert(body, b))
	must(os.MkdirAll(out, 0o755))
	must(os.WriteFile(filepath.Join(out, "index.html"), b.Bytes(), 0o644))
}

// A highlighter renders fenced code.
type highlighter struct{}

func (highlighter) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		lexer := chroma.Coalesce(lexers.Get(string(n.(*ast.FencedCodeBlock).Language(source))))
		tokens, err := lexer.Tokenise(nil, string(n.Lines().Value(source)))
		must(err)
		return ast.WalkSkipChildren, html.New(html.WithClasses(true)).Format(w, styles.Fallback, tokens)
	})
}
