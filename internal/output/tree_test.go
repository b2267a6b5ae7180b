package output

import "testing"

func TestAddRefuses(t *testing.T) {
	for _, tt := range []struct {
		name       string
		have, add  File
		text, hint string
	}{
		{"second input", File{Path: "demand/index.html", Source: "content/demand.md"}, File{Path: "demand/index.html", Source: "static/demand/index.html"},
			"two inputs make the file demand/index.html", "rename one of the two"},
		{"case of a file", File{Path: "a/Logo.svg"}, File{Path: "a/logo.svg"},
			"the paths a/logo.svg and a/Logo.svg differ only by case", "many file systems hold only one of them; use lower case throughout"},
		{"case of a folder", File{Path: "data/x.csv"}, File{Path: "Data/y.csv"},
			"the paths Data and data differ only by case", "many file systems hold only one of them; use lower case throughout"},
		{"file for folder", File{Path: "data"}, File{Path: "data/y.csv"},
			"data/y.csv needs a folder data, which is a file", "rename one of the two"},
		{"folder for file", File{Path: "data/x/y.csv"}, File{Path: "data/x"},
			"data/x is a file, but other files need a folder of that name", "rename one of the two"},
		{"absolute", File{Path: "a"}, File{Path: "/etc/passwd"}, `the path "/etc/passwd" is absolute`, "leave out the first /"},
		{"up", File{Path: "a"}, File{Path: "../b"}, `the path "../b" is not clean`, "leave out empty parts, . and .."},
		{"up inside", File{Path: "a"}, File{Path: "x/../b"}, `the path "x/../b" is not clean`, "leave out empty parts, . and .."},
		{"up alone", File{Path: "a"}, File{Path: ".."}, `the path ".." is not clean`, "leave out empty parts, . and .."},
		{"empty part", File{Path: "a"}, File{Path: "x//b"}, `the path "x//b" is not clean`, "leave out empty parts, . and .."},
		{"slash at the end", File{Path: "a"}, File{Path: "x/"}, `the path "x/" is not clean`, "leave out empty parts, . and .."},
		{"nothing", File{Path: "a"}, File{}, "a file without a path", ""},
		{"manifest", File{Path: "a"}, File{Path: "Build.json"}, "the path Build.json is kept for the build's own list of files", "rename the file"},
		{"space", File{Path: "a"}, File{Path: "my file.csv"}, `the path "my file.csv" has the character " "`, "use letters, digits and . _ - ~ + @ , = in file names"},
		{"backslash", File{Path: "a"}, File{Path: `x\y`}, `the path "x\y" has the character "\"`, "use letters, digits and . _ - ~ + @ , = in file names"},
		{"Hangul", File{Path: "a"}, File{Path: "x/한.html"}, `the path "x/한.html" has the character "한"`, "use letters, digits and . _ - ~ + @ , = in file names"},
		{"device", File{Path: "a"}, File{Path: "x/CON/y.html"}, "the path x/CON/y.html has the name CON, which Windows keeps for a device", "rename the file, or give the page another slug"},
		{"device with an ending", File{Path: "a"}, File{Path: "com1.svg"}, "the path com1.svg has the name com1, which Windows keeps for a device", "rename the file, or give the page another slug"},
		{"dot at the end", File{Path: "a"}, File{Path: "x./y"}, "the path x./y has a name that ends with a dot", "use letters, digits and . _ - ~ + @ , = in file names"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var tree Tree
			if c := tree.Add(tt.have); c != nil {
				t.Fatal(c.Text)
			}
			if c := tree.Add(tt.add); c == nil || c.Text != tt.text || c.Hint != tt.hint || tree.Len() != 1 {
				t.Errorf("got %+v, and a tree of %d files", c, tree.Len())
			}
		})
	}
}

func TestClashNamesBothInputs(t *testing.T) {
	var tree Tree
	tree.Add(File{Path: "x/index.html", Source: "content/x.md"})
	p := tree.Add(File{Path: "x", Source: "static/x"})
	if p.Pos.File != "static/x" || len(p.Related) != 1 || p.Related[0].Pos.File != "content/x.md" || p.Related[0].Text != "makes x" {
		t.Errorf("got %+v", p)
	}
}

func TestFilesAreSorted(t *testing.T) {
	got := ""
	for _, f := range treeOf("b/x", "", "a", "", "b-1", "", "b/a/z", "", "_headers", "", ".well-known/x", "").Files() {
		got += f.Path + " "
	}
	if want := ".well-known/x _headers a b-1 b/a/z b/x "; got != want {
		t.Errorf("got %s", got)
	}
}
