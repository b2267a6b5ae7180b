package ledger

import (
	"encoding/json"
	"testing"
)

// A value that differs from the published one must be among those that the
// figure says it had.
func TestSince(t *testing.T) {
	book, problems := load(t, "", "", "")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	published, err := ReadPublished(book.JSON(Uses{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ id, value, unit, want string }{
		{"troops", "28500", "people", ""},
		{"troops", "28600", "people", "troops was published as 28600 people and is now 28500 people, and changed does not say so"},
		{"troops", "28500", "count", "troops was published as 28500 count and is now 28500 people, and changed does not say so"},
		{"offer_2020", "12", "percent_more", ""},
		{"offer_2020", "11", "percent_more", "offer_2020 was published as 11 percent_more and is now 13 percent_more, and changed does not say so"},
		{"removed", "1", "count", ""},
	} {
		before := published[test.id]
		published[test.id] = publishedFigure{test.id, json.Number(test.value), test.unit}
		got := ""
		for _, p := range book.Since(published) {
			got += p.Text
		}
		if got != test.want {
			t.Errorf("%s %s: %q, want %q", test.id, test.value, got, test.want)
		}
		published[test.id] = before
	}
	for _, text := range []string{"", "{}", `{"version": 2}`, "[]"} {
		if _, err := ReadPublished([]byte(text)); err == nil {
			t.Errorf("%q is taken for a published ledger", text)
		}
	}
}
