package cli

import "testing"

// BAND asks about everything, CODE=BAND about an item; either name may have an
// equals sign in it.
func TestSplitLimit(t *testing.T) {
	bands := []string{"Low", "High", "Score=3"}
	for text, want := range map[string][2]string{
		"High":      {"overall", "High"},
		"1.1=High":  {"1.1", "High"},
		"Score=3":   {"overall", "Score=3"},
		"a=Score=3": {"a", "Score=3"},
		"a=b=Low":   {"a=b", "Low"},
		"Hihg":      {"overall", "Hihg"},
		"1.1=Hihg":  {"1.1", "Hihg"},
	} {
		if item, band := splitLimit(text, bands); item != want[0] || band != want[1] {
			t.Errorf("%s: the band %q on %q, want %q on %q", text, band, item, want[1], want[0])
		}
	}
}
