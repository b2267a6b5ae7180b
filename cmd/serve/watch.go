package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"

	"sharingthecost/internal/command"
	"sharingthecost/internal/host"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
)

func watchFlags(set *flag.FlagSet, o *command.Options) {
	command.DayFlag(set, o)
	set.BoolVar(&o.JSON, "json", false, "print the report as JSON")
	set.BoolVar(&o.Markdown, "markdown", false, "print the report as Markdown, for an issue")
}

// A report is what time did to a site: what somebody should look at.
type report struct {
	AsOf    string    `json:"as_of"`
	Broken  []finding `json:"broken"`  // addresses that lead nowhere
	Moved   []finding `json:"moved"`   // addresses that lead elsewhere for good
	Words   []finding `json:"words"`   // sources that no longer have the words that are quoted from them
	Due     []finding `json:"due"`     // figures whose review_by has come
	Unknown []finding `json:"unknown"` // what could not be judged: hosts that refuse programs, texts that are no pages
}

// A finding is a place of the site and what is to be said of it.
type finding struct {
	Place   string `json:"place"`
	Address string `json:"address,omitempty"`
	Says    string `json:"says"`
}

// empty reports whether there is nothing to do.
func (r report) empty() bool { return len(r.Broken)+len(r.Moved)+len(r.Words)+len(r.Due) == 0 }

// runWatch asks for all that the site cites, for a scheduled job. It ends with 1 when
// there is something to do.
func runWatch(o command.Options, args []string, t command.Terminal) int {
	day, err := o.Day()
	if err != nil {
		return t.WrongUse(err.Error())
	}
	_, site, links, code := cited("watch", o, args, t)
	if code != command.Done {
		return code
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	found := newVisitor(site.Content.Settings, t).watch(ctx, links, quotations(site.Ledger))
	if ctx.Err() != nil {
		return t.Fail(errors.New("interrupted"))
	}
	found.due(site.Ledger, day)
	text := found.text()
	switch {
	case o.JSON:
		data, err := json.MarshalIndent(found, "", "  ")
		if err != nil {
			panic(err) // strings and lists always encode
		}
		text = string(data) + "\n"
	case o.Markdown:
		text = found.markdown()
	}
	if _, err := t.Out.Write([]byte(text)); err != nil {
		return t.Fail(err)
	}
	if !found.empty() {
		return command.Failed
	}
	return command.Done
}

// A quotation is words that a source has, by the ledger.
type quotation struct {
	place, words string
	sources      []*ledger.Source // one of which has them
}

// quotations are those of figures and of accounts whose sources can be read somewhere.
func quotations(l *ledger.Ledger) []quotation {
	var out []quotation
	add := func(place, words string, cited []ledger.Citation) {
		q := quotation{place: place, words: words}
		for _, c := range cited {
			if s := l.Source(c.ID); s != nil && s.URL.Given() {
				q.sources = append(q.sources, s)
			}
		}
		if words != "" && len(q.sources) == len(cited) && len(cited) > 0 { // else the words may be where nobody looks
			out = append(out, q)
		}
	}
	for _, f := range l.Figures {
		if f.Formula == "" {
			add(f.At.String(), f.Quote, f.Sources)
		}
	}
	for _, a := range l.Accounts {
		for _, s := range a.Says {
			add(s.Words.At.String(), s.Words.S, []ledger.Citation{s.Cited})
		}
	}
	return out
}

// watch asks for every address, and reads those that words are quoted from.
func (v *visitor) watch(ctx context.Context, links []outward, quotes []quotation) report {
	r := report{Broken: []finding{}, Moved: []finding{}, Words: []finding{}, Due: []finding{}, Unknown: []finding{}}
	unread := map[string]string{} // addresses, and why they cannot be read
	for i, a := range v.visit(ctx, links) {
		for _, at := range links[i].at {
			switch f := (finding{at.String(), links[i].address, a.reason}); {
			case a.verdict == broken:
				r.Broken = append(r.Broken, f)
			case a.verdict == unclear:
				r.Unknown = append(r.Unknown, f)
			case a.moved != "":
				f.Says = "moved for good to " + a.moved
				r.Moved = append(r.Moved, f)
			}
		}
		if a.verdict != alive {
			unread[links[i].address] = a.reason
		}
	}
	texts := v.read(ctx, quotes, unread)
	for _, q := range quotes {
		r.judge(q, texts, unread)
	}
	return r
}

// read reads the sources of quotations, but for those that cannot be read; it notes
// which these are.
func (v *visitor) read(ctx context.Context, quotes []quotation, unread map[string]string) map[string]string {
	var addresses []string
	for _, q := range quotes {
		for _, s := range q.sources {
			if address := addressOf(s); unread[address] == "" && !slices.Contains(addresses, address) {
				addresses = append(addresses, address)
			}
		}
	}
	texts, reasons := make([]string, len(addresses)), make([]string, len(addresses))
	v.each(ctx, addresses, func(i int) {
		got, err := v.request(ctx, "GET", addresses[i])
		switch {
		case err != nil:
			reasons[i] = "cannot be reached"
		case got.status >= 400:
			reasons[i] = fmt.Sprintf("answers %d", got.status)
		case !strings.HasPrefix(got.kind, "text/html") && !strings.HasPrefix(got.kind, "text/plain") && !strings.HasPrefix(got.kind, "application/xhtml"):
			reasons[i] = "is no page but " + got.kind
		default:
			text := string(got.text)
			if !strings.HasPrefix(got.kind, "text/plain") {
				text = host.PageText(got.text)
			}
			if texts[i] = folded(text); len(texts[i]) < leastText {
				reasons[i] = "has hardly any text without a script"
			}
		}
	})
	out := map[string]string{}
	for i, address := range addresses {
		if out[address] = texts[i]; reasons[i] != "" {
			unread[address] = reasons[i]
		}
	}
	return out
}

// leastText is how much text a page has that is not made by a script.
const leastText = 200

func addressOf(s *ledger.Source) string {
	address, _, _ := strings.Cut(s.URL.S, "#")
	return address
}

// judge looks for the words of a quotation in the texts of its sources.
func (r *report) judge(q quotation, texts, unread map[string]string) {
	words := folded(q.words)
	for _, s := range q.sources {
		if strings.Contains(texts[addressOf(s)], words) {
			return
		}
	}
	for _, s := range q.sources {
		if reason := unread[addressOf(s)]; reason != "" {
			r.Unknown = append(r.Unknown, finding{q.place, addressOf(s), "the words quoted from it were not looked for: it " + reason})
			return
		}
	}
	r.Words = append(r.Words, finding{q.place, addressOf(q.sources[0]), "does not have the words “" + q.words + "”"})
}

// due adds the figures whose review has come.
func (r *report) due(l *ledger.Ledger, day record.Date) {
	r.AsOf = day.String()
	for _, f := range l.Due(day) {
		r.Due = append(r.Due, finding{f.At.String(), "", f.ID + " was to be reviewed by " + f.ReviewBy.String()})
	}
}

var fold = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "\u00a0", " ", "\u00ad", "", "…", "...")

