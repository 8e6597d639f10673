package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/render"
	"rubrickit/rubric/report"
)

// rosterFlags make a form for each line of a roster.
type rosterFlags struct {
	roster    string // the file of one
	maps      []string
	dates     string
	overwrite bool
}

const rosterHelp = `With --roster FILE there is a form for each line of a table of people, with the name
filled in, and rater, group and date where the table has columns for them: as files
of a folder (-o forms/), as one ZIP (-o forms.zip), both as PDF unless --format says
otherwise, or as one PDF with a bookmark for each (-o forms.pdf). rubric collect
brings what comes back together, and says who has not answered.`

func (r *rosterFlags) declare(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&r.roster, "roster", "", "a form for each line of this `FILE`: a table with a column for who is rated, and perhaps rater, group, occasion")
	flags.StringArrayVar(&r.maps, "map", nil, "`ROLE=COLUMN` of the roster: ratee, rater, group or occasion, where its name is not a usual one (repeats)")
	flags.StringVar(&r.dates, "dates", "", "the `ORDER` of the roster's dates such as 3/4/2026: mdy or dmy")
	flags.BoolVar(&r.overwrite, "overwrite", false, "replace forms that the folder has already")
	complete(cmd, "dates", ratings.DateOrders())
}

// check refuses flags that are about a roster without one.
func (r *rosterFlags) check() error {
	if r.roster == "" && (len(r.maps) > 0 || r.dates != "" || r.overwrite) {
		return usagef("--map, --dates and --overwrite are about a roster: give one with --roster FILE")
	}
	return nil
}

// options are those by which the roster is read.
func (r *rosterFlags) options() (ratings.Options, error) {
	reading := readingFlags{maps: r.maps, dates: r.dates}
	return reading.options()
}

// target is where copies go.
type target struct {
	path   string
	format *render.Format
	kind   func(*copier) error
}

// copier writes the copies of a form.
type copier struct {
	env       Env
	blank     *form.Form
	copies    []render.Copy
	format    *render.Format
	options   render.Options
	path      string
	overwrite bool
	progress  *progress
}

// targetFor finds out where -o sends copies, and in which format.
func targetFor(output, asked string) (target, error) {
	t := target{path: output}
	extension := strings.ToLower(filepath.Ext(output))
	switch {
	case output == "" || output == stdin:
		return t, usagef("a form for each line of the roster needs a place: a folder (-o forms/), an archive (-o forms.zip) or one PDF (-o forms.pdf)")
	case strings.HasSuffix(output, "/") || strings.HasSuffix(output, string(filepath.Separator)) || isFolder(output):
		t.kind = (*copier).folder
	case extension == ".zip":
		t.kind = (*copier).zip
	case extension == ".pdf" && (asked == "" || asked == "pdf"):
		t.kind = (*copier).bound
	default:
		return t, usagef("-o %s is one file, and the forms are many: name a folder (with / at its end), an archive (.zip) or one PDF (.pdf)", output)
	}
	if asked == "" {
		asked = "pdf"
	}
	name, err := chooseFormat(asked, "", "", render.Names())
	if err != nil {
		return t, err
	}
	t.format = render.Find(name)
	return t, nil
}

// runRoster writes a form for each line of the roster.
func (o *renderOptions) runRoster(arg string) error {
	t, err := targetFor(o.output, o.format)
	if err != nil {
		return err
	}
	read, err := o.roster.options()
	if err != nil {
		return err
	}
	options, err := o.options(t.format)
	if err != nil {
		return err
	}
	f, err := o.framework(arg)
	if err != nil {
		return err
	}
	blank, err := form.New(f, o.form)
	if err != nil {
		return usageError{err}
	}
	roster, err := o.env.readRoster(f, o.roster.roster, "--roster", read)
	if err != nil {
		return err
	}
	return o.copy(t, blank, roster, options)
}

// copy writes the copies, and says what was written.
func (o *renderOptions) copy(t target, blank *form.Form, roster *ratings.Roster, options render.Options) error {
	pages := 0
	options.Pages = func(n int) { pages = n }
	c := &copier{
		env: o.env, blank: blank, copies: copiesOf(roster), format: t.format, options: options,
		path: t.path, overwrite: o.roster.overwrite, progress: startProgress(o.env),
	}
	err := t.kind(c)
	c.progress.stop()
	if err != nil {
		return err
	}
	fmt.Fprintf(o.env.Stderr, "%s: %s, %s each: %s\n", t.path, report.Count(len(c.copies), "form"), t.format.Name, renderSummary(blank, t.format, options, pages))
	return nil
}

func copiesOf(roster *ratings.Roster) []render.Copy {
	forms := make([]rubric.Form, len(roster.Lines))
	for i, l := range roster.Lines {
		forms[i] = l.Form
	}
	return render.CopiesOf(forms)
}

// next tells how far the work is.
func (c *copier) next(done int) {
	c.progress.step(fmt.Sprintf("writing the forms (%s of %s)", report.Thousands(done+1), report.Thousands(len(c.copies))))
}

// file is the path of a copy in the folder.
func (c *copier) file(copied render.Copy) string {
	return filepath.Join(c.path, copied.Name+c.format.Extension())
}

// folder writes each copy as a file of its own. Forms that are there already may
// be filled in: they are left alone unless told otherwise.
func (c *copier) folder() error {
	if err := c.checkFolder(); err != nil {
		return err
	}
	write, err := c.format.Copier(c.blank, c.copies, c.options)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.path, 0o755); err != nil {
		return cannotWrite(c.path, err)
	}
	for i, copied := range c.copies {
		c.next(i)
		err := c.env.writeOutput(c.file(copied), func(w io.Writer) error { return write(w, copied) })
		if err != nil {
			return err
		}
	}
	return nil
}

// checkFolder refuses to replace files that are there, before any is written.
func (c *copier) checkFolder() error {
	if c.overwrite {
		return nil
	}
	var there []string
	for _, copied := range c.copies {
		if _, err := os.Lstat(c.file(copied)); !errors.Is(err, fs.ErrNotExist) {
			there = append(there, filepath.Base(c.file(copied)))
		}
	}
	if len(there) == 0 {
		return nil
	}
	return fmt.Errorf("%s has %s of these forms already, such as %s, and they may be filled in: nothing is written; choose another folder, or replace them with --overwrite",
		c.path, report.Thousands(len(there)), there[0])
}

// zip writes all copies into one archive.
func (c *copier) zip() error {
	return c.env.writeOutput(c.path, func(w io.Writer) error {
		return render.WriteZIP(w, c.blank, c.copies, c.format, c.options, c.next)
	})
}

// bound writes all copies into one PDF.
func (c *copier) bound() error {
	return c.env.writeOutput(c.path, func(w io.Writer) error {
		return render.WriteBoundPDF(w, c.blank, c.copies, c.options, c.next)
	})
}
