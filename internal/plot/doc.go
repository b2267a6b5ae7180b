// Package plot lays the parts of charts out on a canvas: panels of columns and
// lines over one axis, horizontal bars, dots and ranges, and what belongs to
// them: axes, gridlines, gutters, notes and the labels of marks.
//
// It knows numbers, names and roles, and neither records nor files: package
// chart reads those, decides what a chart says, and finds the mistakes of
// authors. It depends on units and on the marks of package draw alone.
//
// # The parts
//
//	Role        what a mark represents; from it follow colour and filling
//	Axis        names, or times or numbers to scale, along a plot, and the periods behind it
//	Scale       where values lie, linear or by powers of ten, and its ticks
//	Plane       layers of marks over an axis and a scale: bars, lines, areas, dots, rules;
//	            the axis along the foot or down the side, and names moved apart at the ends
//	Panels      planes above one another on one [Axis]
//	Multiples   planes beside and below one another
//	Scatter     named dots between two scales
//	Cells       a table with a bar in each cell
//	Tiles       a map of squares
//	Blocks      bars of blocks that can be counted, as the rows of a plane
//	Calendar    periods and events to the scale of time, as the rows of a plane
//	View        the same for ECharts, as an option of data alone
//
// Values are given in their unit; a value that is not a number (NaN) is missing,
// and drawn as a gap.
//
// Labels belong to marks, and each has places where it may stand; it takes the first where
// it covers nothing, or moves up until nothing is there. Labels of axes and marks that do
// not fit are shortened or left out; a text of the
// author is drawn where it belongs all the same: package draw finds texts that
// collide or leave the canvas, and package chart reports them.
package plot