// folded is a text as it is compared: without capitals, and differences of quotation
// marks, dashes and spaces.
func folded(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(fold.Replace(text))), " ")
}

// parts are the lists of a report with what they are.
func (r report) parts() []struct {
	title string
	all   []finding
} {
	return []struct {
		title string
		all   []finding
	}{
		{"addresses that lead nowhere", r.Broken}, {"addresses that moved", r.Moved}, {"quotations that are no longer there", r.Words},
		{"figures to review, as of " + r.AsOf, r.Due}, {"could not be judged", r.Unknown},
	}
}

// text writes a report for a terminal.
func (r report) text() string {
	var b strings.Builder
	for _, part := range r.parts() {
		if len(part.all) > 0 {
			fmt.Fprintf(&b, "%s (%d)\n", part.title, len(part.all))
		}
		for _, f := range part.all {
			fmt.Fprintf(&b, "  %s: %s\n", f.Place, strings.TrimSpace(f.Address+" "+f.Says))
		}
	}
	if r.empty() {
		b.WriteString("nothing to do\n")
	}
	return b.String()
}

// markdown writes a report as the text of an issue: a list of what is to be done.
func (r report) markdown() string {
	var b strings.Builder
	for _, part := range r.parts() {
		if len(part.all) == 0 {
			continue
		}
		fmt.Fprintf(&b, "### %s%s\n\n", strings.ToUpper(part.title[:1]), part.title[1:])
		for _, f := range part.all {
			line := "`" + f.Place + "`"
			if f.Address != "" {
				line += " <" + f.Address + ">"
			}
			fmt.Fprintf(&b, "- [ ] %s %s\n", line, strings.NewReplacer("<", "&lt;", "@", "&#64;").Replace(f.Says))
		}
		b.WriteString("\n")
	}
	if r.empty() {
		b.WriteString("Nothing to do.\n")
	}
	return b.String()
}
