// Package draw is a small set of marks on a canvas, and the ways to set them down: SVG inside a page, SVG as a file,
// PNG. It also owns the colours of a site ([Palette], chosen or [Default]), so that stylesheet, drawings and pictures share one palette.
//
// # What is drawn
//
// A [Canvas] has a size in user units (pixels at 1:1, y pointing down) and marks painted in order: [Rect], [Line],
// [Path], [Circle], [Text] and [Group]. A shape has a [Paint] and a [Stroke]; a paint is one colour [Token], plain or
// as a hatch over the surface. There are no transforms: [Canvas.At] works placing and scaling out beforehand, which
// is how a drawing gets onto a [Card].
//
// # What is promised
//
// The same canvas gives the same bytes, anywhere. SVG is well-formed whatever the texts hold. Every inline drawing has
// a name or is hidden from assistive technology. Ids carry the caller's prefix, so drawings on one page do not meet.
// Nothing uses a style attribute or a style element in a page, so a strict Content-Security-Policy holds.
//
// Inline SVG names colours only by class ("f-c1" fills, "s-c1" strokes) and [Palette.CSS] turns the classes into custom
// properties. Attributes such as fill="var(--c1)" would work in browsers, but classes also give forced colours and
// print something to hold on to. [SVGFile] has the light colours as plain attributes, which word processors and other
// readers without CSS understand, and a style element that holds only what changes: the dark colours.
//
// # Text
//
// Widths come from Liberation Sans and Serif, which PNG also draws with. Sans has the widths of Arial; the fonts
// readers have (Segoe UI, Noto Sans) run up to [FontSafety] times wider. [Overlaps] finds texts that meet or leave the
// canvas, so that a chart can report them instead of printing one over the other. The fonts know Latin, Greek and
// Cyrillic: ask [NoGlyph] before putting other scripts into a PNG. An SVG is set in the fonts of its reader, and may have
// any letters.
//
// # What is left out
//
// Curves other than the circle, rotation, opacity, gradients, clipping, images, links and animation.
//
// A canvas that cannot be drawn (an unknown token, a negative width, a value that is not finite) is a mistake of this
// program and panics.
package draw
