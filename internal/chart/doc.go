// Package chart turns a chart file and the numbers it names into every form in
// which a reader meets the chart: a drawing for wide screens and one for
// phones, a table, downloads, a picture, a sentence, a description, and the
// option of an explorable view. All come from one [Chart], so they agree.
//
// # The file
//
// One YAML file in content/charts is one chart; its name is the chart's id.
// Every file has
//
//	form: blocks
//	headline: "“Up to {{ demand_first }} more” would have meant paying {{ demand_first_times : words }} as much"
//	short: The same in 80 characters at most, where the headline is longer
//	subhead: What is measured, where, when, in which unit
//	note: How to read it and what it leaves out
//	sources: [cnn-2021-02-11, "mnd-white-paper-2018, p. 181"]
//	alt: …          # one sentence; made from the data without it
//	description: …  # the long description; made from the data without it
//	width: 912      # 680, as wide as the text, unless given
//
// and the keys of its form; forms, in load.go, lists all there are; those of several series are those of package matrix. Numbers are never typed: they come from a data
// file, from figures by id, or stand in texts as {{ id : form }}. [Schema]
// documents each key.
//
// How axis and columns are read is told by package series; where marks, labels and keys
// lie, by package plot.
//
// Roles, not colours, say what a mark represents: base (paid before), demand,
// offer, agreed, caution, context. Drawing has one meaning everywhere: solid
// is agreed; hatched with a dashed outline is agreed for a time not yet over
// (running); hollow is our conversion (converted); a dashed line with a hollow
// end is what somebody expected (forecast); a pale wedge is what may come
// (limits); an outlined, dashed bar is a gap.
//
// # What it promises
//
// Bars and areas stand on zero, and there is one scale to a panel; lines and dots may begin
// elsewhere, and the description says so. Times and numbers along an axis are to scale and
// in order; a missing value, year or month is a gap. Parts add up to what they claim. What
// cannot be drawn honestly is a problem at its place in the chart file or the data file:
// a part below zero, rows out of order, steps of a bridge that do not add up, a rise over
// another base, a note on a row that does not exist. Labels that the program lays
// out are moved, shortened or left out, and the table has them all; two texts of the
// author that would collide, and one that does not fit, are problems that name
// them, the worst of each text. A drawing too high for a picture and values too
// long for a label are problems at what is drawn.
//
// Where the parts of a drawing lie and how they look is the matter of package
// plot. Every number printed in a drawing is in the chart's table, and rounds from
// the one in its CSV. Drawings carry classes and custom properties only, no
// inline style; they are right in light, dark, print and forced colours by the
// stylesheet of package draw. The same input gives the same bytes.
//
// # In a page
//
//	WideSVG, MiddleSVG, NarrowSVG
//	                     in one figure; the stylesheet shows .wide, .middle or .narrow
//	                     (svg.drawing, table.split-bars, p.limits, ol.timeline-list)
//	                     by the width available for Width and Middle: give the figure a
//	                     class for each; data-reads of a drawing says where the values of
//	                     each row of the table are met, for the script that reads them out
//	TableHTML            table.numbers, as package table writes it
//	DescriptionHTML      into an element with the id DescriptionID, which the
//	                     drawings name as their description
//	AsList               a list replaces the drawing for assistive technology
//	                     (timeline): link to the description as “Read as a list”
//	Option               colours are "var(--c1)", "transparent" and so on: put in
//	                     what getComputedStyle gives before setOption, and again
//	                     when the colour scheme changes; use the SVG renderer
//
// A chart with letters that the fonts of pictures lack has no PNG and no card
// ([Chart.Pictured]): a picture with boxes for letters would be worse than none.
//
// # Left out
//
// Pies, second axes, animation, legends and tooltips that
// hold what the drawing does not.
package chart
