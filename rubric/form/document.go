package form

import "encoding/json"

// IdentityProperty is the name of the property under which an office document
// says which framework it is a form of, as JSON (see [Identity.JSON]).
const IdentityProperty = PDFIdentity

// JSON is the identity as documents carry it, with the names of a ratings
// file's columns.
func (i Identity) JSON() string {
	// Marshalling a map of texts cannot fail.
	b, _ := json.Marshal(map[string]string{FrameworkID: i.ID, FrameworkVersion: i.Version, FrameworkFingerprint: i.Fingerprint})
	return string(b)
}

// ParseIdentity reads what [Identity.JSON] wrote, and reports whether it is
// that: an id and a fingerprint must be there.
func ParseIdentity(text string) (Identity, bool) {
	var said map[string]string
	if json.Unmarshal([]byte(text), &said) != nil || said[FrameworkID] == "" || said[FrameworkFingerprint] == "" {
		return Identity{}, false
	}
	return Identity{ID: said[FrameworkID], Version: said[FrameworkVersion], Fingerprint: said[FrameworkFingerprint]}, true
}

// The columns of a form as a workbook that take something, as its first row,
// which nobody sees, names them. The first cell of that row is the identity,
// and below it, in the first column, stand the names of the fields.
const (
	EntryColumn   = "entry" // of the head and the foot
	RatingColumn  = Rating
	PointsColumn  = "points"
	CommentColumn = Comment
)

// ListsSheet is the sheet of a workbook with the lists to choose from, which
// nobody sees either.
const ListsSheet = "Levels"
