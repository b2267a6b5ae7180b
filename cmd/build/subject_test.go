package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path"
	"regexp"
	"strings"
	"testing"

	"sharingthecost"
)

// ofSubject matches words of what this site is about. "Won" is the currency behind an
// amount, a number word or "in", and a verb elsewhere.
var ofSubject = regexp.MustCompile(`\b(?i:dollars?|seoul|korean?s?|troops?|krw|usd|usfk|pentagon)\b|(?i:(krw|usd)_|_(krw|usd)\b)` +
	`|\b(Washington|Trump|Biden|Yoon|Moon|SMA|Special Measures)\b|(\d|illion|\b[bmt]n|\bin|\bof|\bper)[\s\x{00A0}]won\b|\bwon (per|sums?|first)\b|"won"`)

// currencies matches what a line has that lists the currencies of the world, this
// site's among them.
var currencies = regexp.MustCompile(`\b(?i:euros?|pounds?|yen|yuan|rupees?|francs|pesos|eur|gbp|jpy|chf|inr)\b`)

// No Go file, template, style sheet, script or schema knows what the explainer is
// about: that is content, so that another explainer needs none of them changed.
func TestNoSubjectInCode(t *testing.T) {
	const root = "../.."
	listed, err := exec.Command("git", "-C", root, "ls-files", "cmd", "internal", "templates", "static/css", "static/js", "schemas", "*.go").Output()
	if err != nil {
		t.Skip("not a checkout of git")
	}
	read := 0
	for name := range strings.FieldsSeq(string(listed)) {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") || strings.HasSuffix(name, ".txtar") || path.Ext(name) == ".mod" || path.Ext(name) == ".sum" {
			continue
		}
		text, err := os.ReadFile(path.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		read++
		n := 0
		for line := range strings.Lines(string(text)) {
			n++
			if word := ofSubject.FindString(line); word != "" && len(currencies.FindAllString(line, -1)) < 3 {
				t.Errorf("%s:%d: %q is of one subject:\n%s", name, n, word, line)
			}
		}
	}
	if read < 100 {
		t.Errorf("%d files were read", read)
	}
}

// The verb is no currency.
func TestSubjectWords(t *testing.T) {
	for text, want := range map[string]bool{
		"they won the vote": false, "a vote won 60-40": false, "who won in 2021": false, "won by a vote": false,
		"1.18 trillion won": true, "in won": true, "won per head": true, "5 dollars": true, "krw_bn": true, "half moon": false, "President Moon": true,
	} {
		if got := ofSubject.MatchString(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// What is built in is a look and no content: pictures lie in static/ itself, and no other
// site publishes them.
func TestNoPictureBuiltIn(t *testing.T) {
	list, err := fs.ReadDir(sharingthecost.Look(), "static")
	if err != nil || len(list) == 0 {
		t.Fatal(list, err)
	}
	for _, entry := range list {
		if !entry.IsDir() {
			t.Errorf("static/%s is published by every site", entry.Name())
		}
	}
}
