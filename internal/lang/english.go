package lang

// English is the words and numbers of English, in the style of the house: a
// comma between thousands, “3 March 2024”, “…”.
var English = &Language{
	Tag: "en", Name: "English",

	Numbers: Numbers{Thousands: ",", Decimal: ".", Spell: spellEnglish, One: "one"},
	Dates: Dates{
		Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		Short:  [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Day:    "{day} {month} {year}", Month: "{month} {year}",
	},
	Text: Text{And: "{list} and {last}", Quoted: "“{text}”", Within: Lower},

	Units: Units{
		Percent: "{n}%", PercentShort: "{n}%",
		Points:      Plural{"{n}" + nbsp + "percentage point", "{n}" + nbsp + "percentage points"},
		PointsShort: Plural{"{n}" + nbsp + "point", "{n}" + nbsp + "points"},
		Times:       "{n}" + nbsp + "times", TimesSpelled: "{n}" + nbsp + "times", Once: "one" + nbsp + "time", Twice: "twice",

		PercentAxis: "Percent", MoreAxis: "Percent more", PointsAxis: "Percentage points", RatioAxis: "Ratio", IndexAxis: "Index", CountAxis: "Number",

		Years:  Unit{"Years", "{n} year", "{n} years"},
		Months: Unit{"Months", "{n} month", "{n} months"},
		Weeks:  Unit{"Weeks", "{n} week", "{n} weeks"},
		Days:   Unit{"Days", "{n} day", "{n} days"},
		Hours:  Unit{"Hours", "{n} hour", "{n} hours"},
	},
	Chart: Chart{
		When: When{Year: "in {name}", In: "in {name}", Day: "on {name}", Number: "at {name}", Name: "for {name}"},

		TableBelow: "Table below",
		SourceLine: Plural{"Source: {names}", "Sources: {names}"},
		AndOthers:  "{names} and others",
		NoValue:    "no value",
		Axis:       "The axis runs from {first} to {last}.", AxisOne: "The axis has {name} alone.", AxisNames: "The axis has {count} names, from {first} to {last}.",
		Scale: "The scale runs from {low} to {high}", ScaleOf: "The scale, {title}, runs from {low} to {high}",
		ScaleRatios: "{scale}, in equal steps for equal ratios", ScaleOff: "{scale} and does not begin at zero",
		Range: "{low} to {high}",
		Ends:  "Its lowest value is {low} {lowWhen}, its highest {high} {highWhen}.",

		Source: "Source", Item: "Item", Share: "Share", ShareOf: "{name}, share", Together: "Together", Row: "Row", Low: "Low, {unit}", High: "High, {unit}", Detail: "Detail",
		Step: "Step", BeforeRounding: "Before rounding", OurArithmetic: "our arithmetic", Proposed: "Proposed",
		Proposal: "Proposal", WhenTitle: "When", Who: "Who", MorePercent: "% more", ReportedAs: "Reported as", OfInstead: "“% of” would be", Base: "Base", Added: "Added",
		TimesBase: "Times {base}", TheBase: "the base",
		Date: "Date", Until: "Until", What: "What", InFull: "In full", Months: "Months", StepBy: "Step by", KnownTo: "Known to the", Events: "Events", Year: "Year", Period: "period",
		PreciseDay: "day", PreciseMonth: "month", PreciseYear: "year",
		ChangeOnYear: "Change on the year before", ChangeOnMonth: "Change on the month before", ChangeOnRow: "Change on the row before",

		Alone: "{when} {name} is {value}", Alike: "{when} {names} are alike, {value}",
		Standing: "{when} the highest is {high}, {top}, and the lowest {low}, {bottom}",
		Empty:    "{name} has no value", Single: "{name} has one value, {value} {when}",
		Course: "{name} {went}", Went: "{change}, from {from} {since} to {to} {until}",
		Between: "Between {span} {up} passed {down}", Crossings: "The lines cross {count} times",
		Peak: "{name} is highest {when}, {value}", Bottom: "{peak}, and lowest {when}, {value}",
		Lines: "Line chart of {count} series. {subject}: {says}", LinesOne: "Line chart. {subject}: {says}",
		FurtherLines: Plural{"One further line stands thin and grey, behind these.", "{count} further lines stand thin and grey, behind these."},
		BarsOfSeries: "Bar chart of {count} series. {subject}: {says}", ColumnsOfSeries: "Column chart of {count} series. {subject}: {says}",
		Multiples: "Small panels of {count} series on one scale. {subject}: {says}", EachPanel: "Each panel has one series.",
		Slope: "Slope chart. {subject}: {says}", Balance: "{up} rose and {down} fell; the greatest change is that of {name}, which {went}",
		NoPairs:  "no series has two values",
		Dumbbell: "Dumbbell chart. {subject}, {a} and {b}", Widest: "{chart} of {count}: the widest gap is that of {gap}",
		Gap: "{name}: {first} for {a}, {second} for {b}", GapAlone: "{name}: {value} in {series} alone",
		Areas: "Area chart. {subject} in {count} parts: {names}", BarsOfParts: "Bar chart of parts. {subject} in {count} parts: {names}",
		ColumnsOfParts: "Column chart of parts. {subject} in {count} parts: {names}",
		Largest:        "{when} {name} is the largest part, {share}", LargestOf: "{largest} of {total}", ItsShare: "Its share was {from} {since} and {to} {until}.",

		Scatter:     "Scatter chart of {count} dots. {subject}",
		ScatterAxes: "Along the foot: {x}, from {xLow} to {xHigh}. Up the side: {y}, from {yLow} to {yHigh}.",
		ScatterEnds: "{a} is highest in {x}, {xValue}, and {b} in {y}, {yValue}", ScatterDot: "{name}: {x} and {y}.",
		GoTogether: "Where one is higher, the other tends to be higher too", GoApart: "Where one is higher, the other tends to be lower",
		GoAlone: "Neither tends to be higher or lower with the other",
		Strip:   "Dot strip. {subject}", Spread: "{name}: {count} values lie between {low} ({lowest}) and {high} ({highest})",
		Median: "{spread}, the median at {value}", FurtherGroups: "{count} further groups",
		Tiles: "Map of {count} squares. {subject}: highest in {name}, {value}", TilesLowest: "{highest}, and lowest in {name}, {value}",
		TilesScale:    "Each square is a region, coloured in five steps from {low} to {high}, {title}.",
		FromHighest:   "From the highest: {list}.",
		WithoutValues: Plural{"One region has no value and is hatched.", "{count} regions have no value and are hatched."},
		Cells:         "Table with bars, {count} rows. {subject}",
		CellsScale:    "A bar in each cell starts at zero; each column has a scale of its own.",

		Bars:         "Bar chart. {subject}: {list}.",
		BarsAtZero:   Plural{"One bar starts at zero", "{count} bars start at zero"},
		BarsTogether: "Together they are {total}.",
		Boxes:        "Below, dashed boxes without any length name what has no value. {says}: {list}.",
		Blocks:       "Bar chart. Taking {subject} as one, {list}.", BlockFirst: "{name} was {times}", BlockNext: "{name} {times}",
		BlocksScale: "{count} bars start with the same block, {subject}: {amount}. The axis counts blocks, from 0 to {most}.",
		BlockAdds:   "{name}, {detail}, adds {added} and reaches {says}: {amount}.",
		BlockMark:   "A dashed line marks {blocks}, where the same percentage of the base would have ended: {amount}.",
		BlocksOne:   "one block", BlocksMany: "{n} blocks", MoreOne: "one further block", MoreMany: "{n} further blocks",
		MoreSliver: "a sliver ({n} of a block)", MoreHalf: "half a block", MorePart: "{n} blocks",
		InAll: "{says} in all: {amount}", OfAt: "{of}, at {times}×", UpTo: "up to {times}", RiseOf: "{rise} more",
		Bridge:      "Bridge chart from {first}, {from}, to {last}, {to}: {list}.",
		BridgeScale: "{count} bars stand below one another on one scale that begins at zero. The first is {name}, {value}.",
		BridgeAdds:  "{name} adds {value}", BridgeTakes: "{name} takes away {value}", BridgeShare: "{step}, {share} of the difference", BridgeLast: "The last is {name}, {value}.",
		Dots:        "Dot chart. {subject}: {list}.",
		DotsOnScale: Plural{"One row of dots lies on a scale", "{count} rows of dots lie on a scale"},
		DotsEnds:    "The lowest is {low}, the highest {high}.",
		Timeline:    "Timeline, {from} to {until}", TimelineGaps: "{timeline}: {name} {spans}", GapSpan: "from {from} to {until}", GapMore: "{list}, and {last}",
		NothingInForce: "nothing was in force", GapMonths: Plural{"{says}: {count} month", "{says}: {count} months"},

		Panels: Panels{
			Columns: "Column chart", Line: "Line chart", ColumnsAndLine: "Column and line chart", LineAndColumns: "Line and column chart",
			TheChart: "The chart", Upper: "The upper chart", Lower: "The lower chart", Nth: "Chart {n}",
			InUnit: "in {unit}", ByTitle: "by {title}", Numbers: "numbers", Multiples: "multiples",

			Was: "{subject} was {ends}", WasAlways: "{subject} was {value} {when}", Rose: "{subject} rose from {ends}", Fell: "{subject} fell from {ends}",
			Both:    "both {first} and {last}",
			EndsAnd: "{from} {since} and {to} {until}", EndsTo: "{from} {since} to {to} {until}",
			Extremes:   "{subject}: lowest {low} ({lowName}), highest {high} ({highName})",
			Further:    "{says}; {medium} it was {ends}",
			AsForecast: "{says}, as the {forecast} of about {value}", BelowIt: "{says}, below the {forecast} of about {value}", AboveIt: "{says}, above the {forecast} of about {value}",

			AxisRuns: "The horizontal axis runs from {first} to {last}", AxisAlone: "The horizontal axis has {name} alone", AxisNames: "The horizontal axis has {count} names, from {first} to {last}",
			ShareRuns: "{charts} charts share a horizontal axis from {first} to {last}", ShareAlone: "{charts} charts share a horizontal axis of {name} alone",
			ShareNames: "{charts} charts share a horizontal axis of {count} names, from {first} to {last}",
			Divided:    "{axis}, divided into {count} {noun}s ({names})",
			Shows:      "{where} shows {title}, on a scale from {low} to {high}.",
			OneValue:   "The value is {value}.", Values: "The values are {values}.", Running: "{value} is agreed for {name}, which is not over",
			Changed: "From {from} to {to} the value {change}.", Lowest: "The lowest is {value} {when}.", Highest: "The highest is {value} {when}.",
			BelowEach: "Below each {point}: {title}, %", PointName: "name", PointYear: "year", PointMonth: "month", PointDay: "day", PointNumber: "number",
			Below:      "Below the {points} stands “{title}”: {list}.",
			PointNames: "names", PointYears: "years", PointMonths: "months", PointDays: "days", PointNumbers: "numbers",
			Limits:    "From {from} to {to} a wedge shows the limits: {limits}.",
			LimitsSay: "at the least {low} ({lowSays}), at the most {high} by {name} ({highSays})", LimitsTo: "{from} to {to}: {limits}.",
			LimitEnd: "{says}: {value} by {name}",
			Forecast: "A dashed line shows the {forecast}: {list}.", Instead: "{when} it was {value} instead.", ForecastEnd: "{forecast}: about" + nbsp + "{value}",
			Proposal: "A line across the column of {name} shows a proposal: {says}.", ProposalOpen: "A striped column behind it, whose end fades, of {name} shows a proposal: {says}.",
			Note:        "A note at {name} says: {says}",
			YearNotOver: "year not over",
		},
	},
	Page: Page{
		Skip: "Skip to the text", Draft: "Draft: this page is not published.", Preview: "This is a preview, not the public site.", SiteMenu: "Site", AllPages: "All pages",
		EditionOf: "Edition of", AsOf: "As of", See: "See", PageNow: "this page as it is now", And: "and", ChangedSince: "what changed since",
		Rights:    "Text and charts: {licence}",
		Reference: "Reference", Chart: "Chart", Charts: "Charts", Corrections: "Corrections",
		Updated: "Updated", WhatChanged: "What changed", HowToCite: "How to cite", OnThisPage: "On this page", MinuteRead: "{n}-minute read",
		By: "By {names}", ReviewedBy: "Reviewed by {names}",
		InBrief: "In brief", Unknowns: "What we do not know", Next: "Next", Related: "Related",
		SourcesHere: "Sources for this page", Cited: "Cited", BackToText: "Back to the text", Here: "here",
		ChangedHere: "What changed on this page", Edit: "Edit this page at its source", Copy: "Copy", Copied: "Copied", Selected: "Selected",
		BackToPlace: "Back to the text, place {place}", SourceInList: "Source {n} in the list", SaidBefore: "It said before: {was}.",

		SourceMark: "source {n}", NoteMark: "note {n}", BackToNote: "back to note {n}", BackToUse: "{note}, use {n}", Notes: "Notes", Code: "Code", CodeIn: "Code ({language})", TableNumber: "Table {n}",

		Figure: "Figure" + nbsp + "{n}", Table: "Table" + nbsp + "{n}",
		Note: "Note", Tip: "Tip", Important: "Important", Warning: "Warning", Caution: "Caution",

		CiteWhat: "How to cite {what}", ThisPage: "this page", ThisChart: "this chart", Short: "Short", Full: "Full",
		CiteSources: "If you use a number from a source we cite, please cite that source too.",
		Cite:        "{site}, {title}, version of {date}.", FiguresFrom: "{cite} Figures from {names}.", Fetched: "{cite} Retrieved from {address}", CiteBy: "{names}, {cite}",
		OneOtherSource: "one other source", OtherSources: "{count} other sources",

		ChartOf: "Chart: {headline}", OfTheChart: "of the chart: {headline}", DrawingOf: "Drawing: {headline}", NumbersOf: "Numbers: {headline}",
		AboutChart: "About this chart", Views: "Views:", ViewsOf: "Views of this chart", Source: "Source:", CiteEmbedUse: "Cite, embed, use", ReadAsList: "Read as a list", ShowNumbers: "Show the numbers", DescribeChart: "Describe this chart",
		Explore: "Explore", BackToDrawing: "Back to the drawing",
		ExploreFailed: "The explorable chart could not be loaded. The drawing and the numbers are complete without it.",

		Download: "Download and embed", ForPNG: "for documents and slides", ForSVG: "for print and for editing", ForCSV: "the numbers as drawn", AlsoExcel: "also for Excel",
		Tidy: "Tidy CSV", ForTidy: "the same numbers one a line, for statistics programs", ForJSON: "the chart with its numbers and sources, for programs",
		ToEmbed: "To show this chart in another page, paste this:", ToFollow: "So that the frame is always as high as the chart, paste this once too. It is optional:",
		FromWhere: "What comes from where", WhereUsed: "Where it is used",
		UseData: "Use this data", ReadsCSV: "Each of these reads the CSV file from its address.", WithTable: "With a table, sources and data to download.",
		AllCharts: "All charts", AllChartsDeck: "Each has its numbers, a description in words, its sources, and files to download or embed.",
		AllChartsFind: "Every chart of {site}, with its numbers, sources and downloads.",

		Changes: "Corrections and changes", ChangesDeck: "What was wrong and was put right, and what else changed, newest first. Each page lists its own changes too.",
		None: "None so far.", Feed: "Corrections and changes as a feed", OtherChanges: "Other changes",
		Versions: "Earlier versions of the site", VersionsSay: "Each is kept as it was on its day.",
		ChangesFind: "Every correction and every other change of {site}, with its date and its page.",

		Search: "Search", WordsOrNumbers: "Words or numbers", AllHeadings: "All pages and headings", AllFigures: "All figures", NoPages: "No pages",
		SearchFailed: "The index could not be loaded. The list of all headings is complete without it.",
		SearchFind:   "Search the pages and figures of {site}, or find them in a list.", FiguresOf: "The figures of {site}",
		Pages: Plural{"{n} page", "{n} pages"},
	},
	Lists: Lists{
		FigureGroups: "Groups of figures", FilesOfData: "Files of data", ShowFigures: "Show figures with", OtherFigures: "Other figures", Figures: Plural{"{n} figure", "{n} figures"},
		Sum: "Sum", Over: "Over", Status: "Status", AsOf: "As of", InItsWords: "In its words", Source: "Source", LastChecked: "Last checked", SourceRead: "Source read",
		DueAgain: "Due again", By: "by", UsedIn: "Used in", Note: "Note", Changed: "Changed", Before: "before: {was}.",
		Official: "Official", Reported: "Reported", Arithmetic: "Our arithmetic", More: "{rise} more", WithAlso: "{value} ({also})", Power: "{base} to the power {exponent}",
		About: "about", UpTo: "up to", MoreThan: "more than", AtLeast: "at least", Nearly: "nearly",
		DataPackage: "The data package", DataPackageSays: "What each column means, for programs", FiguresOfPage: "All figures of this page",

		SourceGroups: "Groups of sources", Letters: "Letters", TakenFrom: "Taken from it:",
		Primary: "Primary source", PrimaryGroup: "Primary records", Report: "Report", ReportGroup: "Reports and copies", ArchiveCopy: "Archive copy",

		WhyDiffer: "Why they differ", WeUse: "We use", AllDifferences: "All differences", Settle: "What would settle it:",
		DifferentThings: "Different things", Rounded: "Same thing, rounded", DifferentBase: "Same thing, different starting figure or rate",
		ForecastOutcome: "Forecast and outcome", SourcesDiffer: "Sources differ", SourceMistaken: "Source seems mistaken",

		WhoseStep: "Whose step it was", Years: "Years",
	},
	WhatIf: WhatIf{
		Question: "What would X% more mean?", Was: "{what} was", MoreAdds: "“More” is added to that; “of” is a part of it.",
		Guess:     "Drag to what you think {n}% more makes of {base}, then look.",
		PercentOf: "{n}% of", RiseOf: "{n}% more", PercentMore: "Percent more", Look: "Look", Hint: "Drag, type, or use the arrow keys.", CopyLink: "Copy link to this",
		EachRise: "Each rise in a table", ComesTo: "What each rise comes to", Arithmetic: "Our arithmetic on {base}, in {unit}.",
		ColumnMore: "X% more", ColumnTimes: "Multiply by", ColumnTotal: "Comes to", ColumnOf: "“X% of” it", NoRise: "no rise", Double: "double",
		Script: WhatIfScript{
			Spelled: "two three four five six", Times: "{n} times", Of: "{n}% of", Speak: "{n}% more, {times}", Same: "the same",
			More: "{n}% more than {base} is {sum}: {times} times as much.", Doubled: "{n}% more than {base} is {sum}: double.", NoRise: "No rise: {base}.",
			OfIt: "{n}% of it would be {sum}: {times}.", OnlyOfIt: "{n}% of it would be only {sum}: {times}.",
			Thought: "That is what you thought.", Otherwise: "You thought it was {n} times.",
			Copied: "Copied", CannotCopy: "This browser lets no page copy. The link is in the address bar.",
		},
	},
	Files: Files{
		CorrectionsOf: "Corrections of {site}", CorrectionsSay: "What was put right, and what else changed.", CorrectedEntry: "Corrected: {title}", ChangedEntry: "Changed: {title}",
		Mark: "A disc cut in two equal parts", InUnit: "{description}. Unit: {unit}.",

		TextAndCharts: "Text and charts", NameSource: "Name the source like this: {name}", Changed: "If you changed something, say so.",
		Numbers: "Numbers taken from others", NumbersSay: "They belong to their sources, which stand beside each number and in the\n  files under {address}. If you use one, name its source too.",
		Program: "Program", Published: "Published by {name}",

		Twins: "Each page has a twin in Markdown beside it, as index.md. Every number in them leads to what it is, its unit, its date and its sources; for programs the same is at {address}. Cite the page, and the source of the number.",
		Pages: "Pages", Charts: "Charts", Data: "Data",
		Ledger: "every figure, source, account and event; figures/ID.json has one figure with its sources", LedgerSchema: "the JSON Schema of both",
		DataPackage: "the tables, as a Frictionless data package", Croissant: "the tables, as a Croissant dataset", SearchIndex: "the index that the page of search uses",
	},
	Reading: Reading{
		Doubled: []string{"had", "that"}, Or: "or", Graded: true,
		Empty: []string{"click here", "here", "this", "link", "this link", "this page", "more", "read more", "learn more", "see more", "details"},
		Abbreviations: []string{"mr", "mrs", "ms", "dr", "gen", "lt", "col", "sen", "rep", "prof",
			"no", "nos", "p", "pp", "vs", "v", "st", "art", "vol", "ed", "eg", "ie"},
	},
	Change: Change{
		RoseBy: "rose by {n}", FellBy: "fell by {n}", RoseFrom: "rose from {from} to {to}", FellFrom: "fell from {from} to {to}",
		Multiplied: "rose to {times} what it was",
		Rose:       "rose", Fell: "fell", Hardly: "hardly changed", Not: "did not change",
	},
}

// spellEnglish spells a number that is below a hundred, or one below a hundred of
// hundreds, thousands or millions: “four thousand”.
func spellEnglish(n int) (string, bool) {
	small := []string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	tens := []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	scaled := func(n int, word string) (string, bool) {
		if n >= 100 {
			return "", false
		}
		s, ok := spellEnglish(n)
		return s + nbsp + word, ok
	}
	switch {
	case n < 20:
		return small[n], true
	case n < 100 && n%10 == 0:
		return tens[n/10], true
	case n < 100:
		return tens[n/10] + "-" + small[n%10], true
	case n < 1000 && n%100 == 0:
		return small[n/100] + nbsp + "hundred", true
	case n < 1_000_000 && n%1000 == 0:
		return scaled(n/1000, "thousand")
	case n%1_000_000 == 0:
		return scaled(n/1_000_000, "million")
	}
	return "", false
}
