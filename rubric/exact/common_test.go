package exact_test

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/exact"
)

func TestCommon(t *testing.T) {
	none := exact.Number{}
	wide := exact.New(math.MaxInt64, 2).Mul(exact.New(math.MaxInt64, 3))
	for _, c := range []struct {
		name    string
		numbers []exact.Number
		most    int64
		nums    []int64
		den     int64
	}{
		{"nothing", nil, 1, []int64{}, 1},
		{"whole numbers", []exact.Number{exact.Int(3), exact.Int(-4)}, 4, []int64{3, -4}, 1},
		{"the least denominator", []exact.Number{exact.New(1, 4), exact.New(5, 6), exact.Int(1)}, 12, []int64{3, 10, 12}, 12},
		{"no number is 0", []exact.Number{none, exact.New(1, 2)}, 2, []int64{0, 1}, 2},
		{"a numerator above the bound", []exact.Number{exact.Int(5)}, 4, nil, 0},
		{"a negative one below it", []exact.Number{exact.Int(-5)}, 4, nil, 0},
		{"a denominator above it", []exact.Number{exact.New(1, 4), exact.New(1, 3)}, 11, nil, 0},
		{"denominators that no word holds", []exact.Number{exact.New(1, math.MaxInt64), exact.New(1, math.MaxInt64-1)}, math.MaxInt64, nil, 0},
		{"numerators that no word holds", []exact.Number{exact.Int(math.MaxInt64), exact.New(1, 2)}, math.MaxInt64, nil, 0},
		{"a number that no word holds", []exact.Number{wide}, math.MaxInt64, nil, 0},
	} {
		nums, den, ok := exact.Common(c.numbers, c.most)
		if ok != (c.nums != nil) || !slices.Equal(nums, c.nums) || ok && den != c.den {
			t.Errorf("%s: %d over %d, %v; want %d over %d", c.name, nums, den, ok, c.nums, c.den)
		}
	}
}

// Sums of quotients that are in no lowest terms, divided by a whole number.
func TestSumOfQuotients(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sum exact.Sum
		want := new(big.Rat)
		for range rapid.IntRange(0, 5).Draw(t, "n") {
			num := word().Filter(func(n int64) bool { return n != math.MinInt64 }).Draw(t, "num")
			den := word().Filter(func(n int64) bool { return n > 0 }).Draw(t, "den")
			sum.AddQuotient(num, den)
			want.Add(want, big.NewRat(num, den))
		}
		n := word().Filter(func(n int64) bool { return n > 0 }).Draw(t, "by")
		same(t, "the sum", sum.Total(), want)
		same(t, "its part", sum.By(n), new(big.Rat).Quo(want, big.NewRat(n, 1)))
	})
}
