package render

import "testing"

func TestDatesTogether(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<p>On 4 October 2024.</p>", "<p>On 4\u00a0October 2024.</p>"},
		{"<p>from 1\nApril, 31 May</p>", "<p>from 1\u00a0April, 31\u00a0May</p>"},
		{"<p>2021 March, 45 April, 4 Marches, 1.4 May</p>", "<p>2021 March, 45 April, 4 Marches, 1.4 May</p>"},
		{`<a title="4 May">4 May</a>`, "<a title=\"4 May\">4\u00a0May</a>"},
		{"<head><title>4 May</title></head><header>4 May</header>", "<head><title>4 May</title></head><header>4\u00a0May</header>"},
		{"<pre>4 May <b>5 May</b></pre>6 May", "<pre>4 May <b>5 May</b></pre>6\u00a0May"},
		{"a < b 4 May", "a < b 4 May"},
		{"", ""},
	} {
		if got := string(tidy([]byte(c.text))); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
