package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"sharingthecost/internal/command"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
)

// runVerify compares a site that this machine serves with its build.json.
func runVerify(_ command.Options, args []string, t command.Terminal) int {
	if len(args) != 1 || !strings.HasPrefix(args[0], "http://") {
		return t.WrongUse("verify takes one address such as http://localhost:8080/; for a folder there is go run ./cmd/build verify")
	}
	differences, err := verifyServed(args[0])
	if err != nil {
		return t.Fail(fmt.Errorf("verifying %s: %w", args[0], err))
	}
	return t.Differences(args[0], differences)
}

// verifyServed asks a server for every file of the build.json that it serves.
// Only a server on this machine is asked: a list of requests to somebody
// else's would be an attack with good intentions.
func verifyServed(address string) ([]output.Difference, error) {
	base, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	if !loopback(base.Hostname()) {
		return nil, errors.New("only a site on this machine can be verified by its address; copy the folder, or serve it here")
	}
	if !strings.HasSuffix(base.Path, "/") {
		base.Path += "/"
	}
	client := &http.Client{Timeout: 10 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	get := func(path string) ([]byte, int, error) {
		answer, err := client.Get(base.JoinPath(path).String())
		if err != nil {
			return nil, 0, err
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		return body, answer.StatusCode, err
	}
	data, status, err := get(output.ManifestName)
	if err != nil {
		return nil, err
	}
	if status != http.StatusOK {
		return nil, fmt.Errorf("%s is answered with %d", output.ManifestName, status)
	}
	manifest, err := output.ParseManifest(data)
	if err != nil {
		return nil, err
	}
	type answer struct {
		output.Difference
		err error
	}
	var out []output.Difference
	for _, a := range parallel.Map(manifest.Files, func(e output.Entry) (a answer) {
		a.Path = e.Path
		if readByHost(e.Path) {
			return a
		}
		body, status, err := get(servedAs(e.Path))
		switch a.err = err; {
		case err != nil:
		case status != http.StatusOK:
			a.Text = fmt.Sprintf("is answered with %d", status)
		default:
			a.Text = e.Difference(body)
		}
		return a
	}) {
		if a.err != nil {
			return nil, a.err
		}
		if a.Text != "" {
			out = append(out, a.Difference)
		}
	}
	return out, nil
}

// readByHost reports whether hosts read a file instead of serving it.
func readByHost(path string) bool { return path == "_headers" || path == "_redirects" }

// servedAs is the address of a file: a folder's page answers for the folder.
func servedAs(path string) string {
	if path == "index.html" {
		return ""
	}
	return strings.TrimSuffix(path, "index.html")
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
