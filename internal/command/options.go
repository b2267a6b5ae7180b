package command

import (
	"flag"
	"os"
	"path/filepath"

	"sharingthecost/internal/memo"
	"sharingthecost/internal/pipeline"
)

// Options are the settings of one run, from flags. Each verb has flags for those
// that concern it.
type Options struct {
	Out            string
	BaseURL        string
	Drafts         bool
	JSON           bool
	GitHub         bool
	Cache          string // folder; empty: nothing is remembered from run to run
	Addr           string
	Check          bool   // schemas: write nothing
	Notices        bool   // version: print licences
	AsOf           string // list, watch: the day that counts as today
	Markdown       bool   // diff, watch: print Markdown
	RequireChanges bool   // diff: a value does not change in silence

	dir   string // to work in; empty: where the program was started
	meter *meter
}

// OutFlag is for verbs that write the site.
func OutFlag(set *flag.FlagSet, o *Options) {
	set.StringVar(&o.Out, "out", "public", "folder to write the site to")
}

// SiteFlags are for verbs that make the site.
func SiteFlags(set *flag.FlagSet, o *Options) {
	set.StringVar(&o.BaseURL, "base-url", "", "address the site will have (default: the host's environment, then content/site.yaml)")
	set.BoolVar(&o.Drafts, "drafts", false, "include drafts")
	RunFlags(set, o)
}

// RunFlags are for verbs that make the site in one way alone.
func RunFlags(set *flag.FlagSet, o *Options) {
	set.StringVar(&o.Cache, "cache", ".cache", "folder that remembers work from run to run; empty: remember nothing")
	set.BoolVar(&o.JSON, "json", false, "print problems as JSON")
	set.BoolVar(&o.GitHub, "github", os.Getenv("GITHUB_ACTIONS") == "true", "print problems as GitHub annotations too")
	meterFlags(set, o.meter)
}

// validate says what is wrong with the flags themselves.
func (o Options) validate() error {
	if o.BaseURL == "" {
		return nil
	}
	_, err := pipeline.DeploymentOf(o.BaseURL, func(string) string { return "" })
	return err
}

// Pipeline are the options of the pipeline; the caller adds the memory.
func (o Options) Pipeline(t Terminal) (pipeline.Options, error) {
	d, err := pipeline.DeploymentOf(o.BaseURL, os.Getenv)
	return pipeline.Options{
		Deployment: d, Drafts: o.Drafts, Folder: o.Out, Stage: o.Stage, Progress: NewProgress(t, "pages"),
	}, err
}

// Memo opens the memory of earlier runs. Without a folder, or where the program
// cannot tell its own version, what is made is remembered for this run alone.
func (o Options) Memo() *memo.Memo {
	if o.Cache != "" {
		if program, err := memo.Program(); err == nil {
			return memo.Open(filepath.Join(o.Cache, "memo"), program)
		}
	}
	return memo.New()
}

// Stage begins a stage of the run, for -v.
func (o Options) Stage(name string) { o.meter.stage(name) }
