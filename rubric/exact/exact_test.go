package exact_test

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/exact"
)

// word draws from the whole range of words, its edges and small ones as often
// as the rest.
func word() *rapid.Generator[int64] {
	return rapid.OneOf(
		rapid.Int64Range(-12, 12), rapid.Int64(),
		rapid.SampledFrom([]int64{math.MinInt64, math.MinInt64 + 1, math.MaxInt64, math.MaxInt64 - 1, math.MaxInt32, math.MinInt32, 1 << 31, 1 << 62, 3037000500}),
	)
}

// pair is a number and what it must be.
type pair struct {
	got  exact.Number
	want *big.Rat
}

// number draws words, and numbers that words do not hold.
func number() *rapid.Generator[pair] {
	return rapid.Custom(func(t *rapid.T) pair {
		num, den := word().Draw(t, "num"), word().Filter(func(n int64) bool { return n != 0 }).Draw(t, "den")
		p := pair{exact.New(num, den), big.NewRat(num, den)}
		for range rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(t, "powers") {
			p.got, p.want = p.got.Mul(p.got), new(big.Rat).Mul(p.want, p.want)
		}
		return p
	})
}

// same compares a number with what it must be. It must be held in one way
// only, so that its text and its bytes are the same however it came about.
func same(t rapid.TB, what string, got exact.Number, want *big.Rat) {
	t.Helper()
	if got.IsNone() || got.Rat().Cmp(want) != 0 || got.String() != want.RatString() || got.Sign() != want.Sign() {
		t.Fatalf("%s: %v, want %s", what, got, want.RatString())
	}
	if held := exact.FromRat(want); string(got.Pack(nil)) != string(held.Pack(nil)) || got.Cmp(held) != 0 {
		t.Fatalf("%s: %v is held in two ways", what, got)
	}
}

func TestArithmeticAgainstBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := number().Draw(t, "a"), number().Draw(t, "b")
		same(t, "a", a.got, a.want)
		same(t, "a+b", a.got.Add(b.got), new(big.Rat).Add(a.want, b.want))
		same(t, "a-b", a.got.Sub(b.got), new(big.Rat).Sub(a.want, b.want))
		same(t, "a·b", a.got.Mul(b.got), new(big.Rat).Mul(a.want, b.want))
		if b.want.Sign() != 0 {
			same(t, "a/b", a.got.Quo(b.got), new(big.Rat).Quo(a.want, b.want))
		}
		if got, want := a.got.Cmp(b.got), a.want.Cmp(b.want); got != want {
			t.Fatalf("%v compared with %v: %d, want %d", a.got, b.got, got, want)
		}
	})
}

func TestSumAgainstBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sum, weights exact.Sum
		total, weight := new(big.Rat), new(big.Rat)
		small := rapid.Custom(func(t *rapid.T) pair {
			n, d := rapid.Int64Range(-9, 9).Draw(t, "n"), rapid.Int64Range(1, 12).Draw(t, "d")
			return pair{exact.New(n, d), big.NewRat(n, d)}
		})
		for range rapid.IntRange(0, 8).Draw(t, "terms") {
			w, v := small.Draw(t, "w"), rapid.OneOf(small, number()).Draw(t, "v")
			sum.AddProduct(w.got, v.got)
			sum.Add(v.got)
			weights.Add(w.got)
			weight.Add(weight, w.want)
			total.Add(total, v.want)
			total.Add(total, new(big.Rat).Mul(w.want, v.want))
		}
		same(t, "total", sum.Total(), total)
		if weight.Sign() == 0 {
			if got := sum.Over(&weights); !got.IsNone() {
				t.Fatalf("over 0: %v", got)
			}
			return
		}
		same(t, "over", sum.Over(&weights), new(big.Rat).Quo(total, weight))
	})
}

