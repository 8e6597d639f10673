package frameworks_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"rubrickit/frameworks"
)

func TestIDs(t *testing.T) {
	want := []string{"cambridge", "cms", "mastery", "mnps", "teacher-leadership"}
	if got := frameworks.IDs(); !slices.Equal(got, want) {
		t.Errorf("IDs() = %q, want %q", got, want)
	}
}

func TestReadUnknown(t *testing.T) {
	for _, id := range []string{"", "nobody", "scales", "NOTICE", "cms.yaml", "../frameworks/cms", "."} {
		if _, err := frameworks.Read(id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Read(%q): error %v, want one that wraps fs.ErrNotExist", id, err)
		}
	}
}

func TestScales(t *testing.T) {
	if !strings.HasPrefix(string(frameworks.Scales()), "scales: v1\n") {
		t.Error("the file of the scales does not begin with its marker")
	}
	frameworks.Scales()[0] = 'X'
	if frameworks.Scales()[0] == 'X' {
		t.Error("a caller can change the scales of all others")
	}
}

// TestNotice guards that no framework ships without saying whose it is.
func TestNotice(t *testing.T) {
	data, err := fs.ReadFile(frameworks.FS(), "NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	notice := " " + strings.Join(strings.Fields(string(data)), " ") + " "
	for _, id := range frameworks.IDs() {
		f := load(t, id)
		for _, text := range []string{" " + id + " Title: " + f.Title + " ", f.Publisher, " Rights: " + f.Source.Rights + " "} {
			if !strings.Contains(notice, text) {
				t.Errorf("%s: NOTICE lacks %q", id, text)
			}
		}
	}
}

// TestOrigin guards that each file says what of it is not the publisher's.
func TestOrigin(t *testing.T) {
	for _, id := range frameworks.IDs() {
		f := load(t, id)
		if f.ID != id {
			t.Errorf("%s.yaml holds the framework %q", id, f.ID)
		}
		if f.Publisher == "" || f.Source.Rights == "" || f.Source.Note == "" {
			t.Errorf("%s: publisher, source.rights and source.note must all be given", id)
		}
	}
}
