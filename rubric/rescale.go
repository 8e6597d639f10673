package rubric

import "slices"

// OnScale returns the framework with everything rated on another scale, and so
// with another fingerprint; f stays as it is. A cell that describes a level
// stays where the scale has a level of the same code and name: under another
// name it would describe what it was not written for.
func (f *Framework) OnScale(s *Scale) *Framework {
	out := *f
	out.Scale = s
	out.Items = rescaled(f.Items, s)
	out.Index()
	return &out
}

func rescaled(items []*Item, s *Scale) []*Item {
	var out []*Item
	for _, it := range items {
		on := *it
		on.Scale, on.ScaleGiven = s, false
		on.Levels = keptCells(it, s)
		on.Items = rescaled(it.Items, s)
		out = append(out, &on)
	}
	return out
}

// keptCells are an item's cells that describe a level of the scale.
func keptCells(it *Item, s *Scale) []Level {
	strange := func(cell Level) bool {
		level := s.Level(cell.Code)
		return level == nil || level.Name() != it.levelName(cell)
	}
	return slices.DeleteFunc(slices.Clone(it.Levels), strange)
}

// levelName is what the level of a cell is called: by the cell, else by the
// scale that the item is on.
func (it *Item) levelName(cell Level) string {
	if cell.Label == "" && it.Scale != nil {
		if level := it.Scale.Level(cell.Code); level != nil {
			return level.Name()
		}
	}
	return cell.Name()
}
