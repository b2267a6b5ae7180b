package main

import (
	"io/fs"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/pipeline"
)

// small are the options with which tests make the smallest whole site.
func small(m *memo.Memo) pipeline.Options {
	return pipeline.Options{Deployment: pipeline.Deployment{Address: "https://small.example/", Production: true}, Folder: "public", Memo: m}
}

// makeSite runs the pipeline on a project.
func makeSite(root fs.FS, o pipeline.Options) (*pipeline.Site, diag.List, error) {
	inputs, err := pipeline.Snap(root)
	if err != nil {
		return nil, nil, err
	}
	return pipeline.Make(inputs, o)
}
