package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"html"
	"log"
	"os"
	"sync"

	"github.com/alecthomas/chroma/v2"
	formatter "github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

func converter(h *highlighter) goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(h, 100))))
}

// A highlighter renders fenced code.
type highlighter struct {
	reuse  bool
	lexers sync.Map // by language
	mu     sync.Mutex
	known  map[[32]byte][]byte // remembered blocks; nil: remember nothing
	fresh  bool
}

func (h *highlighter) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, h.render)
}

func (h *highlighter) render(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	var code bytes.Buffer
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		code.Write(line.Value(source))
	}
	_, err := w.Write(h.block(string(n.(*ast.FencedCodeBlock).Language(source)), code.Bytes()))
	return ast.WalkSkipChildren, err
}

func (h *highlighter) block(lang string, code []byte) []byte {
	if h.known == nil {
		return h.highlight(lang, string(code))
	}
	key := sha256.Sum256(append([]byte(lang+"\x00"), code...))
	h.mu.Lock()
	out, ok := h.known[key]
	h.mu.Unlock()
	if !ok {
		out = h.highlight(lang, string(code))
		h.mu.Lock()
		h.known[key], h.fresh = out, true
		h.mu.Unlock()
	}
	return out
}

func (h *highlighter) highlight(lang, code string) []byte {
	var b bytes.Buffer
	if !h.reuse {
		lexer := chroma.Coalesce(lexers.Get(lang))
		tokens, err := lexer.Tokenise(nil, code)
		if err == nil {
			err = formatter.New(formatter.WithClasses(true)).Format(&b, styles.Fallback, tokens)
		}
		if err != nil {
			log.Fatal(err)
		}
		return b.Bytes()
	}
	found, ok := h.lexers.Load(lang)
	if !ok {
		found, _ = h.lexers.LoadOrStore(lang, lexers.Get(lang))
	}
	tokens, err := found.(chroma.Lexer).Tokenise(nil, code)
	if err != nil {
		log.Fatal(err)
	}
	b.WriteString("<pre class=\"chroma\"><code>")
	for t := tokens(); t != chroma.EOF; t = tokens() {
		class := chroma.StandardTypes[t.Type]
		if class == "" {
			b.WriteString(html.EscapeString(t.Value))
			continue
		}
		b.WriteString("<span class=\"" + class + "\">" + html.EscapeString(t.Value) + "</span>")
	}
	b.WriteString("</code></pre>\n")
	return b.Bytes()
}

func (h *highlighter) open(name string) {
	h.known = map[[32]byte][]byte{}
	f, err := os.Open(name)
	if err != nil {
		return
	}
	defer f.Close()
	if err := gob.NewDecoder(f).Decode(&h.known); err != nil {
		log.Fatal(err)
	}
}

func (h *highlighter) save(name string) {
	if !h.fresh {
		return
	}
	f, err := os.Create(name)
	if err == nil {
		err = gob.NewEncoder(f).Encode(h.known)
	}
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		log.Fatal(err)
	}
}
