package markdown

import (
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// Convert converts a page that has no other texts.
func Convert(src *diag.Source, body []byte, host Host) (Doc, diag.List) {
	return NewPage(host).Convert(src, body)
}

// Inline converts a text that stands on no page.
func Inline(t record.Text, host Host) (html, plain string, problems diag.List) {
	return NewPage(host).Inline(t)
}
