package content

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
	"sharingthecost/internal/vocabulary"
)

// Settings are what content/site.yaml says about the site as a whole.
type Settings struct {
	Title         record.Text   `yaml:"title,required" doc:"The name of the site."`
	Tagline       record.Text   `yaml:"tagline" doc:"What the site is about, in a few words beside its name."`
	Description   record.Text   `yaml:"description,required" doc:"One or two sentences about the site, for search engines, feeds and shared links."`
	Language      record.Text   `yaml:"language,required" doc:"The language of the site as a BCP 47 tag: en-GB."`
	BaseURL       record.Text   `yaml:"base_url,required" doc:"The address of the published site: https://example.org/ or https://example.org/sub/path/."`
	Navigation    []record.Text `yaml:"navigation" doc:"The pages of the main menu in order, as file names: demand.md."`
	FooterMenu    []MenuGroup   `yaml:"footer_menu" doc:"The pages of the footer in groups. Pages that no group names stand in the last; without groups there is one list."`
	Footer        record.Text   `yaml:"footer" doc:"A sentence at the foot of every page."`
	Repository    record.Text   `yaml:"repository" doc:"Address of the source code, for the links to edit a page."`
	Publisher     Person        `yaml:"publisher" doc:"Who publishes the site."`
	Licence       Licence       `yaml:"licence" doc:"The licence of the texts and charts."`
	Style         Style         `yaml:"style" doc:"How long texts may be: the house style of the site. What is not given is not limited."`
	Banned        []Banned      `yaml:"banned" doc:"Words that pages must not use, with what to write instead."`
	Abbreviations []record.Text `yaml:"abbreviations" doc:"Abbreviations that need no explanation."`
	Budgets       Budgets       `yaml:"budgets" doc:"How heavy a page may be."`
	Cards         *bool         `yaml:"cards" doc:"false leaves out the picture for sharing that each page has. Drawing one takes longer than making the page."`
	Explore       Explore       `yaml:"explore" doc:"The script that draws a chart to explore, fetched only when a reader asks for it."`

	vocabulary.Vocabulary
}

// A MenuGroup is some pages of the footer under a title.
type MenuGroup struct {
	Title record.Text   `yaml:"title,required" doc:"The title of the group: Evidence."`
	Pages []record.Text `yaml:"pages,required" doc:"Its pages in order, as file names: sources.md."`
}

// A Person is the name of a person or an organisation, or a name with an address.
type Person struct {
	Name record.Text `yaml:"name,required" doc:"Name of the person or organisation."`
	URL  record.Text `yaml:"url" doc:"Its address on the web."`
}

// Shorthand lets a bare name stand for a person.
func (Person) Shorthand() string { return "name" }

// A Licence is a name, or a name with the address of its text.
type Licence struct {
	Name record.Text `yaml:"name,required" doc:"Name of the licence: CC BY 4.0."`
	URL  record.Text `yaml:"url" doc:"Address of its text."`
}

// Shorthand lets a bare name stand for a licence.
func (Licence) Shorthand() string { return "name" }

// Style limits the lengths of texts; 0 means no limit.
type Style struct {
	Sentence    int       `yaml:"sentence" doc:"The most words of a sentence."`
	Average     int       `yaml:"average" doc:"The most words that the sentences of a page have on average; pages of fewer than ten are not averaged."`
	Description int       `yaml:"description" doc:"The most words of the description under a headline."`
	Summary     WordRange `yaml:"summary" doc:"How many characters the summary of a page has, or else its description."`
}

// Banned is a wording that pages must not use.
type Banned struct {
	Words   record.Text `yaml:"words,required" doc:"The wording, in lower case."`
	Instead record.Text `yaml:"instead" doc:"What to write instead, or why not to write it."`
}

// Shorthand lets a bare wording stand for a ban.
func (Banned) Shorthand() string { return "words" }

// Budgets limit the weight of each page; 0 means no limit.
type Budgets struct {
	Page     int `yaml:"page" doc:"HTML, CSS and SVG of a page together, compressed, in kilobytes of 1000 bytes."`
	Script   int `yaml:"script" doc:"Scripts of a page together, compressed, in kilobytes of 1000 bytes."`
	Requests int `yaml:"requests" doc:"Requests that loading a page takes, the page itself included."`
}

