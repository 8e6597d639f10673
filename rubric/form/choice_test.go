package form_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/markup"
)

// choices are a row's choices as text: "1=Never", "N/A".
func choices(r form.Row) string {
	var out []string
	for _, c := range r.Choices {
		text := strings.TrimSpace(c.Sign + " " + c.Label)
		if c.Cell != c.Label {
			text = c.Cell + "=" + text
		}
		if len(c.Text) > 0 {
			text += " (" + markup.PlainBlocks(c.Text) + ")"
		}
		out = append(out, text)
	}
	return strings.Join(out, " | ")
}

func oneItem(it *rubric.Item, s *rubric.Scale) *rubric.Framework {
	f := &rubric.Framework{ID: "one", Items: []*rubric.Item{it}}
	useScale(f, s)
	return f
}

func TestChoices(t *testing.T) {
	from := decimal(t, "2")
	points := &rubric.Scale{Levels: []rubric.Level{
		{Code: "few", Label: "Few", Value: decimal(t, "1")},
		{Code: "many", Label: "Many", Value: decimal(t, "5"), From: &from},
	}}
	steps := frequency(t)
	steps.Step, steps.Nulls = decimal(t, "0.5"), nil
	named := &rubric.Scale{Levels: []rubric.Level{level(t, "1", "Level 1"), level(t, "2", "2")}}
	shifted := &rubric.Scale{Levels: []rubric.Level{
		{Code: "0", Label: "None", Value: decimal(t, "0")}, {Code: "1", Label: "Few", Value: decimal(t, "0.5")}, {Code: "2", Label: "Many", Value: decimal(t, "1")},
	}}
	cells := []rubric.Level{{Code: "2", Label: "Mostly", Text: "as a *rule*"}}
	for name, c := range map[string]struct {
		scale  *rubric.Scale
		levels []rubric.Level
		layout string
		want   string
		points string
	}{
		"numbers beside labels":   {frequency(t), nil, "form", "1=1 Never | 2=2 Often | 3=3 Always | N/A | Not observed", ""},
		"no number said twice":    {named, nil, "form", "1=Level 1 | 2", ""},
		"ranges":                  {points, nil, "form", "few=1 Few | many=2–5 Many", "1 to 5 by 0"},
		"steps":                   {steps, nil, "form", "1=1 Never | 2=2 Often | 3=3 Always", "1 to 3 by 0.5"},
		"a cell's own label":      {frequency(t), cells, "grid", "1=1 Never | 2=2 Mostly (as a rule) | 3=3 Always | N/A | Not observed", ""},
		"no descriptors":          {frequency(t), cells, "form", "1=1 Never | 2=2 Mostly | 3=3 Always | N/A | Not observed", ""},
		"a code that is a value":  {shifted, nil, "form", "0=0 None | 1 – Few=1 Few | 2=2 Many", ""},
		"a box to tick":           {checklist(t), nil, "checklist", "1=Yes", ""},
		"a box asked as a matrix": {checklist(t), nil, "form", "0=0 No | 1=1 Yes", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := newForm(t, oneItem(&rubric.Item{Code: "a", Title: "A", Levels: c.levels}, c.scale), form.Options{Layout: c.layout}).Rows()[0]
			if got := choices(r); got != c.want {
				t.Errorf("choices %s\nwant    %s", got, c.want)
			}
			got := ""
			if p := r.Points; p != nil {
				got = p.From.String() + " to " + p.To.String() + " by " + p.Step.String()
			}
			if got != c.points {
				t.Errorf("points %q, want %q", got, c.points)
			}
		})
	}
}

func TestKeys(t *testing.T) {
	s := frequency(t)
	s.Levels[0].Text = "not once"
	f := sample(t)
	useScale(f, s)
	keys := newForm(t, f, form.Options{}).Keys
	if len(keys) != 1 || keys[0].Scale != "frequency" || markup.PlainBlocks(keys[0].Levels[0].Text) != "not once" {
		t.Errorf("keys: %+v", keys)
	}
	if keys := newForm(t, sample(t), form.Options{}).Keys; keys != nil {
		t.Errorf("a scale without texts needs no key: %+v", keys)
	}
}

