package linked

import (
	"path"
	"strings"
)

// A Site is what all things of a site have in common.
type Site struct {
	Address                 string // absolute, with a slash at the end
	Name, Description       string
	Language                string
	PublishedBy, PublishURL string // may be empty: the site itself
	Licence                 string // its address, or else its name
}

func (s Site) at(url string) string { return s.Address + strings.TrimPrefix(url, "/") }

func (s Site) publisher() *Thing { return &Thing{ID: s.Address + "#publisher"} }

// Publisher is who publishes the site.
func (s Site) Publisher() Thing {
	name := s.PublishedBy
	if name == "" {
		name = s.Name
	}
	return Thing{Type: "Organization", ID: s.publisher().ID, Name: name, URL: s.PublishURL}
}

// Self is the site.
func (s Site) Self() Thing {
	return Thing{
		Type: "WebSite", ID: s.Address + "#site", Name: s.Name, URL: s.Address, Description: s.Description,
		InLanguage: s.Language, Publisher: s.publisher(), License: s.Licence,
	}
}

// Work is what articles, datasets and lists have in common.
func (s Site) Work(kind, url, name string) Thing {
	address, anchor := s.at(url), "#list"
	switch kind {
	case "Article":
		anchor = "#article"
	case "Dataset":
		anchor = "#dataset"
	}
	return Thing{
		Type: kind, ID: address + anchor, Name: name, URL: address, InLanguage: s.Language, Publisher: s.publisher(), License: s.Licence,
		IsAccessibleForFree: true, IsPartOf: &Thing{Type: "WebSite", ID: s.Address + "#site", Name: s.Name, URL: s.Address},
	}
}

// A Crumb is a page on the way to another.
type Crumb struct{ Name, URL string }

// Trail is the way from the home page.
func (s Site) Trail(crumbs ...Crumb) Thing {
	list := []Thing{{Type: "ListItem", Position: 1, Name: s.Name, Item: s.Address}}
	for i, c := range crumbs {
		list = append(list, Thing{Type: "ListItem", Position: i + 2, Name: c.Name, Item: s.at(c.URL)})
	}
	return Thing{Type: "BreadcrumbList", ItemListElement: list}
}

// Download is a file to download.
func (s Site) Download(file string) Thing {
	format := map[string]string{".csv": "text/csv", ".json": "application/json"}[path.Ext(file)]
	return Thing{Type: "DataDownload", Name: path.Base(file), ContentURL: s.at(file), EncodingFormat: format}
}
