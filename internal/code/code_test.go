package code

import (
	"fmt"
	"html"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/alecthomas/chroma/v2"

	"sharingthecost/internal/diag"
)

func TestHighlight(t *testing.T) {
	for _, c := range []struct{ lang, source, want string }{
		{"yaml", "title: \"x\" # why\n",
			"<pre><code class=\"language-yaml\"><span class=\"c-type\">title</span>: <span class=\"c-string\">&#34;x&#34;</span> <span class=\"c-comment\"># why</span>\n</code></pre>\n"},
		{"Go", "return 1\n",
			"<pre><code class=\"language-go\"><span class=\"c-keyword\">return</span> <span class=\"c-number\">1</span>\n</code></pre>\n"},
		{"diff", "-a\n+b\n",
			"<pre><code class=\"language-diff\"><span class=\"c-removed\">-a</span>\n<span class=\"c-added\">+b</span>\n</code></pre>\n"},
		{"", "a <b> & c\n", "<pre><code>a &lt;b&gt; &amp; c\n</code></pre>\n"},
		{"yml", "a: 1\n", "<pre><code class=\"language-yml\"><span class=\"c-type\">a</span>: <span class=\"c-number\">1</span>\n</code></pre>\n"},
		{"txt", "a: 1\n", "<pre><code class=\"language-txt\">a: 1\n</code></pre>\n"},
		{"text", "a\r\nb\rc", "<pre><code class=\"language-text\">a\nb\nc</code></pre>\n"},
		{"html", "<script>alert(1)</script>", ""},
		{"json", "", "<pre><code class=\"language-json\"></code></pre>\n"},
	} {
		got, ok := Highlight(c.lang, c.source)
		if !ok || c.want != "" && got != c.want {
			t.Errorf("Highlight(%q, %q) = %v\n%s\nwant\n%s", c.lang, c.source, ok, got, c.want)
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	for _, lang := range []string{"yamll", "filename.go", "*", "../go", `go" onclick="x`} {
		if got, ok := Highlight(lang, "x"); ok || got != "" {
			t.Errorf("Highlight(%q) = %q, %v; want nothing", lang, got, ok)
		}
	}
	if near := diag.Nearest("yamll", Languages()); near != "yaml" {
		t.Errorf("nearest to yamll is %q", near)
	}
	if !slices.IsSorted(Languages()) || len(Languages()) < 200 {
		t.Errorf("%d languages, sorted: %v", len(Languages()), slices.IsSorted(Languages()))
	}
}

var tags = regexp.MustCompile(`<[^<>]*>`)

// text is what a browser would show of Highlight's output.
func text(s string) string {
	s = strings.TrimSuffix(s, "</pre>\n")
	return html.UnescapeString(tags.ReplaceAllString(s, ""))
}

// Whatever the language makes of it, the reader sees the source.
func FuzzTextKept(f *testing.F) {
	for _, s := range []string{"", "a\n\nb", "</code></pre><script>alert(1)</script>", "\x00\xff", "{{ x }}", "한국어\r\n", strings.Repeat("(", 200)} {
		for _, lang := range []string{"go", "yaml", "json", "html", "markdown", "bash", "csv", "javascript", ""} {
			f.Add(lang, s)
		}
	}
	f.Fuzz(func(t *testing.T, lang, source string) {
		got, ok := Highlight(lang, source)
		if !ok {
			return
		}
		if again, _ := Highlight(lang, source); again != got {
			t.Fatalf("two results for %q:\n%s\n%s", source, got, again)
		}
		if want := newlines(source); text(got) != want {
			t.Fatalf("%s: %q became %q", lang, want, text(got))
		}
		for _, tag := range tags.FindAllString(got, -1) {
			if !regexp.MustCompile(`^<(/?pre|code( class="language-[^"<>]+")?|/code|/span|span class="c-[a-z]+")>$`).MatchString(tag) {
				t.Fatalf("tag %s in the output for %q", tag, source)
			}
		}
	})
}

func TestConcurrentUse(t *testing.T) {
	want, _ := Highlight("css", "a { b: c }")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got, _ := Highlight("css", "a { b: c }"); got != want {
				t.Errorf("got %s", got)
			}
		})
	}
	wg.Wait()
}

// The grounds that code may stand on: paper, surface, band and mark.
var grounds = map[string][]string{
	"light": {"#fbfaf7", "#ffffff", "#f1eee7", "#fbf3df"},
	"dark":  {"#14161a", "#1b1e24", "#22262d", "#2a2417"},
}

func TestContrast(t *testing.T) {
	for _, c := range palette() {
		for scheme, colour := range map[string]string{"light": c.light, "dark": c.dark} {
			for _, ground := range grounds[scheme] {
				if r := contrast(colour, ground); r < 4.5 {
					t.Errorf("c-%s, %s: %s on %s has %.2f:1", c.class, scheme, colour, ground, r)
				}
			}
		}
	}
}

// contrast is the ratio of WCAG 2, from 1 to 21.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(hex string) float64 {
	var l float64
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			panic(err)
		}
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		l += weight * v
	}
	return l
}

// Every class that a lexer can give has a colour in both palettes.
func TestStylesheetCoversClasses(t *testing.T) {
	sheet := string(Stylesheet())
	for kind := -20; kind < 9000; kind++ {
		class := classOf(chroma.TokenType(kind))
		if class == "" {
			continue
		}
		if n := strings.Count(sheet, fmt.Sprintf(".c-%s { color: #", class)); n != 2 {
			t.Errorf("c-%s has %d colours, want 2", class, n)
		}
	}
}
