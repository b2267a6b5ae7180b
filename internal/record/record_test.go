package record

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sharingthecost/internal/diag"
)

type colour string

func (colour) Values() []string { return []string{"red", "green"} }

type card struct {
	Figure Text   `yaml:"figure,required" doc:"The figure's id."`
	Says   string `yaml:"says"`
}

func (card) Shorthand() string { return "figure" }

type page struct {
	Place  Place       `yaml:"-"`
	Title  Text        `yaml:"title,required" doc:"The headline."`
	Date   Date        `yaml:"date" doc:"When it was first published."`
	Draft  bool        `yaml:"draft"`
	Order  int         `yaml:"order"`
	Size   Number      `yaml:"size"`
	Colour colour      `yaml:"colour"`
	Brief  []Text      `yaml:"brief"`
	Cards  []card      `yaml:"cards"`
	Next   *card       `yaml:"next"`
	Free   Map[Number] `yaml:"free"`
}

func read(text string) (page, string) {
	src := diag.NewSource("content/x.yaml", []byte(text))
	var p page
	problems := Read(src, &p)
	var b strings.Builder
	for _, problem := range problems.Sorted() {
		b.WriteString(strings.TrimPrefix(problem.Pos.String(), "content/x.yaml:") + ": " + problem.Text)
		if problem.Hint != "" {
			b.WriteString(" / " + problem.Hint)
		}
		for _, r := range problem.Related {
			b.WriteString(" (" + strings.TrimPrefix(r.Pos.String(), "content/x.yaml:") + " " + r.Text + ")")
		}
		b.WriteString("\n")
	}
	return p, b.String()
}

func TestReadFillsEveryKind(t *testing.T) {
	p, problems := read(`# a record
title: The "400%" demand
date: 2026-11
draft: true
order: 3
size: 13.90
colour: green
brief: [one, "two: three"]
cards:
  - troops
  - {figure: offer, says: what it is}
next: last
free: {b: 1, a: 2}
`)
	if problems != "" {
		t.Fatal(problems)
	}
	if p.Title.S != `The "400%" demand` || p.Date.String() != "2026-11" || !p.Draft || p.Order != 3 ||
		p.Size.F != 13.9 || p.Size.Raw != "13.90" || p.Colour != "green" || p.Brief[1].S != "two: three" ||
		p.Cards[0].Figure.S != "troops" || p.Cards[1].Says != "what it is" || p.Next.Figure.S != "last" {
		t.Errorf("read %+v", p)
	}
	if len(p.Free) != 2 || p.Free[0].Key.S != "b" || p.Free[1].Value.F != 2 {
		t.Errorf("a mapping lost its order: %+v", p.Free)
	}
	if p.Place.Line != 2 || p.Title.At.Line != 2 || p.Title.At.Col != 8 {
		t.Errorf("places %v %v", p.Place, p.Title.At)
	}
}

