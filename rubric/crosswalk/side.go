package crosswalk

import "rubrickit/rubric"

// side is one of the frameworks, and what the crosswalk calls it.
type side struct {
	column string // of its codes
	named  Framework
	*rubric.Framework
	hashes map[*rubric.Item]string
	byHash map[string][]*rubric.Item // items in use, by the first digits of their hash
}

// fewestDigits is how much of a hash is always there.
const fewestDigits = 4

func newSide(column string, named Framework, f *rubric.Framework) side {
	s := side{column, named, f, map[*rubric.Item]string{}, map[string][]*rubric.Item{}}
	for it := range f.All() {
		hash := TextHash(it)
		s.hashes[it] = hash
		if !it.IsRetired() {
			s.byHash[hash[:fewestDigits]] = append(s.byHash[hash[:fewestDigits]], it)
		}
	}
	return s
}

// otherVersion reports whether the crosswalk was made for another version.
func (s side) otherVersion() bool {
	return s.named.Version != "" && s.named.Version != s.Version
}

// saying is the one item in use whose text has a hash; nil where none or
// several have it.
func (s side) saying(hash string) *rubric.Item {
	if len(hash) < fewestDigits {
		return nil
	}
	var found *rubric.Item
	for _, it := range s.byHash[hash[:fewestDigits]] {
		if !sameHash(hash, s.hashes[it]) {
			continue
		}
		if found != nil {
			return nil
		}
		found = it
	}
	return found
}

// sameHash compares two hashes as far as both were written down.
func sameHash(a, b string) bool {
	n := min(len(a), len(b))
	return n > 0 && a[:n] == b[:n]
}
