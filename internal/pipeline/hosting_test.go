package pipeline

import "testing"

func TestDeploymentOf(t *testing.T) {
	for _, c := range []struct {
		name string
		flag string
		env  map[string]string
		want Deployment
		err  string
	}{
		{name: "a laptop: what site.yaml says", want: Deployment{Address: "", Production: true}},
		{name: "the flag wins and gets its slash", flag: "https://a.example/sub", env: map[string]string{"URL": "https://b.example"},
			want: Deployment{Address: "https://a.example/sub/", Production: true}},
		{name: "production: the main address, not this build's", want: Deployment{Address: "https://main.example/", Production: true},
			env: map[string]string{"NETLIFY": "true", "CONTEXT": "production", "URL": "https://main.example", "DEPLOY_PRIME_URL": "https://x--main.example"}},
		{name: "a preview: its own address, not to be indexed", want: Deployment{Address: "https://deploy-preview-7--main.example/", Production: false},
			env: map[string]string{"NETLIFY": "true", "CONTEXT": "deploy-preview", "URL": "https://main.example", "DEPLOY_PRIME_URL": "https://deploy-preview-7--main.example"}},
		{name: "a branch deploy is no production either", want: Deployment{Address: "https://b--main.example/", Production: false},
			env: map[string]string{"NETLIFY": "true", "CONTEXT": "branch-deploy", "DEPLOY_PRIME_URL": "https://b--main.example"}},
		{name: "variables of the host without the host mean nothing", want: Deployment{Address: "", Production: true},
			env: map[string]string{"CONTEXT": "deploy-preview", "DEPLOY_PRIME_URL": "https://b--main.example"}},
		{name: "not an address", flag: "example.com", err: `-base-url: "example.com" is not the address of a site: write https://host/ or https://host/path/`},
		{name: "not a web address", flag: "ftp://a.example", err: `-base-url: "ftp://a.example" is not the address of a site: write https://host/ or https://host/path/`},
		{name: "the host tells nonsense", env: map[string]string{"NETLIFY": "true", "CONTEXT": "production", "URL": ""},
			err: `URL: "" is not the address of a site: write https://host/ or https://host/path/`},
	} {
		got, err := DeploymentOf(c.flag, func(name string) string { return c.env[name] })
		if c.err != "" {
			if err == nil || err.Error() != c.err {
				t.Errorf("%s: error %v, want %s", c.name, err, c.err)
			}
			continue
		}
		if err != nil || got != c.want {
			t.Errorf("%s: %+v, %v, want %+v", c.name, got, err, c.want)
		}
	}
}
