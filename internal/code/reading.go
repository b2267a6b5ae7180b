package code

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
)

// A reading says what the words of a source are: runs, each a byte that names a
// class and the run's length in bytes. It is a tenth of the size of the HTML
// that it stands for, and takes a hundredth of the time to write out that it
// takes to find, so it is what is remembered from build to build.
type reading []byte

// classes are the classes of words by the number they have in a reading.
var classes = []string{"", "keyword", "type", "name", "call", "string", "number", "comment", "mark", "added", "removed"}

// read finds the words of a source. Neighbours of one class are one run, and a
// space takes the class of what is before it.
func read(lexer *quick, source string) reading {
	tokens, err := lexer.tokenise(source, &chroma.TokeniseOptions{State: "root"})
	if err != nil || !madeOf(source, tokens) { // a lexer that loses text is worth less than none
		return plain(source)
	}
	var out reading
	class, length := "", 0
	for _, t := range tokens {
		c := classOf(t.Type)
		if c != class && (strings.TrimSpace(t.Value) != "" || class == "") {
			out = out.with(class, length)
			class, length = c, 0
		}
		length += len(t.Value)
	}
	return out.with(class, length)
}

func plain(source string) reading { return reading{}.with("", len(source)) }

func (r reading) with(class string, length int) reading {
	if length == 0 {
		return r
	}
	return binary.AppendUvarint(append(r, byte(slices.Index(classes, class))), uint64(length))
}

// madeOf reports whether the tokens together are the source.
func madeOf(source string, tokens []chroma.Token) bool {
	for _, t := range tokens {
		rest, ok := strings.CutPrefix(source, t.Value)
		if !ok {
			return false
		}
		source = rest
	}
	return source == ""
}

// fits reports whether a reading is one of this source.
func (r reading) fits(source string) bool {
	left := len(source)
	for len(r) > 0 {
		if int(r[0]) >= len(classes) {
			return false
		}
		length, n := binary.Uvarint(r[1:])
		if n <= 0 || length > uint64(left) {
			return false
		}
		left -= int(length)
		r = r[1+n:]
	}
	return left == 0
}

// write writes the source with its words marked.
func (r reading) write(b *strings.Builder, source string) {
	for len(r) > 0 {
		length, n := binary.Uvarint(r[1:])
		write(b, classes[r[0]], source[:length])
		source, r = source[length:], r[1+n:]
	}
}
