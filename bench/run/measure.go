package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A job is a command that is measured, and what comes before it.
type job struct {
	name    string
	dir     string
	args    []string
	prepare func()
}

func (j job) after(prepare func()) job { return job{j.name, j.dir, j.args, prepare} }

// table runs the jobs in turn, prints their medians with ratios to the first, and notes what the targets ask for.
func (b *bench) table(title string, jobs ...job) {
	if !strings.Contains(title, b.only) {
		return
	}
	jobs = slices.DeleteFunc(jobs, func(j job) bool { return b.hugo == "" && j.name == "Hugo" })
	results := make([][][3]float64, len(jobs))
	for round := -1; round < b.rounds; round++ { // the first warms what the table calls warm
		for i, j := range jobs {
			if r := j.run(); round >= 0 {
				results[i] = append(results[i], r)
			}
		}
	}
	fmt.Printf("\n| %s | wall, s | ratio | CPU, s | ratio | peak, MB | ratio |\n|---|--:|--:|--:|--:|--:|--:|\n", title)
	for i, j := range jobs {
		fmt.Printf("| %s |", j.name)
		for what, name := range []string{"wall", "CPU", "peak"} {
			var values, ratios []float64
			for k, r := range results[i] {
				values, ratios = append(values, r[what]), append(ratios, r[what]/results[0][k][what])
			}
			fmt.Printf(" %.3g | %.3f |", median(values), median(ratios))
			if i == 0 {
				b.measured[title+": "+name+", s"] = median(values)
			} else if i == 1 && j.name != "floor" {
				b.measured[title+": "+name+", ratio"] = median(ratios)
			}
		}
		fmt.Println()
	}
}

// run returns what the process took: wall time and CPU time in seconds, and its largest memory in MB.
func (j job) run() [3]float64 {
	j.prepare()
	cmd := exec.Command(j.args[0], j.args[1:]...)
	cmd.Dir = j.dir
	start := time.Now()
	said, err := cmd.CombinedOutput()
	wall, state := time.Since(start), cmd.ProcessState
	if err != nil {
		log.Fatalf("%s: %v\n%s", j.name, err, said)
	}
	return [3]float64{wall.Seconds(), (state.UserTime() + state.SystemTime()).Seconds(), float64(state.SysUsage().(*syscall.Rusage).Maxrss) / 1e3}
}

func median(all []float64) float64 {
	slices.Sort(all)
	return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
}

// preview measures the time from a saved file to the page that a browser would get: a sentence is added to a page, and
// the page is asked for until it has it.
func (b *bench) preview(title, dir string) {
	if !strings.Contains(title, b.only) {
		return
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	where := l.Addr().String()
	name := onePage(dir)
	place, err := filepath.Rel(filepath.Join(dir, "content"), strings.TrimSuffix(name, ".md"))
	must(err)
	address := "http://" + where + "/" + filepath.ToSlash(place) + "/"
	text, err := os.ReadFile(name)
	must(err)
	l.Close()
	cmd := exec.Command(b.path("bin/serve"), append(strings.Fields(b.serve)[1:], "-addr", where)...)
	cmd.Dir = dir
	must(cmd.Start())
	shown := await(address, "")
	var times []float64
	for i := 0; i < 12 && shown; i++ {
		sentence := fmt.Sprintf("Late addition %c.", 'a'+i)
		must(os.WriteFile(name, append(bytes.Clone(text), "\n"+sentence+"\n"...), 0o644))
		start := time.Now()
		shown = await(address, sentence)
		times = append(times, time.Since(start).Seconds()*1000)
		time.Sleep(500 * time.Millisecond) // a person's pause
	}
	cmd.Process.Kill()
	cmd.Wait()
	must(os.WriteFile(name, text, 0o644))
	if !shown {
		log.Fatalf("%s: %s never showed what was saved", title, address)
	}
	times = times[1:] // the first finds caches of the processor cold
	b.measured[title] = median(times)
	fmt.Printf("\n%s, from a saved page to the served page: %.3g ms (%.3g to %.3g)\n", title, median(times), slices.Min(times), slices.Max(times))
}

// await asks for a page until it is there and holds a text, a minute at most.
func await(address, text string) bool {
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(time.Millisecond / 2) {
		r, err := http.Get(address)
		if err != nil {
			continue
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err == nil && r.StatusCode == http.StatusOK && bytes.Contains(body, []byte(text)) {
			return true
		}
	}
	return false
}
