//go:build !linux && !darwin

package output

import "errors"

// exchange always fails: this system has no such call.
func exchange(int, string, string) error { return errors.ErrUnsupported }
