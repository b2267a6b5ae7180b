package ledger

import (
	"testing"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

func TestReference(t *testing.T) {
	at := diag.Pos{File: "content/sources.yaml", Line: 1}
	text := func(s string) record.Text { return record.Text{S: s, At: at} }
	day := record.Date{Year: 2024, Month: 10, Day: 4, At: at}
	for _, c := range []struct {
		source      Source
		short, full string
	}{
		{Source{Title: text("A deal"), Publisher: text("CNN"), Author: []Author{{Family: text("Atwood"), Given: text("Kylie")}}, Issued: day},
			"CNN, 4 October 2024", "Kylie Atwood, CNN, “A deal”, 4 October 2024"},
		{Source{Title: text("[Table of talks]"), TranslatedTitle: text("Log"), Publisher: text("Newsis"), ContainerTitle: text("Newsis")},
			"Newsis", "Newsis, [Table of talks] (Log)"},
		{Source{Title: text("Burden Sharing"), Author: []Author{{Literal: text("GAO")}}, Number: text("GAO-21-270"), Issued: record.Date{Year: 2021, At: at}},
			"GAO, 2021", "GAO, “Burden Sharing”, GAO-21-270, 2021"},
		{Source{Title: text("Joint Fact Sheet"), Publisher: text("The White House"), ContainerTitle: text("Press releases")},
			"The White House", "The White House, “Joint Fact Sheet”, Press releases"},
	} {
		if got := c.source.Short(); got != c.short {
			t.Errorf("short %q, want %q", got, c.short)
		}
		if got := c.source.Full(); got != c.full {
			t.Errorf("full %q, want %q", got, c.full)
		}
	}
}
