package unit

import "strconv"

// Machine writes a value for programs: plain decimals in the scale of its unit,
// twelve significant digits at most, so that the last bits of a binary sum do
// not show (1173.957 and not 1173.9569999999999).
func (v Value) Machine() string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v.F, 'g', 12, 64), 64)
	if err != nil {
		panic(err) // what FormatFloat writes, ParseFloat reads
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}
