// Package pasted knows what other programs read as markup and the dialect of pages does
// not: what is left when a text is pasted from a wiki, a word processor or a chat.
package pasted

import (
	"regexp"
	"strings"
)

// A Leftover is something that other programs read as markup and the dialect of pages
// does not, or that almost is markup. It would be published as it stands.
type Leftover struct {
	mark string         // a part without which the form need not be looked for; "" is one of the bullets
	Form *regexp.Regexp // group 1, or all of it, is what is reported
	kind string         // the only kind of block that it is looked for in; "" is all
	Text string
	Hint string // with $1 for group 1
}

// Possible reports whether the leftover need be looked for in a text of a kind of block.
func (l Leftover) Possible(text, kind string) bool {
	return (l.kind == "" || l.kind == kind) && strings.Contains(text, l.mark) && (l.mark != "" || strings.ContainsFunc(text, isBullet))
}

// isBullet reports whether a character is one of the bullets and boxes. Letters are told
// apart at once, since every text is asked.
func isBullet(r rune) bool {
	return (r == '·' || r > '‟') && strings.ContainsRune(bullets+boxes, r)
}

// The kinds of blocks that some leftovers are looked for in, as package markdown calls them.
const (
	paragraph = "paragraph"
	item      = "item"
)

const (
	// Citation is the text of what looks like the citation of a source.
	Citation = "a citation stands in square brackets and begins with @"
	// Address is the text of a web address. In the words of a link it is fine.
	Address    = "a web address that is no link"
	fileTarget = `(?:https?://|mailto:|#|\.{0,2}/|[^\s()\[\]]+\.(?:md|csv|yaml|html|png|jpe?g|gif|svg|webp)\b)[^\s()\[\]]*`
	bullets    = "•◦▪‣●·➢➤❖►"
	boxes      = "☐☑☒"
	pureMark   = `; for the characters as such put \ before each`
)

