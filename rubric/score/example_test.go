package score_test

import (
	"fmt"
	"os"

	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/score"
)

// The worked example: ratings by a supervisor on two occasions, by three
// teachers and by the person themself come to 211/72, which is shown as 2.93.
func ExampleCompute() {
	const folder = "../../testdata/gold/rules_worked_example_full_pipeline/"
	yaml, err := os.ReadFile(folder + "framework.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	framework, findings := load.Framework("framework.yaml", yaml)
	if err := findings.Err(); err != nil {
		fmt.Println(err)
		return
	}
	csv, err := os.ReadFile(folder + "ratings.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	read, _, err := ratings.Read(framework, []ratings.File{{Name: "ratings.csv", Data: csv}}, ratings.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := score.Compute(framework, score.DefaultPolicy(), read)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(score.DefaultPolicy().Words())
	for row := range result.Rows() {
		fmt.Println(row.Ratee, row.Item, row.Score, result.Display.Show(row.Score))
	}
	// Output:
	// occasion latest → rater mean → group mean (weights self 0, others 1) → items mean
	// Ada 1 53/18 2.94
	// Ada 1.1 10/3 3.33
	// Ada 1.2 19/6 3.17
	// Ada 1.3 7/3 2.33
	// Ada 2 35/12 2.92
	// Ada 2.1 10/3 3.33
	// Ada 2.2 5/2 2.50
	// Ada overall 211/72 2.93
}

// A policy file is checked like a framework: every problem at once, in its
// place.
func ExampleParsePolicy() {
	_, findings := score.ParsePolicy("district.yaml", []byte(`policy: v1
id: district
stages:
  - {over: rater, how: average}
bands: {Effective: 3.5, Highly Effective: 2.65}
`))
	for _, d := range findings {
		fmt.Println(d)
	}
	// Output:
	// district.yaml:4:24: error[policy-word]: `how` cannot be "average"
	// district.yaml:5:43: error[band-cuts]: the band Highly Effective starts at 2.65, which is not above 3.5, where the band before it starts
}
