package draw

import (
	"fmt"
	"slices"
	"strings"
)

// The fonts readers have: none is fetched. Georgia is left out for its old-style figures, system-ui because
// Windows in some languages sets Latin in Malgun Gothic by it.
const (
	sansStack = `Segoe UI, -apple-system, BlinkMacSystemFont, Roboto, Helvetica Neue, Noto Sans, ` +
		`Apple SD Gothic Neo, Malgun Gothic, Noto Sans KR, Noto Sans CJK KR, Arial, sans-serif`
	serifStack = `Charter, Bitstream Charter, Sitka Text, Cambria, Noto Serif, Noto Serif KR, ` +
		`Nanum Myeongjo, AppleMyungjo, serif`
)

// CSS returns the stylesheet for pages: the palette as custom properties of :root (light, and dark where the color
// scheme of an element is; paper white in print, which is always light) and the rules of inline drawings, with forced colours. Text
// is set in the page's --sans and --serif.
func (p Palette) CSS() string {
	var b strings.Builder
	const property = "  --%s: %s;\n"
	b.WriteString(":root {\n  color-scheme: light dark;\n" + perToken(property, p, Light) + "}\n")
	b.WriteString("@supports (color: light-dark(#000, #fff)) {\n:root {\n")
	for _, s := range p {
		fmt.Fprintf(&b, "  --%s: light-dark(%s, %s);\n", s.Token, s.Light, s.Dark)
	}
	b.WriteString("}\n}\n")
	b.WriteString("@media print {\n:root {\n  color-scheme: only light;\n  --paper: #FFFFFF;\n}\n.drawing {\n  print-color-adjust: exact;\n}\n}\n")
	fmt.Fprintf(&b, ".drawing {\n  vertical-align: top;\n  max-width: 100%%;\n  height: auto;\n  font-family: var(--sans, %s);\n", sansStack)
	b.WriteString("  font-variant-numeric: lining-nums tabular-nums;\n}\n")
	fmt.Fprintf(&b, ".drawing .serif {\n  font-family: var(--serif, %s);\n}\n", serifStack)
	b.WriteString(perToken(".f-%s { fill: var(--%[1]s); }\n", p, Light) + perToken(".s-%s { stroke: var(--%[1]s); }\n", p, Light))
	return b.String() + forcedColours(p)
}

// perToken writes a format once for each token, which is its first argument; the second is the colour.
func perToken(format string, palette Palette, theme Theme) string {
	var b strings.Builder
	for _, s := range palette {
		fmt.Fprintf(&b, format, s.Token, palette.Hex(s.Token, theme))
	}
	return b.String()
}

// fileCSS returns the style element of an SVG file: what attributes cannot say about the tokens the canvas uses.
func fileCSS(c Canvas, p Palette) string {
	used := p.of(c)
	return ".drawing { font-variant-numeric: lining-nums tabular-nums; }\n@media screen and (prefers-color-scheme: dark) {\n" +
		perToken(".f-%s { fill: %s; }\n.s-%[1]s { stroke: %[2]s; }\n", used, Dark) + "}\n" + forcedColours(used)
}

// forcedColours maps the tokens onto the few system colours of a reader's high-contrast theme. Grounds vanish into the
// canvas, base and rules are grey, everything else is text-coloured, and hatches stay because their stripes differ
// from their ground. Browsers recolour SVG text by themselves, also on filled shapes, where it would be lost; hence
// forced-color-adjust. The pale fill keeps only an outline.
func forcedColours(palette Palette) string {
	var b strings.Builder
	b.WriteString("@media (forced-colors: active) {\n.drawing, .drawing text { forced-color-adjust: none; }\n")
	for _, s := range palette {
		system := "CanvasText"
		switch s.Token {
		case Paper, Surface, Band, Highlight, OnFill, OnGrey, OnPale:
			system = "Canvas"
		case Grey, Rule, "class-1", "class-2": // under text in the colour of the ground
			system = "GrayText"
		case C1Pale:
			b.WriteString(".f-c1-pale { fill: Canvas; stroke: GrayText; }\n.s-c1-pale { stroke: GrayText; }\n")
			continue
		}
		fmt.Fprintf(&b, ".f-%s { fill: %s; }\n.s-%[1]s { stroke: %[2]s; }\n", s.Token, system)
	}
	b.WriteString("}\n")
	return b.String()
}

// of returns the part of the palette that an SVG file of the canvas uses, in the palette's order.
func (p Palette) of(c Canvas) Palette {
	used := map[Token]bool{Surface: len(hatchesOf(c.Marks)) > 0}
	used[c.ground()] = true
	each(c.Marks, func(m Mark) {
		f, s := paints(m)
		used[f.Token], used[s.Token] = true, true
	})
	for _, t := range c.Texts() {
		for _, r := range t.runs() {
			used[r.Fill] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(p), func(s Swatch) bool { return !used[s.Token] })
}
