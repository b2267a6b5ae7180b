package lang

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"testing"
)

// Each table says all that English says, with the same names to fill in.
func TestTablesAreComplete(t *testing.T) {
	for _, l := range languages() {
		missing := 0
		walk(t, l.Name, reflect.ValueOf(*English), reflect.ValueOf(*l), &missing)
		if found, ok := Find(l.Tag + "-XX"); !ok || found != l {
			t.Errorf("%s is not found by its tag", l.Name)
		}
	}
}

var slots = regexp.MustCompile(`\{\w+\}`)

// walk compares a part of a table with that of English.
func walk(t *testing.T, path string, english, other reflect.Value, missing *int) {
	switch english.Kind() {
	case reflect.Struct:
		for i := range english.NumField() {
			walk(t, path+"."+english.Type().Field(i).Name, english.Field(i), other.Field(i), missing)
		}
	case reflect.Array:
		for i := range english.Len() {
			walk(t, fmt.Sprintf("%s[%d]", path, i), english.Index(i), other.Index(i), missing)
		}
	case reflect.Func:
		if other.IsNil() {
			t.Errorf("%s is missing", path)
		}
	case reflect.Slice:
		if other.Len() == 0 {
			t.Errorf("%s is missing", path)
		}
	case reflect.String:
		if english.String() == "" && other.String() != "" || english.String() != "" && other.String() == "" && !optional[path] {
			t.Errorf("%s is %q, in English %q", path, other, english)
			return
		}
		is, want := slots.FindAllString(other.String(), -1), slots.FindAllString(english.String(), -1)
		slices.Sort(is)
		slices.Sort(want)
		if !slices.Equal(slices.Compact(is), slices.Compact(want)) && other.String() != "" {
			t.Errorf("%s has %v, in English %v", path, is, want)
		}
	}
}

// optional is what a language may lack.
var optional = map[string]bool{"German.Numbers.One": true}

// A pattern says what is filled in, in any order, and nothing that is not.
func TestPatterns(t *testing.T) {
	if got := Pattern("{b} of {a}, {b}").With("a", 1, "b", "x{a}"); got != "x{a} of 1, x{a}" {
		t.Errorf("got %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a name without anything to stand for it is written")
		}
	}()
	Pattern("{a}").With("b", 1)
}

func TestSpelledNumbers(t *testing.T) {
	for _, test := range []struct {
		l    *Language
		n    float64
		want string
	}{
		{English, 0, "zero"}, {English, 21, "twenty-one"}, {English, 4000, "four\u00a0thousand"}, {English, 101, ""},
		{German, 1, "eins"}, {German, 16, "sechzehn"}, {German, 21, "einundzwanzig"}, {German, 300, "dreihundert"}, {German, 100, "einhundert"},
		{German, 1000, "eintausend"}, {German, 28000, "achtundzwanzigtausend"}, {German, 1e6, "eine\u00a0Million"}, {German, 3e6, "drei\u00a0Millionen"}, {German, 1500, ""},
	} {
		if got, _ := test.l.Spelled(test.n); got != test.want {
			t.Errorf("%s %v is spelled %q, not %q", test.l.Name, test.n, got, test.want)
		}
	}
}

func TestDatesAndNumbers(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{English.Date(2024, 3, 3), "3 March 2024"}, {English.ShortDate(2024, 9, 0), "Sep 2024"}, {English.Date(2024, 0, 0), "2024"},
		{German.Date(2024, 3, 3), "3. März 2024"}, {German.ShortDate(2024, 9, 0), "Sept. 2024"}, {German.Date(2024, 12, 0), "Dezember 2024"},
		{English.Number("28,400.5"), "28,400.5"}, {German.Number("28,400.5"), "28.400,5"}, {English.Count(1010), "1,010"}, {German.Count(1010), "1.010"},
		{English.List([]string{"a", "b", "c"}), "a, b and c"}, {German.List([]string{"a", "b", "c"}), "a, b und c"}, {German.List([]string{"a"}), "a"},
		{German.Quoted("So"), "„So“"}, {German.Within("Milliarden Euro"), "Milliarden Euro"}, {English.Within("Billion euros"), "billion euros"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}
