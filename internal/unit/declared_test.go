package unit

// Units as sites declare them, of several subjects.
var (
	KRW = Declare("krw_bn", "billions of won", "krw",
		Step{From: 1000, Per: 1000, Decimals: 2, Prose: "{n} trillion won", Short: "{n}tn won", ID: "krw_tn"},
		Step{From: 10, Prose: "{n} billion won", Short: "{n}bn won"}, Step{Decimals: 1, Prose: "{n} billion won", Short: "{n}bn won"})
	USD = Declare("usd_bn", "billions of US dollars", "usd",
		Step{From: 1000, Per: 1000, Decimals: -1, Prose: "${n} trillion", Short: "${n}tn", Axis: "Trillion US dollars"},
		Step{From: 0.5, Decimals: -1, Prose: "${n} billion", Short: "${n}bn", Axis: "Billion US dollars"},
		Step{Per: 0.001, Prose: "${n} million", Short: "${n}m", Axis: "Million US dollars"})
	KRWPerUSD = Declare("krw_per_usd", "won for one US dollar", "krw/usd",
		Step{From: 100, Prose: "{n} won", Short: "{n} won per $"}, Step{Decimals: 2, Prose: "{n} won", Short: "{n} won per $"})
	People  = Declare("people", "people", "", Step{Prose: slot})
	Votes   = Declare("votes", "votes in a parliament", "", Step{One: "{n} vote", Prose: "{n} votes", Short: slot})
	Rounds  = Declare("rounds", "rounds of talks", "", Step{One: "{n} round", Prose: "{n} rounds"})
	Celsius = Declare("celsius", "degrees Celsius", "temperature", Step{Decimals: -1, Prose: "{n} °C", Short: "{n}°C"})
	Energy  = Declare("gwh", "gigawatt-hours", "", Step{From: 1000, Per: 1000, Decimals: -1, Prose: "{n} TWh"}, Step{Decimals: -1, Prose: "{n} GWh"})
	Density = Declare("people_per_km2", "people per square kilometre", "people/km2", Step{Decimals: -1, Prose: "{n} people per km²"})
	Francs  = Declare("chf", "Swiss francs", "", Step{Decimals: -1, Prose: "CHF {n}"})
	Minutes = Declare("hours_of_sun", "hours of sun", "", Step{From: 1, Decimals: -1, Prose: "{n} h"}, Step{Per: 1.0 / 60, Decimals: -1, Prose: "{n} min"})
)

var all = NewTable(KRW, USD, KRWPerUSD, People, Votes, Rounds, Celsius, Energy, Density, Francs, Minutes)
