package edition

// A hunk is a stretch of two lists in which they differ: old up to oldEnd of the
// one, new up to newEnd of the other. One of the two may be empty.
type hunk struct{ old, oldEnd, new, newEnd int }

// mostPairs is how much is compared: beyond it all between the common start and the
// common end counts as different.
const mostPairs = 4_000_000

// hunks finds where two lists differ, by a longest common subsequence of what the
// key says of each.
func hunks[T any](older, newer []T, key func(T) string) []hunk {
	a, b := keys(older, key), keys(newer, key)
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	a, b = a[start:len(a)-end], b[start:len(b)-end]
	if len(a)*len(b) > mostPairs {
		return []hunk{{start, start + len(a), start, start + len(b)}}
	}
	longest := common(a, b)
	var out []hunk
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
			continue
		}
		h := hunk{old: i, new: j}
		for (i < len(a) || j < len(b)) && (i == len(a) || j == len(b) || a[i] != b[j]) {
			if j == len(b) || i < len(a) && longest[i+1][j] >= longest[i][j+1] {
				i++
			} else {
				j++
			}
		}
		out = append(out, hunk{start + h.old, start + i, start + h.new, start + j})
	}
	return out
}

func keys[T any](list []T, key func(T) string) []string {
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = key(item)
	}
	return out
}

// common is, for each pair of rests of two lists, how long their longest common
// subsequence is.
func common(a, b []string) [][]int {
	out := make([][]int, len(a)+1)
	out[len(a)] = make([]int, len(b)+1)
	for i := len(a) - 1; i >= 0; i-- {
		out[i] = make([]int, len(b)+1)
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				out[i][j] = out[i+1][j+1] + 1
			} else {
				out[i][j] = max(out[i+1][j], out[i][j+1])
			}
		}
	}
	return out
}
