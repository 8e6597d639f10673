package sample

import "fmt"

// statement is an item that is rated.
type statement struct {
	code     []byte
	number   uint64 // from 0
	standard int    // from 1
}

// statements are those of the framework: 1.1 to 8.6.
var statements = numbered(4, 4, 4, 4, 3, 6, 6, 6)

// numbered makes the statements of standards that have so many of them.
func numbered(counts ...int) []statement {
	var all []statement
	for i, count := range counts {
		for j := range count {
			all = append(all, statement{[]byte(fmt.Sprintf("%d.%d", i+1, j+1)), uint64(len(all)), i + 1})
		}
	}
	return all
}

// The answers, in the words of the framework.
var (
	levels = [][]byte{
		[]byte("1 - Beginning"), []byte("2 - Developing"), []byte("3 - Proficient"), []byte("4 - Distinguished"),
	}
	notObserved   = []byte("Not observed")
	notApplicable = []byte("Not applicable")
	blank         = []byte{}
)

// gap is something that some people did not get to rate, so that scores without
// a rating come about too.
type gap struct {
	there  func(*sheet, statement) bool
	answer []byte
}

var gaps = []gap{
	{unseen, notObserved},
	{unseenStandard, notObserved},
	{outside, notApplicable},
}

// unseen are the ratings of a ratee whom nobody else could rate.
func unseen(s *sheet, _ statement) bool { return s.seat > 0 && s.ratee.number%100 == 41 }

// unseenStandard are those of a standard that nobody else saw.
func unseenStandard(s *sheet, st statement) bool {
	return s.seat > 0 && st.standard == 5 && s.ratee.number%50 == 27
}

// outside are those of a standard that the supervisors do not ask for.
func outside(s *sheet, st statement) bool {
	return 1 <= s.seat && s.seat <= supervisors && st.standard == 3 && s.ratee.number%40 == 13
}

// answer is what the form says of a statement.
func (s *sheet) answer(st statement) []byte {
	for _, g := range gaps {
		if g.there(s, st) {
			return g.answer
		}
	}
	chance := mix(s.chance, st.number)
	switch percent := chance % 100; {
	case percent < 8:
		return notObserved
	case percent < 9:
		return notApplicable
	case percent < 10:
		return blank
	}
	return s.level(st, chance>>32%1000)
}

// steps are the marks below which lie the levels but the highest.
var steps = []uint64{350, 750, 1250}

// level is higher for strong ratees, easy statements, the second occasion, and
// by luck, a number below 1000.
func (s *sheet) level(st statement, luck uint64) []byte {
	mark := luck + s.ratee.strength + mix(s.seed, 'I', st.number)%200
	if s.spring {
		mark += 80
	}
	for i, step := range steps {
		if mark < step {
			return levels[i]
		}
	}
	return levels[len(levels)-1]
}
