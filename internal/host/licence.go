package host

import (
	"strings"

	"sharingthecost/internal/output"
)

// licence tells people what they may do with which part of the site.
func (in Input) licence() output.File {
	s := in.Settings
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\n") }
	address := func(url string) string {
		if url == "" {
			return ""
		}
		return " <" + url + ">"
	}
	line(s.Title.S, address(in.public("/")))
	line()
	if s.Licence.Name.Given() {
		line("Text and charts")
		line("  ", s.Licence.Name.S, address(s.Licence.URL.S))
		line("  Name the source like this: ", s.Title.S, ", ", in.public("/"), ", ", s.Licence.Name.S)
		line("  If you changed something, say so.")
		line()
	}
	line("Numbers taken from others")
	line("  They belong to their sources, which stand beside each number and in the")
	line("  files under ", in.public("data/"), ". If you use one, name its source too.")
	line()
	line("Program")
	line("  MIT", address(s.Repository.S))
	if s.Publisher.Name.Given() {
		line()
		line("Published by ", s.Publisher.Name.S, address(s.Publisher.URL.S))
	}
	return output.File{Path: "licence.txt", Data: []byte(b.String()), Source: settingsPath}
}