// All are looked for in running text, code excepted, in this order; what one of them
// matches is not looked at again.
var All = []Leftover{
	{"[[", regexp.MustCompile(`!?\[\[[^\[\]]+\]\]`), "",
		"a link or picture of a wiki", "write [words](file.md), or ![what it shows](../static/file.png)"},
	{"[!", regexp.MustCompile(`^\[![A-Za-z]+\]`), "",
		"a callout of another program", "a callout is a quotation whose first line is > [!NOTE] and nothing else, or TIP, IMPORTANT, WARNING or CAUTION"},
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
	{"[ ]", regexp.MustCompile(`(?m)^(\[ \]\s)\S`), paragraph,
		"a box to tick", "there are no task lists: write the item without it"},
	{"", regexp.MustCompile(`(?m)^[ \t]*([` + boxes + `])\s`), "",
		"a box to tick", "there are no task lists: write the item without it"},
	{"[", regexp.MustCompile(`(?m)^(\[[0-9]{1,3}\])\s+\p{Lu}`), paragraph,
		"a note that is numbered by hand", "write [^1] at the word and [^1]: before the note; a source is cited with [@id]"},
	{"[", regexp.MustCompile(`^\[[ xX]\]\s`), item,
		"a box to tick", "there are no task lists: write the item without it"},
	{"[", regexp.MustCompile(`^(?i:\[toc\])$`), "",
		"a list of contents", "remove it; a page gets its list of sections by itself"},
	{"@", regexp.MustCompile(`(?:^|[^\w@./-])(@\w(?:[\w.-]*\w)?)`), "",
		Citation, "write [$1], and other words outside the brackets"},
	{"[", regexp.MustCompile(`\[(?:@\s+)?(\w+(?:-\w+)*)[],;]`), "",
		Citation, "write [@$1]"},
	{"(", regexp.MustCompile(`\((?:@\s+)?(\w+(?:-\w+)+)[),;]`), "",
		Citation, "write [@$1]"},
	{"{", regexp.MustCompile(`\{>>[^{}]*<<\}|\{\+\+[^{}]*\+\+\}|\{–[^{}]*–\}|\{==[^{}]*==\}`), "",
		"a remark or a change of another program", "take it out, or write what the text is to be"},
	{"==", regexp.MustCompile(`(?m)^={2,6} [^=\n]+ ={2,6}$`), "",
		"a heading of a wiki", "write ## and its words"},
	{"‘‘", regexp.MustCompile(`‘‘[‘’][^‘’\n]+’{3}`), "", // as quotation marks have become
		"strong words of a wiki", "write **strong**"},
	{"[/", regexp.MustCompile(`\[/(?i:b|i|u|s|url|img|quote|code|color|size)\]`), "",
		"markup of a forum", "write **strong**, *stressed* or [words](target)" + pureMark},
	{"_", regexp.MustCompile(`\x00(_{1,2})(?:[\s).,;:!?]|$)`), "",
		"a link of reStructuredText", "write [words](target)"},
	{"~", regexp.MustCompile(`(?:^|[\s(])(~\pL[^~\n]*[\pL\pN]~)(?:[\s).,;:!?]|$)`), "",
		"~ that strikes nothing", "write ~~struck out~~" + pureMark},
	{") ", regexp.MustCompile(`(?m)^(\(?(?:[a-h]|i{1,3})\)) [^\n]*\n\(?(?:[b-h]|i{2,3}|iv)\) `), "",
		"a list with letters", "number its items, 1. and 2., each on a line of its own" + pureMark},
	{"Error!", regexp.MustCompile(`Error! (?:Reference source not found|Bookmark not defined|No text of specified style in document)\.?`), "",
		"a reference that a word processor has lost", "write what it referred to"},
	{"\xef\xac", regexp.MustCompile(`[\x{fb00}-\x{fb06}]`), "",
		"letters joined in one character, which programs leave in what is copied from a PDF", "write them one by one, so that the word can be found"},
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
		"a callout of another program", "write > [!NOTE] in its place, and > before each line of the text"},
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
	{"#", regexp.MustCompile(`^#[\p{Lu}\p{Lo}][^\n]*[^\n.!?…]$`), paragraph,
		"a heading without a space", "put a space behind #" + pureMark},
	{"|", regexp.MustCompile(`(?m)^(\|[^\n|]+\|[^\n]*\|)[ \t]*\n\|[^\n]*(?:\n[^\n]*)*$`), "",
		"a table without its second row", "write |---|---| below the head, with as many cells"},
	{"| ", regexp.MustCompile(`(?m)^(\|(?: [^\n|]* \|){2,})[ \t]*$`), "",
		"a table without its second row", "write |---|---| below the head, with as many cells"},
	{" | ", regexp.MustCompile(`(?m)^([^\n|]+ \| [^\n]+)\n[^\n|]+ \| [^\n]*(?:\n[^\n]*)*$`), "",
		"a table without its second row", "write |---|---| below the head, with as many cells"},
	{"", regexp.MustCompile(`(?m)^[ \t\x{a0}]*([` + bullets + `])\s`), "",
		"a bullet of a word processor", "begin each item with - and a space, and put an empty line before the first"},
	{"\t", regexp.MustCompile(`(?m)^([^\n\t]+\t[^\n]*\S)\n[^\n\t]+\t[^\n]*\S(?:\n[^\n]*)*$`), "",
		"a table with tabs between its cells", "write | before, between and behind the cells, and |---|---| below the first row"},
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
	{"*", regexp.MustCompile(`(?:^|[\pL,.;:)] )(\*)\p{Ll}`), paragraph,
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
	{"://", regexp.MustCompile(`\bhttps?://[^\s<>()\[\]\x00"“”]*[^\s<>()\[\]\x00"“”.,;:!?'’…*_~]`), "",
		Address, "write [words](address), or < before and > behind the address"},
	{"www.", regexp.MustCompile(`(?:^|[\s("'“‘])(www\.[\pL\pN-]+\.[^\s<>()\[\]\x00"“”]*[\pL\pN/])`), "",
		Address, "write [words](https://$1)"},
}
