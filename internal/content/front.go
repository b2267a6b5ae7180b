package content

import (
	"sharingthecost/internal/cache"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// A front reads front matter. A build of many pages of which few have changed
// would spend a good part of its time on it.
type front struct {
	form       record.Form
	remembered *cache.Cache // may be nil
}

// read fills the page's Meta from the bytes of its file from start up to end.
func (f front) read(p *Page, start, end int) diag.List {
	key := [][]byte{p.front.Text[:end]}
	if known := f.remembered.Find("front matter", key); known != nil && record.Unpack(known, p.front, &p.Meta) {
		return nil
	}
	p.Meta = Meta{}
	problems := f.form.ReadPart(p.front, start, end, &p.Meta)
	if len(problems) == 0 {
		f.remembered.Keep("front matter", key, record.Packed(&p.Meta))
	}
	return problems
}
