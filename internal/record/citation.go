package record

import "strings"

// JoinedSource returns the id of a source that stands where the place in another
// belongs: in "cnn-2021, mofa-2021" the part behind the comma would be printed as
// a page is, and the second source would be lost. Known tells whether an id is a source.
func JoinedSource(locator string, known func(id string) bool) string {
	for part := range strings.SplitSeq(locator, ",") {
		words := strings.Fields(strings.TrimPrefix(strings.TrimSpace(part), "@"))
		if len(words) > 0 && (len(words) == 1 || strings.Contains(words[0], "-")) && known(words[0]) {
			return words[0]
		}
	}
	return ""
}

// JoinedSources is what is wrong there.
const JoinedSources = "a comma between sources"
