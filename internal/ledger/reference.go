package ledger

import "strings"

// Whose names the body that answers for the source: its publisher, else what
// it appeared in, else its first author.
func (s *Source) Whose() string {
	switch {
	case s.Publisher.S != "":
		return s.Publisher.S
	case s.ContainerTitle.S != "":
		return s.ContainerTitle.S
	case len(s.Author) > 0:
		return s.Author[0].Name()
	}
	return ""
}

// Short names a source in a few words: “CNN, 4 October 2024”.
func (s *Source) Short() string {
	if s.Issued.IsZero() {
		return s.Whose()
	}
	return s.Whose() + ", " + s.Issued.Prose()
}

// Full is the whole reference in plain text: authors, title with its
// translation, publisher, number, date.
func (s *Source) Full() string {
	var authors []string
	for _, a := range s.Author {
		if name := a.Name(); name != s.Whose() {
			authors = append(authors, name)
		}
	}
	title := s.Title.S
	if !strings.HasPrefix(title, "[") {
		title = "“" + title + "”"
	}
	if s.TranslatedTitle.S != "" {
		title += " [" + s.TranslatedTitle.S + "]"
	}
	var parts []string
	for _, part := range []string{strings.Join(authors, ", "), title, s.Whose(), s.ContainerTitle.S, s.Number.S, s.Issued.Prose()} {
		if part != "" && (len(parts) == 0 || parts[len(parts)-1] != part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}
