package check

import "strings"

// active finds what a strict content security policy stops: script and style
// inside the page, and what could turn text into script.
func (f *file) active() {
	for _, i := range f.page.elements {
		n := &f.page.nodes[i]
		switch n.tag {
		case "script":
			f.script(i)
		case "style":
			f.report(n.start, n.end, "a <style> in the page", "put it into a style sheet")
		case "base":
			f.report(n.start, n.end, "<base> changes where all addresses lead", "write addresses in full")
		case "meta":
			if strings.EqualFold(n.val("http-equiv"), "refresh") {
				f.report(n.start, n.end, "the page sends its readers elsewhere by itself", "use a redirect of the host")
			}
		case "object", "embed", "applet", "frame", "frameset":
			f.report(n.start, n.end, "<"+n.tag+"> embeds foreign content", "use <img>, or a link")
		}
		for j := range n.attr {
			switch key := n.attr[j].Key; {
			case key == "style":
				f.reportAttr(n, key, "a style attribute", "use a class and a style sheet")
			case strings.HasPrefix(key, "on"):
				f.reportAttr(n, key, "the event handler "+key, "use a script file")
			case key == "srcdoc":
				f.reportAttr(n, key, "a page inside an attribute", "use src")
			}
		}
	}
}

// script accepts script files, and data in JSON.
func (f *file) script(i int) {
	n := &f.page.nodes[i]
	kind := strings.ToLower(n.val("type"))
	text := f.page.content(i)
	data := kind == "application/json" || kind == "application/ld+json"
	switch {
	case data && n.has("src"):
		f.report(n.start, n.end, "data from another file in a <script>", "")
	case data:
		if err := wellFormed([]byte(text)); err != nil {
			f.report(n.start, n.end, "the JSON in <script> is not well-formed: "+jsonFault(err), "")
		}
	case strings.TrimSpace(text) != "":
		f.report(n.start, n.end, "a script in the page", "put it into a file")
	case n.val("src") == "":
		f.report(n.start, n.end, "a <script> without src", "")
	case kind != "" && kind != "module" && kind != "text/javascript":
		f.reportAttr(n, "type", `the script type "`+kind+`"`, "leave it out, or write module")
	}
}
