package lang

// German is the words and numbers of German: a point between thousands and a comma
// for decimals, “3. März 2024”, „…“. Names and nouns have capitals within a sentence too.
var German = &Language{
	Tag: "de", Name: "German",

	Numbers: Numbers{Thousands: ".", Decimal: ",", Spell: spellGerman},
	Dates: Dates{
		Months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		Short:  [12]string{"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
		Day:    "{day}. {month} {year}", Month: "{month} {year}",
	},
	Text: Text{And: "{list} und {last}", Quoted: "„{text}“", Within: func(title string) string { return title }},

	Units: Units{
		Percent: "{n}" + nbsp + "Prozent", PercentShort: "{n}" + nbsp + "%",
		Points:      Plural{"{n}" + nbsp + "Prozentpunkt", "{n}" + nbsp + "Prozentpunkte"},
		PointsShort: Plural{"{n}" + nbsp + "Punkt", "{n}" + nbsp + "Punkte"},
		Times:       "{n}-mal", TimesSpelled: "{n}mal", Once: "einmal", Twice: "zweimal",

		PercentAxis: "Prozent", MoreAxis: "Prozent mehr", PointsAxis: "Prozentpunkte", RatioAxis: "Verhältnis", IndexAxis: "Index", CountAxis: "Anzahl",

		Years:  Unit{"Jahre", "{n} Jahr", "{n} Jahre"},
		Months: Unit{"Monate", "{n} Monat", "{n} Monate"},
		Weeks:  Unit{"Wochen", "{n} Woche", "{n} Wochen"},
		Days:   Unit{"Tage", "{n} Tag", "{n} Tage"},
		Hours:  Unit{"Stunden", "{n} Stunde", "{n} Stunden"},
	},
	Change: Change{
		RoseBy: "stieg um {n}", FellBy: "fiel um {n}", RoseFrom: "stieg von {from} auf {to}", FellFrom: "fiel von {from} auf {to}",
		Multiplied: "stieg auf {times} so viel wie zuvor",
		Rose:       "stieg", Fell: "fiel", Hardly: "änderte sich kaum", Not: "änderte sich nicht",
	},

	Chart: Chart{
		When: When{Year: "im Jahr {name}", In: "im {name}", Day: "am {name}", Number: "bei {name}", Name: "für {name}"},

		TableBelow: "Tabelle darunter",
		SourceLine: Plural{"Quelle: {names}", "Quellen: {names}"},
		AndOthers:  "{names} und andere",
		NoValue:    "kein Wert",
		Axis:       "Die Achse reicht von {first} bis {last}.", AxisOne: "Auf der Achse steht nur {name}.", AxisNames: "Auf der Achse stehen {count} Namen, von {first} bis {last}.",
		Scale: "Die Skala reicht von {low} bis {high}", ScaleOf: "Die Skala ({title}) reicht von {low} bis {high}",
		ScaleRatios: "{scale}, in gleichen Schritten für gleiche Verhältnisse", ScaleOff: "{scale} und beginnt nicht bei null",
		Range: "{low} bis {high}",
		Ends:  "Am niedrigsten ist der Wert {lowWhen}, {low}, am höchsten {highWhen}, {high}.",

		Source: "Quelle", Item: "Posten", Share: "Anteil", ShareOf: "{name}, Anteil", Together: "Zusammen", Row: "Zeile", Low: "Untergrenze, {unit}", High: "Obergrenze, {unit}", Detail: "Einzelheit",
		Step: "Schritt", BeforeRounding: "Vor dem Runden", OurArithmetic: "eigene Rechnung", Proposed: "Vorgeschlagen",
		Proposal: "Vorschlag", WhenTitle: "Wann", Who: "Wer", MorePercent: "% mehr", ReportedAs: "Berichtet als", OfInstead: "„% von“ wäre", Base: "Grundwert", Added: "Hinzu",
		TimesBase: "Vielfaches von {base}", TheBase: "Grundwert",
		Date: "Datum", Until: "Bis", What: "Was", InFull: "Ausführlich", Months: "Monate", StepBy: "Schritt von", KnownTo: "Bekannt auf den", Events: "Ereignisse", Year: "Jahr", Period: "Zeitraum",
		PreciseDay: "Tag", PreciseMonth: "Monat", PreciseYear: "Jahr",
		ChangeOnYear: "Änderung zum Vorjahr", ChangeOnMonth: "Änderung zum Vormonat", ChangeOnRow: "Änderung zur Zeile davor",

		Alone: "{when}: {name} {value}", Alike: "{when} liegen {names} gleichauf, {value}",
		Standing: "{when} am höchsten: {high}, {top}; am niedrigsten: {low}, {bottom}",
		Empty:    "{name}: kein Wert", Single: "{name}: ein Wert, {value} {when}",
		Course: "{name}: Der Wert {went}", Went: "{change}: {since} {from}, {until} {to}",
		Between: "Zwischen {span} stieg {up} über {down}", Crossings: "Die Linien kreuzen sich {count}mal",
		Peak: "{name}: {when} am höchsten, {value}", Bottom: "{peak}, und {when} am niedrigsten, {value}",
		Lines: "Liniendiagramm, Zahl der Reihen: {count}. {subject}: {says}", LinesOne: "Liniendiagramm. {subject}: {says}",
		FurtherLines: Plural{"Eine weitere Linie steht dünn und grau dahinter.", "{count} weitere Linien stehen dünn und grau dahinter."},
		BarsOfSeries: "Balkendiagramm, Zahl der Reihen: {count}. {subject}: {says}", ColumnsOfSeries: "Säulendiagramm, Zahl der Reihen: {count}. {subject}: {says}",
		Multiples: "Kleine Felder auf einer Skala, Zahl der Reihen: {count}. {subject}: {says}", EachPanel: "Jedes Feld hat eine Reihe.",
		Slope: "Steigungsdiagramm. {subject}: {says}", Balance: "gestiegen: {up}, gefallen: {down}; am stärksten änderte sich {name}: Der Wert {went}",
		NoPairs:  "keine Reihe hat zwei Werte",
		Dumbbell: "Hanteldiagramm. {subject}, {a} und {b}", Widest: "{chart}, Zahl der Zeilen: {count}; am weitesten liegen die Werte hier auseinander: {gap}",
		Gap: "{name}: {first} für {a}, {second} für {b}", GapAlone: "{name}: {value} nur für {series}",
		Areas: "Flächendiagramm. {subject}, Zahl der Teile {count}: {names}", BarsOfParts: "Balkendiagramm aus Teilen. {subject}, Zahl der Teile {count}: {names}",
		ColumnsOfParts: "Säulendiagramm aus Teilen. {subject}, Zahl der Teile {count}: {names}",
		Largest:        "{when} größter Teil: {name}, {share}", LargestOf: "{largest} von {total}", ItsShare: "Der Anteil lag {since} bei {from} und {until} bei {to}.",

		Scatter:     "Streudiagramm, Zahl der Punkte: {count}. {subject}",
		ScatterAxes: "Unten: {x}, von {xLow} bis {xHigh}. An der Seite: {y}, von {yLow} bis {yHigh}.",
		ScatterEnds: "Am höchsten nach {x}: {a}, {xValue}; nach {y}: {b}, {yValue}", ScatterDot: "{name}: {x} und {y}.",
		GoTogether: "Wo der eine Wert höher ist, ist es meist auch der andere", GoApart: "Wo der eine Wert höher ist, ist der andere meist niedriger",
		GoAlone: "Keiner der Werte steigt oder fällt mit dem anderen",
		Strip:   "Punktstreifen. {subject}", Spread: "{name}: {count} Werte; der niedrigste {low} ({lowest}), der höchste {high} ({highest})",
		Median: "{spread}; Median {value}", FurtherGroups: "{count} weitere Gruppen",
		Tiles: "Karte aus Quadraten, Zahl der Gebiete: {count}. {subject}: am höchsten in {name}, {value}", TilesLowest: "{highest}, und am niedrigsten in {name}, {value}",
		TilesScale:    "Jedes Quadrat ist ein Gebiet, gefärbt in fünf Stufen von {low} bis {high}, {title}.",
		FromHighest:   "Vom höchsten an: {list}.",
		WithoutValues: Plural{"Ein Gebiet hat keinen Wert und ist schraffiert.", "{count} Gebiete haben keinen Wert und sind schraffiert."},
		Cells:         "Tabelle mit Balken, Zahl der Zeilen: {count}. {subject}",
		CellsScale:    "In jeder Zelle beginnt ein Balken bei null; jede Spalte hat ihre eigene Skala.",

		Bars:         "Balkendiagramm. {subject}: {list}.",
		BarsAtZero:   Plural{"Ein Balken beginnt bei null", "{count} Balken beginnen bei null"},
		BarsTogether: "Zusammen sind es {total}.",
		Boxes:        "Darunter stehen gestrichelte Kästen ohne Länge für das, was keinen Wert hat. {says}: {list}.",
		Blocks:       "Balkendiagramm. Wenn {subject} eins ist: {list}.", BlockFirst: "{name} {times}", BlockNext: "{name} {times}",
		BlocksScale: "{count} Balken beginnen mit demselben Block, {subject}: {amount}. Die Achse zählt Blöcke, von 0 bis {most}.",
		BlockAdds:   "{name}, {detail}: dazu kommt {added}; das sind {says}: {amount}.",
		BlockMark:   "Eine gestrichelte Linie steht bei {blocks}, wo derselbe Prozentsatz vom Grundwert geendet hätte: {amount}.",
		BlocksOne:   "einem Block", BlocksMany: "{n} Blöcken", MoreOne: "ein weiterer Block", MoreMany: "{n} weitere Blöcke",
		MoreSliver: "ein schmaler Streifen ({n} eines Blocks)", MoreHalf: "ein halber Block", MorePart: "{n} Blöcke",
		InAll: "zusammen {says}: {amount}", OfAt: "{of}, bei {times}×", UpTo: "bis zu {times}", RiseOf: "{rise} mehr",
		Bridge:      "Brückendiagramm von {first}, {from}, zu {last}, {to}: {list}.",
		BridgeScale: "{count} Balken stehen untereinander auf einer Skala, die bei null beginnt. Der erste ist {name}, {value}.",
		BridgeAdds:  "{name}: {value} mehr", BridgeTakes: "{name}: {value} weniger", BridgeShare: "{step}, {share} des Unterschieds", BridgeLast: "Der letzte ist {name}, {value}.",
		Dots:        "Punktdiagramm. {subject}: {list}.",
		DotsOnScale: Plural{"Eine Zeile mit Punkten liegt auf einer Skala", "{count} Zeilen mit Punkten liegen auf einer Skala"},
		DotsEnds:    "Am niedrigsten: {low}, am höchsten: {high}.",
		Timeline:    "Zeitleiste, {from} bis {until}", TimelineGaps: "{timeline}: {spans} {name}", GapSpan: "von {from} bis {until}", GapMore: "{list}, und {last}",
		NothingInForce: "galt nichts", GapMonths: Plural{"{says}: {count} Monat", "{says}: {count} Monate"},

		Panels: Panels{
			Columns: "Säulendiagramm", Line: "Liniendiagramm", ColumnsAndLine: "Säulen- und Liniendiagramm", LineAndColumns: "Linien- und Säulendiagramm",
			TheChart: "Das Diagramm", Upper: "Das obere Diagramm", Lower: "Das untere Diagramm", Nth: "Diagramm {n}",
			InUnit: "in {unit}", ByTitle: "nach {title}", Numbers: "Zahlen", Multiples: "Vielfache",

			Was: "{subject}: {ends}", WasAlways: "{subject}: {value}, {when}", Rose: "{subject}: gestiegen, {ends}", Fell: "{subject}: gefallen, {ends}",
			Both:    "{first} wie {last}",
			EndsAnd: "{from} {since} und {to} {until}", EndsTo: "{from} {since}, dann {to} {until}",
			Extremes:   "{subject}: am niedrigsten {low} ({lowName}), am höchsten {high} ({highName})",
			Further:    "{says}; {medium} waren es {ends}",
			AsForecast: "{says}, wie erwartet ({forecast}: etwa {value})", BelowIt: "{says}, weniger als erwartet ({forecast}: etwa {value})", AboveIt: "{says}, mehr als erwartet ({forecast}: etwa {value})",

			AxisRuns: "Die waagerechte Achse reicht von {first} bis {last}", AxisAlone: "Auf der waagerechten Achse steht nur {name}", AxisNames: "Auf der waagerechten Achse stehen {count} Namen, von {first} bis {last}",
			ShareRuns: "{charts} Diagramme haben eine waagerechte Achse, von {first} bis {last}", ShareAlone: "{charts} Diagramme haben eine waagerechte Achse, auf der nur {name} steht",
			ShareNames: "{charts} Diagramme haben eine waagerechte Achse mit {count} Namen, von {first} bis {last}",
			Divided:    "{axis}, nach {noun} geteilt in {count} Abschnitte ({names})",
			Shows:      "{where} zeigt {title}, auf einer Skala von {low} bis {high}.",
			OneValue:   "Der Wert ist {value}.", Values: "Die Werte sind {values}.", Running: "{value} ist vereinbart für {name}, das noch nicht zu Ende ist",
			Changed: "Von {from} bis {to}: Der Wert {change}.", Lowest: "Am niedrigsten ist der Wert {when}, {value}.", Highest: "Am höchsten ist der Wert {when}, {value}.",
			BelowEach: "Je {point}: {title}, %", PointName: "Name", PointYear: "Jahr", PointMonth: "Monat", PointDay: "Tag", PointNumber: "Zahl",
			Below:      "Unter den {points} steht „{title}“: {list}.",
			PointNames: "Namen", PointYears: "Jahren", PointMonths: "Monaten", PointDays: "Tagen", PointNumbers: "Zahlen",
			Limits:    "Von {from} bis {to} zeigt ein Keil die Grenzen: {limits}.",
			LimitsSay: "mindestens {low} ({lowSays}), höchstens {high} bis {name} ({highSays})", LimitsTo: "{from} bis {to}: {limits}.",
			LimitEnd: "{says}: {value} bis {name}",
			Forecast: "Eine gestrichelte Linie zeigt, was erwartet wurde ({forecast}): {list}.", Instead: "{when} war es stattdessen {value}.", ForecastEnd: "{forecast}: etwa" + nbsp + "{value}",
			Proposal: "Eine Linie quer über der Säule von {name} zeigt einen Vorschlag: {says}.", ProposalOpen: "Eine gestreifte Säule hinter der von {name}, deren Ende verblasst, zeigt einen Vorschlag: {says}.",
			Note:        "Eine Notiz bei {name} sagt: {says}",
			YearNotOver: "Jahr noch nicht zu Ende",
		},
	},
	Page: Page{
		Skip: "Zum Text springen", Draft: "Entwurf: Diese Seite ist nicht veröffentlicht.", Preview: "Dies ist eine Vorschau, nicht die öffentliche Website.", SiteMenu: "Website", AllPages: "Alle Seiten",
		EditionOf: "Ausgabe vom", AsOf: "Stand vom", See: "Siehe", PageNow: "diese Seite, wie sie jetzt ist,", And: "und", ChangedSince: "was sich seither geändert hat",
		Rights:    "Texte und Diagramme: {licence}",
		Reference: "Nachschlagen", Chart: "Diagramm", Charts: "Diagramme", Corrections: "Berichtigungen",
		Updated: "Stand:", WhatChanged: "Was sich geändert hat", HowToCite: "Zitierweise", OnThisPage: "Auf dieser Seite", MinuteRead: "{n} Minuten Lesezeit",
		InBrief: "Kurz gesagt", Unknowns: "Was wir nicht wissen", Next: "Weiter", Related: "Verwandtes",
		SourcesHere: "Quellen dieser Seite", Cited: "Zitiert", BackToText: "Zurück zum Text", Here: "hier",
		ChangedHere: "Was sich auf dieser Seite geändert hat", Edit: "Diese Seite an ihrer Quelle bearbeiten", Copy: "Kopieren", Copied: "Kopiert", Selected: "Ausgewählt",
		BackToPlace: "Zurück zum Text, Stelle {place}", SourceInList: "Quelle {n} in der Liste", SaidBefore: "Vorher stand hier: {was}.",

		SourceMark: "Quelle {n}", NoteMark: "Anmerkung {n}", BackToNote: "zurück zu Anmerkung {n}", BackToUse: "{note}, Stelle {n}", Notes: "Anmerkungen", Code: "Code", CodeIn: "Code ({language})",
		By: "Von {names}", ReviewedBy: "Geprüft von {names}", Figure: "Abbildung" + nbsp + "{n}", Table: "Tabelle" + nbsp + "{n}",
		Note: "Hinweis", Tip: "Tipp", Important: "Wichtig", Warning: "Warnung", Caution: "Vorsicht", CiteBy: "{names}, {cite}",
		TableNumber: "Tabelle {n}",

		CiteWhat: "So zitieren Sie {what}", ThisPage: "diese Seite", ThisChart: "dieses Diagramm", Short: "Kurz", Full: "Vollständig",
		CiteSources: "Wenn Sie eine Zahl aus einer Quelle verwenden, die wir nennen, nennen Sie bitte auch diese Quelle.",
		Cite:        "{site}, {title}, Fassung vom {date}.", FiguresFrom: "{cite} Zahlen von {names}.", Fetched: "{cite} Abgerufen von {address}",
		OneOtherSource: "einer weiteren Quelle", OtherSources: "{count} weiteren Quellen",

		ChartOf: "Diagramm: {headline}", OfTheChart: "des Diagramms: {headline}", DrawingOf: "Zeichnung: {headline}", NumbersOf: "Zahlen: {headline}",
		AboutChart: "Über dieses Diagramm", Views: "Ansichten:", ViewsOf: "Ansichten dieses Diagramms", Source: "Quelle:", CiteEmbedUse: "Zitieren, einbetten, verwenden", ReadAsList: "Als Liste lesen", ShowNumbers: "Zahlen zeigen", DescribeChart: "Diagramm beschreiben",
		Explore: "Erkunden", BackToDrawing: "Zurück zur Zeichnung",
		ExploreFailed: "Das Diagramm zum Erkunden konnte nicht geladen werden. Zeichnung und Zahlen sind auch ohne es vollständig.",

		Download: "Herunterladen und einbetten", ForPNG: "für Dokumente und Folien", ForSVG: "für den Druck und zum Bearbeiten", ForCSV: "die Zahlen wie gezeichnet", AlsoExcel: "auch für Excel",
		Tidy: "CSV in langer Form", ForTidy: "dieselben Zahlen, eine je Zeile, für Statistikprogramme", ForJSON: "das Diagramm mit Zahlen und Quellen, für Programme",
		ToEmbed: "Um dieses Diagramm auf einer anderen Seite zu zeigen, fügen Sie dies ein:", ToFollow: "Damit der Rahmen immer so hoch ist wie das Diagramm, fügen Sie einmal auch dies ein. Es ist freiwillig:", FromWhere: "Was woher kommt", WhereUsed: "Wo es verwendet wird",
		UseData: "Diese Daten verwenden", ReadsCSV: "Jedes dieser Beispiele liest die CSV-Datei von ihrer Adresse.", WithTable: "Mit Tabelle, Quellen und Daten zum Herunterladen.",
		AllCharts: "Alle Diagramme", AllChartsDeck: "Zu jedem gibt es die Zahlen, eine Beschreibung in Worten, die Quellen und Dateien zum Herunterladen oder Einbetten.",
		AllChartsFind: "Alle Diagramme von {site}, mit Zahlen, Quellen und Dateien zum Herunterladen.",

		Changes: "Berichtigungen und Änderungen", ChangesDeck: "Was falsch war und berichtigt wurde, und was sich sonst geändert hat, das Neueste zuerst. Jede Seite nennt auch ihre eigenen Änderungen.",
		None: "Bisher keine.", Feed: "Berichtigungen und Änderungen als Feed", OtherChanges: "Andere Änderungen",
		Versions: "Frühere Fassungen der Website", VersionsSay: "Jede bleibt so erhalten, wie sie an ihrem Tag war.",
		ChangesFind: "Alle Berichtigungen und alle anderen Änderungen von {site}, mit Datum und Seite.",

		Search: "Suche", WordsOrNumbers: "Wörter oder Zahlen", AllHeadings: "Alle Seiten und Überschriften", AllFigures: "Alle Zahlen", NoPages: "Keine Seiten",
		SearchFailed: "Das Verzeichnis konnte nicht geladen werden. Die Liste aller Überschriften ist auch ohne es vollständig.",
		SearchFind:   "Durchsuchen Sie die Seiten und Zahlen von {site}, oder finden Sie sie in einer Liste.", FiguresOf: "Die Zahlen von {site}",
		Pages: Plural{"{n} Seite", "{n} Seiten"},
	},
	Lists: Lists{
		FigureGroups: "Gruppen von Zahlen", FilesOfData: "Dateien mit Daten", ShowFigures: "Zahlen zeigen mit", OtherFigures: "Andere Zahlen", Figures: Plural{"{n} Zahl", "{n} Zahlen"},
		Sum: "Rechnung", Over: "Grundwert", Status: "Herkunft", AsOf: "Stand", InItsWords: "Im Wortlaut", Source: "Quelle", LastChecked: "Zuletzt geprüft", SourceRead: "Quelle gelesen",
		DueAgain: "Wieder fällig", By: "bis", UsedIn: "Verwendet in", Note: "Anmerkung", Changed: "Geändert", Before: "vorher: {was}.",
		Official: "Amtlich", Reported: "Berichtet", Arithmetic: "Eigene Rechnung", More: "{rise} mehr", WithAlso: "{value} ({also})", Power: "{base} hoch {exponent}",
		About: "etwa", UpTo: "bis zu", MoreThan: "mehr als", AtLeast: "mindestens", Nearly: "fast",
		DataPackage: "Das Datenpaket", DataPackageSays: "Was jede Spalte bedeutet, für Programme", FiguresOfPage: "Alle Zahlen dieser Seite",

		SourceGroups: "Gruppen von Quellen", Letters: "Buchstaben", TakenFrom: "Daraus entnommen:",
		Primary: "Primärquelle", PrimaryGroup: "Primärquellen", Report: "Bericht", ReportGroup: "Berichte und Kopien", ArchiveCopy: "Archivkopie",

		WhyDiffer: "Warum sie abweichen", WeUse: "Wir verwenden", AllDifferences: "Alle Abweichungen", Settle: "Was es entscheiden würde:",
		DifferentThings: "Verschiedenes", Rounded: "Dasselbe, gerundet", DifferentBase: "Dasselbe, mit anderem Ausgangswert oder Satz",
		ForecastOutcome: "Prognose und Ergebnis", SourcesDiffer: "Die Quellen weichen voneinander ab", SourceMistaken: "Die Quelle scheint sich zu irren",

		WhoseStep: "Wer den Schritt tat", Years: "Jahre",
	},
	WhatIf: WhatIf{
		Question: "Was würden X Prozent mehr bedeuten?", Was: "{what}:", MoreAdds: "„Mehr“ kommt dazu; „von“ ist ein Teil davon.",
		Guess:     "Ziehen Sie dahin, wo Ihrer Meinung nach {n} Prozent mehr als {base} liegen, und sehen Sie dann nach.",
		PercentOf: "{n}" + nbsp + "% von", RiseOf: "{n}" + nbsp + "% mehr", PercentMore: "Prozent mehr", Look: "Nachsehen", Hint: "Ziehen, tippen oder die Pfeiltasten benutzen.", CopyLink: "Link hierzu kopieren",
		EachRise: "Jeder Anstieg in einer Tabelle", ComesTo: "Was jeder Anstieg ergibt", Arithmetic: "Eigene Rechnung auf {base}, in {unit}.",
		ColumnMore: "X" + nbsp + "% mehr", ColumnTimes: "Mal", ColumnTotal: "Ergibt", ColumnOf: "„X" + nbsp + "% von“", NoRise: "kein Anstieg", Double: "das Doppelte",
		Script: WhatIfScript{
			Spelled: "2 3 4 5 6", Times: "{n}-mal so viel", Of: "{n}" + nbsp + "% von", Speak: "{n} Prozent mehr, {times}", Same: "gleich viel",
			More: "{n} Prozent mehr als {base} sind {sum}: {times}-mal so viel.", Doubled: "{n} Prozent mehr als {base} sind {sum}: das Doppelte.", NoRise: "Kein Anstieg: {base}.",
			OfIt: "{n} Prozent davon wären {sum}: {times}.", OnlyOfIt: "{n} Prozent davon wären nur {sum}: {times}.",
			Thought: "Das haben Sie geschätzt.", Otherwise: "Sie haben das {n}-Fache geschätzt.",
			Copied: "Kopiert", CannotCopy: "Dieser Browser erlaubt Seiten das Kopieren nicht. Der Link steht in der Adresszeile.",
		},
	},
	Files: Files{
		CorrectionsOf: "Berichtigungen von {site}", CorrectionsSay: "Was berichtigt wurde, und was sich sonst geändert hat.", CorrectedEntry: "Berichtigt: {title}", ChangedEntry: "Geändert: {title}",
		Mark: "Eine Scheibe, in zwei gleiche Teile geschnitten", InUnit: "{description}. Einheit: {unit}.",

		TextAndCharts: "Texte und Diagramme", NameSource: "Nennen Sie die Quelle so: {name}", Changed: "Wenn Sie etwas geändert haben, sagen Sie es.",
		Numbers: "Von anderen übernommene Zahlen", NumbersSay: "Sie gehören ihren Quellen, die neben jeder Zahl und in den Dateien\n  unter {address} stehen. Wenn Sie eine verwenden, nennen Sie auch ihre Quelle.",
		Program: "Programm", Published: "Herausgegeben von {name}",

		Twins: "Jede Seite hat daneben eine Fassung in Markdown, als index.md. Jede Zahl darin führt zu dem, was sie ist, ihrer Einheit, ihrem Datum und ihren Quellen; für Programme steht dasselbe unter {address}. Zitieren Sie die Seite und die Quelle der Zahl.",
		Pages: "Seiten", Charts: "Diagramme", Data: "Daten",
		Ledger: "alle Zahlen, Quellen, Abweichungen und Ereignisse; figures/ID.json hat eine Zahl mit ihren Quellen", LedgerSchema: "das JSON Schema von beidem",
		DataPackage: "die Tabellen, als Frictionless-Datenpaket", Croissant: "die Tabellen, als Croissant-Datensatz", SearchIndex: "das Verzeichnis der Suchseite",
	},
	Reading: Reading{
		Doubled: []string{"die", "der", "das", "den", "dem", "sie"}, Or: "oder",
		Empty: []string{"hier", "hier klicken", "klicken sie hier", "link", "dieser link", "diese seite", "mehr", "mehr lesen", "weiterlesen", "mehr erfahren", "weitere informationen", "details", "dies", "siehe hier"},
		Abbreviations: []string{"z", "d", "u", "o", "i", "v", "n", "abs", "art", "bd", "bsp", "bzw", "ca", "d.h", "dr", "etc", "evtl", "fr", "ggf", "hr", "hrsg", "inkl", "jh", "max", "min", "mio", "mrd", "nr", "o.ä",
			"prof", "s", "sog", "st", "str", "tel", "u.a", "usw", "vgl", "z.b", "zzgl", "jan", "feb", "apr", "aug", "sept", "okt", "nov", "dez"},
		Ordinals: true,
	},
}

// spellGerman spells a number that is below a hundred, or one below a hundred of
// hundreds, thousands or millions: „viertausend“.
func spellGerman(n int) (string, bool) {
	small := []string{
		"null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
		"elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
	}
	tens := []string{"", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"}
	before := func(n int) string { // a noun, or the rest of the word: „einundzwanzig“
		if n == 1 {
			return "ein"
		}
		return small[n]
	}
	switch {
	case n < 20:
		return small[n], true
	case n < 100 && n%10 == 0:
		return tens[n/10], true
	case n < 100:
		return before(n%10) + "und" + tens[n/10], true
	case n < 1000 && n%100 == 0:
		return before(n/100) + "hundert", true
	case n == 1_000_000:
		return "eine" + nbsp + "Million", true
	case n < 100_000 && n%1000 == 0:
		if n == 1000 {
			return "eintausend", true
		}
		s, ok := spellGerman(n / 1000)
		return s + "tausend", ok
	case n%1_000_000 == 0 && n < 100_000_000:
		s, ok := spellGerman(n / 1_000_000)
		return s + nbsp + "Millionen", ok
	}
	return "", false
}
