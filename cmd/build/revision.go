package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"strings"
)

// revision reads a revision of the project from git, as it is in the repository:
// the working tree is neither read nor touched. No other verb starts a program.
func revision(name string) (fs.FS, error) {
	if strings.HasPrefix(name, "-") {
		return nil, fmt.Errorf("%s: neither a folder nor a revision", name)
	}
	archive, err := exec.Command("git", "archive", "--format=zip", "-0", name).Output()
	if err != nil {
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			err = errors.New(strings.TrimSpace(string(exit.Stderr)))
		}
		return nil, fmt.Errorf("%s: no such folder or file, and git cannot read it as a revision: %w", name, err)
	}
	files, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, fmt.Errorf("%s: read what git gave: %w", name, err)
	}
	return files, nil
}
