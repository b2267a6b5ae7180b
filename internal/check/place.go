package check

import "bytes"

// reportAttr adds a problem at the value of an attribute, or at the tag when the
// element does not have it.
func (f *file) reportAttr(n *node, key, text, hint string) {
	if f.full() {
		return
	}
	start, end := f.attrPlace(n, key)
	f.report(start, end, text, hint)
}

// reportWord adds a problem at a word of a text, or at the whole text when the
// word is written with character references.
func (f *file) reportWord(n *node, word, text, hint string) {
	start, end := n.start, n.end
	if i := bytes.Index(f.text[start:end], []byte(word)); i >= 0 {
		start += i
		end = start + len(word)
	}
	f.report(start, end, text, hint)
}

// attrPlace finds the value of an attribute in the text of a start tag. Of a file
// that can no longer be read it gives the tag: its folder then has an error, and
// no problem is believed.
func (f *file) attrPlace(n *node, key string) (start, end int) {
	text := f.src().Text
	if n.end > len(text) {
		return n.start, n.end
	}
	tag := text[n.start:n.end]
	i := 1 + len(n.tag)
	for i < len(tag) {
		for i < len(tag) && (space(tag[i]) || tag[i] == '/') {
			i++
		}
		from := i
		for i < len(tag) && !space(tag[i]) && tag[i] != '=' && tag[i] != '>' && tag[i] != '/' {
			i++
		}
		name := tag[from:i]
		for i < len(tag) && space(tag[i]) {
			i++
		}
		found := len(name) > 0 && bytes.EqualFold(name, []byte(key))
		if i >= len(tag) || tag[i] != '=' {
			if found {
				return n.start + from, n.start + from + len(name)
			}
			if i == from { // not a name: move on
				i++
			}
			continue
		}
		valueStart, valueEnd, next := attrValue(tag, i+1)
		if found {
			return n.start + valueStart, n.start + valueEnd
		}
		i = next
	}
	return n.start, n.end
}

// attrValue finds the value that begins after an equals sign.
func attrValue(tag []byte, i int) (start, end, next int) {
	for i < len(tag) && space(tag[i]) {
		i++
	}
	if i < len(tag) && (tag[i] == '"' || tag[i] == '\'') {
		if n := bytes.IndexByte(tag[i+1:], tag[i]); n >= 0 {
			return i + 1, i + 1 + n, i + n + 2
		}
		return i, len(tag), len(tag)
	}
	start = i
	for i < len(tag) && !space(tag[i]) && tag[i] != '>' {
		i++
	}
	return start, i, i
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
