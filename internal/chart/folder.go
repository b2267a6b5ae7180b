package chart

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/parallel"
)

// folder holds the chart files.
const folder = "content/charts"

// Load reads content/charts/*.yaml and returns the charts by id. Problems lie
// at their place in the chart file or the data file; a chart that has any is
// left out. The error is the machine's: a file that cannot be read. Claims is
// called from several goroutines.
func Load(fsys fs.FS, in Inputs) ([]*Chart, diag.List, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read the charts: %w", err)
	}
	var names []string
	for _, e := range entries { // sorted by name
		if !e.IsDir() && path.Ext(e.Name()) == ".yaml" && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, path.Join(folder, e.Name()))
		}
	}
	type reading struct {
		chart    *Chart
		problems diag.List
		err      error
	}
	var charts []*Chart
	var problems diag.List
	for _, r := range parallel.Map(names, func(name string) (r reading) {
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			r.err = fmt.Errorf("read the chart %s: %w", name, err)
			return r
		}
		r.chart, r.problems = Read(diag.NewSource(name, raw), in)
		return r
	}) {
		if r.err != nil {
			return nil, nil, r.err
		}
		problems.Add(r.problems)
		if r.chart != nil {
			charts = append(charts, r.chart)
		}
	}
	return charts, problems, nil
}
