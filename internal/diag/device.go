package diag

import "regexp"

// Device reports a name that no file can have on Windows, whatever its ending.
func Device(name string) bool { return device.MatchString(name) }

var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)
