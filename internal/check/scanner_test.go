package check

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// tokens lists the tokens of a text as ours are read; with markup, the content
// of every element is markup.
func tokens(text string, markup bool) []string {
	var out []string
	for s := (scanner{text: text}); s.next(); {
		words := ""
		switch s.kind {
		case html.TextToken, html.CommentToken, html.DoctypeToken:
			n := node{text: s.words, escaped: s.escaped}
			words = n.words()
		case html.EndTagToken:
			words = s.name
		default:
			words = s.name + fmt.Sprintf("%q", s.attr)
		}
		out = append(out, fmt.Sprintf("%d–%d %s %q", s.start, s.end, s.kind, words))
		if markup {
			s.raw = ""
		}
	}
	return out
}

// referenceTokens lists them as x/net's tokenizer reads them.
func referenceTokens(text string, markup bool) []string {
	var out []string
	z := html.NewTokenizer(strings.NewReader(text))
	for at := 0; z.Next() != html.ErrorToken; {
		end := at + len(z.Raw())
		token := z.Token()
		words := token.Data
		if token.Type == html.StartTagToken || token.Type == html.SelfClosingTagToken {
			words += fmt.Sprintf("%q", token.Attr)
		}
		out = append(out, fmt.Sprintf("%d–%d %s %q", at, end, token.Type, words))
		if markup {
			z.NextIsNotRawText()
		}
		at = end
	}
	return out
}

// What the scanner reads is what x/net's tokenizer reads, plain or not.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{sound("x", everything), "a<b c=\"d\" e f='g' h=i/>j</b ></b c><!--k--><!l></></1><?m>", "<A B=C><p a=1 a=2><p a a><p a=\"&amp;\"b=''/ >", "a &amp; &copy b\r\n<p>\x00</p>\r<i x=\"\r\n\"></i>",
		"<title>a<b>&lt;</title ><title/>x</title><textarea>&amp</TEXTAREA><style>a</sty</style/>", "<script><!--<script></script>--></script><script>a<b</script\n>", "<script></script><xmp></xm<plaintext>a</plaintext>", "<iframe></iframe", "<noscript><p></noscript><", "a<", "a</", "a</b", "a<b c", "a<b c=\"d", "<!doctype html><!DOCTYPE", "<br/><br / ><a/b><a =b><a =\"b\"><a b=\"c\"/>", "<é><bé><b é=\"é\">é"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, markup := range []bool{false, true} {
			ours, theirs := tokens(text, markup), referenceTokens(text, markup)
			for i := range max(len(ours), len(theirs)) {
				if i >= len(ours) || i >= len(theirs) || ours[i] != theirs[i] {
					t.Fatalf("%q\nours   %s\ntheirs %s", text, ours[min(i, len(ours)):min(i+1, len(ours))], theirs[min(i, len(theirs)):min(i+1, len(theirs))])
				}
			}
		}
	})
}
