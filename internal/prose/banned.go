package prose

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/content"
	"sharingthecost/internal/markdown"
)

// bans are the banned wordings by the first byte of a text that they match, in
// either case, so that one walk over a text looks for all of them.
type bans struct {
	by    [256][]content.Banned
	first [256]uint8 // 1 where by has any
}

func (b *bans) add(ban content.Banned) {
	if ban.Words.S == "" {
		return // it would stand everywhere
	}
	lower, upper := strings.ToLower(ban.Words.S)[0], strings.ToUpper(ban.Words.S)[0]
	b.by[lower], b.first[lower] = append(b.by[lower], ban), 1
	if upper != lower {
		b.by[upper], b.first[upper] = append(b.by[upper], ban), 1
	}
}

// banned looks closer where a byte begins a wording and the one before it may
// end the word before. Both are asked at once: each by itself is true too often
// to be foreseen.
func (c *checker) banned(b markdown.Block, own string) {
	last := byte(' ')
	for start := range len(own) {
		if c.bans.first[own[start]]&mayPart[last] != 0 {
			if before, _ := utf8.DecodeLastRuneInString(own[:start]); !wordPart(before) {
				c.bannedAt(b, own, start, c.bans.by[own[start]])
			}
		}
		last = own[start]
	}
}

// mayPart has a 1 for each byte that may be of a character between words.
var mayPart = func() (out [256]uint8) {
	for c := range out {
		if c >= utf8.RuneSelf || !wordPart(rune(c)) {
			out[c] = 1
		}
	}
	return out
}()

// bannedAt reports which of the wordings stands at a place as words of its own.
func (c *checker) bannedAt(b markdown.Block, own string, start int, maybe []content.Banned) {
	for _, ban := range maybe {
		end := start + len(ban.Words.S)
		if end > len(own) || !strings.EqualFold(own[start:end], ban.Words.S) {
			continue
		}
		if after, _ := utf8.DecodeRuneInString(own[end:]); !wordPart(after) {
			c.problems.Report(b.Pos(start, end), fmt.Sprintf("%q is not used here", own[start:end]), ban.Instead.S)
		}
	}
}
