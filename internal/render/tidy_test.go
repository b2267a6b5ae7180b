package render

import "testing"

func TestNoEmptyLines(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"\n \n<p>\n\n \t\na\n\n</p>\n\n", "<p>\na\n</p>\n"},
		{"<p\n\n class=\"a\">\n  </p>", "<p\n class=\"a\">\n  </p>"},
		{"a\n\u00a0\nb", "a\nb"},
		{"<head>\n\n<title>a</title>\n\n</head>\n\n", "<head>\n<title>a</title>\n</head>\n"},
		{"<pre>a\n\nb\n\n</pre>\n\n", "<pre>a\n\nb\n\n</pre>\n"},
		{"<pre class=\"a\">\n\n4 May", "<pre class=\"a\">\n4\u00a0May"}, // not closed, which its check tells
		{"a <\n\nb", "a <\nb"},
	} {
		if got := string(tidy([]byte(c.page))); got != c.want {
			t.Errorf("%q: got %q, want %q", c.page, got, c.want)
		}
	}
	if got := string(appendTidy([]byte("\n\n"), []byte("\na\n"))); got != "\n\na\n" {
		t.Errorf("appended: %q", got)
	}
}
