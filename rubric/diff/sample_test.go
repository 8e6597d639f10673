package diff

import (
	"rubrickit/rubric"
	"rubrickit/rubric/yamldoc"
)

// number reads a decimal of the test itself.
func number(text string) rubric.Decimal {
	d, err := rubric.ParseDecimal(text)
	if err != nil {
		panic(err)
	}
	return d
}

func extensions(key string) []rubric.Extension {
	return []rubric.Extension{{Key: key, Value: &yamldoc.Node{Value: "kept"}}}
}

// fullScale has a value in every field but Own.
func fullScale(name string) *rubric.Scale {
	from := number("1.5")
	return &rubric.Scale{
		Name: name, Step: number("0.5"), Blank: "1", Extensions: extensions("x-scale"),
		Levels: []rubric.Level{
			{Code: "1", Label: "Low", Value: number("1"), Text: "little", Guidance: "look", Aliases: []string{"L"}, Extensions: extensions("x-level")},
			{Code: "2", Label: "High", Value: number("2"), From: &from, HasValue: true},
		},
		Nulls: []rubric.Null{{State: rubric.NotApplicable, Words: []string{"N/A"}}},
	}
}

// fullFramework has a value in every field of the model, and is a new one at
// each call.
func fullFramework() *rubric.Framework {
	rated := true
	f := &rubric.Framework{
		ID: "full", Title: "Full", Version: "1", Publisher: "P", Language: "en", URI: "u",
		Source: rubric.Source{Title: "S", URL: "s", Retrieved: "2026-01-01", Rights: "R", Note: "N", Extensions: extensions("x-source")},
		Text:   "Introduction", Guidance: "How", Notes: "Editors", Tiers: []string{"Domain", "Indicator"},
		Tags:   []rubric.Tag{{Code: "a", Label: "A"}, {Code: "b", Label: "B"}},
		Scales: []*rubric.Scale{fullScale("named")}, Scale: fullScale(""), Extensions: extensions("x-top"),
		File: "full.yaml", SHA256: "abc",
	}
	f.Items = []*rubric.Item{
		{Code: "1", Title: "One", Text: "First", Stem: "Leaders:", Scale: f.Scale, Items: []*rubric.Item{
			{
				Code: "1.1", Title: "Goals", Text: "set goals", Stem: "They:", Guidance: "ask", Notes: "draft", Weight: number("2"), HasWeight: true,
				Rated: &rated, Scale: fullScale(""), ScaleGiven: true, Tags: []string{"a"}, URI: "i", Extensions: extensions("x-item"),
				Levels: []rubric.Level{{Code: "1", Label: "Cell", Value: number("3"), HasValue: true, Text: "few", Guidance: "why", Aliases: []string{"c"}}},
			},
			{Code: "1.2", Text: "listen", Scale: f.Scales[0], ScaleGiven: true},
			{Code: "1.3", Text: "gone", Retired: "merged into 1.1", Scale: f.Scale},
		}},
		{Code: "2", Title: "Two", Scale: &rubric.Scale{Own: true}, Levels: []rubric.Level{{Code: "1", Text: "few"}}},
	}
	f.Index()
	return f
}
