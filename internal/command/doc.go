// Package command is what the programs of this project have in common: verbs and
// their flags, exit codes, how problems are printed, how far a long run has come,
// and how it is measured.
//
// A program prints results to standard output and problems to standard error. It
// ends with 0 when all is done, 1 when the site has problems or the machine
// failed, and 2 when it was used wrongly.
package command
