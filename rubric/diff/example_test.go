package diff_test

import (
	"fmt"

	"rubrickit/rubric"
	"rubrickit/rubric/diff"
)

func ExampleCompare() {
	district := &rubric.Framework{ID: "district", Items: []*rubric.Item{
		{Code: "1", Text: "Coach teachers and give weekly feedback"},
		{Code: "2", Text: "Celebrate success"},
	}}
	standard := &rubric.Framework{ID: "standard", Items: []*rubric.Item{
		{Code: "a", Text: "Coaches each teacher with feedback"},
	}}
	district.Index()
	standard.Index()

	c := diff.Compare(district, standard, diff.Options{})
	for _, m := range c.Matches {
		fmt.Printf("%s → %s: %s\n", m.Source.Code, m.Target.Code, m.Word)
		for _, word := range m.Evidence {
			fmt.Printf("  shares %s\n", word.Source)
		}
	}
	for _, gap := range c.Gaps.Source {
		fmt.Printf("%s: %s\n", gap.Item.Code, gap.Word())
	}
	// Output:
	// 1 → a: close
	//   shares coach
	//   shares feedback
	//   shares teachers
	// 2 → a: nothing similar
	// 2: nothing similar
}
