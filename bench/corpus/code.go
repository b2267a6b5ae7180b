package main

import (
	"fmt"
	"strings"
)

var languages = []string{"go", "json", "csv", "python"}

// code writes a block of some thirty lines; no two in the corpus are alike.
func (w *writer) code(lang string) {
	w.WriteString("```" + lang + "\n")
	switch lang {
	case "go":
		w.goCode()
	case "json":
		w.jsonCode()
	case "csv":
		w.csvCode()
	case "python":
		w.pythonCode()
	}
	w.WriteString("```\n\n")
}

func (w *writer) goCode() {
	kind, field, verb := upper(w.any(things))+upper(w.any(things)), upper(w.any(things)), w.any(list("read|sum|sort|merge"))+upper(w.any(things))
	fmt.Fprintf(w, `package %[1]s

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// A %[2]s is one %[3]s row: %[4]s.
type %[2]s struct {
	Place string  `+"`json:\"place\"`"+`
	%[5]s float64 `+"`json:\"%[6]s\"`"+`
	Year  int     `+"`json:\"year,omitempty\"`"+`
}

func %[7]s(r io.Reader, least float64) ([]%[2]s, error) {
	var out []%[2]s
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%[7]s: %%w", err)
	}
	for i, row := range rows {
		v, err := strconv.ParseFloat(row[%[8]d], 64)
		if err != nil || v < least*%[9]d.%[10]d {
			continue // not a %[3]s one
		}
		out = append(out, %[2]s{Place: row[0], %[5]s: v, Year: %[11]d + i})
	}
	if len(out) == 0 {
		return nil, errors.New("%[7]s: nothing left of %[12]s")
	}
	return out, nil
}
`, w.any(things), kind, w.any(kinds), w.thing(), field, strings.ToLower(field), verb, w.between(1, 8), w.between(0, 9), w.between(10, 99), w.between(1950, 2020), w.any(places))
}

func (w *writer) pythonCode() {
	name, field, verb := upper(w.any(things)), w.any(things), w.any(kinds)+"_"+w.any(things)
	fmt.Fprintf(w, `"""Counts %[1]s."""
import csv
import statistics
from dataclasses import dataclass, field


@dataclass(frozen=True)
class %[2]s:
    place: str
    %[3]s: float = %[4]d.%[5]d
    years: list[int] = field(default_factory=list)

    def late(self, limit=%[6]d):
        # %[7]s
        return any(y > limit for y in self.years) and self.%[3]s >= 0.%[5]d


def %[8]s(path, *, skip=("%[9]s", "%[10]s")):
    found = {}
    with open(path, encoding="utf-8", newline="") as source:
        for line in csv.DictReader(source):
            if line["place"] in skip or not line["%[3]s"]:
                continue
            value = float(line["%[3]s"].replace(",", "")) / %[11]d
            found.setdefault(line["place"], []).append(value)
    middle = {place: statistics.median(v) for place, v in found.items()}
    print(f"{len(middle)} places, most {max(middle.values()):.1f}")
    return [%[2]s(p, v) for p, v in sorted(middle.items(), key=lambda x: -x[1])]
`, w.thing(), name, field, w.between(0, 90), w.between(10, 99), w.between(1950, 2020), upper(w.sentence()), verb, w.any(places), w.any(places), w.between(2, 12))
}

func (w *writer) jsonCode() {
	fmt.Fprintf(w, "{\n  \"title\": \"%s\",\n  \"source\": {\"name\": \"%s\", \"year\": %d, \"final\": %t},\n  \"rows\": [\n", upper(w.thing()), w.any(places), w.between(1950, 2025), w.below(2) == 0)
	for n := w.between(10, 17); n > 0; n-- {
		comma := ","
		if n == 1 {
			comma = ""
		}
		fmt.Fprintf(w, "    {\"place\": \"%s\", \"%s\": %d.%02d, \"kind\": \"%s\", \"note\": null}%s\n", w.any(places), w.any(things), w.between(-40, 900), w.below(100), w.any(kinds), comma)
	}
	w.WriteString("  ],\n  \"unit\": \"per year\"\n}\n")
}

func (w *writer) csvCode() {
	fmt.Fprintf(w, "year,place,%s,%s_share,remark\n", w.any(things), w.any(kinds))
	for range w.between(14, 26) {
		fmt.Fprintf(w, "%d,%s,%d,0.%03d,\"%s, %s\"\n", w.between(1950, 2025), w.any(places), w.between(100, 99999), w.below(1000), w.any(kinds), w.any(things))
	}
}
