package rowset

// sideBySide is how many groups are walked at once: about as many reads as a
// processor waits for at the same time.
const sideBySide = 16

// Warm touches the rows of some groups, which are then in a cache of the
// processor when they are visited. Each row tells where the next one is, so that
// a visit waits for every row by itself; here the rows of many groups are waited
// for together. What it returns means nothing, and keeps the reads from being
// taken away.
func (s *Set) Warm(groups []Group) (touched uint64) {
	for len(groups) > 0 {
		n := min(sideBySide, len(groups))
		touched += warmTogether(groups[:n])
		groups = groups[n:]
	}
	return touched
}

func warmTogether(groups []Group) (touched uint64) {
	var next [sideBySide]uint64
	for i, g := range groups {
		next[i] = g.last
	}
	for left := true; left; {
		left = false
		for i := range groups {
			if next[i%sideBySide] == 0 {
				continue
			}
			rec := groups[i].shard.rows.at(next[i%sideBySide] - 1)
			touched += uint64(rec[min(len(rec)-1, lineSize)])
			next[i%sideBySide], left = rec.link(), true
		}
	}
	return touched
}
