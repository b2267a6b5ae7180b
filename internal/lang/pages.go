package lang

import "encoding/json"

// Page is what stands around the text of a page, and what the program’s own pages say.
type Page struct {
	// The frame of every page.
	Skip, Draft, Preview, SiteMenu, AllPages         string
	EditionOf, AsOf, See, PageNow, And, ChangedSince string  // before a date or a link
	Rights                                           Pattern // {licence}
	Reference, Chart, Charts, Corrections            string  // over titles and in menus
	Updated, WhatChanged, HowToCite, OnThisPage      string
	MinuteRead                                       Pattern // {n}
	By, ReviewedBy                                   Pattern // {names}
	InBrief, Unknowns, Next, Related                 string
	SourcesHere, Cited, BackToText, Here             string
	ChangedHere, Edit, Copy, Copied, Selected        string
	BackToPlace, SourceInList, SaidBefore            Pattern // {place}; {n}; {was}

	// Marks in a text.
	SourceMark, NoteMark, BackToNote, BackToUse Pattern // {n}; {n}; {n}; {note}, {n}
	Notes, Code                                 string
	CodeIn, TableNumber                         Pattern // {language}; {n}

	// What is called by its number: in a link its word alone is written. And callouts.
	Figure, Table                          Pattern // {n}
	Note, Tip, Important, Warning, Caution string

	// How to cite a page or a chart.
	CiteWhat                   Pattern // {what}
	ThisPage, ThisChart        string
	Short, Full, CiteSources   string
	Cite, FiguresFrom, Fetched Pattern // {site}, {title}, {date}; {cite}, {names}; {cite}, {address}
	CiteBy                     Pattern // {names}, {cite}
	OneOtherSource             string
	OtherSources               Pattern // {count}

	// The frame of a chart.
	ChartOf, OfTheChart, DrawingOf, NumbersOf                 Pattern // {headline}
	AboutChart, Source, CiteEmbedUse, ReadAsList, ShowNumbers string
	Views, ViewsOf                                            string
	DescribeChart, Explore, BackToDrawing, ExploreFailed      string

	// The page of a chart, and the list of charts.
	Download, ForPNG, ForSVG, ForCSV, AlsoExcel, Tidy, ForTidy, ForJSON   string
	ToEmbed, ToFollow, FromWhere, WhereUsed, UseData, ReadsCSV, WithTable string
	AllCharts, AllChartsDeck                                              string
	AllChartsFind                                                         Pattern // {site}

	// Corrections and changes.
	Changes, ChangesDeck, None, Feed, OtherChanges, Versions, VersionsSay string
	ChangesFind                                                           Pattern // {site}

	// The search.
	Search, WordsOrNumbers, AllHeadings, AllFigures, NoPages, SearchFailed string
	SearchFind, FiguresOf                                                  Pattern // {site}
	Pages                                                                  Plural  // {n}
}

// Lists is the lists of figures, sources, questions and events.
type Lists struct {
	FigureGroups, FilesOfData, ShowFigures, OtherFigures                 string
	Figures                                                              Plural // {n}
	Sum, Over, Status, AsOf, InItsWords, Source, LastChecked, SourceRead string
	DueAgain, By, UsedIn, Note, Changed                                  string
	Before                                                               Pattern // {was}
	Official, Reported, Arithmetic                                       string
	More                                                                 Pattern // {rise}: over a base
	WithAlso                                                             Pattern // {value}, {also}
	Power                                                                Pattern // {base}, {exponent}
	About, UpTo, MoreThan, AtLeast, Nearly                               string  // before a number
	DataPackage, DataPackageSays, FiguresOfPage                          string

	SourceGroups, Letters, TakenFrom                        string
	Primary, PrimaryGroup, Report, ReportGroup, ArchiveCopy string

	WhyDiffer, WeUse, AllDifferences, Settle                                                string
	DifferentThings, Rounded, DifferentBase, ForecastOutcome, SourcesDiffer, SourceMistaken string

	WhoseStep, Years string
}

// WhatIf is the calculator of rises.
type WhatIf struct {
	Question, MoreAdds, PercentMore, Look, Hint, CopyLink, EachRise, ComesTo string
	Was                                                                      Pattern // {what}, before the base
	Guess                                                                    Pattern // {n}, {base}
	PercentOf, RiseOf                                                        Pattern // {n}
	Arithmetic                                                               Pattern // {base}, {unit}
	ColumnMore, ColumnTimes, ColumnTotal, ColumnOf                           string
	NoRise, Double                                                           string

	Script WhatIfScript
}

// WhatIfScript is what the script of the calculator says.
type WhatIfScript struct {
	Spelled            string  // the multiples from two to six
	Times, Of, Speak   Pattern // {n}; {n}; {n}, {times}
	Same               string
	More, Doubled      Pattern // {n}, {base}, {sum}, {times}
	NoRise             Pattern // {base}
	OfIt, OnlyOfIt     Pattern // {n}, {sum}, {times}
	Thought, Otherwise Pattern // nothing; {n}
	Copied, CannotCopy string
}

// JSON is the words for the script.
func (w WhatIfScript) JSON() string {
	text, err := json.Marshal(w)
	if err != nil {
		panic(err) // strings always encode
	}
	return string(text)
}

// Files is what files say that are not pages.
type Files struct {
	CorrectionsOf                Pattern // {site}
	CorrectionsSay               string
	CorrectedEntry, ChangedEntry Pattern // {title}
	Mark                         string  // what the sign of a site shows
	InUnit                       Pattern // {description}, {unit}: of a column

	// licence.txt
	TextAndCharts, Changed, Numbers, Program string
	NameSource, NumbersSay, Published        Pattern // {name}; {address}; {name}

	// llms.txt
	Twins                                                     Pattern // {address}
	Pages, Charts, Data                                       string
	Ledger, LedgerSchema, DataPackage, Croissant, SearchIndex string
}
