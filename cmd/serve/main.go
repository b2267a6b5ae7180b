// Command serve is for those who write: it shows the site from memory while it is
// being written, and asks the network what a build must not ask.
//
//	go run ./cmd/serve                 show the site, drafts included
//	go run ./cmd/serve VERB [flags]    one of the verbs below
//
// Exit codes: 0 done, 1 the site has problems or the program failed, 2 wrong use.
package main

import (
	"os"

	"sharingthecost/internal/command"
)

func main() { os.Exit(program().Run(os.Args[1:], os.Stdout, os.Stderr)) }

func program() command.Program {
	return command.Program{Name: "serve", Verbs: []command.Verb{
		{Name: "preview", Usage: "[-addr 127.0.0.1:8080]", Explain: "show the site while it is being written, drafts included (the verb may be left out)", Flags: previewFlags, Run: runPreview},
		{Name: "links", Usage: "[-drafts] [-json]", Explain: "ask for the links to other sites; takes minutes", Flags: command.SiteFlags, Run: runLinks},
		{Name: "watch", Usage: "[-as-of DATE] [-json | -markdown]", Explain: "ask for all that the site cites: what fails, moved, or lost the words quoted from it; and what is due for review", Flags: watchFlags, Run: runWatch},
		{Name: "verify", Usage: "http://localhost:PORT/", Explain: "compare a site served here with its build.json", Run: runVerify},
		command.VersionVerb(),
	}}
}