func TestColumnsAreShared(t *testing.T) {
	f := sample(t)
	if got := newForm(t, f, form.Options{}).Sections[0].Columns; len(got) != 5 {
		t.Errorf("shared columns: %v", got)
	}
	other := frequency(t)
	other.Levels[0].Label = "Seldom"
	f.Item("1.3").Scale = other
	f.Items[0].Items = append(f.Items[0].Items[:1], f.Items[0].Items[2])
	f.Index()
	if got := newForm(t, f, form.Options{}).Sections[0].Columns; got != nil {
		t.Errorf("levels of different names share the columns %v", got)
	}
}

func TestLayoutFollowsShape(t *testing.T) {
	described := sample(t)
	described.Item("1.1").Levels = []rubric.Level{{Code: "1", Text: "never at all"}}
	boxes := sample(t)
	useScale(boxes, checklist(t))
	for name, c := range map[string]struct {
		framework *rubric.Framework
		asked     string
		want      string
		arranged  form.Arrangement
	}{
		"descriptors make a grid":       {described, "", "grid", form.Cells},
		"boxes make a checklist":        {boxes, "", "checklist", form.Matrix},
		"the rest is a form":            {sample(t), "", "form", form.Matrix},
		"a layout can be asked for":     {described, "form", "form", form.Matrix},
		"a checklist of several levels": {sample(t), "checklist", "checklist", form.Stack},
	} {
		t.Run(name, func(t *testing.T) {
			f := newForm(t, c.framework, form.Options{Layout: c.asked})
			if f.Layout.Name != c.want || f.Sections[0].Arrangement != c.arranged {
				t.Errorf("layout %s, arrangement %d; want %s, %d", f.Layout.Name, f.Sections[0].Arrangement, c.want, c.arranged)
			}
		})
	}
	_, err := form.New(sample(t), form.Options{Layout: "gird"})
	if want := `unknown layout "gird" (did you mean "grid"? layouts: grid, checklist, form)`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestArrangementFollowsLength(t *testing.T) {
	many := &rubric.Scale{}
	for _, code := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} {
		many.Levels = append(many.Levels, level(t, code, ""))
	}
	prose := strings.Repeat("many words to read ", 30)
	steps := frequency(t)
	steps.Step = decimal(t, "0.5")
	for name, c := range map[string]struct {
		item  *rubric.Item
		scale *rubric.Scale
		want  form.Arrangement
	}{
		"short":                 {&rubric.Item{Code: "a", Title: "A", Text: "few words"}, frequency(t), form.Matrix},
		"prose":                 {&rubric.Item{Code: "a", Title: "A", Text: prose}, frequency(t), form.Lines},
		"a text without title":  {&rubric.Item{Code: "a", Text: prose}, frequency(t), form.Matrix},
		"many levels":           {&rubric.Item{Code: "a", Title: "A"}, many, form.Lines},
		"points":                {&rubric.Item{Code: "a", Title: "A"}, steps, form.Lines},
		"short cells":           {&rubric.Item{Code: "a", Title: "A", Levels: []rubric.Level{{Code: "1", Text: "few"}}}, frequency(t), form.Cells},
		"long cells":            {&rubric.Item{Code: "a", Title: "A", Levels: []rubric.Level{{Code: "1", Text: prose + prose}}}, frequency(t), form.Stack},
		"cells of many columns": {&rubric.Item{Code: "a", Title: "A", Levels: []rubric.Level{{Code: "1", Text: "few"}}}, many, form.Stack},
	} {
		t.Run(name, func(t *testing.T) {
			got := newForm(t, oneItem(c.item, c.scale), form.Options{}).Sections[0].Arrangement
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
