package lang

// Chart is the words of charts: their sentences, what stands beside a drawing, and the
// titles of their tables.
type Chart struct {
	When When // of a point of the axis

	BarsAtZero    Plural // {count}
	DotsOnScale   Plural // {count}
	FurtherLines  Plural // {count}
	WithoutValues Plural // {count}
}

// When is a point of an axis with its preposition: {name}.
type When struct{ Year, In, Day, Number, Name Pattern }
