package data

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/unit"
)

// A proposal as one line: name type unit, key, and the table.
func told(p Proposal) string {
	var b strings.Builder
	for _, f := range p.Fields {
		fmt.Fprintf(&b, "%s:%s", f.Name, f.Type)
		if f.Unit.Valid() {
			fmt.Fprintf(&b, ":%s", f.Unit)
		}
		if !f.Whole {
			b.WriteString("?")
		}
		b.WriteString(" ")
	}
	return fmt.Sprintf("%skey %s\n%s", b.String(), strings.Join(p.Key, ","), p.CSV)
}

func TestPropose(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"plain", "year,value\n2001,1.5\n2002,2\n", "year:year value:number key year\nyear,value\n2001,1.5\n2002,2\n"},
		{"semicolons and decimal commas", "Jahr;Wert (ppm);n\r\n2001;1.234,5;3\r\n2002;1,25;4\r\n",
			"jahr:year wert_ppm:number n:integer:count key jahr\njahr,wert_ppm,n\n2001,1234.5,3\n2002,1.25,4\n"},
		{"thousands", "place,people\nA,\"1,234\"\nB,\"12,345\"\n", "place:string people:integer:count key place\nplace,people\nA,1234\nB,12345\n"},
		{"tabs, a byte order mark, old line ends", "\xEF\xBB\xBFa\tb\rx\t1\ry\t2\r", "a:string b:integer:count key a\na,b\nx,1\ny,2\n"},
		{"UTF-16", "\xFF\xFEa\x00,\x00b\x00\n\x00x\x00,\x001\x00\n\x00", "a:string b:integer:count key a\na,b\nx,1\n"},
		{"notes above, empty columns and rows", "A table of the office,,\nas of June,,\n\nyear,value,\n2001,1,\n2002,2,\n,,\n",
			"year:year value:integer:count key year\nyear,value\n2001,1\n2002,2\n"},
		{"no value", "day,value\n2001-02-03,NA\n2001-02-04,5\n", "day:date value:integer:count? key day\nday,value\n2001-02-03,\n2001-02-04,5\n"},
		{"percent and minus", "who,share\na,−3%\nb,12.5 %\n", "who:string share:number:percent key who\nwho,share\na,-3\nb,12.5\n"},
		{"names that no formula could have", "2019,,Ändern!,x,x\na,b,c,d,e\n", "column_1_2019:string column_2:string ndern:string x:string x_2:string key column_1_2019\ncolumn_1_2019,column_2,ndern,x,x_2\na,b,c,d,e\n"},
		{"a key of two", "year,use,sum\n2001,a,1\n2001,b,2\n2002,a,3\n", "year:year use:string sum:integer:count key year,use\nyear,use,sum\n2001,a,1\n2001,b,2\n2002,a,3\n"},
		{"four digits that are no years", "n,count\n1,5000\n2,1999\n", "n:integer:count count:integer:count key n\nn,count\n1,5000\n2,1999\n"},
		{"months", "month,v\n1958-03-01,1\n1958-04-01,2\n", "month:string v:integer:count key month\nmonth,v\n1958-03,1\n1958-04,2\n"},
		{"years, and a column named source", "year,source,v\n2001-01-01,Wind,1\n2002-01-01,Sun,2\n", "year:year kind:string v:integer:count key year\nyear,kind,v\n2001,Wind,1\n2002,Sun,2\n"},
		{"one column", "year\n2001\n2002\n", "year:year key year\nyear\n2001\n2002\n"},
	} {
		p, err := Propose([]byte(c.raw))
		if got := told(p); err != nil || got != c.want {
			t.Errorf("%s:\n%s%v, want\n%s", c.name, got, err, c.want)
		}
	}
	for raw, want := range map[string]string{
		"":                              "no table is in it",
		"only,names\n":                  "no table is in it",
		"a,b\n\xff,1\n":                 "it is not UTF-8",
		"who;value\na;1.234\nb;2.345\n": "the column value: 1.234 may be read with a decimal sign or with a sign of thousands",
	} {
		if _, err := Propose([]byte(raw)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", raw, err, want)
		}
	}
}

// What is proposed can be read, whatever the file was.
func FuzzPropose(f *testing.F) {
	f.Add([]byte("year,value\n2001,1.5\n2002,2\n"))
	f.Add([]byte("Jahr;Wert\n2001;1.234,5\n"))
	f.Add([]byte("0,0\n00"))
	f.Add([]byte("a\tb\n−3%\t\"x\ty\"\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Propose(raw)
		if err != nil {
			return
		}
		var schema strings.Builder
		schema.WriteString("title: T\nlicence: CC0-1.0\nfields:\n")
		for _, f := range p.Fields {
			fmt.Fprintf(&schema, "  - {name: %s, type: %s}\n", f.Name, f.Type)
		}
		_, problems, err := Load(fstest.MapFS{"content/data/t.csv": {Data: p.CSV}, "content/data/t.yaml": {Data: []byte(schema.String())}}, "content/data/t.csv", unit.Table{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if strings.Contains(p.Text, "unknown column") || strings.Contains(p.Text, "missing column") || strings.Contains(p.Text, " must be ") {
				t.Fatalf("%q: %s", raw, p.Text)
			}
		}
	})
}
