package rowset

import "testing"

// Keys of one hash are told apart by what they say.
func TestKeysOfOneHash(t *testing.T) {
	hash := newHasher()
	table := table{extra: 1, hash: &hash}
	const same = 7 << 4
	ada, bo := Key{}.AppendText("Ada"), Key{}.AppendText("Bo")
	first, fresh := table.intern(ada, same)
	if !fresh || table.in(slotFor(same, first), ada, same) == nil {
		t.Error("a key is not where it was put")
	}
	if table.in(slotFor(same, first), bo, same) != nil {
		t.Error("a slot is taken for that of another key")
	}
	second, fresh := table.intern(bo, same)
	if !fresh || first == second {
		t.Error("another key is taken for one that is there")
	}
	for want, k := range map[uint64]Key{first: ada, second: bo} {
		if place, fresh := table.intern(k, same); fresh || place != want {
			t.Errorf("%q is at %d, want %d", k, place, want)
		}
	}
}