// Explore is the chart library of the explorable views.
type Explore struct {
	Src       record.Text `yaml:"src" doc:"Its exact address: https://… with its integrity, or /lib.js for the file static/lib.js."`
	Integrity record.Text `yaml:"integrity" doc:"Its subresource integrity hash: sha384-…"`
}

// settingsPath is where the settings are.
const settingsPath = "content/site.yaml"

func readSettings(fsys fs.FS) (Settings, diag.List, error) {
	s := Settings{Vocabulary: vocabulary.Vocabulary{Unread: true}}
	data, err := fs.ReadFile(fsys, settingsPath)
	if errors.Is(err, fs.ErrNotExist) {
		var problems diag.List
		problems.Report(diag.Pos{File: settingsPath}, "there is no "+settingsPath, "make it, with title, description, language and base_url")
		return s, problems, nil
	}
	if err != nil {
		return s, nil, fmt.Errorf("read the settings: %w", err)
	}
	src := diag.NewSource(settingsPath, data)
	if problems := badText(src); len(problems) > 0 {
		return s, problems, nil
	}
	problems := record.Read(src, &s)
	s.Unread = record.Unread(problems)
	problems.Add(s.check())
	return s, problems, nil
}

// Own reports whether the library is a file of this site.
func (e Explore) Own() bool {
	return strings.HasPrefix(e.Src.S, "/") && !strings.HasPrefix(e.Src.S, "//")
}

// integrity matches a hash as browsers check it (Subresource Integrity).
var integrity = regexp.MustCompile(`^sha(256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)$`)

// check reports a library that browsers would not run, or should not trust.
func (e Explore) check() diag.List {
	var problems diag.List
	src, hash := e.Src, e.Integrity
	switch {
	case !src.Given() && hash.Given():
		problems.Report(hash.At, "an integrity without a src", "give the address of the library too")
	case !src.Given():
	case !e.Own() && (!webAddress(src.S) || !strings.HasPrefix(src.S, "https://")):
		problems.Report(src.At, `"`+src.S+`" is not the address of a library`, "write https://example.org/lib.js, or /lib.js for static/lib.js")
	case !e.Own() && !hash.Given():
		problems.Report(src.At, "a library from elsewhere without its integrity", "add integrity: sha384-…, the hash of the very file")
	}
	if hash.Given() && !integrity.MatchString(hash.S) {
		problems.Report(hash.At, "not a hash that browsers check", "write sha384- and the 64 characters of the base64 hash")
	}
	return problems
}

// MostTitle is how many characters a title has at most: browsers and lists of
// results cut longer ones.
const MostTitle = 100

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// Lang is the language that the site is written in.
func (s *Settings) Lang() *lang.Language { return lang.Of(s.Language.S) }

// check reports values that are well-formed YAML but no use.
func (s *Settings) check() diag.List {
	var problems diag.List
	if t := s.Language; t.Given() && !languageTag.MatchString(t.S) {
		problems.Report(t.At, `"`+t.S+`" is not a language tag`, "write en-GB, or en")
	} else if _, known := lang.Find(t.S); t.Given() && !known {
		problems.Report(t.At, `the program has no language "`+t.S+`"`,
			"write one that it has, with or without a region: "+strings.Join(lang.Known(), ", ")+"; words and numbers are read and written by its rules")
	}
	if t := s.BaseURL; t.Given() && !webAddress(t.S) {
		problems.Report(t.At, `"`+t.S+`" is not the address of a site`, "write https://example.org/, without ? and #")
	}
	if n := utf8.RuneCountInString(s.Title.S); n > MostTitle {
		problems.Report(s.Title.At, fmt.Sprintf("the title has %d characters", n), fmt.Sprintf("write %d at most", MostTitle))
	}
	problems.Add(s.Explore.check())
	problems.Add(s.Vocabulary.Check())
	for _, t := range []record.Text{s.Repository, s.Publisher.URL, s.Licence.URL} {
		if t.Given() && !webAddress(t.S) {
			problems.Report(t.At, `"`+t.S+`" is not a web address`, "write https://example.org/path")
		}
	}
	return problems
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return record.WebAddress(s) && err == nil && u.User == nil && u.RawQuery == "" && !strings.Contains(s, "#")
}
