package render

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Each field of a Document is either remembered with a finished page or needed
// by nobody once the page is finished. A new field belongs into one of the two:
// finished.go, or the list here.
func TestFinishedPageKnowsAllThatOthersAsk(t *testing.T) {
	remembered := strings.Fields("Page Doc title kicker summary cited figures charts accounts blockedIDs finished")
	ownOnly := strings.Fields("deck brief unknowns cards changes scripts text")
	neverFinished := strings.Fields("later whole")
	of := reflect.TypeFor[Document]()
	for i := range of.NumField() {
		if name := of.Field(i).Name; !slices.Contains(slices.Concat(remembered, ownOnly, neverFinished), name) {
			t.Errorf("Document.%s: is it remembered with a finished page?", name)
		}
	}
}
