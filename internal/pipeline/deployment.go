package pipeline

import (
	"fmt"
	"net/url"
	"strings"
)

// A Deployment is where a build will be seen.
type Deployment struct {
	Address    string // absolute, ending in a slash; empty: what content/site.yaml says
	Production bool   // whether it is the public site, to be found and indexed
}

// DeploymentOf decides where a build will be seen: at the address given as a flag,
// else where the environment of the reference host says, else where the site's own
// settings say.
//
// The host sets CONTEXT to production, deploy-preview or branch-deploy, URL to
// the site's main address and DEPLOY_PRIME_URL to that of this very build. In
// production the latter is a technical address that must not become canonical.
func DeploymentOf(flag string, env func(string) string) (Deployment, error) {
	d := Deployment{Production: true}
	given := "-base-url"
	switch context := env("CONTEXT"); {
	case flag != "":
		d.Address = flag
		d.Production = env("NETLIFY") != "true" || context == "production"
	case env("NETLIFY") != "true":
		return d, nil
	case context == "production":
		d.Address, given = env("URL"), "URL"
	default:
		d.Address, given, d.Production = env("DEPLOY_PRIME_URL"), "DEPLOY_PRIME_URL", false
	}
	u, err := url.Parse(d.Address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return d, fmt.Errorf("%s: %q is not the address of a site: write https://host/ or https://host/path/", given, d.Address)
	}
	if !strings.HasSuffix(d.Address, "/") {
		d.Address += "/"
	}
	return d, nil
}
