package form

import "rubrickit/rubric"

// PDFIdentity is the key of a PDF's information dictionary under which the form
// says which framework it is of, as JSON with the names of a ratings file's
// columns.
const PDFIdentity = "RubricID"

// Identity says which framework a form is of, so that ratings are never read
// against another one.
type Identity struct {
	ID          string
	Version     string // "" where the framework gives none
	Fingerprint string // see [rubric.Framework.Fingerprint]
	Short       string // its beginning, as printed
}

func identify(f *rubric.Framework) Identity {
	return Identity{ID: f.ID, Version: f.Version, Fingerprint: f.Fingerprint(), Short: f.ShortFingerprint()}
}

// String is the identity as a footer prints it: "cambridge 2019 · 1f2e3d4c".
func (i Identity) String() string {
	return oneLine(i.ID+" "+i.Version) + " · " + i.Short
}
