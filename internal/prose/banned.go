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
type bans [256][]content.Banned

func newBans(all []content.Banned) *bans {
	var b bans
	for _, ban := range all {
		if ban.Words.S == "" {
			continue // it would stand everywhere
		}
		lower, upper := strings.ToLower(ban.Words.S)[0], strings.ToUpper(ban.Words.S)[0]
		b[lower] = append(b[lower], ban)
		if upper != lower {
			b[upper] = append(b[upper], ban)
		}
	}
	return &b
}

func (c *checker) banned(b markdown.Block, own string) {
	for start := range len(own) {
		maybe := c.bans[own[start]]
		if maybe == nil {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(own[:start]); start == 0 || !wordPart(before) {
			c.bannedAt(b, own, start, maybe)
		}
	}
}

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
