package diag_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
)

func at(file string, line, column int) diag.Span {
	return diag.Span{File: file, Start: diag.Pos{Line: line, Column: column}}
}

func TestSpanString(t *testing.T) {
	for want, span := range map[string]diag.Span{
		"a.yaml:3:7": at("a.yaml", 3, 7),
		"a.yaml":     {File: "a.yaml"},
		"a.yaml:1:1": {File: "a.yaml", Start: diag.Pos{Line: 1, Column: 1}, End: diag.Pos{Line: 2, Column: 1}},
	} {
		if got := span.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestPosBefore(t *testing.T) {
	places := []diag.Pos{{}, {Line: 1, Column: 1}, {Line: 1, Column: 2}, {Line: 2, Column: 1}, {Line: 10, Column: 1}}
	for i, p := range places {
		for j, q := range places {
			if got := p.Before(q); got != (i < j) {
				t.Errorf("%v before %v: %t", p, q, got)
			}
		}
	}
}

// What comes first: the file, the place, the graver one, then code and words.
func TestSortedOrder(t *testing.T) {
	want := diag.List{
		{Span: diag.Span{File: "a"}, Code: "x"},
		{Span: at("a", 2, 9), Code: "x"},
		{Span: at("a", 10, 1), Severity: diag.Error, Code: "x"},
		{Span: at("a", 10, 1), Severity: diag.Warning, Code: "x"},
		{Span: at("a", 10, 1), Severity: diag.Note, Code: "w", Message: "b"},
		{Span: at("a", 10, 1), Severity: diag.Note, Code: "x", Message: "a"},
		{Span: at("a", 10, 1), Severity: diag.Note, Code: "x", Message: "b"},
		{Span: at("a", 10, 2), Severity: diag.Error, Code: "a"},
		{Span: at("b", 1, 1), Severity: diag.Error, Code: "a"},
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	if diff := cmp.Diff(want, got.Sorted()); diff != "" {
		t.Error(diff)
	}
}

// anyList draws lists in which places, codes and whole findings repeat.
func anyList(t *rapid.T) diag.List {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) diag.Diagnostic {
		return diag.Diagnostic{
			Span:     at(rapid.SampledFrom([]string{"a", "b"}).Draw(t, "file"), rapid.IntRange(0, 3).Draw(t, "line"), rapid.IntRange(0, 3).Draw(t, "column")),
			Severity: diag.Severity(rapid.IntRange(0, 2).Draw(t, "severity")),
			Code:     diag.Code(rapid.SampledFrom([]string{"x", "y"}).Draw(t, "code")),
			Message:  rapid.SampledFrom([]string{"", "m", "n"}).Draw(t, "message"),
		}
	}), 0, 40).Draw(t, "list")
}

// Findings come in one order whatever order they were found in, each once,
// and the list that was sorted is left as it was.
func TestSortedProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := diag.List(anyList(t))
		before := slices.Clone(list)
		sorted := list.Sorted()
		if diff := cmp.Diff(before, list); diff != "" {
			t.Fatalf("the list itself was changed:\n%s", diff)
		}
		shuffled := slices.Clone(list)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := cmp.Diff(sorted, shuffled.Sorted()); diff != "" {
			t.Fatalf("the order depends on that of the findings:\n%s", diff)
		}
		if diff := cmp.Diff(sorted, sorted.Sorted()); diff != "" {
			t.Fatalf("sorting twice changes the order:\n%s", diff)
		}
		checkSameFindings(t, list, sorted)
	})
}

// checkSameFindings tests that sorted has every finding of list exactly once.
func checkSameFindings(t *rapid.T, list, sorted diag.List) {
	keys := map[string]int{}
	for _, d := range list {
		keys[d.String()] = 0
	}
	for _, d := range sorted {
		keys[d.String()]++
	}
	for key, n := range keys {
		if n != 1 {
			t.Fatalf("%s stands %d times in the result", key, n)
		}
	}
}

func TestErr(t *testing.T) {
	note := diag.Diagnostic{Span: at("f", 1, 1), Severity: diag.Note, Code: "n", Message: "a note"}
	warning := diag.Diagnostic{Span: at("f", 2, 1), Severity: diag.Warning, Code: "w", Message: "a warning"}
	late := diag.Diagnostic{Span: at("f", 9, 2), Severity: diag.Error, Code: "e", Message: "late"}
	early := diag.Diagnostic{Span: at("f", 3, 4), Severity: diag.Error, Code: "e", Message: "early"}
	for name, c := range map[string]struct {
		list diag.List
		want string // "" for no error
	}{
		"nothing":                      {nil, ""},
		"warnings and notes":           {diag.List{note, warning}, ""},
		"one error":                    {diag.List{late}, "f:9:2: error[e]: late"},
		"the first, whatever else":     {diag.List{note, late, early}, "f:3:4: error[e]: early (and 2 more)"},
		"an error behind a warning":    {diag.List{warning, late}, "f:9:2: error[e]: late (and 1 more)"},
		"an error of the whole file":   {diag.List{{Span: diag.Span{File: "f"}, Severity: diag.Error, Code: "e", Message: "empty"}}, "f: error[e]: empty"},
		"the same finding, once again": {diag.List{late, late}, "f:9:2: error[e]: late"},
	} {
		t.Run(name, func(t *testing.T) {
			err := c.list.Err()
			if (err != nil) != (c.want != "") || err != nil && err.Error() != c.want {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if c.list.HasErrors() != (err != nil) {
				t.Errorf("HasErrors says %t", c.list.HasErrors())
			}
		})
	}
}

// The list of findings can be taken out of an error that wraps it.
func TestErrIsTheList(t *testing.T) {
	list := diag.List{{Span: at("f", 1, 1), Severity: diag.Error, Code: "e", Message: "m"}}
	var got diag.List
	if err := fmt.Errorf("reading: %w", list.Err()); !errors.As(err, &got) || cmp.Diff(list, got) != "" {
		t.Errorf("got %v out of the error, want %v", got, list)
	}
}

func TestCount(t *testing.T) {
	list := diag.List{{Severity: diag.Error}, {Severity: diag.Note}, {Severity: diag.Error}, {Severity: diag.Warning}}
	for severity, want := range map[diag.Severity]int{diag.Error: 2, diag.Warning: 1, diag.Note: 1} {
		if got := list.Count(severity); got != want {
			t.Errorf("%d of severity %s, want %d", got, severity, want)
		}
	}
}
