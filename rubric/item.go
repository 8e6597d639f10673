package rubric

// Item is a node of the framework's tree: a domain, a standard, a competency,
// an indicator.
type Item struct {
	Code     string
	Title    string
	Text     string // CommonMark
	Stem     string // lead-in that the children complete
	Guidance string // how to rate: look-fors, evidence; CommonMark
	Notes    string // for editors, never printed
	Weight   Decimal
	// HasWeight tells a weight that is given from the default, 1.
	HasWeight bool
	// Rated is what the file says, nil where it leaves it to the rule that
	// leaves are rated: see [Item.IsRated].
	Rated *bool
	// Levels are the cells of an analytic rubric: what each level looks like
	// for this item. On a scale of the kind "own" they also are its scale.
	Levels []Level
	// Scale is the scale in force for this item, nil where there is none;
	// ScaleGiven tells one that the item itself declares from an inherited one.
	Scale      *Scale
	ScaleGiven bool
	Tags       []string
	URI        string
	Retired    string // why and since when; "" while the item is in use
	Items      []*Item
	Extensions []Extension
	Places     Places

	parent *Item
	depth  int
}

// Parent returns the item above, nil at the top.
func (it *Item) Parent() *Item { return it.parent }

// Depth is 0 for the items at the top.
func (it *Item) Depth() int { return it.depth }

// Label is what a row is called: the title, else the text, else the code.
func (it *Item) Label() string {
	switch {
	case it.Title != "":
		return it.Title
	case it.Text != "":
		return it.Text
	default:
		return it.Code
	}
}

// IsRetired reports whether the item, or one above it, is retired: its code
// stays taken, and it is not rendered, rated or matched.
func (it *Item) IsRetired() bool {
	for i := it; i != nil; i = i.parent {
		if i.Retired != "" {
			return true
		}
	}
	return false
}

// IsRated reports whether people rate this item: leaves are rated unless they
// say otherwise; a parent that says so is rated, and then what stands below
// it only explains; what is retired is not rated.
func (it *Item) IsRated() bool {
	if it.IsRetired() || it.explains() {
		return false
	}
	if it.Rated != nil {
		return *it.Rated
	}
	return len(it.Items) == 0
}

// explains reports whether an item above is rated itself.
func (it *Item) explains() bool {
	for up := it.parent; up != nil; up = up.parent {
		if up.Rated != nil && *up.Rated {
			return true
		}
	}
	return false
}

// HasDescriptors reports whether a level of this item has a text.
func (it *Item) HasDescriptors() bool {
	for _, l := range it.Levels {
		if l.Text != "" {
			return true
		}
	}
	return false
}

// Descriptor returns the cell for a level, nil where the item has none.
func (it *Item) Descriptor(code string) *Level {
	for i := range it.Levels {
		if it.Levels[i].Code == code {
			return &it.Levels[i]
		}
	}
	return nil
}

// WeightOr1 is the item's weight among its siblings.
func (it *Item) WeightOr1() Decimal {
	if it.HasWeight {
		return it.Weight
	}
	return NewDecimal(1, 0)
}

// Path returns the items from the top down to this one.
func (it *Item) Path() []*Item {
	if it.parent == nil {
		return []*Item{it}
	}
	return append(it.parent.Path(), it)
}

// LeadIn is the stem that this item's text completes: the nearest one above.
func (it *Item) LeadIn() string {
	for up := it.parent; up != nil; up = up.parent {
		if up.Stem != "" {
			return up.Stem
		}
	}
	return ""
}
