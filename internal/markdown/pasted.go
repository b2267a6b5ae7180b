package markdown

import (
	"regexp"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// A leftover is something that other programs read as markup and this dialect
// does not, or that almost is markup. It would be published as it stands.
type leftover struct {
	mark string         // a part without which the form need not be looked for; "" is one of the bullets
	form *regexp.Regexp // group 1, or all of it, is what is reported
	kind Kind           // the only kind of block that it is looked for in; "" is all
	text string
	hint string // with $1 for group 1
}

const (
	citationForm = "a citation stands in square brackets and begins with @"
	fileTarget   = `(?:https?://|mailto:|#|\.{0,2}/|[^\s()\[\]]+\.(?:md|csv|yaml|html|png|jpe?g|gif|svg|webp)\b)[^\s()\[\]]*`
	bullets      = "•◦▪‣●·➢➤❖►"
	boxes        = "☐☑☒"
	pureMark     = `; for the characters as such put \ before each`
)

// leftovers are looked for in running text, code excepted, in this order; what
// one of them matches is not looked at again.
var leftovers = []leftover{
	{"[[", regexp.MustCompile(`!?\[\[[^\[\]]+\]\]`), "",
		"a link or picture of a wiki", "write [words](file.md), or ![what it shows](../static/file.png)"},
	{"[!", regexp.MustCompile(`^\[![A-Za-z]+\]`), "",
		"a callout of another program", "leave the mark out, and put {.note} on the line before the paragraph"},
	{"[^", regexp.MustCompile(`\[\^[^\[\]]*\]`), "",
		"a footnote's name without letters or with a space", "write [^name], and [^name]: with the note on a line of its own"},
	{"^[", regexp.MustCompile(`\^\[[^\[\]]*\]?`), "",
		"a footnote within the line", "write [^name], and [^name]: with the note on a line of its own"},
	{"](", regexp.MustCompile(`!?\[[^\[\]]*\]\([^()]*\)`), "",
		"a link or picture that cannot be read", "between ( and ) stands the path of a file, or an address with %20 for each space, then perhaps a title in quotation marks"},
	{"]", regexp.MustCompile(`!?\[[^\[\]]+\]\s\(` + fileTarget + `\)`), "",
		"a link with a space between its words and its target", "write ]( without a space"},
	{"](", regexp.MustCompile(`!?\[[^\[\]]+\]\(` + fileTarget), "",
		"a link or picture without its end", "write ) behind its target"},
	{"[", regexp.MustCompile(`(!?\[[^\[\]()]*[^\[\]()\s]\(` + fileTarget + `\))(?:[^\]]|$)`), "",
		"a link without its ]", "write [words](target)"},
	{"](", regexp.MustCompile(`\]\(` + fileTarget + `\)`), "",
		"a link without its [", "write [words](target)"},
	{"}(", regexp.MustCompile(`\{[^{}]+\}\(` + fileTarget + `\)`), "",
		"a link in braces", "write [words](target)"},
	{")[", regexp.MustCompile(`\([^()]+\)\[` + fileTarget + `\]`), "",
		"a link the wrong way round", "write [words](target)"},
	{"][", regexp.MustCompile(`(?:^|[^A-Za-z0-9_\])])!?\[[^\[\]]+\](\[[^\[\]^@]*\])`), "", // not a[i][j]
		"no line says where the link leads", "write [words](target), or add the line $1: target"},
	{"[ ]", regexp.MustCompile(`(?m)^(\[ \]\s)\S`), Paragraph,
		"a box to tick", "there are no task lists: write the item without it"},
	{"", regexp.MustCompile(`(?m)^[ \t]*([` + boxes + `])\s`), "",
		"a box to tick", "there are no task lists: write the item without it"},
	{"[", regexp.MustCompile(`(?m)^(\[[0-9]{1,3}\])\s+\p{Lu}`), Paragraph,
		"a note that is numbered by hand", "write [^1] at the word and [^1]: before the note; a source is cited with [@id]"},
	{"[", regexp.MustCompile(`^\[[ xX]\]\s`), Item,
		"a box to tick", "there are no task lists: write the item without it"},
	{"[", regexp.MustCompile(`^(?i:\[toc\])$`), "",
		"a list of contents", "remove it; a page gets its list of sections by itself"},
	{"@", regexp.MustCompile(`(?:^|[^\w@./-])(@\w(?:[\w.-]*\w)?)`), "",
		citationForm, "write [$1], and other words outside the brackets"},
	{"[", regexp.MustCompile(`\[(?:@\s+)?(\w+(?:-\w+)*)[],;]`), "",
		citationForm, "write [@$1]"},
	{"(", regexp.MustCompile(`\((?:@\s+)?(\w+(?:-\w+)+)[),;]`), "",
		citationForm, "write [@$1]"},
	{"{", regexp.MustCompile(`\{>>[^{}]*<<\}|\{\+\+[^{}]*\+\+\}|\{–[^{}]*–\}|\{==[^{}]*==\}`), "",
		"a remark or a change of another program", "take it out, or write what the text is to be"},
	{"==", regexp.MustCompile(`==[^=\s](?:[^=\n]*[^=\s])?==`), "",
		"a highlight of another program", "write *stressed* or **strong**"},
	{"$", regexp.MustCompile(`(\$\$|\$(?:[A-Za-z\\]|[A-Za-z\\][^$\n]*[^\s$]|[^\s$][^$\n]*[\\^_=][^$\n]*[^\s$])\$)(?:[^\pL\pN$]|$)`), "",
		"a formula of TeX", "write it in words and characters, or as `code`" + pureMark},
	{`\`, regexp.MustCompile(`\\[A-Za-z]+\{`), "",
		"a command of TeX", "write *stressed*, **strong**, [@id] for a source, [^name] for a note"},
	{":", regexp.MustCompile(`(?:^|[\s(])(:(?:[a-z][a-z0-9_+-]*|[+-]1|100):)(?:[\s).,;!?]|$)`), "",
		"an emoji by its name", "write the character itself, or leave it out"},
	{":::", regexp.MustCompile(`(?m)^:::.*`), "",
		"a container of another program", "leave its lines out, and put {.note} on the line before the paragraph"},
	{"!!!", regexp.MustCompile(`(?m)^!!! *[A-Za-z].*`), "",
		"a callout of another program", "leave the line out, and put {.note} on the line before the paragraph"},
	{"||", regexp.MustCompile(`\|\|[^|\s][^|\n]*[^|\s]\|\|`), "",
		"a hidden text of another program", "write it as it is to be read, or leave it out" + pureMark},
	{"++", regexp.MustCompile(`(?:^|[\s(])(\+\+[^+\s][^+\n]*\+\+)(?:[\s).,;:!?]|$)`), "",
		"an underlined text of another program", "write *stressed* or **strong**" + pureMark},
	{"%%", regexp.MustCompile(`(?:^|\s)(%%)`), "",
		"a comment is published like any text", "take it out; what only editors are to read belongs into the proposal of the change"},
	{"#", regexp.MustCompile(`(?m)^#{2,6}[^#\s\x00].*`), "",
		"a heading without a space", "put a space behind #" + pureMark},
	{"#######", regexp.MustCompile(`(?m)^#{7,} .*`), "",
		"a heading of more than six #", "write two to six" + pureMark},
	{"#", regexp.MustCompile(`^#[\p{Lu}\p{Lo}][^\n]*[^\n.!?…]$`), Paragraph,
		"a heading without a space", "put a space behind #" + pureMark},
	{"|", regexp.MustCompile(`(?m)^(\|[^\n|]+\|[^\n]*\|)[ \t]*\n\|[^\n]*(?:\n[^\n]*)*$`), "",
		"a table without its second row", "write |---|---| below the head, with as many cells"},
	{"| ", regexp.MustCompile(`(?m)^(\|(?: [^\n|]* \|){2,})[ \t]*$`), "",
		"a table without its second row", "write |---|---| below the head, with as many cells"},
	{" | ", regexp.MustCompile(`(?m)^([^\n|]+ \| [^\n]+)\n[^\n|]+ \| [^\n]*(?:\n[^\n]*)*$`), "",
		"a table without its second row", "write |---|---| below the head, with as many cells"},
	{"", regexp.MustCompile(`(?m)^[ \t\x{a0}]*([` + bullets + `])\s`), "",
		"a bullet of a word processor", "begin each item with - and a space, and put an empty line before the first"},
	{"\n", regexp.MustCompile(`(?m)^([–—] )[^\n]*\n[–—] `), "",
		"a dash as a bullet", "begin each item with - and a space, and put an empty line before the first"},
	{"\n", regexp.MustCompile(`(?m)^(-)\pL[^\n]*\n-\pL`), "",
		"an item without a space", "put a space behind each -, and an empty line before the first" + pureMark},
	{"{%", regexp.MustCompile(`\{%[^}\n]*\}?`), "",
		"a command of another program", "remove it" + pureMark},
	{"{", regexp.MustCompile(`(?:^|[^{\x00])\{\s?([A-Za-z_][\w.-]*)(?:\s?:\s?\w+)?\s?\}(?:[^}]|$)`), "",
		"a word in single braces", "a figure is written {{ $1 }}" + pureMark},
	{"`", regexp.MustCompile("`+"), "",
		"code that is not closed", "end it with as many ` as it begins with" + pureMark},
	{"**", regexp.MustCompile(`\*\*+`), "",
		"** that marks nothing", "write **strong** without spaces inside the marks, and no letter right behind a closing mark that follows punctuation" + pureMark},
	{"*", regexp.MustCompile(`(?:^|[\pL,.;:)] )(\*)\p{Ll}`), Paragraph,
		"* that marks nothing", "end it with * too" + pureMark},
	{"* ", regexp.MustCompile(`\pL (\* \pL[^*\n]* [^*\n]*\pL \*)(?:[\s).,;:!?]|$)`), "",
		"* that marks nothing", "write *stressed* without spaces inside the marks; × is the sign for times" + pureMark},
	{"~~", regexp.MustCompile(`~~+`), "",
		"~~ that strikes nothing", "write ~~struck out~~ without spaces inside the marks" + pureMark},
	{"^", regexp.MustCompile(`[\pL\pN)](\^[^\s^]{1,8}\^)`), "",
		"a raised character of another program", "write the character itself, as in x² and 10⁶" + pureMark},
	{"_", regexp.MustCompile(`(?:^|[\s(])(_{1,2}[^_\s][^_\n]*_{1,2})`), "",
		"_ that marks nothing", "write *stressed* or **strong**" + pureMark},
	{"\u00ad", regexp.MustCompile(`\x{ad}`), "",
		"a soft hyphen, which programs leave in what is copied from a PDF", "delete it"},
	{"-\n", regexp.MustCompile(`(\p{Ll}+-)\n(?:[b-np-z]|a[^n]|o[^r])`), "",
		"a word that is divided at the end of a line", "write it on one line, with its hyphen where it has one"},
}

// Plain reports markup in a text that is printed as it stands, its figures written
// out.
func Plain(t record.Text) diag.List {
	if !t.Given() {
		return nil
	}
	page := NewPage(Host{Figure: func(id, _ string) (Figure, *Complaint) { return Figure{Text: id}, nil }})
	html, _, problems := page.Inline(t)
	if len(problems) == 0 && (marked.MatchString(html) || shifts.MatchString(t.S)) {
		problems.Report(t.At, "markup in a text that is printed as it stands", "")
	}
	for i := range problems { // what pages have instead is not for here
		problems[i].Hint = "write plain words and characters: nothing else is read in this text"
	}
	return problems
}

var (
	marked = regexp.MustCompile(`<(?:em|strong|code|del|span)\b`)
	shifts = regexp.MustCompile(`[\p{Latin}0-9][~^][0-9+−-]{1,4}[~^]`)
)

// leftovers reports what is left in a block's text of another program's markup.
func (b *builder) leftovers(f *flow) {
	text := f.unmarked()
	for _, l := range leftovers {
		if !strings.Contains(text, l.mark) || l.mark == "" && !strings.ContainsAny(text, bullets+boxes) || l.kind != "" && l.kind != b.kind {
			continue
		}
		rest := []byte(text)
		for _, m := range l.form.FindAllStringSubmatchIndex(text, -1) {
			at := run{m[len(m)-2], m[len(m)-1]}
			if l.text == citationForm && (b.page.host.Cite == nil || b.page.host.Cite(strings.TrimPrefix(text[at.start:at.stop], "@")) != nil) {
				continue // an account elsewhere, not a source
			}
			if b.full(0) {
				return
			}
			b.list.Report(f.place(at.start, at.stop), l.text, string(l.form.ExpandString(nil, l.hint, text, m)))
			clear(rest[m[0]:m[1]])
		}
		text = string(rest)
	}
}

// unmarked is the flow's text with line ends as written, and with what means
// itself blanked: code, figures and escaped characters. Offsets stay.
func (f *flow) unmarked() string {
	out := []byte(f.text)
	for i := range f.pieces {
		switch p := &f.pieces[i]; {
		case p.text == " " && strings.HasSuffix(p.html, "\n"):
			out[p.start] = '\n'
		case p.masked || p.escaped:
			for k := range len(p.text) {
				out[p.start+k] = 0
			}
		}
	}
	return string(out)
}
