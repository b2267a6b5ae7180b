package ledger

import (
	"regexp"
	"strings"

	"sharingthecost/internal/record"
)

// A Term is an entry of the glossary.
type Term struct {
	Place        record.Place  `yaml:"-"`
	ID           record.Text   `yaml:"id,required" doc:"Lower case with hyphens; the anchor of the entry."`
	Term         record.Text   `yaml:"term,required" doc:"The term."`
	Abbreviation record.Text   `yaml:"abbreviation" doc:"Its abbreviation."`
	Foreign      Foreign       `yaml:"foreign" doc:"The term in another language."`
	Also         []record.Text `yaml:"also" doc:"Other wordings."`
	Says         record.Text   `yaml:"says,required" doc:"What it means, in at most 45 words."`
	Sources      []record.Text `yaml:"sources" doc:"Citation ids."`

	Cited []Citation // those of sources, then those in says, each once
}

// Foreign is a wording in another language.
type Foreign struct {
	Lang record.Text `yaml:"lang,required" doc:"The language as a BCP 47 tag: ja."`
	Text record.Text `yaml:"text,required" doc:"The wording."`
}

type glossaryFile struct {
	Terms []*Term `yaml:"terms,required" doc:"The terms, in the order of the alphabet."`
}

const termWords = 45

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func (b *builder) glossary() {
	b.l.Terms = keep(b, "term", b.files.glossary.Terms, func(t *Term) record.Text { return t.ID }, b.l.term)
}

func (b *builder) checkTerms() {
	wordings := firsts{what: "wording"}
	for _, t := range b.l.Terms {
		for _, w := range append([]record.Text{t.Term, t.Abbreviation}, t.Also...) {
			switch {
			case w.At.Line == 0: // none is given
			case strings.TrimSpace(w.S) == "":
				b.problems.Report(w.At, "a wording without words", "write some, or remove it")
			default:
				wordings.seen(b, w)
			}
		}
		if l := t.Foreign.Lang; l.Given() && !languageTag.MatchString(l.S) {
			b.report(l.At, quoted(l.S)+" is not a language tag", "write that of the language: ja, or pt-BR")
		}
		t.Cited = union(b.citations(t.Sources), b.prose(t.Says, len(t.Sources) > 0, termWords))
	}
}