func TestProblemsHavePlaceAndHint(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"titel: x\n", "1:1: missing key \"title\" / The headline.\n1:1: unknown key \"titel\" / did you mean title?\n"},
		{"title: x\nzzzzzz: 1\n", "2:1: unknown key \"zzzzzz\" / the keys are title, date, draft, order, size, colour, brief, cards, next, free\n"},
		{"title: x\ntitle: y\n", "2:1: \"title\" is given twice / keep one of them (1:1 first given here)\n"},
		{"title:\n", "1:7: title has no value / write a value, or remove the key\n"},
		{"title: [a]\n", "1:8: title must be a text / write one value; a text that begins with [ stands in quotes\n"},
		{"title: \"a\\u202Eb\"\n", "1:8: title has the invisible character U+202E, which turns the direction of text / delete it\n"},
		{"title: \"a\\0b\"\n", "1:8: title has the control character U+0000 / delete it\n"},
		{"title: x\ndate: 2026-02-30\n", "2:7: date must be a date, not \"2026-02-30\" / write 2026-11-21, 2026-11 or 2026\n"},
		{"title: x\ndraft: yes\n", "2:8: draft must be true or false, not \"yes\" / write true or false, without quotes\n"},
		{"title: x\norder: 1.5\n", "2:8: order must be a whole number, not \"1.5\" / write digits, without quotes: 3\n"},
		{"title: x\nsize: 1_000\n", "2:7: size must be a number, not \"1_000\" / write it without marks between thousands: 1000\n"},
		{"title: x\nsize: \"13\"\n", "2:7: size must be a number, not \"13\" / take the quotation marks away: 13\n"},
		{"title: x\nsize: 0x10\n", "2:7: size must be a number, not \"0x10\" / write the number alone; its unit has a key of its own\n"},
		{"title: x\ncolour: gren\n", "2:9: colour cannot be \"gren\" / did you mean green?\n"},
		{"title: x\nbrief: one\n", "2:8: brief must be a list / write [one, two], or one item a line, each begun with -\n"},
		{"title: x\ncards:\n  - {says: y}\n", "3:5: missing key \"figure\" / The figure's id.\n"},
		{"title: x\ncards:\n  - {figure: a, say: y}\n", "3:17: unknown key \"say\" / did you mean says?\n"},
		{"title: &a x\nbrief: [*a]\n", "1:8: YAML anchors and aliases are not read / write the value out\n2:9: YAML anchors and aliases are not read / write the value out\n"},
		{"title: !!str x\n", "1:8: YAML tags are not read / remove !!str\n"},
		{"title: a: b\n", "1:9: not valid YAML: a colon inside a text without quotes / put the text in quotes: title: \"One: two\"\n"},
		{"title: {{ x }} more\n", "1:8: not valid YAML: a text that begins with {{ / put it in quotes: \"{{ id }} more\"\n"},
		{"title: x\nbrief: [a\n", "2:8: not valid YAML: did not find expected ',' or ']' / close the list with ], or put a text that begins with [ in quotes\n"},
		{"title: x\n\tdraft: true\n", "2:1: not valid YAML: a tab in the indentation / indent with spaces\n"},
		{"title: x\n---\ntitle: y\n", "2:1: not valid YAML: several YAML documents in one file / remove the line --- between them\n"},
		{"title: x\nbrief:\n  one: two\n", "3:3: brief must be a list / write [one, two], or one item a line, each begun with -\n"},
		{"title:\n  one: two\n", "2:3: title must be a text / write one value, on the line of its key\n"},
		{"title: {a: b}\n", "1:8: title must be a text / write one value; a text that begins with { stands in quotes\n"},
		{"title: \"x\ndraft: true\n", "1:8: not valid YAML: a quotation mark that is not closed / write the same mark at the end of the text\n"},
		{"title: x\n  draft: true\n", "2:8: not valid YAML: a key that stands deeper than the one before it / line it up with the keys it belongs to, or end the line above it with a colon\n"},
		{"title: x\nnext: {figure: a\n", "2:7: not valid YAML: did not find expected ',' or '}' / close the mapping with }, or put a text that begins with { in quotes\n"},
		{"title: The #1 reason\n", "1:12: what follows a # is left out / put the text in quotes, or write \"# \" with a space for a comment\n"},
		{"title: #fff\n", "1:8: what follows a # is left out / put the text in quotes, or write \"# \" with a space for a comment\n"},
		{"title: x # a comment\n", ""},
		{"title: @x\n", "1:8: not valid YAML: a text that begins with @ / put it in quotes: \"@…\"\n"},
		{"title: x\nbrief:\n  - `x`\n", "3:5: not valid YAML: a text that begins with ` / put it in quotes: \"`…\"\n"},
		{"title: x\nnext:\n\u00A0 figure: a\n", "3:1: not valid YAML: a no-break or other special space before a key or its value / write an ordinary space\n"},
		{"title:\u00A0x\n", "1:7: not valid YAML: a no-break or other special space before a key or its value / write an ordinary space\n"},
		{"title: a\u00A0b\n", ""},
		{"<<<<<<< HEAD\ntitle: x\n=======\ntitle: y\n>>>>>>> b\n", "1:1: two versions of these lines, as a merge left them / keep the lines that are right, and delete the lines <<<<<<<, ======= and >>>>>>>\n"},
		{"title: x\n[a]: b\n", "2:1: a key must be a word / write key: value\n"},
		{"\xff\xfet\x00", "1:1: the text is not UTF-8 here / it is UTF-16: save the file as UTF-8\n"},
		{"title: \xff\n", "1:8: the text is not UTF-8 here / save the file as UTF-8\n"},
		{"- title\n", "1:1: the record must be a mapping / it has the keys title, date, draft, order, size, colour, brief, cards, next, free\n"},
		{"# nothing\n", "content/x.yaml: missing key \"title\" / The headline.\n"},
		{"", "content/x.yaml: missing key \"title\" / The headline.\n"},
	} {
		if _, got := read(c.text); got != c.want {
			t.Errorf("%q:\n%s", c.text, cmp.Diff(c.want, got))
		}
	}
}

