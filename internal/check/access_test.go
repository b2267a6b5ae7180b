package check

import "testing"

func TestPictures(t *testing.T) {
	runRule(t, Options{}, []string{"x.png", ""},
		ruleCase{`<img src="/x.png">`, `8:1: <img> without alt | describe it, or write alt="" when it only decorates`},
		ruleCase{`<img src="/x.png" alt>`, ""},
		ruleCase{"<svg></svg>", `8:1: <svg> is neither an image nor hidden | write role="img" and a label, or aria-hidden="true"`},
		ruleCase{`<svg role="img"></svg>`, `8:1: <svg role="img"> has no name | give it aria-label, aria-labelledby or a <title>`},
		ruleCase{`<svg role="img"><g><title>inner</title></g></svg>`, `8:1: <svg role="img"> has no name | give it aria-label, aria-labelledby or a <title>`},
		ruleCase{`<svg role="img" aria-label="x"><svg></svg></svg><div aria-hidden="true"><svg></svg></div><svg role="img"><title>t</title></svg>`, ""},
		ruleCase{`<iframe src="/"></iframe>`, "8:1: <iframe> without title | say what it shows"},
	)
}

func TestLinkTexts(t *testing.T) {
	runRule(t, Options{}, nil,
		ruleCase{`<a href="/"></a>`, "8:1: a link without text | write what it leads to"},
		ruleCase{`<a href="/"><span aria-hidden="true">x</span></a>`, "8:1: a link without text | write what it leads to"},
		ruleCase{`<a href="/"><svg aria-hidden="true"></svg></a>`, "8:1: a link without text | write what it leads to"},
		ruleCase{`<a href="/"><svg role="img" aria-label="Home"></svg></a><a href="/" aria-label="Home"></a><a href="/" title="Home"></a><a>x</a><a></a>`, ""},
		ruleCase{`<a href="/"> Click
here! </a>`, `8:1: the link text "Click here!" does not say where it leads | name the page or thing that it leads to`},
		ruleCase{`<a href="/">Read more…</a>`, `8:1: the link text "Read more…" does not say where it leads | name the page or thing that it leads to`},
		ruleCase{`<a href="/" aria-label="Read more about the demand">Read more</a>`, ""},
	)
}

func TestTables(t *testing.T) {
	const noHeader = " | write <th> for the headings of columns and rows"
	const noCaption = " | write <caption>, or aria-labelledby with the id of a heading"
	runRule(t, Options{}, nil,
		ruleCase{"<table><caption>c</caption><tr><td>1</td></tr></table>", "8:1: <table> without header cells" + noHeader},
		ruleCase{"<table><tr><th>1</th></tr></table>", "8:1: <table> without a caption or label" + noCaption},
		ruleCase{"<table><caption> </caption><tr><th>1</th></tr></table>", "8:1: <table> without a caption or label" + noCaption},
		ruleCase{`<table aria-label="t"><tr><th></th><th>1</th></tr></table>`, "8:27: an empty header cell | write <td> for a corner without text"},
		ruleCase{`<table aria-label="t"><tr><th scope="column">1</th></tr></table>`, `8:38: scope="column" | write row, col, rowgroup or colgroup`},
		ruleCase{`<table role="presentation"><tr><td>1</td></tr></table>`, ""},
	)
}

func TestControls(t *testing.T) {
	runRule(t, Options{}, nil,
		ruleCase{`<input id="a">`, `8:1: <input> without a label | write <label for="its id">`},
		ruleCase{`<label for="a"> </label><textarea id="a"></textarea>`, `8:25: <textarea> without a label | write <label for="its id">`},
		ruleCase{`<select title="x"></select>`, `8:1: <select> without a label | write <label for="its id">`},
		ruleCase{`<label for="a">A</label><input id="a"><label>B <input></label><input aria-label="C"><p id="d">D</p><input aria-labelledby="d"><input type="hidden">`, ""},
		ruleCase{"<button>Go</button>", `8:1: <button> without type | write type="button"; without it, it submits a form`},
		ruleCase{`<button type="button"><svg aria-hidden="true"></svg></button>`, "8:1: a button without text | write what it does"},
		ruleCase{`<input type="submit">`, "8:1: a button without text | write what it does"},
		ruleCase{`<input type="image" src="/">`, "8:1: <input type=image> without alt | write what it does"},
	)
}

func TestListMembers(t *testing.T) {
	runRule(t, Options{}, nil,
		ruleCase{"<div><li>x</li></div>", "8:6: <li> in <div> | its place is in <ul>"},
		ruleCase{"<dl><section><dt>x</dt></section></dl>", "8:14: <dt> in <section> | its place is in <dl>"},
		ruleCase{"<div><dd>x</dd></div>", "8:6: <dd> in <div> | its place is in <dl>"},
		ruleCase{"<p><summary>x</summary></p>", "8:4: <summary> in <p> | its place is in <details>\n8:4: a browser does not leave <summary> where it is written, in <p> | look for a block inside <p>, nested links or buttons, or table parts outside their table"},
	)
}

func TestReferences(t *testing.T) {
	runRule(t, Options{}, nil,
		ruleCase{`<p aria-describedby="a b" id="a">x</p>`, "8:22: aria-describedby: nothing has the id b | name an id of the page"},
		ruleCase{`<p aria-controls="">x</p>`, "8:19: aria-controls is empty | write an id, or remove it"},
		ruleCase{`<label for="a">x</label>`, "8:13: for: nothing has the id a | name an id of the page"},
		ruleCase{`<svg aria-hidden="true"><path fill="url(#g)"/></svg>`, "8:37: nothing has the id g | name an id of the page"},
		ruleCase{`<p tabindex="2">x</p>`, `8:14: tabindex="2" changes the order of the keyboard | write 0 or -1`},
	)
}
