package ledger

import "testing"

// What a ledger publishes is read back, and nothing else is taken for it.
func TestPublished(t *testing.T) {
	book, problems := load(t, "", "", "")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	published, err := ReadPublished(book.JSON(Uses{}))
	if err != nil {
		t.Fatal(err)
	}
	if len(published.Figures) != len(book.Figures) || len(published.Sources) != len(book.Sources) ||
		len(published.Accounts) != len(book.Accounts) || len(published.Events) != len(book.Events) {
		t.Fatalf("read back %d figures, %d sources, %d accounts, %d events", len(published.Figures), len(published.Sources), len(published.Accounts), len(published.Events))
	}
	for i, f := range published.Figures {
		if want := book.Figures[i]; f.ID != want.ID || f.Value.String() != want.Value.Machine() || f.Unit != want.Value.Unit.String() {
			t.Errorf("%s %s %s was published as %s %s %s", want.ID, want.Value.Machine(), want.Value.Unit, f.ID, f.Value, f.Unit)
		}
	}
	for _, text := range []string{"", "{}", `{"version": 2}`, "[]", `{"version": 1, "figures": [{}]}`} {
		if _, err := ReadPublished([]byte(text)); err == nil {
			t.Errorf("%q is taken for a published ledger", text)
		}
	}
}

// A corrected figure knows the values that it had.
func TestCorrects(t *testing.T) {
	book, _ := load(t, "", "", "")
	f := book.Figure("offer_2020")
	if !f.Corrects("12") || f.Corrects("11") || f.Corrects("13") {
		t.Errorf("changed: %+v", f.Changed)
	}
}
