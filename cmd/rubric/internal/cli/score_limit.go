package cli

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
)

// limitUnder is what --fail-under asks for: a band on an item, or overall.
type limitUnder struct {
	item string
	rank int // of the band among bands
	// bands are those of the policy, lowest first.
	bands []string
}

// limits reads the values of --fail-under.
func (o *scoreOptions) limits(f *rubric.Framework, p *score.Policy) ([]limitUnder, error) {
	var out []limitUnder
	bands := p.Bands(f)
	for _, text := range o.failUnder {
		if len(bands) == 0 {
			return nil, usagef("--fail-under %s: the policy %s gives no bands; name one that does with --policy", text, p.ID)
		}
		item, band := splitLimit(text, bands)
		rank := slices.Index(bands, band)
		switch {
		case item != rubric.Overall && f.Item(item) == nil:
			return nil, usagef("--fail-under %s: the framework %s has no item %q (%s)", text, f.ID, item, diag.Suggest(item, codesOf(f), "`rubric show "+f.ID+"` lists them"))
		case rank < 0:
			return nil, usagef("--fail-under %s: the policy %s has no band %q (%s)", text, p.ID, band, diag.Suggest(band, bands, "bands: "+strings.Join(bands, ", ")))
		}
		out = append(out, limitUnder{item, rank, bands})
	}
	return out, nil
}

// splitLimit reads BAND or CODE=BAND. A name of a band may have an equals sign
// in it, as a code may.
func splitLimit(text string, bands []string) (item, band string) {
	if slices.Contains(bands, text) {
		return rubric.Overall, text
	}
	for _, band := range bands {
		if item, found := strings.CutSuffix(text, "="+band); found {
			return item, band
		}
	}
	if item, band, found := strings.Cut(text, "="); found {
		return item, band
	}
	return rubric.Overall, text
}

// firstUnder is how many ratees below a limit are named.
const firstUnder = 5

// under tells who is below a limit, and reports whether anybody is.
func (o *scoreOptions) under(s scoring, limits []limitUnder) bool {
	if len(limits) == 0 {
		return false
	}
	below := 0
	for row := range s.Result.Rows() {
		for _, l := range limits {
			if row.Apart || row.Item != l.item || slices.Index(l.bands, row.Band) >= l.rank {
				continue
			}
			if below++; below <= firstUnder {
				fmt.Fprintf(o.env.Stderr, "%s, %s: %s, below %s\n", row.Ratee, row.Item, bandWords(row), l.bands[l.rank])
			}
		}
	}
	if below > firstUnder {
		fmt.Fprintf(o.env.Stderr, "… %s more below --fail-under\n", report.Thousands(below-firstUnder))
	}
	return below > 0
}

// bandWords says which band a row has, or why it has none.
func bandWords(row score.Row) string {
	switch {
	case row.Band != "":
		return row.Band
	case row.Reason != "":
		return "no band (" + row.Reason + ")"
	default:
		return "no band"
	}
}
