package ratings

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// alike says why no one mapping can stand for all files: nothing is known of
// one, one cannot be read, or two are laid out differently.
func (x *Inspection) alike() error {
	if len(x.Files) == 0 {
		return errors.New("no files were read, so there is nothing to write a mapping from")
	}
	for _, file := range x.Files {
		switch {
		case len(file.Columns) == 0:
			return fmt.Errorf("%s has no row with columns, so there is nothing to write a mapping from", file.File)
		case file.Err != nil && len(x.Files) > 1:
			return fmt.Errorf("%s cannot be read: inspect it alone for a mapping to fill in", file.File)
		}
		if why := difference(x.Files[0], file); why != "" {
			return fmt.Errorf("%s and %s are laid out differently, and one mapping cannot stand for both: %s; inspect files of one layout at a time",
				placeName(x.Files[0]), placeName(file), why)
		}
	}
	return nil
}

func placeName(file FileInspection) string {
	if file.Sheet == "" {
		return file.File
	}
	return fmt.Sprintf("%s[%s]", file.File, file.Sheet)
}

// difference says in what two layouts differ; "" where they are alike.
func difference(a, b FileInspection) string {
	for _, facet := range []struct{ what, a, b string }{
		{"the encodings are", encodingName(a.Encoding), encodingName(b.Encoding)},
		{"between cells stand", a.Delimiter, b.Delimiter},
		{"the headers stand in the lines", listYAML(headerLines(a)), listYAML(headerLines(b))},
	} {
		if facet.a != facet.b {
			return fmt.Sprintf("%s %q and %q", facet.what, facet.a, facet.b)
		}
	}
	if a.Dates != "" && b.Dates != "" && a.Dates != b.Dates {
		return fmt.Sprintf("the dates are %s and %s", a.Dates, b.Dates)
	}
	return cmp.Or(onlyIn(a, b), onlyIn(b, a))
}

// onlyIn names a column of a that b lacks, or takes for something else.
func onlyIn(a, b FileInspection) string {
	known := map[string]bool{}
	for _, c := range b.Columns {
		known[columnKey(c)] = true
	}
	for _, c := range a.Columns {
		if clean(c.Name) != "" && !known[columnKey(c)] {
			return fmt.Sprintf("the column %q stands, with its meaning, in %s alone", cut(clean(c.Name), 60), placeName(a))
		}
	}
	return ""
}

// columnKey is the same for columns with one name and one meaning.
func columnKey(c Column) string {
	return strings.Join([]string{clean(c.Name), string(c.Role), codeOf(c.Item)}, "\x00")
}

// encodingName is the name by which an encoding is told, of one that was found.
func encodingName(found string) string {
	name, _, _ := strings.Cut(found, " ")
	return strings.ToLower(name)
}

// headerLines are the physical lines of the header's rows, where the file has
// lines to name: the keys of objects stand in none.
func headerLines(file FileInspection) []int {
	switch {
	case slices.Contains(keyed, file.Container):
		return nil
	case len(file.HeaderLines) > 0:
		return file.HeaderLines
	case file.Header > 0:
		return []int{file.Header}
	}
	return nil
}

// keyed are the containers whose columns are the keys of objects.
var keyed = []string{"json", "ndjson", "yaml"}
