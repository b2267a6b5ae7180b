package host

import (
	"encoding/xml"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"sharingthecost/internal/render"

	"golang.org/x/net/html"
)

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomFeed struct {
	XMLName xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Author  []string   `xml:"author>name"`
	Links   []atomLink `xml:"link"`
	Entries []struct {
		ID        string     `xml:"id"`
		Title     string     `xml:"title"`
		Links     []atomLink `xml:"link"`
		Published string     `xml:"published"`
		Updated   string     `xml:"updated"`
		Summary   string     `xml:"summary"`
		Content   struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"content"`
	} `xml:"entry"`
}

func feedOf(t *testing.T, in Input) atomFeed {
	t.Helper()
	var feed atomFeed
	if err := xml.Unmarshal(made(t, in, "feed.xml"), &feed); err != nil {
		t.Fatal(err)
	}
	return feed
}

// RFC 4287, section 4.1: what a feed and an entry must have.
func TestFeedKeepsTheRules(t *testing.T) {
	for _, in := range []Input{sample(), elsewhere()} {
		feed := feedOf(t, in)
		ids := []string{feed.ID}
		absolute := func(s string) {
			t.Helper()
			if u, err := url.Parse(s); err != nil || !u.IsAbs() || u.Host == "" {
				t.Errorf("not an absolute address: %q", s)
			}
		}
		instant := func(s string) time.Time {
			t.Helper()
			at, err := time.Parse(time.RFC3339, s)
			if err != nil {
				t.Error(err)
			}
			return at
		}
		self := slices.IndexFunc(feed.Links, func(l atomLink) bool { return l.Rel == "self" })
		if self < 0 || feed.Links[self].Href != in.Address+"feed.xml" || len(feed.Author) != 1 || feed.Title == "" {
			t.Errorf("the feed's own data: %+v", feed)
		}
		if len(feed.Entries) != 2 || feed.Entries[0].Title != "The demand & the offer" {
			t.Fatalf("entries: %+v", feed.Entries)
		}
		newest := time.Time{}
		for _, e := range feed.Entries {
			absolute(e.ID)
			ids = append(ids, e.ID)
			if !strings.HasPrefix(e.ID, "https://cost.example/") {
				t.Errorf("an id that moves with the address: %s", e.ID)
			}
			if len(e.Links) != 1 || !strings.HasPrefix(e.Links[0].Href, in.Address) || e.Title == "" || e.Summary == "" || e.Content.Type != "html" {
				t.Errorf("entry: %+v", e)
			}
			if instant(e.Published).After(instant(e.Updated)) {
				t.Errorf("%s was updated before it was published", e.ID)
			}
			if at := instant(e.Updated); at.After(newest) {
				newest = at
			}
			for _, no := range []string{"<script", "<svg", "<button", "<form", "secret", "◆", "javascript:", "class=", `href="/`, `href="#`, `src="/`, "<!--"} {
				if strings.Contains(e.Content.Text, no) {
					t.Errorf("%s has %q:\n%s", e.ID, no, e.Content.Text)
				}
			}
		}
		if !instant(feed.Updated).Equal(newest) {
			t.Errorf("the feed was updated %s, its newest entry %s", feed.Updated, newest)
		}
		slices.Sort(ids)
		if len(slices.Compact(ids)) != len(feed.Entries)+1 {
			t.Errorf("ids: %v", ids)
		}
	}
}

func TestBrokenHTMLIsAProblem(t *testing.T) {
	in := sample()
	in.Pages[1].Body = `<p title="never closed>x</p>`
	_, problems := Files(in)
	if len(problems) != 1 || problems[0].Pos.String() != "content/demand.md:2:8" || !strings.HasPrefix(problems[0].Text, "the text of /demand/ is not well-formed HTML: ") {
		t.Errorf("%v", problems)
	}
}

func TestEmptyFeedIsValid(t *testing.T) {
	in := sample()
	in.Pages = nil
	if feed := feedOf(t, in); feed.Updated != "1970-01-01T00:00:00Z" || feed.ID == "" {
		t.Errorf("%+v", feed)
	}
}

// Whatever a page's text holds, the feed has none but elements and attributes that
// mean the same there.
func FuzzFeedText(f *testing.F) {
	for _, page := range sample().Pages {
		f.Add(page.Body)
	}
	for _, seed := range []string{"", "<", "<p>", "<p a=\"b\"c='d'>", "<br/><svg/>x<p/>", "<svg><title/><p>x</p></svg>y", "<script><p></script>", "<!-- <p> -->", "<B onclick=x>", "a > b &nbsp;&amp;lt; \x00\xff",
		"<p hidden>x</p>y", "<summary>x</summary>", "<div id=\"gap\"><div></div></div>x", "<img src=\"/a\" alt><a href=\"javascript:x\"><a href=\"x y:z\">"} {
		f.Add(seed)
	}
	in := sample()
	f.Fuzz(func(t *testing.T, body string) {
		text, err := in.feedText(render.Listing{URL: "/demand/", Body: body, Charts: in.Pages[0].Charts})
		if err != nil {
			return
		}
		for tokens := html.NewTokenizer(strings.NewReader(text)); tokens.Next() != html.ErrorToken; {
			switch token := tokens.Token(); token.Type {
			case html.StartTagToken, html.EndTagToken:
				odd := slices.ContainsFunc(token.Attr, func(a html.Attribute) bool {
					return !isKept(a.Key) || (a.Key == "href" || a.Key == "src") && strings.HasPrefix(a.Val, "javascript:")
				})
				if odd || kindOf(token.Data)&kept == 0 {
					t.Errorf("%q\nbecomes %q", body, text)
				}
			case html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
				t.Errorf("%q\nbecomes %q", body, text)
			}
		}
	})
}