// modes says for each mode which of two neighbours a number goes to, given the
// distance from the lower one in units of the last place.
var modes = map[string]struct {
	mode exact.Mode
	up   func(lower *big.Int, distance, x *big.Rat) bool
}{
	"half up": {exact.HalfUp, func(_ *big.Int, d, x *big.Rat) bool {
		return d.Cmp(half) > 0 || d.Cmp(half) == 0 && x.Sign() > 0
	}},
	"half even": {exact.HalfEven, func(lower *big.Int, d, _ *big.Rat) bool {
		return d.Cmp(half) > 0 || d.Cmp(half) == 0 && lower.Bit(0) == 1
	}},
	"ceil":     {exact.Ceil, func(*big.Int, *big.Rat, *big.Rat) bool { return true }},
	"floor":    {exact.Floor, func(*big.Int, *big.Rat, *big.Rat) bool { return false }},
	"truncate": {exact.Truncate, func(_ *big.Int, _, x *big.Rat) bool { return x.Sign() < 0 }},
}

var half = big.NewRat(1, 2)

// rounded is the number rounded as the table says.
func rounded(x *big.Rat, places int, up func(*big.Int, *big.Rat, *big.Rat) bool) *big.Rat {
	power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	scaled := new(big.Rat).Mul(x, power)
	lower := new(big.Int).Div(scaled.Num(), scaled.Denom())
	distance := new(big.Rat).Sub(scaled, new(big.Rat).SetInt(lower))
	if distance.Sign() != 0 && up(lower, distance, x) {
		lower.Add(lower, big.NewInt(1))
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(lower), power)
}

func TestRoundingAgainstBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"half up", "half even", "ceil", "floor", "truncate"}).Draw(t, "mode")
		places := rapid.IntRange(0, 30).Draw(t, "places")
		halves := rapid.Custom(func(t *rapid.T) pair {
			n := rapid.Int64Range(-99999, 99999).Draw(t, "n")
			return pair{exact.New(n, 2000), big.NewRat(n, 2000)}
		})
		x := rapid.OneOf(number(), halves).Draw(t, "x")
		want := rounded(x.want, places, modes[name].up)
		same(t, name, x.got.Round(places, modes[name].mode), want)
		text := strings.TrimPrefix(want.FloatString(places), "-")
		if want.Sign() < 0 {
			text = "-" + text
		}
		if got := x.got.Decimal(places, modes[name].mode); got != text {
			t.Fatalf("%s to %d places, %s: %q, want %q", x.want, places, name, got, text)
		}
	})
}

// Units are the digits of the decimal, without the point.
func TestUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, places := number().Draw(t, "a"), rapid.IntRange(0, 20).Draw(t, "places")
		mode := rapid.SampledFrom([]exact.Mode{exact.HalfUp, exact.HalfEven, exact.Ceil, exact.Floor, exact.Truncate}).Draw(t, "mode")
		digits := strings.Replace(a.got.Decimal(places, mode), ".", "", 1)
		want, _ := new(big.Int).SetString(digits, 10)
		if got, ok := a.got.Units(places, mode); ok && big.NewInt(got).Cmp(want) != 0 {
			t.Fatalf("%v has %d units with %d places, want %v", a.got, got, places, want)
		} else if !ok && len(digits) <= 12 && len(a.want.String()) <= 12 && places < 6 {
			t.Fatalf("%v has no units with %d places", a.got, places)
		}
	})
}

func TestPack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var packed []byte
		all := rapid.SliceOf(number()).Draw(t, "numbers")
		for _, p := range all {
			packed = exact.Number{}.Pack(p.got.Pack(packed))
		}
		for _, p := range all {
			var got, none exact.Number
			got, packed = exact.Unpack(packed)
			none, packed = exact.Unpack(packed)
			same(t, "unpacked", got, p.want)
			if !none.IsNone() {
				t.Fatalf("no number became %v", none)
			}
		}
		if len(packed) > 0 {
			t.Fatalf("%d bytes are left", len(packed))
		}
	})
}

