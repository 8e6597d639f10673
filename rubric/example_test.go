package rubric_test

import (
	"fmt"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/load"
)

func ExampleFramework_Indicators() {
	data, err := frameworks.Read("teacher-leadership")
	if err != nil {
		fmt.Println(err)
		return
	}
	f, findings := load.Framework("teacher-leadership.yaml", data)
	if err := findings.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, it := range f.Indicators() {
		fmt.Printf("%s %s: %d levels\n", it.Code, it.Title, len(it.Scale.Levels))
	}
	// Output:
	// CM Coaching and Mentoring: 4 levels
	// FCR Facilitating Collaborative Relationships: 4 levels
	// CAEA Community Awareness, Engagement, and Advocacy: 4 levels
}

func ExampleScale_Accepts() {
	scale := rubric.Scale{
		Levels: []rubric.Level{
			{Code: "1", Label: "Beginning", Value: rubric.NewDecimal(1, 0)},
			{Code: "4", Label: "Distinguished", Value: rubric.NewDecimal(4, 0)},
		},
		Step: rubric.NewDecimal(5, 1), // half points
	}
	for _, text := range []string{"2.5", "2.75", "4.5"} {
		value, err := rubric.ParseDecimal(text)
		fmt.Println(text, scale.Accepts(value), err)
	}
	// Output:
	// 2.5 true <nil>
	// 2.75 false <nil>
	// 4.5 false <nil>
}

func ExampleFramework_Fingerprint() {
	read := func(text string) *rubric.Framework {
		f, _ := load.Framework("example.yaml", []byte(text))
		return f
	}
	first := read("rubric: v1\nid: example\ntitle: Example\nscale: yes-no\nitems:\n  a: Say what you do\n")
	retold := read("# A remark.\nrubric: v1\nid: example\ntitle: Example\nscale: yes-no\nitems:\n  a: Say what you will do\n")
	recoded := read("rubric: v1\nid: example\ntitle: Example\nscale: yes-no\nitems:\n  b: Say what you do\n")
	fmt.Println(first.Fingerprint() == retold.Fingerprint(), first.Fingerprint() == recoded.Fingerprint())
	// Output: true false
}
