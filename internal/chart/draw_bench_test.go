package chart_test

import "testing"

func BenchmarkChart(b *testing.B) {
	all := charts(b)
	for _, form := range []struct {
		name string
		draw func(i int)
	}{
		{"wide and narrow", func(i int) { all[i].WideSVG(); all[i].NarrowSVG() }},
		{"table and words", func(i int) { all[i].TableHTML(); all[i].DescriptionHTML(); all[i].Alt() }},
		{"files", func(i int) { all[i].StandaloneSVG(); all[i].CSV(); all[i].JSON(); all[i].Option() }},
		{"png", func(i int) { all[i].PNG() }},
	} {
		b.Run(form.name, func(b *testing.B) {
			for b.Loop() {
				for i := range all {
					form.draw(i)
				}
			}
		})
	}
}