func TestPlacesInsideText(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"title: plain offer here\n", "offer", "1:14"},
		{"title: \"quoted \\\"x\\\" offer\"\n", "offer", "1:22"},
		{"title: 'it''s an offer'\n", "offer", "1:18"},
		{"title: \"\\u00e9 한 offer\"\n", "offer", "1:18"},
		{"title: >\n  folded\n  offer\n", "offer", "3:3"},
		{"title: |\n  literal\n    offer\n", "offer", "3:5"},
		{"title: folded plain\n  offer\n", "offer", "2:3"},
		{"# c\ntitle: \"a\n  offer\"\n", "offer", "3:3"},
	} {
		p, problems := read(c.text)
		at := strings.Index(p.Title.S, c.word)
		if problems != "" || at < 0 {
			t.Errorf("%q: %s%q", c.text, problems, p.Title.S)
			continue
		}
		got := p.Title.Pos(at, at+len(c.word))
		if s := strings.TrimPrefix(got.String(), "content/x.yaml:"); s != c.want || got.Len != len(c.word) {
			t.Errorf("%q: %s is at %s, %d long, want %s", c.text, c.word, s, got.Len, c.want)
		}
	}
}

func TestReadPartKeepsThePlacesOfTheFile(t *testing.T) {
	text := "---\ntitle: x\nzz: 1\n---\nbody\n"
	src := diag.NewSource("content/a.md", []byte(text))
	var p page
	problems := ReadPart(src, 4, strings.Index(text, "---\nbody"), &p)
	if len(problems) != 1 || problems[0].Pos.String() != "content/a.md:3:1" || p.Title.At.Line != 2 {
		t.Errorf("problems %v, title at %v", problems, p.Title.At)
	}
}

func TestSchema(t *testing.T) {
	var s map[string]any
	if err := json.Unmarshal(Schema("Page", page{}), &s); err != nil {
		t.Fatal(err)
	}
	title := s["properties"].(map[string]any)["title"].(map[string]any)
	if title["description"] != "The headline." || s["additionalProperties"] != false {
		t.Errorf("schema %v", s)
	}
}

// Whatever the text, reading it ends, and every problem lies inside the file.
func FuzzRead(f *testing.F) {
	f.Add("title: x\ncards: [a, {figure: b}]\nfree: {a: 1}\n")
	f.Add("title: >\n  a\n  b\nbrief:\n- 'x''y'\n- \"\\u00e9\"\n")
	f.Add("a: &x [*x]\n? [b]\n: c\n<<: {}\n")
	f.Fuzz(func(t *testing.T, text string) {
		src := diag.NewSource("f", []byte(text))
		lines := strings.Count(text, "\n") + 1
		var p page
		for _, problem := range Read(src, &p) {
			if problem.Pos.Line < 0 || problem.Pos.Line > lines || problem.Text == "" {
				t.Errorf("problem %+v in a text of %d lines", problem, lines)
			}
		}
		if !utf8.ValidString(text) {
			return
		}
		for i := range p.Title.S {
			if at := p.Title.Pos(i, i); at.Line < p.Title.At.Line || at.Line > lines {
				t.Errorf("byte %d of the title is at %v, the title at %v", i, at, p.Title.At)
			}
		}
	})
}
