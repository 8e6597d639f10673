package ratings_test

import (
	"strings"
	"testing"

	"rubrickit/rubric/ratings"
)

// What becomes of a text in the column of the occasion.
func TestOccasions(t *testing.T) {
	for text, want := range map[string]string{
		"2025-10-01": "2025-10-01", "2025/10/1": "2025-10-01", "2025-10-01 10:05:09": "2025-10-01T10:05:09", "2025-10-01T10:05Z": "2025-10-01T10:05Z",
		"13/2/2025": "2025-02-13", "13.02.2025": "2025-02-13", "2/13/2025": "2025-02-13", "5-5-2025": "2025-05-05",
		"2/13/2025 2:05 PM": "2025-02-13T14:05", "2/13/2025 12:00 a.m.": "2025-02-13T00:00", "13/2/2025, 9:30": "2025-02-13T09:30",
		"Fall": "Fall", "2": "2", "007": "007", "13/13/2025": "13/13/2025", "30/2/2025": "30/2/2025", "2025-02-30": "2025-02-30", "1-1-19": "1-1-19",
		"13/2/2025 noon": "13/2/2025 noon", "2/13/2025 25:00": "2/13/2025 25:00", "2/13/2025 13:00 pm": "2/13/2025 13:00 pm", " Spring  term ": "Spring term", "": "",
	} {
		r, _ := read(t, eight(t), ratings.Options{}, csv(line("ratee", "date", "1.1", "1.2")+line("Ada", text, "3", "3")))
		if got := all(t, r)[0].Occasion; got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// One date decides the others of its file; what is told decides where none does.
func TestOrderOfDates(t *testing.T) {
	for _, c := range []struct{ dates, told, want string }{
		{"1/2/2025 13/2/2025", "", "2025-02-01 2025-02-13"},
		{"1/2/2025 2/13/2025", "", "2025-01-02 2025-02-13"},
		{"1/2/2025 3/3/2025", "dmy", "2025-02-01 2025-03-03"},
		{"1/2/2025 3/3/2025", "mdy", "2025-01-02 2025-03-03"},
		{"3/3/2025 Fall", "", "2025-03-03 Fall"},
		{"1/2/2025 Fall", "", "the date 1/2/2025 (line 2) in column \"date\" could be day or month first"},
		{"1/2/2025 30/2/2025", "", "could be day or month first"},
		{"13/2/2025 2/13/2025", "dmy", "are mixed"},
		{"13/2/2025", "mdy", "not in the order mdy, for one of them is 13/2/2025 (line 2)"},
		{"13/2/2025", "ymd", "the order of dates is dmy or mdy"},
	} {
		text := "ratee,date,1.1,1.2\n"
		for _, d := range strings.Fields(c.dates) {
			text += "Ada," + d + ",3,3\n"
		}
		r, _, err := ratings.Read(eight(t), []ratings.File{csv(text)}, ratings.Options{Dates: c.told})
		if err != nil {
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v, want %q", c.dates, err, c.want)
			}
			continue
		}
		var got []string
		for i := 0; i < len(all(t, r)); i += 2 {
			got = append(got, all(t, r)[i].Occasion)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.dates, got, c.want)
		}
	}
}
