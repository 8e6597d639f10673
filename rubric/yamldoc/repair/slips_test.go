package repair_test

import (
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rubrickit/frameworks"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// drafts are the shipped frameworks in the house's style and in every hand,
// and the frameworks of other people as they are.
func drafts(t testing.TB) []*draft {
	var out []*draft
	add := func(name, hand, text string) {
		if _, findings := load.Framework(name, []byte(text)); findings.HasErrors() {
			t.Fatalf("the draft %s is not well written: %v\n%s", name, findings, text)
		}
		out = append(out, newDraft(name, hand, text))
	}
	for _, id := range frameworks.IDs() {
		data, err := frameworks.Read(id)
		if err != nil {
			t.Fatal(err)
		}
		add(id, "house", string(data))
		root, _ := yamldoc.Parse(id, data)
		for _, h := range hands {
			add(id+" "+h.name, h.name, h.write(root))
		}
	}
	foreign, err := filepath.Glob("../../../testdata/foreign/*.yaml")
	if err != nil || len(foreign) == 0 {
		t.Fatal("no foreign frameworks", err)
	}
	for _, path := range foreign {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		add(filepath.Base(path), "foreign", string(data))
	}
	return out
}

// tally counts how slips were found.
type tally struct{ slips, line, column, one int }

func (t *tally) add(u tally) {
	t.slips, t.line, t.column, t.one = t.slips+u.slips, t.line+u.line, t.column+u.column, t.one+u.one
}

func (t tally) percent(n int) float64 { return 100 * float64(n) / float64(max(t.slips, 1)) }

func (t tally) String() string {
	return fmt.Sprintf("%5d slips   line %5.1f %%   column %5.1f %%   one message %5.1f %%",
		t.slips, t.percent(t.line), t.percent(t.column), t.percent(t.one))
}

// judge compares the first error with where the slip is. A column is right
// within two characters.
func judge(s *spoilt, errors diag.List) tally {
	out := tally{slips: 1}
	if len(errors) == 1 {
		out.one = 1
	}
	if len(errors) == 0 {
		return out
	}
	at := errors[0].Start
	for _, p := range s.places {
		if p.line != at.Line {
			continue
		}
		out.line = 1
		if at.Column >= p.from-2 && at.Column <= p.to+2 {
			out.column = 1
		}
	}
	return out
}

// errorsOf are the errors in a framework file.
func errorsOf(text string) diag.List {
	_, findings := load.Framework("x.yaml", []byte(text))
	return slices.DeleteFunc(findings, func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
}

// spoil calls each for up to so many different slips of a kind in a draft
// after which YAML cannot read it. The choice depends on nothing but the
// names.
func spoil(k kind, d *draft, times int, each func(*spoilt)) {
	h := fnv.New64a()
	io.WriteString(h, k.name+"/"+d.name)
	d.r = rand.New(rand.NewPCG(2026, h.Sum64()))
	seen := map[string]bool{}
	for tries := 0; len(seen) < times && tries < 5*times; tries++ {
		s := k.spoil(d)
		if s == nil || seen[s.text()] || readable(s) {
			continue
		}
		seen[s.text()] = true
		each(s)
	}
}

// rates are tallies by kind of slip and by hand.
type rates struct {
	kinds, hands map[string]*tally
	all          tally
}

func newRates() *rates { return &rates{kinds: map[string]*tally{}, hands: map[string]*tally{}} }

func (r *rates) add(k kind, d *draft, got tally) {
	r.all.add(got)
	addTo(r.kinds, k.name, got)
	addTo(r.hands, d.hand, got)
}

func addTo(by map[string]*tally, name string, got tally) {
	if by[name] == nil {
		by[name] = &tally{}
	}
	by[name].add(got)
}

func (r *rates) write(w io.Writer, title string) {
	fmt.Fprintf(w, "\n%s\n", title)
	for _, by := range []map[string]*tally{r.kinds, r.hands} {
		for _, name := range slices.Sorted(maps.Keys(by)) {
			fmt.Fprintf(w, "  %-28s %v\n", name, by[name])
		}
	}
	fmt.Fprintf(w, "  %-28s %v\n", "all", r.all)
}

// TestSlips spoils a fifth of the drafts in each way, another fifth in the
// next, and holds the search to what it promises.
func TestSlips(t *testing.T) {
	ds := drafts(t)
	for _, model := range []struct {
		name              string
		kinds             []kind
		line, column, one float64
	}{
		{"slips that people make", kinds, 98, 95, 97},
		{"second model", second, 93, 88, 93},
	} {
		got := newRates()
		for i, k := range model.kinds {
			for j, d := range ds {
				if (i+j)%5 != 0 {
					continue
				}
				spoil(k, d, 1, func(s *spoilt) {
					errors := errorsOf(s.text())
					got.add(k, d, judge(s, errors))
					checkRepair(t, s, errors)
				})
			}
		}
		if all := got.all; all.percent(all.line) < model.line || all.percent(all.column) < model.column || all.percent(all.one) < model.one {
			var b strings.Builder
			got.write(&b, model.name)
			t.Errorf("less than %v %% lines, %v %% columns or %v %% single messages:%s", model.line, model.column, model.one, b.String())
		}
		for hand, by := range got.hands {
			if by.percent(by.line) < 90 {
				t.Errorf("%s, hand %s: %v", model.name, hand, by)
			}
		}
	}
}

// checkRepair holds a finding to its word: the drafts have no errors, so a
// repair with which the whole file reads well leaves none.
func checkRepair(t *testing.T, s *spoilt, errors diag.List) {
	t.Helper()
	for _, d := range errors {
		if !strings.HasSuffix(d.Hint, "with it the whole file reads well") {
			continue
		}
		if len(d.Edits) == 0 {
			t.Errorf("%v: no edits", d)
		}
		if left := errorsOf(mended(s.text(), d.Edits)); len(left) > 0 {
			t.Errorf("%v\nthe repair leaves %v in\n%s", d, left, s.text())
		}
	}
}

// mended makes edits in a text, the last one first.
func mended(text string, edits []diag.Edit) string {
	lines := strings.Split(text, "\n")
	for _, e := range slices.Backward(edits) {
		line := []rune(lines[e.Start.Line-1])
		lines[e.Start.Line-1] = string(line[:e.Start.Column-1]) + e.Text + string(line[e.End.Column-1:])
	}
	return strings.Join(lines, "\n")
}

// BenchmarkSlips measures how well slips are found and prints the rates:
//
//	go test -run=^$ -bench=Slips ./rubric/yamldoc/repair
func BenchmarkSlips(b *testing.B) {
	ds := drafts(b)
	for b.Loop() {
		for _, model := range []struct {
			name  string
			kinds []kind
		}{{"Slips that people make", kinds}, {"Second model: single characters", second}} {
			got := newRates()
			for _, k := range model.kinds {
				for _, d := range ds {
					spoil(k, d, 3, func(s *spoilt) { got.add(k, d, judge(s, errorsOf(s.text()))) })
				}
			}
			got.write(os.Stdout, model.name)
		}
	}
}
