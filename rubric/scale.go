package rubric

import "slices"

// Scale is the ordered set of levels on which an item is rated.
type Scale struct {
	// Name is the built-in scale's, or the name the file gives it; "" for a
	// scale written where it is used.
	Name string
	// Own says that each item's own levels are its scale. Such a Scale has
	// no levels itself; the items' scales are made from it.
	Own bool
	// Levels stand lowest first and their values rise.
	Levels []Level
	// Step, where positive, allows ratings between levels: any lowest value
	// + k·Step up to the highest.
	Step Decimal
	// Nulls are the null states that a form offers, with the words for them.
	Nulls []Null
	// Blank is the code of the level that a blank cell means in a form with
	// any entry (a checklist's unticked box); "" where blank is missing.
	Blank      string
	Extensions []Extension
	Places     Places
}

// Level is one step of a scale, or, in an item, the cell that describes it.
type Level struct {
	Code     string
	Label    string
	Value    Decimal
	From     *Decimal // lower end of a published range, such as 10 of "10–14"
	Text     string   // CommonMark; in an item, the descriptor
	Guidance string
	Aliases  []string
	// HasValue tells a value that the file gives from one that was counted
	// or taken from the code.
	HasValue   bool
	Extensions []Extension
	Places     Places
}

// Name is what a person reads for the level: its label, else its code.
func (l Level) Name() string {
	if l.Label != "" {
		return l.Label
	}
	return l.Code
}

// State is what a cell of a rating file says: a rating, or why there is none.
type State uint8

// The states. All but Rated are null states: they are never 0.
const (
	Rated         State = iota
	NotApplicable       // leaves the denominator
	NotObserved         // applicable, not seen
	Missing             // left blank
)

// stateNames are the words of every output, in the order of the constants.
var stateNames = [...]string{"rated", "not_applicable", "not_observed", "missing"}

// String gives the state's name in files and outputs: "not_applicable".
func (s State) String() string { return stateNames[s] }

// ParseState returns the state with this name and whether there is one.
func ParseState(name string) (State, bool) {
	i := slices.Index(stateNames[:], name)
	return State(max(i, 0)), i >= 0
}

// Null is a null state that a form offers; the first word is printed.
type Null struct {
	State State
	Words []string
}

// Level returns the level with exactly this code, or nil.
func (s *Scale) Level(code string) *Level {
	for i := range s.Levels {
		if s.Levels[i].Code == code {
			return &s.Levels[i]
		}
	}
	return nil
}

// Lowest and Highest give the ends of the scale; both need a level.
func (s *Scale) Lowest() Decimal {
	l := s.Levels[0]
	if l.From != nil {
		return *l.From
	}
	return l.Value
}

// Highest is the value of the top level.
func (s *Scale) Highest() Decimal { return s.Levels[len(s.Levels)-1].Value }

// Accepts reports whether a value may be given on this scale: a level's
// value, a step between, or a place in a level's published range.
func (s *Scale) Accepts(v Decimal) bool {
	if len(s.Levels) == 0 {
		return false
	}
	for _, l := range s.Levels {
		if l.Value.Cmp(v) == 0 {
			return true
		}
		if l.From != nil && l.From.Cmp(v) <= 0 && v.Cmp(l.Value) <= 0 && onGrid(*l.From, v, s.rangeStep()) {
			return true
		}
	}
	return s.Step.Sign() > 0 && s.Lowest().Cmp(v) <= 0 && v.Cmp(s.Highest()) <= 0 && onGrid(s.Lowest(), v, s.Step)
}

// rangeStep is the step within a published range: the scale's, else 1.
func (s *Scale) rangeStep() Decimal {
	if s.Step.Sign() > 0 {
		return s.Step
	}
	return NewDecimal(1, 0)
}

// onGrid reports whether v is from + k·step for a whole k.
func onGrid(from, v, step Decimal) bool {
	distance := v.Rat()
	distance.Sub(distance, from.Rat())
	return distance.Quo(distance, step.Rat()).IsInt()
}

// LevelOf returns the level a value belongs to: the highest one that starts
// at or below it; nil below the first.
func (s *Scale) LevelOf(v Decimal) *Level {
	var found *Level
	for i := range s.Levels {
		start := s.Levels[i].Value
		if s.Levels[i].From != nil {
			start = *s.Levels[i].From
		}
		if start.Cmp(v) <= 0 {
			found = &s.Levels[i]
		}
	}
	return found
}

// Equal reports whether two scales accept the same ratings under the same
// codes and labels.
func (s *Scale) Equal(t *Scale) bool {
	if s == t {
		return true
	}
	return s.Step.Cmp(t.Step) == 0 && s.Blank == t.Blank &&
		slices.EqualFunc(s.Levels, t.Levels, func(a, b Level) bool {
			return a.Code == b.Code && a.Label == b.Label && a.Value.Cmp(b.Value) == 0 && sameDecimal(a.From, b.From) && slices.Equal(a.Aliases, b.Aliases)
		}) &&
		slices.EqualFunc(s.Nulls, t.Nulls, func(a, b Null) bool {
			return a.State == b.State && slices.Equal(a.Words, b.Words)
		})
}

func sameDecimal(a, b *Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(*b) == 0
}