// What is undefined is no number, and no number stays none.
func TestNoNumber(t *testing.T) {
	none, two, huge := exact.Number{}, exact.Int(2), exact.Int(math.MinInt64)
	for name, got := range map[string]exact.Number{
		"1/0": exact.New(1, 0), "2/0": two.Quo(exact.Int(0)), "huge/0": huge.Quo(exact.Int(0)), "2+none": two.Add(none), "none-2": none.Sub(two), "none·huge": none.Mul(huge),
		"huge/none": huge.Quo(none), "rounded": none.Round(2, exact.HalfUp), "nil": exact.FromRat(nil),
		"a sum with none": sumOf(two, none, two), "a sum with huge and none": sumOf(none, huge),
	} {
		if !got.IsNone() || got.String() != "" || got.Rat() != nil || got.Sign() != 0 || got.Decimal(2, exact.HalfUp) != "" {
			t.Errorf("%s is %v", name, got)
		}
	}
	for _, n := range []exact.Number{exact.Int(-9), huge} {
		if none.Cmp(n) != -1 || n.Cmp(none) != 1 || none.Cmp(none) != 0 || n.IsNone() {
			t.Errorf("no number does not come before %v", n)
		}
	}
}

func sumOf(all ...exact.Number) exact.Number {
	var s exact.Sum
	for _, n := range all {
		s.Add(n)
	}
	return s.Total()
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		n    exact.Number
		want string
	}{
		{exact.New(211, 72), "211/72"}, {exact.New(6, -4), "-3/2"}, {exact.New(-6, -2), "3"}, {exact.Int(0), "0"},
		{exact.Scaled(250, 2), "5/2"}, {exact.Scaled(1, 19), "1/10000000000000000000"}, {exact.Int(math.MinInt64), "-9223372036854775808"},
	} {
		if got := c.n.String(); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
	for text, n := range map[string]exact.Number{"-0.05": exact.New(-1, 20), "0.00": exact.New(-1, 1000), "12.30": exact.New(123, 10), "0.01": exact.New(1, 199)} {
		if got := n.Decimal(2, exact.HalfUp); got != text {
			t.Errorf("%v is %s, want %s", n, got, text)
		}
	}
	for places, text := range map[int]string{0: "-7", 1: "-7.0", 20: "-7.00000000000000000000"} {
		if got := exact.Int(-7).Decimal(places, exact.HalfUp); got != text {
			t.Errorf("-7 to %d places is %s, want %s", places, got, text)
		}
	}
}

func FuzzArithmetic(f *testing.F) {
	f.Add(int64(1), int64(3), int64(-7), int64(math.MaxInt64), 2)
	f.Add(int64(math.MinInt64), int64(math.MaxInt64), int64(math.MinInt64), int64(-1), 18)
	f.Fuzz(func(t *testing.T, a, b, c, d int64, places int) {
		if b == 0 || d == 0 {
			return
		}
		x, y := exact.New(a, b), exact.New(c, d)
		wantX, wantY := big.NewRat(a, b), big.NewRat(c, d)
		same(t, "+", x.Add(y), new(big.Rat).Add(wantX, wantY))
		same(t, "·", x.Mul(y), new(big.Rat).Mul(wantX, wantY))
		places = (places%31 + 31) % 31
		same(t, "half even", x.Round(places, exact.HalfEven), rounded(wantX, places, modes["half even"].up))
	})
}

// The numbers of scoring stay words: nothing is taken from the heap.
func TestSmallNumbersDoNotAllocate(t *testing.T) {
	var to []byte
	weight, value, cut := exact.New(3, 10), exact.New(7, 2), exact.New(185, 100)
	allocated := testing.AllocsPerRun(100, func() {
		var sum, weights exact.Sum
		for range 20 {
			sum.AddProduct(weight, value)
			weights.Add(weight)
		}
		if mean := sum.Over(&weights); mean.Cmp(cut) > 0 {
			to = mean.Sub(cut).Round(2, exact.HalfUp).AppendDecimal(to[:0], 2, exact.HalfUp)
		}
	})
	if allocated > 1 { // the first text
		t.Errorf("%v allocations", allocated)
	}
}
