package plot

import (
	"slices"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/unit"
)

// Blocks are bars of blocks that can be counted: one block is a base, and each
// row adds to it.
type Blocks struct {
	Rows     []Block     // the first is the base alone
	Most     float64     // end of the axis in blocks, a whole number
	BaseSays string      // inside the first block
	Format   unit.Format // of multiples
}

// A Block is one row.
type Block struct {
	Label, Detail string
	Role          Role
	Times         float64 // length in blocks
	Open          bool    // that is the most it may be: the end of the last block fades
	Says, Amount  string  // right of the bar: "1.13×" and what that comes to
	Of            string  // label of the dashed mark where Times−1 would end; "" is none
	Bracket       string  // what a bracket under the added blocks says; "" is none
	Whole         string  // the whole, beside that
}

// Draw draws the rows from the top over an axis of blocks.
func (b *Blocks) Draw(size Size) draw.Canvas { return b.plane().Draw(size) }

// View gives the blocks to ECharts, under names of the base and of what is added.
func (b *Blocks) View(title, base, added string) View {
	p := b.plane()
	p.Title, p.Layers[0].Name, p.Layers[1].Name = title, base, added
	for i, r := range b.Rows { // which stands below the bracket in the drawing
		p.Layers[1].Says[i], p.Layers[1].More[i] = r.Says, r.Amount
	}
	v := p.View()
	v.Legend = false
	return v
}

// plane is the base and what each row adds to it, upon one another.
func (b *Blocks) plane() *Plane {
	n := len(b.Rows)
	base := Layer{Mark: Bar, Stacked: true, Token: draw.Grey, Roles: slices.Repeat([]Role{{Pale: true}}, n), Values: slices.Repeat([]float64{1}, n), Says: make([]string, n)}
	base.Says[0] = b.BaseSays
	more := Layer{Mark: Bar, Stacked: true, AtEnd: true, Pitch: 1, Bracketed: true}
	of := Layer{Mark: Tick, Dashed: true, Token: draw.Ink}
	var names []string
	for _, r := range b.Rows {
		names = append(names, r.Label)
		says, amount := r.Says, r.Amount
		if r.Bracket != "" {
			says, amount = "", ""
		}
		more.Roles, more.Open = append(more.Roles, r.Role), append(more.Open, r.Open)
		more.Values, more.Says, more.More = append(more.Values, r.Times-1), append(more.Says, says), append(more.More, amount)
		more.Under, more.Whole = append(more.Under, r.Bracket), append(more.Whole, r.Whole)
		of.Values, of.Says = append(of.Values, r.Times-1), append(of.Says, r.Of)
	}
	p := &Plane{Axis: NamesOf(names), Rows: true, Grid: true, Layers: []Layer{base, more, of}}
	for i, r := range b.Rows {
		p.Points[i].Detail = r.Detail
		if r.Of == "" {
			of.Values[i] = missing
		}
	}
	p.Scale = NewScale(b.Format, []float64{0, b.Most}, int(b.Most)+1, true, false)
	return p
}
