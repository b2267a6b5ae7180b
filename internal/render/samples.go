package render

import "html/template"

// samples show how to load a CSV file by its address in three languages.
func (r *Renderer) samples(address string) []Sample {
	var out []Sample
	for _, s := range []struct{ name, language, source string }{
		{"Go", "go", `package main

import (
	"encoding/csv"
	"fmt"
	"log"
	"net/http"
)

func main() {
	answer, err := http.Get("` + address + `")
	if err != nil {
		log.Fatal(err)
	}
	defer answer.Body.Close()
	rows, err := csv.NewReader(answer.Body).ReadAll()
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range rows {
		fmt.Println(row)
	}
}
`},
		{"Python", "python", `import pandas as pd

table = pd.read_csv("` + address + `")
print(table)
`},
		{"R", "r", `table <- read.csv("` + address + `")
print(table)
`},
	} {
		html := r.highlight(s.language, s.source)
		if html == "" {
			panic("render: no highlighting for " + s.language)
		}
		out = append(out, Sample{Language: s.name, HTML: template.HTML(html)})
	}
	return out
}
