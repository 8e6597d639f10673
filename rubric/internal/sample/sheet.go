package sample

// Who rates whom. Ratees come in pairs that work with the same teachers; the
// second of a pair has one fewer, and a school of ratees shares its two
// supervisors.
const (
	supervisors = 2
	teachers    = 11
	occasions   = 2
	school      = 20 // ratees

	firstForms = occasions * (1 + supervisors + teachers)
	pairForms  = 2*firstForms - occasions
)

// ratee is somebody who is rated.
type ratee struct {
	number   uint64
	id       []byte
	strength uint64 // below 400
}

// sheet is one filled-in form.
type sheet struct {
	seed   uint64
	filled bool
	form   uint64 // its number
	ratee  ratee
	seat   uint64 // who rates: 0 the ratee, then the supervisors, then the teachers
	spring bool   // the second occasion
	chance uint64 // what its answers are drawn from

	rater, group, date []byte
}

// turn makes it the form of a number.
func (s *sheet) turn(form uint64) {
	if s.filled && s.form == form {
		return
	}
	s.filled, s.form = true, form
	pair, n := form/pairForms, form%pairForms
	number := 2 * pair
	if n >= firstForms {
		number, n = number+1, n-firstForms
	}
	s.seat, s.spring = n/occasions, n%occasions == 1
	s.setRatee(number)
	s.setRater()
	s.chance = mix(s.seed, form)
	s.setDate(1 + s.chance%28)
}

func (s *sheet) setRatee(number uint64) {
	s.ratee.number = number
	s.ratee.id = appendID(s.ratee.id[:0], 'P', number+1, 6)
	s.ratee.strength = mix(s.seed, 'P', number) % 400
}

var (
	self       = []byte("self")
	supervisor = []byte("supervisor")
	teacher    = []byte("teacher")
)

func (s *sheet) setRater() {
	number := s.ratee.number
	switch {
	case s.seat == 0:
		s.group, s.rater = self, append(s.rater[:0], s.ratee.id...)
	case s.seat <= supervisors:
		s.group, s.rater = supervisor, appendID(s.rater[:0], 'S', number/school*supervisors+s.seat, 5)
	default:
		s.group, s.rater = teacher, appendID(s.rater[:0], 'T', number/2*teachers+s.seat-supervisors, 7)
	}
}

func (s *sheet) setDate(day uint64) {
	month := "2025-10-"
	if s.spring {
		month = "2026-02-"
	}
	s.date = appendPadded(append(s.date[:0], month...), day, 2)
}

// appendID appends a letter and a number of at least so many digits.
func appendID(b []byte, letter byte, n uint64, digits int) []byte {
	return appendPadded(append(b, letter), n, digits)
}

// appendPadded appends a number of at least so many digits.
func appendPadded(b []byte, n uint64, digits int) []byte {
	var text [20]byte
	i := len(text)
	for ; n > 0 || len(text)-i < digits; n /= 10 {
		i--
		text[i] = byte('0' + n%10)
	}
	return append(b, text[i:]...)
}
