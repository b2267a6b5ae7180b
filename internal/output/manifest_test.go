package output

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestManifestText(t *testing.T) {
	tree := treeOf("a/index.html", "<p>", "x.csv", "")
	const want = `{
"generator": "sharingthecost",
"version": 1,
"program": "v1 <&>",
"files": [
{"path":"a/index.html","bytes":3,"sha256":"b9ff28bbeb2f9bb02d0d5f8a0f6cecd7f66c1e7f6e1dd6d3d8d2a4ee2ba9bd79","source":"from a/index.html"},
{"path":"x.csv","bytes":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","source":"from x.csv"}
]
}
`
	m := manifestOf(tree.Files(), "v1 <&>")
	m.Files[0].SHA256 = "b9ff28bbeb2f9bb02d0d5f8a0f6cecd7f66c1e7f6e1dd6d3d8d2a4ee2ba9bd79"
	if diff := cmp.Diff(want, string(m.Encode())); diff != "" {
		t.Error(diff)
	}
	back, err := ParseManifest(m.Encode())
	must(t, err)
	if diff := cmp.Diff(m, back); diff != "" {
		t.Error(diff)
	}
}

func TestParseManifestRefuses(t *testing.T) {
	for in, want := range map[string]string{
		`{"generator":"other","version":1}`:                                                 "build.json was written by another program",
		`{"generator":"sharingthecost","version":7}`:                                        "build.json has version 7 of the format, not 1",
		`{"generator":"sharingthecost","version":1,"files":[{"path":"../x"}]}`:              `build.json: the path "../x" is not clean`,
		`{"generator":"sharingthecost","version":1,"files":[{"path":"a\u0000b"}]}`:          "build.json: the path \"a\x00b\" has the character \"\x00\"",
		`{"generator":"sharingthecost","version":1,"files":[{"path":"x","bytes":"many"}]} `: "build.json: json: cannot unmarshal string into Go struct field Entry.files.bytes of type int",
		`[`: "build.json: unexpected end of JSON input",
	} {
		if _, err := ParseManifest([]byte(in)); err == nil || err.Error() != want {
			t.Errorf("%s: got %v", in, err)
		}
	}
}

func TestVerify(t *testing.T) {
	tree := treeOf("a", "one", "b/c", "two", "d", "three")
	dir := fstest.MapFS{
		"build.json": {Data: manifestOf(tree.Files(), "").Encode()},
		"a":          {Data: []byte("one")},
		"b/c":        {Data: []byte("two")},
		"d":          {Data: []byte("three")},
	}
	check := func(want ...Difference) {
		t.Helper()
		got, err := Verify(dir)
		must(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	check()
	dir["b/c"] = &fstest.MapFile{Data: []byte("tw0")}
	dir["a"] = &fstest.MapFile{Data: []byte("one more")}
	dir["e"] = &fstest.MapFile{}
	delete(dir, "d")
	check(Difference{"a", "has 8 bytes, not 3"}, Difference{"b/c", "has other bytes than were built"},
		Difference{"d", "is missing"}, Difference{"e", "is not in build.json"})
	delete(dir, "build.json")
	if _, err := Verify(dir); err == nil || err.Error() != "read the manifest: lstat build.json: file does not exist" {
		t.Errorf("got %v", err)
	}
}

// treeOf makes a tree of pairs of path and text.
func treeOf(pairs ...string) *Tree {
	var tree Tree
	for i := 0; i < len(pairs); i += 2 {
		if c := tree.Add(File{Path: pairs[i], Data: []byte(pairs[i+1]), Source: "from " + pairs[i]}); c != nil {
			panic(c.Text)
		}
	}
	return &tree
}
