package ooxml

import "testing"

func TestAreaOf(t *testing.T) {
	for reference, want := range map[string]Area{
		"A1:B2": {0, 1, 1, 2}, "C5:C5": {2, 5, 2, 5}, "Z9:AA10": {25, 9, 26, 10}, "A1:XFD1048576": {0, 1, mostColumns - 1, mostRows},
	} {
		if got, ok := areaOf(reference); !ok || got != want {
			t.Errorf("%s is %+v, %v", reference, got, ok)
		}
	}
	for _, reference := range []string{"", "A1", "A1:", ":B2", "B1:A2", "A2:B1", "1:2", "A:B", "A0:B1", "a1:b2", "A1:B-2", "A1:B2:C3", "A1:B99999999999999999999"} {
		if got, ok := areaOf(reference); ok {
			t.Errorf("%q is %+v", reference, got)
		}
	}
}
