package diag

import "unicode/utf8"

// Nearest returns the candidate that a misspelt word most likely stands for,
// or "" when none is near. Distance counts insertions, deletions,
// substitutions and swaps of neighbours (optimal string alignment); a word may
// be off by a third of its length, and by two characters at least when it is
// longer than three. Of equally near candidates the first wins.
func Nearest(word string, candidates []string) string {
	limit := utf8.RuneCountInString(word) / 3
	if limit < 2 && utf8.RuneCountInString(word) > 3 {
		limit = 2
	}
	if limit < 1 {
		limit = 1
	}
	best, bestDistance := "", limit+1
	for _, c := range candidates {
		if d := distance(word, c, bestDistance); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// DidYouMean returns the hint "did you mean x?", or "" when no candidate is
// near enough to be worth saying.
func DidYouMean(word string, candidates []string) string {
	if n := Nearest(word, candidates); n != "" {
		return "did you mean " + n + "?"
	}
	return ""
}

// distance is the optimal string alignment distance, or limit when it is at
// least that.
func distance(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if abs(len(s)-len(t)) >= limit {
		return limit
	}
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(t)], limit)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
