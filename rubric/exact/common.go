package exact

// Common writes numbers over their least common denominator: it returns their
// numerators in the same order, 0 for no number. It is not ok where a numerator
// or the denominator is above most, which is positive.
func Common(numbers []Number, most int64) (nums []int64, den int64, ok bool) {
	den = 1
	for _, a := range numbers {
		if den, ok = commonWith(den, a, most); !ok {
			return nil, 0, false
		}
	}
	nums = make([]int64, len(numbers))
	for i, a := range numbers {
		if a.IsNone() {
			continue
		}
		if nums[i], ok = mul(a.num, den/a.den); !ok || magnitude(nums[i]) > uint64(most) {
			return nil, 0, false
		}
	}
	return nums, den, true
}

// commonWith is the least common multiple of a denominator and that of a number,
// if it is not above most.
func commonWith(den int64, a Number, most int64) (int64, bool) {
	switch {
	case a.IsNone():
		return den, true
	case a.den == 0:
		return 0, false // words do not hold it
	}
	common, ok := mul(den, a.den/int64(gcd(uint64(den), uint64(a.den))))
	return common, ok && common <= most
}
