package content

import (
	"path"
	"slices"
	"strings"
)

// strayFile says what is wrong with a file of the content folder that nobody reads,
// and how it would be read.
func strayFile(p string) (text, hint string) {
	const unread = "nothing reads this file"
	dir, name := path.Dir(strings.TrimPrefix(p, folder+"/")), path.Base(p)
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	if meant := endings[strings.ToLower(ext)]; meant != "" && meant != ext {
		return unread, "rename it to " + stem + meant
	}
	if inner := endings[strings.ToLower(path.Ext(stem))]; ext == ".txt" && inner != "" {
		return unread, "rename it to " + strings.TrimSuffix(stem, path.Ext(stem)) + inner
	}
	switch place := folder + "/" + dir + " "; ext {
	case ".md":
		return "", ""
	case ".yaml":
		switch {
		case dir == "charts" || dir == "data" || dir == "." && slices.Contains(records, stem):
			return "", ""
		case strings.HasPrefix(dir, "charts/"), strings.HasPrefix(dir, "data/"):
			return unread, "move it up: " + strings.Split(place, "/")[1] + " is one folder"
		}
		return unread, "a chart belongs into content/charts, what explains a data file into content/data; records are " + strings.Join(records, ".yaml, ") + ".yaml"
	case ".csv":
		if dir == "data" {
			return "", ""
		}
		return unread, "put it into content/data"
	case ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif":
		return unread, "put it into static, and show it as ../static/" + name
	}
	return unread, "move it out of the folder content, or begin its name with a dot"
}

// endings are those that programs give to the kinds of files that are read, with the
// one that is.
var endings = map[string]string{
	".md": ".md", ".markdown": ".md", ".mdown": ".md", ".mkd": ".md", ".mdx": ".md", ".yaml": ".yaml", ".yml": ".yaml", ".csv": ".csv",
}

// records are the files of records that lie beside the pages.
var records = []string{"site", "units", "figures", "events", "sources", "accounts", "glossary", "checks"}
