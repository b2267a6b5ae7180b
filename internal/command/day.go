package command

import (
	"flag"
	"fmt"
	"time"

	"sharingthecost/internal/record"
)

// DayFlag adds the flag of verbs that tell what is due.
func DayFlag(set *flag.FlagSet, o *Options) {
	set.StringVar(&o.AsOf, "as-of", "", "the day that counts as today: 2026-11-21 (default: today)")
}

// Day is the day that counts as today: that of -as-of, or today by the clock. It is
// for the editor's desk, never for a build.
func (o Options) Day() (record.Date, error) {
	day := time.Now()
	if o.AsOf != "" {
		var err error
		if day, err = time.Parse(time.DateOnly, o.AsOf); err != nil {
			return record.Date{}, fmt.Errorf("-as-of: %q is not a day: write 2026-11-21", o.AsOf)
		}
	}
	return record.DateOf(day), nil
}
