package ledger

import "strings"

// Whose names the body that answers for the source, as readers know it: its
// publisher, else what it appeared in, else its first author.
func (s *Source) Whose() string {
	switch {
	case s.Publisher.Given():
		return s.Publisher.S
	case s.ContainerTitle.Given():
		return s.ContainerTitle.S
	case len(s.Author) > 0:
		return s.Author[0].Name()
	}
	return s.Title.S
}

// Short names a source in a few words: “CNN, 4 October 2024”.
func (s *Source) Short() string { return listed(s.Whose(), s.Issued.Prose()) }

// Full is the whole reference in plain text: authors, whose it is, title with
// its translation, what it appeared in, number and date. A title in square
// brackets is a description and gets no quotation marks.
func (s *Source) Full() string {
	parts := s.OtherAuthors()
	if s.Whose() != s.Title.S {
		parts = append(parts, s.Whose())
	}
	title := s.Title.S
	if !s.Described() {
		title = "“" + title + "”"
	}
	if s.TranslatedTitle.Given() {
		title += " (" + s.TranslatedTitle.S + ")"
	}
	parts = append(parts, title)
	if s.ContainerTitle.S != s.Whose() {
		parts = append(parts, s.ContainerTitle.S)
	}
	return listed(append(parts, s.Number.S, s.Issued.Prose())...)
}

// Described reports whether the title is a description of ours.
func (s *Source) Described() bool { return strings.HasPrefix(s.Title.S, "[") }

// OtherAuthors names the authors other than the body itself.
func (s *Source) OtherAuthors() []string {
	var out []string
	for _, a := range s.Author {
		if a.Name() != s.Whose() {
			out = append(out, a.Name())
		}
	}
	return out
}

// listed joins the parts that are not empty.
func listed(parts ...string) string {
	var given []string
	for _, p := range parts {
		if p != "" {
			given = append(given, p)
		}
	}
	return strings.Join(given, ", ")
}
