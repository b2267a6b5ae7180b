package check

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
)

// valuesIn lists the strings in decoded JSON that are values.
func valuesIn(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, valuesIn(x)...)
		}
		return out
	case map[string]any:
		return valuesIn(slices.Collect(maps.Values(v)))
	}
	return nil
}

// repeats reports whether a name occurs twice in one object of the next value of
// a well-formed text.
func repeats(d *json.Decoder) bool {
	token, _ := d.Token()
	object := token == json.Delim('{')
	if !object && token != json.Delim('[') {
		return false
	}
	names, again := map[json.Token]bool{}, false
	for d.More() {
		if object {
			name, _ := d.Token()
			again = again || names[name]
			names[name] = true
		}
		again = repeats(d) || again
	}
	_, _ = d.Token() // the end
	return again
}

// The strings of a text are those of what it decodes to, no more and no fewer. Of
// members with the same name the decoder keeps the last; the text has all.
func FuzzJSONStrings(f *testing.F) {
	for _, seed := range []string{`{"a":"b","c" : ["d\"e","\\","\u0041é\n",{"f":{}}],"g":"h:"}`, `"x"`, `["a","b"]`, `{"":""}`, `{"a":"1","a":"2"}`, `[]`, `"\ud800"`, `1`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var v any
		if json.Unmarshal([]byte(text), &v) != nil {
			return
		}
		got := slices.Sorted(jsonStrings(text))
		for _, want := range valuesIn(v) {
			if i := slices.Index(got, want); i >= 0 {
				got = slices.Delete(got, i, i+1)
			} else {
				t.Fatalf("%s lacks %q", text, want)
			}
		}
		if len(got) > 0 && !repeats(json.NewDecoder(strings.NewReader(text))) {
			t.Fatalf("%s has no %q", text, got)
		}
	})
}
