package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

// jsonFault is what the decoder says, without the name of its package.
func jsonFault(err error) string {
	return strings.TrimPrefix(err.Error(), "json: ")
}

// wellFormed returns what is wrong with a text as JSON. Numbers may be of any size.
func wellFormed(text []byte) error {
	return json.Unmarshal(text, new(json.RawMessage))
}

// jsonStrings lists the strings in a text of JSON, but for the names of members.
func jsonStrings(text string) (all []string) {
	var content any
	if json.Unmarshal([]byte(text), &content) != nil {
		return nil // reported where the text is read
	}
	var list func(v any)
	list = func(v any) {
		switch v := v.(type) {
		case string:
			all = append(all, v)
		case []any:
			for _, item := range v {
				list(item)
			}
		case map[string]any:
			for _, item := range v {
				list(item)
			}
		}
	}
	list(content)
	return all
}

// readJSON checks a JSON file.
func (f *file) readJSON() {
	if err := wellFormed(f.text); err != nil {
		at := len(f.text)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			at = max(int(syntax.Offset)-1, 0)
		}
		f.report(at, at+1, "not well-formed JSON: "+jsonFault(err), "")
		return
	}
	if strings.HasSuffix(f.Path, ".webmanifest") {
		f.readManifest()
	}
}

// readManifest finds the addresses in a web manifest, which is well-formed. One
// that the decoder does not take is a problem: its addresses would go unseen.
func (f *file) readManifest() {
	var content any
	if err := json.Unmarshal(f.text, &content); err != nil {
		f.reportWhole("the web manifest cannot be read: "+jsonFault(err), "")
		return
	}
	manifest, ok := content.(map[string]any)
	if !ok {
		f.reportWhole("the web manifest is not a JSON object", "begin it with {")
		return
	}
	add := func(v any) {
		if s, ok := v.(string); ok {
			f.addReference(s, true)
		}
	}
	add(manifest["start_url"])
	add(manifest["scope"])
	icons, _ := manifest["icons"].([]any)
	for _, icon := range icons {
		if m, ok := icon.(map[string]any); ok {
			add(m["src"])
		}
	}
}

// addReference records an address at the first place where the file has it.
func (f *file) addReference(address string, loaded bool) {
	start := max(bytes.Index(f.text, []byte(address)), 0)
	f.refs = append(f.refs, reference{address, start, start + len(address), loaded})
}
