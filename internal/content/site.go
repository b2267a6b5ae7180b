package content

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/record"
)

// folder is the content folder, from the project's root.
const folder = "content"

// A Site is what the content folder says.
type Site struct {
	Settings   Settings
	Pages      []*Page   // in the order of the navigation, then of Meta.Order, then by name
	Navigation []*Page   // the pages that Settings.Navigation names
	FooterMenu [][]*Page // the pages of each group of Settings.FooterMenu

	byName map[string]*Page
}

// Edition is the newest date of any page.
func (s *Site) Edition() (newest record.Date) {
	for _, p := range s.Pages {
		if day := p.Meta.LastUpdated(); day.Compare(newest) > 0 {
			newest = day
		}
	}
	return newest
}

// Oldest is the day on which the first page was published.
func (s *Site) Oldest() (day record.Date) {
	for _, p := range s.Pages {
		if d := p.Meta.Date; day.IsZero() || d.Compare(day) < 0 {
			day = d
		}
	}
	return day
}

// Load reads the settings and all pages, drafts included, of the project at
// fsys. The error is a failure to read; mistakes of authors are in the list.
func Load(fsys fs.FS) (*Site, diag.List, error) {
	if _, err := fs.Stat(fsys, folder); errors.Is(err, fs.ErrNotExist) {
		var problems diag.List
		problems.Report(diag.Pos{File: folder}, "there is no folder "+folder, "run the build in the root of the project")
		return &Site{}, problems, nil
	}
	settings, problems, err := readSettings(fsys)
	if err != nil {
		return nil, nil, err
	}
	files, more, err := Files(fsys, folder)
	if err != nil {
		return nil, nil, err
	}
	problems.Add(more)
	for _, p := range files {
		if text, hint := strayFile(p); text != "" {
			problems.Report(diag.Pos{File: p}, text, hint)
		}
	}
	files = slices.DeleteFunc(files, func(p string) bool { return path.Ext(p) != ".md" })
	pages, more, err := readPages(fsys, files)
	if err != nil {
		return nil, nil, err
	}
	problems.Add(more)
	s := newSite(settings, pages)
	problems.Add(s.resolve())
	problems.Add(s.checkAddresses())
	return s, problems, nil
}

// readPages reads the pages side by side; the result is in the order of files.
func readPages(fsys fs.FS, files []string) ([]*Page, diag.List, error) {
	form := record.NewForm()
	pages := make([]*Page, len(files))
	problems := make([]diag.List, len(files))
	failures := make([]error, len(files))
	parallel.Do(len(files), func(i int) {
		text, err := fs.ReadFile(fsys, files[i])
		if err != nil {
			failures[i] = fmt.Errorf("read the page: %w", err)
			return
		}
		pages[i], problems[i] = readPage(files[i], text, form)
		problems[i].Add(checkPageName(files[i]))
	})
	return pages, slices.Concat(problems...), errors.Join(failures...)
}

func newSite(settings Settings, pages []*Page) *Site {
	s := &Site{Settings: settings, Pages: pages, byName: make(map[string]*Page, len(pages))}
	for _, p := range pages {
		s.byName[p.Name] = p
	}
	return s
}

// Page returns the page with a name ("demand.md"), or nil.
func (s *Site) Page(name string) *Page { return s.byName[name] }

// Target returns the page that a file name means when the page named from
// writes it, or nil. Names count from the folder that from lies in, as links in
// Markdown do: "b.md" in "a/x.md" is "a/b.md".
func (s *Site) Target(from, name string) *Page {
	return s.byName[path.Join(path.Dir(from), name)]
}

// Published returns the site without its drafts. Pages and navigation that lead
// to a draft are problems.
func (s *Site) Published() (*Site, diag.List) {
	var problems diag.List
	draft := func(from string, names ...record.Text) {
		for _, t := range names {
			if p := s.Target(from, t.S); p != nil && p.Meta.Draft {
				problems.Report(t.At, p.Name+" is a draft", "publish it (draft: false), or name another page")
			}
		}
	}
	isDraft := func(p *Page) bool { return p.Meta.Draft }
	out := newSite(s.Settings, slices.DeleteFunc(slices.Clone(s.Pages), isDraft))
	out.Navigation = slices.DeleteFunc(slices.Clone(s.Navigation), isDraft)
	draft("", s.Settings.Navigation...)
	for i, g := range s.Settings.FooterMenu {
		out.FooterMenu = append(out.FooterMenu, slices.DeleteFunc(slices.Clone(s.FooterMenu[i]), isDraft))
		draft("", g.Pages...)
	}
	for _, p := range out.Pages {
		draft(p.Name, p.Meta.Next)
		draft(p.Name, p.Meta.Related...)
	}
	return out, problems
}

// CheckHome reports a site that has no page to begin with.
func (s *Site) CheckHome(all *Site) diag.List {
	var problems diag.List
	const home = "index.md"
	at := diag.Pos{File: folder + "/" + home}
	switch {
	case s.Page(home) != nil || len(all.Pages) == 0 && !all.Settings.Title.Given(): // the folder is not there
	case all.Page(home) != nil:
		problems.Report(at, "the home page is a draft", "publish content/index.md (remove draft: true): a site begins there")
	default:
		problems.Report(at, "there is no home page", "write it: go run ./cmd/build new index")
	}
	return problems
}

// order sorts the pages as Site promises.
func (s *Site) order() {
	place := map[*Page]int{}
	for i, p := range s.Navigation {
		place[p] = i + 1
	}
	slices.SortStableFunc(s.Pages, func(a, b *Page) int {
		x, y := place[a], place[b]
		if (x == 0) != (y == 0) {
			return cmp.Compare(y, x) // the one with a place first
		}
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a.Meta.Order, b.Meta.Order), strings.Compare(a.Name, b.Name))
	})
}
