package plot

import "sharingthecost/internal/draw"

// A Mark is what the layers of a plane are made of.
type Mark string

// The marks. Bars and areas stand on zero, or on those below them.
const (
	Bar  Mark = "bar"
	Line Mark = "line"
	Area Mark = "area"
	Dot  Mark = "dot"
	Rule Mark = "rule" // from one value to another
	Tick Mark = "tick" // across a value
	None Mark = ""     // what is written at its end alone
)

// A Layer is the marks of one series, one for each point of the axis.
type Layer struct {
	Mark      Mark
	Name      string
	Token     draw.Token
	Roles     []Role    // of the single marks, instead of the token
	Values    []float64 // NaN is missing
	From      []float64 // where each begins, instead of zero
	Inside    bool      // what is said stands inside, as in a stack
	AtEnd     bool      // of a stack, it stands at the end all the same
	Stacked   bool      // on the marks of the layers before
	Lane      int       // of bars beside one another
	Faint     bool      // others stand out from it
	Hollow    bool
	Named     bool      // what a dot says is its name, and stands above it
	Running   []bool    // agreed for a time that is not over
	Dashed    bool      // of a line that was expected, or may come; it joins all its values
	Fades     []float64 // of bars whose end is not certain: up to where they fade
	Says      []string  // written beside each mark, or inside it where the layer is stacked
	Pitch     float64   // bars are parted into blocks of this length
	Open      []bool    // of such bars the last block fades, because it is the most that may be
	Under     []string  // written below each bar
	Tips      []string  // what each mark says in the view when it is pointed at, instead of its row
	Whole     []string  // and beside that, or below it
	Bracketed bool      // a bracket joins a bar and what is written below it
	Led       bool      // a line leads from each dot up to the first row of dots
	Shapes    []string  // of dots
	Feet      []string  // written inside the foot of each bar, where all fit
	End       string    // written at the last mark
	Narrow    []string  // the same on a phone, where that is not enough said
	More      []string  // further words after it
	Joined    bool      // a thin line leads from the end of each bar to the next; of a line, a broken one across a gap
}

// role is how mark i is drawn.
func (l *Layer) role(i int) Role {
	if l.Roles != nil {
		return l.Roles[i]
	}
	return Role{Colour: l.Token}
}

// token is the colour of mark i.
func (l *Layer) token(i int) draw.Token { return l.role(i).Token() }

// says is what is written beside mark i.
func (l *Layer) says(i int) string {
	if l.Says == nil {
		return ""
	}
	return l.Says[i]
}

// label is what is written beside mark i.
func (l *Layer) label(i int, narrow bool) draw.Text {
	t := draw.Text{Size: LabelSize, Weight: draw.Bold, S: l.Says[i]}
	if narrow && l.Narrow != nil {
		t.S = l.Narrow[i]
	}
	if l.More != nil && l.More[i] != "" {
		t.Spans = []draw.Span{{S: EnSpace + l.More[i], Weight: draw.Regular, Fill: draw.Ink2}}
	}
	return t
}

// inner reports whether what is said stands inside the marks.
func (l *Layer) inner() bool { return l.Inside || l.Stacked && !l.AtEnd }
