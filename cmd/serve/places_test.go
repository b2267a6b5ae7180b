package main

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"sharingthecost/internal/preview"
)

// What is pressed on a page leads to where it was written.
func TestPlaces(t *testing.T) {
	d := newDesk(t)
	d.server.Root = "/desk/small site"
	if got := d.find(preview.Pressed{Page: "/"}); got != nil {
		t.Errorf("before there is a site: %v", got)
	}
	d.follow()
	for _, c := range []struct {
		what string
		ask  url.Values
		want []string
	}{
		{"the second the sentence", url.Values{"page": {"/"}, "text": {"About 28,500 people are there. See the demand."}, "at": {"40"}},
			[]string{"content/index.md:7:38 the sentence", "content/index.md the page"}},
		{"the first, with its number", url.Values{"page": {"/"}, "text": {"About 28,500\u00a0people are there. See the demand."}, "at": {"3"}},
			[]string{"content/index.md:7:1 the sentence", "content/figures.yaml:1:1 the figure “Troops”", "content/index.md the page"}},
		{"a number that leads to its record", url.Values{"page": {"/demand/"}, "id": {"offer_2020"}, "text": {"Seoul offered 13% more."}},
			[]string{"content/figures.yaml:18:1 the figure “Offer, 2020”", "content/demand.md:10:1 the sentence", "content/demand.md the page"}},
		{"a title", url.Values{"page": {"/demand/"}, "text": {"What was asked for"}},
			[]string{"content/demand.md:2:8 the sentence", "content/demand.md the page"}},
		{"a chart on a page", url.Values{"page": {"/demand/"}, "id": {"chart-contribution"}, "text": {"Sums as agreed."}},
			[]string{"content/charts/contribution.yaml:1:11 the chart", "content/demand.md the page"}},
		{"a chart on its own page", url.Values{"page": {"/charts/contribution/"}}, []string{"content/charts/contribution.yaml:1:11 the chart"}},
		{"a source in a list", url.Values{"page": {"/corrections/"}, "id": {"report-2020"}}, []string{"content/sources.yaml:2:9 the source"}},
		{"what no page has", url.Values{"page": {"/none/"}, "id": {"none"}, "text": {"None"}, "at": {"-3"}}, nil},
	} {
		var places []struct{ What, Place string }
		if err := json.Unmarshal([]byte(d.get("/_preview/places?"+c.ask.Encode())), &places); err != nil {
			t.Fatal(c.what, err)
		}
		var got []string
		for _, p := range places {
			got = append(got, p.Place+" "+p.What)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", c.what, got, c.want)
		}
	}
	if page := d.get("/"); !strings.Contains(page, ` data-editor="vscode://file/desk/small%20site/"`) {
		t.Error("the page does not know what opens an editor")
	}
}
