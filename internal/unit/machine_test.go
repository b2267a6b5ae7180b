package unit

import "testing"

func TestMachine(t *testing.T) {
	for v, want := range map[float64]string{
		28500: "28500", 1038.9: "1038.9", 1038.9 * 1.13: "1173.957", 0.1 + 0.2: "0.3", -0.5: "-0.5", 1.0 / 3: "0.333333333333", 0: "0",
	} {
		if got := (Value{F: v}).Machine(); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
}
