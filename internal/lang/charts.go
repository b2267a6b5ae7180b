package lang

// Chart is the words of charts: their sentences, what the program writes into a
// drawing, and the titles of their tables. Names of series, subjects and notes are the
// author’s.
type Chart struct {
	When When // of a point of the axis

	// What forms share.
	TableBelow               string
	SourceLine               Plural  // {names}: of one source, of several
	AndOthers                Pattern // {names}
	NoValue                  string
	Axis, AxisOne, AxisNames Pattern // {first}, {last}; {name}; {count} too
	Scale, ScaleOf           Pattern // {low}, {high}; {title} too
	ScaleRatios, ScaleOff    Pattern // {scale}: steps are ratios; it does not begin at zero
	Range                    Pattern // {low}, {high}
	Ends                     Pattern // {low}, {lowWhen}, {high}, {highWhen}: where the ends of a series are not its extremes

	// Titles of columns in tables, of scales and of series.
	Source, Item, Share, Together, Row, Detail, Step, BeforeRounding, OurArithmetic, Proposed string
	Proposal, WhenTitle, Who, MorePercent, ReportedAs, OfInstead, Base, Added                 string
	TimesBase, ShareOf, Low, High                                                             Pattern // {base}; {name}; {unit}
	TheBase                                                                                   string
	Date, Until, What, InFull, Months, StepBy, KnownTo, Events, Year, Period                  string
	PreciseDay, PreciseMonth, PreciseYear                                                     string
	ChangeOnYear, ChangeOnMonth, ChangeOnRow                                                  string

	// Of several series.
	Alone, Alike, Standing          Pattern // {when}; {name}, {value}; {names}, {value}; {high}, {top}, {low}, {bottom}
	Empty, Single, Course, Went     Pattern // {name}; {value}, {when}; {went}; {change}, {from}, {since}, {to}, {until}
	Between, Crossings              Pattern // {span}, {up}, {down}; {count}
	Peak, Bottom                    Pattern // {name}, {when}, {value}; {peak}, {when}, {value}
	Lines, LinesOne                 Pattern // {count}, {subject}, {says}
	FurtherLines                    Plural  // {count}
	BarsOfSeries, ColumnsOfSeries   Pattern // {count}, {subject}, {says}
	Multiples                       Pattern // {count}, {subject}, {says}
	EachPanel                       string
	Slope, Balance                  Pattern // {subject}, {says}; {up}, {down}, {name}, {went}
	NoPairs                         string
	Dumbbell, Widest, Gap, GapAlone Pattern // {subject}, {a}, {b}; {chart}, {count}, {gap}; {name}, {first}, {a}, {second}, {b}; {name}, {value}, {series}
	Areas, BarsOfParts              Pattern // {subject}, {count}, {names}
	ColumnsOfParts                  Pattern
	Largest, LargestOf, ItsShare    Pattern // {when}, {name}, {share}; {largest}, {total}; {from}, {since}, {to}, {until}

	// Of dots, maps and cells.
	Scatter, ScatterAxes, ScatterEnds, ScatterDot Pattern
	GoTogether, GoApart, GoAlone                  string
	Strip, Spread, Median, FurtherGroups          Pattern
	Tiles, TilesLowest, TilesScale, FromHighest   Pattern
	WithoutValues                                 Plural // {count}
	Cells                                         Pattern
	CellsScale                                    string

	// Of bars, blocks, steps and ranges.
	Bars                                     Pattern // {subject}, {list}
	BarsAtZero                               Plural  // {count}
	BarsTogether, Boxes                      Pattern // {total}; {says}, {list}
	Blocks, BlockFirst, BlockNext            Pattern // {subject}, {list}; {name}, {times}
	BlocksScale, BlockAdds, BlockMark        Pattern
	BlocksOne, BlocksMany, MoreOne, MoreMany Pattern // {n}
	MoreSliver, MoreHalf, MorePart           Pattern // {n}
	InAll, OfAt, UpTo, RiseOf                Pattern // {says}, {amount}; {of}, {times}; {times}; {rise}
	Bridge, BridgeScale, BridgeLast          Pattern
	BridgeAdds, BridgeTakes, BridgeShare     Pattern // {name}, {value}; {step}, {share}
	Dots                                     Pattern // {subject}, {list}
	DotsOnScale                              Plural  // {count}
	DotsEnds                                 Pattern // {low}, {high}
	Timeline, TimelineGaps, GapSpan, GapMore Pattern // {from}, {until}; {timeline}, {name}, {spans}; {from}, {until}; {list}, {last}
	NothingInForce                           string
	GapMonths                                Plural // {says}, {count}

	Panels Panels
}

// When is a point of an axis with its preposition: {name}.
type When struct{ Year, In, Day, Number, Name Pattern }

// Panels is the words of columns and lines over one axis.
type Panels struct {
	Columns, Line, ColumnsAndLine, LineAndColumns string
	TheChart, Upper, Lower                        string
	Nth                                           Pattern // {n}
	InUnit, ByTitle                               Pattern // {unit}; {title}
	Numbers, Multiples                            string  // what a bare number, and a multiple, are

	// The alternative text.
	Was, WasAlways, Rose, Fell   Pattern // {subject}, {ends}; {subject}, {value}, {when}
	Both                         Pattern // {first}, {last}: a name for [When]
	EndsAnd, EndsTo              Pattern // {from}, {since}, {to}, {until}
	Extremes                     Pattern // {subject}, {low}, {lowName}, {high}, {highName}
	Further                      Pattern // {says}, {medium}, {ends}
	AsForecast, BelowIt, AboveIt Pattern // {says}, {forecast}, {value}

	// The description.
	AxisRuns, AxisAlone, AxisNames                               Pattern // {first}, {last}; {name}; {count}, {first}, {last}
	ShareRuns, ShareAlone, ShareNames                            Pattern // the same with {charts}
	Divided                                                      Pattern // {axis}, {count}, {noun}, {names}
	Shows                                                        Pattern // {where}, {title}, {low}, {high}
	OneValue, Values, Running                                    Pattern // {value}; {values}; {value}, {name}
	Changed, Lowest, Highest                                     Pattern // {from}, {to}, {change}; {value}, {when}
	BelowEach                                                    Pattern // {point}, {title}
	PointName, PointYear, PointMonth, PointDay, PointNumber      string
	Below                                                        Pattern // {points}, {title}, {list}
	PointNames, PointYears, PointMonths, PointDays, PointNumbers string
	Limits, LimitsSay, LimitsTo                                  Pattern
	LimitEnd                                                     Pattern // {says}, {value}, {name}
	Forecast, Instead, ForecastEnd                               Pattern // {forecast}, {list}; {when}, {value}; {forecast}, {value}
	Proposal, ProposalOpen                                       Pattern // {name}, {says}
	Note                                                         Pattern // {name}, {says}
	YearNotOver                                                  string
}
