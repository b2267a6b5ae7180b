package main

import (
	"fmt"
	"os"

	"sharingthecost/internal/command"
	"sharingthecost/internal/output"
)

// runVerify compares a folder with the build.json in it.
func runVerify(_ command.Options, args []string, t command.Terminal) int {
	if len(args) != 1 {
		return t.WrongUse("verify takes one folder; for a served site there is go run ./cmd/serve verify")
	}
	differences, err := output.Verify(os.DirFS(args[0]))
	if err != nil {
		return t.Fail(fmt.Errorf("verifying %s: %w", args[0], err))
	}
	return t.Differences(args[0], differences)
}
