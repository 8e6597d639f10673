package crosswalk

import (
	"fmt"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// Row is a pair, held against the frameworks as they are now.
type Row struct {
	Pair
	// SourceItem and TargetItem are the items of the codes; nil where the row
	// leaves one out, or where it is gone.
	SourceItem, TargetItem *rubric.Item
	// Stale says why the row has to be looked at again: a text was changed since
	// it was reviewed, an item is gone. "" while the row holds.
	Stale string
	// Moved says under which code an item stands now, of which the row has
	// another: Pair has the new one. "" for a row that stands as it is.
	Moved string
}

// Hold holds the crosswalk against two frameworks. A crosswalk that leads the
// other way is read from its end: the rows lead from source to target. Rows
// with a code that never was are errors; what has changed since it was reviewed
// is a warning, and its row is stale. The rows are nil where the crosswalk is
// about other frameworks.
func (c *Crosswalk) Hold(source, target *rubric.Framework) ([]Row, diag.List) {
	if c.LeadsBack(source, target) {
		c = c.Inverted()
	}
	h := holder{source: newSide(keySource, c.Source, source), target: newSide(keyTarget, c.Target, target)}
	if !h.frameworks() {
		return nil, h.findings.Sorted()
	}
	var rows []Row
	for _, p := range c.Pairs {
		rows = append(rows, h.row(p))
	}
	return rows, h.findings.Sorted()
}

// LeadsBack reports whether the crosswalk leads from the target to the source.
func (c *Crosswalk) LeadsBack(source, target *rubric.Framework) bool {
	fits := c.Source.fits(source) && c.Target.fits(target)
	return !fits && c.Source.fits(target) && c.Target.fits(source)
}

func (f Framework) fits(framework *rubric.Framework) bool { return f.ID == "" || f.ID == framework.ID }

type holder struct {
	source, target side
	findings       diag.List
}

func (h *holder) report(at diag.Span, severity diag.Severity, code diag.Code, hint, format string, args ...any) {
	h.findings.Add(diag.Diagnostic{Span: at, Severity: severity, Code: code, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// frameworks checks that the crosswalk is about these two.
func (h *holder) frameworks() bool {
	ok := true
	for _, s := range []side{h.source, h.target} {
		switch {
		case !s.named.fits(s.Framework):
			ok = false
			h.report(s.named.Places.At("id"), diag.Error, CodeFramework, fmt.Sprintf("compare the frameworks that it names: rubric diff %s %s", h.source.named.ID, h.target.named.ID),
				"the crosswalk's %s is %s, and the comparison's is %s", s.column, s.named.ID, s.ID)
		case s.otherVersion():
			h.report(s.named.Places.At("version"), diag.Warning, CodeFramework, "rows whose texts are the same still hold; `rubric diff --review` writes the new version into the file",
				"the crosswalk is for version %s of %s, and this is %s", s.named.Version, s.ID, versionWords(s.Framework))
		}
	}
	return ok
}

func versionWords(f *rubric.Framework) string {
	if f.Version == "" {
		return "one without a version"
	}
	return "version " + f.Version
}

// row finds the items of a pair.
func (h *holder) row(p Pair) Row {
	r := Row{Pair: p}
	r.SourceItem = h.item(&r, h.source, &r.Source, &r.SourceText)
	r.TargetItem = h.item(&r, h.target, &r.Target, &r.TargetText)
	if r.Stale != "" && r.IsDecided() {
		h.report(p.at(""), diag.Warning, CodeStale, "look at the row again; take `source_text` and `target_text` away if it still holds, and `rubric diff --review` writes them anew",
			"%s: %s", r.Words(), r.Stale)
	}
	return r
}

// item finds the item of one side by its code and, where that is gone or says
// something else, by the text that was reviewed.
func (h *holder) item(r *Row, s side, code, hash *string) *rubric.Item {
	if *code == "" {
		return nil
	}
	it := s.Item(*code)
	switch {
	case it != nil && !it.IsRetired() && (*hash == "" || sameHash(*hash, s.hashes[it])):
		return it
	case it == nil && *hash == "" && !s.otherVersion():
		h.unknown(*r, s, *code)
		return nil
	}
	if moved := s.saying(*hash); moved != nil {
		r.Moved = joined(r.Moved, fmt.Sprintf("%s is now %s", *code, moved.Code))
		*code = moved.Code
		return moved
	}
	r.Stale = joined(r.Stale, whyStale(s, *code, it))
	return it
}

func whyStale(s side, code string, it *rubric.Item) string {
	switch {
	case it == nil:
		return fmt.Sprintf("%s has no item %s any more", s.ID, code)
	case it.IsRetired():
		return fmt.Sprintf("%s %s is retired", s.ID, code)
	default:
		return fmt.Sprintf("the text of %s %s has changed", s.ID, code)
	}
}

func (h *holder) unknown(r Row, s side, code string) {
	var codes []string
	for it := range s.All() {
		codes = append(codes, it.Code)
	}
	at := r.at(s.column)
	hint := diag.Suggest(code, codes, fmt.Sprintf("`rubric show %s` lists the codes", s.ID))
	h.report(at, diag.Error, CodeItem, hint, "%s has no item %s", s.ID, quoted(code))
}

func joined(before, more string) string {
	if before == "" {
		return more
	}
	return before + "; " + more
}
