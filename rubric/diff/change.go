package diff

// Kind is what happened to an item, or to the framework, between two versions.
type Kind string

// The kinds.
const (
	Removed    Kind = "removed"    // the item is no longer there
	Retired    Kind = "retired"    // its code stays taken, and it is no longer rated
	Restored   Kind = "restored"   // it was retired and no longer is
	Merged     Kind = "merged"     // it is a part of another item now, by its wording
	Split      Kind = "split"      // its wording stands in several items now, of which this is one
	Added      Kind = "added"      // the item is new
	Renumbered Kind = "renumbered" // it stands under another code
	Moved      Kind = "moved"      // it stands under another parent
	Changed    Kind = "changed"    // a setting (weight, scale, level, tag …); Field says which
	Reworded   Kind = "reworded"   // a text for people to read; Field says which
	Reordered  Kind = "reordered"  // it stands elsewhere among its siblings
)

// Kinds lists the kinds in the order in which changes are listed: first what
// takes ratings made under the old version out of use, last what they do not
// notice.
func Kinds() []Kind {
	return []Kind{Removed, Retired, Restored, Merged, Split, Added, Renumbered, Moved, Changed, Reworded, Reordered}
}

// Change is one difference between two versions. Both codes are empty for a
// change of the framework itself.
type Change struct {
	Kind   Kind
	Source string // the item's code in the old version; empty for a new item
	Target string // its code in the new version; empty for a removed item
	// Field is what differs, as a path: "text", "weight", "levels.3.label".
	// Added, removed, split and merged items have none.
	Field string
	// Before and After are the values, as the file has them; empty where the
	// value is not there.
	Before, After string
}
