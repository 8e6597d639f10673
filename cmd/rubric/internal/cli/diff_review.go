package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/report"
)

// compare compares two frameworks with what people found: the crosswalk in a
// file, "" being none, and what follows from those of --via.
func (o *diffOptions) compare(source, target *rubric.Framework, file string) (*diff.Comparison, error) {
	options := diff.Options{Top: o.top}
	if file != "" {
		var err error
		if options.Review, err = o.openReview(file, source, target); err != nil {
			return nil, err
		}
	}
	if len(o.via) > 0 {
		var err error
		if options.Chain, err = o.openChain(source, target); err != nil {
			return nil, err
		}
	}
	return diff.Compare(source, target, options), nil
}

// openReview reads a crosswalk and holds it against the frameworks. Findings are
// printed, and errors among them make errFindings.
func (o *diffOptions) openReview(file string, source, target *rubric.Framework) (*diff.Review, error) {
	c, findings, data, err := o.env.readCrosswalk(file)
	if err != nil {
		return nil, err
	}
	review := &diff.Review{Crosswalk: c}
	if c != nil {
		var held diag.List
		review.Rows, held = c.Hold(source, target)
		findings = append(findings, held...).Sorted()
	}
	if err := o.env.refuse(findings, map[string][]byte{file: data}); err != nil {
		return nil, err
	}
	if c.LeadsBack(source, target) {
		fmt.Fprintf(o.env.Stderr, "%s leads from %s to %s; it is read from its end\n", file, c.Source.ID, c.Target.ID)
	}
	return review, nil
}

// refuse prints findings, if there are any; errors among them make errFindings.
func (env Env) refuse(findings diag.List, sources map[string][]byte) error {
	if len(findings) > 0 {
		env.printFindings(findings, sources)
	}
	if findings.HasErrors() {
		return errFindings
	}
	return nil
}

// readCrosswalk reads a crosswalk file and returns its findings and bytes as
// well. The crosswalk is nil where there are errors.
func (env Env) readCrosswalk(file string) (*crosswalk.Crosswalk, diag.List, []byte, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, nil, err
	}
	c, findings := crosswalk.Parse(file, data)
	if !crosswalk.IsText(data) {
		data = nil // no lines to show places in
	}
	return c, findings, data, nil
}

// openChain derives what follows from the crosswalks of --via.
func (o *diffOptions) openChain(source, target *rubric.Framework) (*diff.Review, error) {
	var way []*crosswalk.Crosswalk
	var all diag.List
	sources := map[string][]byte{}
	for _, file := range o.via {
		c, findings, data, err := o.env.readCrosswalk(file)
		if err != nil {
			return nil, err
		}
		way, all, sources[file] = append(way, c), append(all, findings...), data
	}
	derived, rows := (*crosswalk.Crosswalk)(nil), []crosswalk.Row(nil)
	if !all.HasErrors() {
		var findings, held diag.List
		if derived, findings = crosswalk.Chain(source.ID, target.ID, way); derived != nil {
			rows, held = derived.Hold(source, target)
		}
		all = append(append(all, findings...), held...)
	}
	if err := o.env.refuse(all.Sorted(), sources); err != nil {
		return nil, err
	}
	return &diff.Review{Crosswalk: derived, Rows: rows}, nil
}

// writeReview writes the file of --review, with what it has decided already and
// what --crosswalk has.
func (o *diffOptions) writeReview(source, target *rubric.Framework) error {
	format, ok := crosswalk.FormatOf(filepath.Ext(o.review))
	if !ok {
		return usagef("--review %s: the extension says how to write it: .yaml, .csv or .xlsx", o.review)
	}
	from := o.crosswalk
	if _, err := os.Stat(o.review); err == nil {
		if from != "" && from != o.review {
			return usagef("%s is there already: it goes on without --crosswalk, or write to another file", o.review)
		}
		from = o.review
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	c, err := o.compare(source, target, from)
	if err != nil {
		return err
	}
	draft := c.Draft(c.Reviewed())
	if err := writeWhole(o.review, 0o644, func(w io.Writer) error { return format.Write(o.env.guard(w), draft) }); err != nil {
		return err
	}
	o.announce(draft)
	return nil
}

// announce tells how much there is to decide, and what to do with the file.
func (o *diffOptions) announce(d crosswalk.Draft) {
	decided, open := 0, map[string]bool{}
	for _, l := range d.Lines {
		if l.IsDecided() {
			decided++
		} else {
			open[l.About()] = true
		}
	}
	fmt.Fprintf(o.env.Stderr, "%s: %s for %s to decide, %s decided; then rubric diff %s %s --crosswalk %s\n", o.review,
		report.Count(len(d.Lines)-decided, "row"), report.Count(len(open), "item"), report.Thousands(decided), d.Source.ID, d.Target.ID, o.review)
}
