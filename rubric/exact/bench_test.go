package exact_test

import (
	"testing"

	"rubrickit/rubric/exact"
)

// BenchmarkNumbers measures what is done to each score: fractions as means of a
// few ratings give them.
func BenchmarkNumbers(b *testing.B) {
	var numbers []exact.Number
	for i := range int64(1 << 10) {
		numbers = append(numbers, exact.New(100+i*7919%300, 1+i*104729%120))
	}
	cut := exact.New(53, 20)
	room := make([]byte, 0, 64)
	for _, c := range []struct {
		name string
		do   func(i int)
	}{
		{"decimal", func(i int) { room = numbers[i].AppendDecimal(room[:0], 12, exact.HalfUp) }},
		{"decimal2", func(i int) { room = numbers[i].AppendDecimal(room[:0], 2, exact.HalfUp) }},
		{"whole", func(int) { room = exact.Int(1).AppendDecimal(room[:0], 12, exact.HalfUp) }},
		{"pack", func(i int) {
			room = numbers[i].Pack(room[:0])
			exact.Unpack(room)
		}},
		{"compare", func(i int) { numbers[i].Cmp(cut) }},
		{"mean", func(i int) {
			var sum exact.Sum
			for at := range 4 {
				sum.Add(numbers[(i+at)&(len(numbers)-1)])
			}
			sum.By(4)
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				c.do(i & (len(numbers) - 1))
			}
		})
	}
}
