// Command build turns content/, and what a project changes of the look in
// templates/ and static/, into public/, a folder that any static host can serve. It
// is what a deploy pipeline runs: it uses no network. Command serve is for those who
// write.
//
//	go run ./cmd/build [flags]         build the site
//	go run ./cmd/build VERB [flags]    one of the verbs below
//
// Exit codes: 0 done, 1 the site has problems or the build failed, 2 wrong use.
package main

import (
	"flag"
	"os"

	"sharingthecost/internal/command"
)

func main() { os.Exit(program().Run(os.Args[1:], os.Stdout, os.Stderr)) }

func program() command.Program {
	return command.Program{Name: "build", Verbs: []command.Verb{
		{Name: "build", Usage: "[-out DIR] [-base-url URL] [-drafts]", Explain: "build the site (the verb may be left out)", Flags: buildFlags, Run: runBuild},
		{Name: "check", Usage: "[-drafts]", Explain: "do all that a build does and write nothing", Flags: command.SiteFlags, Run: runCheck},
		{Name: "init", Usage: "DIR", Explain: "begin an explainer in a folder: small, true, and whole", Run: runInit},
		{Name: "new", Usage: "SLUG | chart ID | figure ID VALUE UNIT DATE SOURCE | source \"TITLE\" ADDRESS | data FILE.csv SOURCE", Explain: "make the skeleton of a page or a chart, or a record", Run: runNew},
		{Name: "archive", Usage: "[DATE]", Explain: "keep the site as it is as a dated version, once and for all; the earlier ones are verified", Flags: command.RunFlags, Run: runArchive},
		{Name: "verify", Usage: "DIR", Explain: "compare a folder with its build.json", Run: runVerify},
		{Name: "list", Usage: "[-as-of DATE]", Explain: "tell what waits for an editor: drafts, reviews, what is unused", Flags: listFlags, Run: runList},
		{Name: "diff", Usage: "[-json | -markdown] [-require-changes] OLD [NEW]", Explain: "tell what changed between two states of the site: folders, git revisions, ledger.json files", Flags: diffFlags, Run: runDiff},
		{Name: "look", Usage: "[FILE]", Explain: "print a built-in template, style sheet or script; without a name, list them", Run: runLook},
		{Name: "schemas", Usage: "[-check]", Explain: "write the schemas by which editors' programs complete and check", Flags: schemasFlags, Run: runSchemas},
		command.VersionVerb(),
	}}
}

func buildFlags(set *flag.FlagSet, o *command.Options) {
	command.OutFlag(set, o)
	command.SiteFlags(set, o)
}
