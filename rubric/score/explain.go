package score

import (
	"bytes"
	"fmt"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// Explain says how the score of a ratee on an item came about, or over
// everything ([rubric.Overall]): stage by stage, down to the places of the
// ratings in their files. It takes the same way as [Compute], and writes down
// what happens there.
func Explain(f *rubric.Framework, p *Policy, b *rubric.Book, ratee, item string) (*Explanation, error) {
	j, err := prepare(f, p, b)
	if err != nil {
		return nil, err
	}
	j.lead = nil // each step is to be told of
	n, known := j.index[item]
	if !known {
		return nil, j.unknownItem(item)
	}
	o := newOutcome(j)
	o.record = &recorder{made: map[*cell]*derivation{}}
	if err := o.scoreOne(ratee); err != nil {
		return nil, err
	}
	e := &explainer{outcome: o, heads: j.heads()}
	out := &Explanation{Policy: p, Display: p.display, Row: o.row(n), Note: o.note(n), Origin: e.origin(n)}
	return out, e.look(&out.Origin)
}

func (j *job) unknownItem(item string) error {
	codes := make([]string, len(j.nodes))
	for n := range j.nodes {
		codes[n] = j.nodes[n].code
	}
	return fmt.Errorf("no item %q of %s has a score; %s", item, j.framework.ID, diag.Suggest(item, codes, "codes are written as in the framework; `overall` is the score over everything"))
}

// scoreOne scores the ratee of this name.
func (o *outcome) scoreOne(name string) error {
	ratees := o.book.Ratees()
	at, found := slices.BinarySearchFunc(ratees, name, func(r rubric.Ratee, name string) int { return bytes.Compare(r.Name, []byte(name)) })
	if found {
		rated, err := o.load(ratees[at])
		if err != nil {
			return err
		}
		if rated {
			return o.score()
		}
	}
	names := make([]string, len(ratees))
	for i, r := range ratees {
		names[i] = string(r.Name)
	}
	return fmt.Errorf("nobody named %q is rated in these files; %s", name, diag.Suggest(name, names, "names are written as the files have them"))
}

// row is the row of a node as it stands in the result.
func (o *outcome) row(n int) Row {
	b := batch{whose: []whose{{Form: rubric.Form{Ratee: string(o.of.Name)}}}, rows: make([][]byte, len(o.nodes))}
	b.rows[n] = o.pack(nil, n)
	var out Row
	b.visit(n, o.heads()[n], o.bands.names, func(r *Row) bool {
		out = *r
		return true
	})
	return out
}

// explainer tells where the cells of an outcome come from.
type explainer struct {
	*outcome
	heads []head
}

// origin tells where the final cell of a node comes from.
func (e *explainer) origin(n int) Origin {
	row := e.rows[n]
	for i, c := range row {
		if c == e.final[n] {
			return e.originOf(n, c, e.columns[i])
		}
	}
	out := e.about(n, e.final[n], column{collapsed, collapsed, collapsed, 0})
	for i, c := range row { // of which none has a value
		from := e.originOf(n, c, e.columns[i])
		out.Parts = append(out.Parts, Part{Origin: from, Weight: one, Left: leftOut(c)})
	}
	return out
}

// about is what a cell says by itself.
func (e *explainer) about(n int, c *cell, at column) Origin {
	words, h := e.wordsOf(at), e.heads[n]
	return Origin{
		Item: h.item, Tier: h.tier, Title: h.title, Rater: words.Rater, Group: words.Group, Occasion: words.Occasion,
		Score: c.value, State: c.state, Reason: c.why.String(),
	}
}

// originOf tells where a cell comes from.
func (e *explainer) originOf(n int, c *cell, at column) Origin {
	out, d := e.about(n, c, at), e.record.made[c]
	if d == nil {
		out.Ratings = e.asked(n, at)
		return out
	}
	out.Stage = d.step.line()
	if d.exactly.Cmp(c.value) != 0 && !c.value.IsNone() {
		out.Exactly = d.exactly
	}
	for i := range d.inputs {
		out.Parts = append(out.Parts, e.part(d, &d.inputs[i]))
	}
	return out
}

// part tells of one input of a step.
func (e *explainer) part(d *derivation, v *taken) Part {
	out := Part{Origin: e.originOf(v.from, v.cell, v.ownColumn), Weight: v.ownWeight}
	switch {
	case v.counts():
		out.Left = d.step.leaves(d.counted(), &v.input)
	case d.step.filling != nil && v.absent():
		out.Filled = d.step.filling(&v.input)
	case !v.value.IsNone():
		out.Left = "weighs 0"
	default:
		out.Left = leftOut(v.cell)
	}
	return out
}

// counted are the inputs of a derivation that have a value that weighs.
func (d *derivation) counted() []input {
	var out []input
	for i := range d.inputs {
		if v := &d.inputs[i].input; v.counts() {
			out = append(out, *v)
		}
	}
	return out
}

// leaves says why a method makes nothing of an input that counts; "" where it
// does.
func (s *step) leaves(counted []input, v *input) string {
	if s.how.leaves == nil {
		return ""
	}
	return s.how.leaves(s, counted, v)
}

// leftOut says why a cell without a value counts for nothing.
func leftOut(c *cell) string {
	switch {
	case c.withheld():
		return c.why.String()
	case c.rated():
		return ""
	default:
		return c.state.String()
	}
}

// asked are ratings to look for: those of the forms in a column, by what the
// forms say.
func (e *explainer) asked(n int, at column) []rubric.Rating {
	var out []rubric.Rating
	for _, form := range e.forms {
		if form.place() != at.place() {
			continue
		}
		for _, f := range e.formsOf([]column{form}) {
			out = append(out, rubric.Rating{Ratee: f.Ratee, Rater: f.Rater, Group: f.Group, Occasion: f.Occasion, Item: e.nodes[n].item})
		}
	}
	return out
}

// ratingKey is the cell of a form.
type ratingKey struct {
	form rubric.Form
	item string
}

// look finds the ratings that were asked for, with their places, in one go.
func (e *explainer) look(root *Origin) error {
	wanted := map[ratingKey][]rubric.Rating{}
	root.each(func(o *Origin) {
		for _, v := range o.Ratings {
			wanted[ratingKey{v.Form(), v.Item.Code}] = nil
		}
	})
	found, err := e.find(func(form rubric.Form, it *rubric.Item) bool {
		_, asked := wanted[ratingKey{form, it.Code}]
		return asked
	})
	if err != nil {
		return err
	}
	for _, v := range found {
		key := ratingKey{v.Form(), v.Item.Code}
		wanted[key] = append(wanted[key], v)
	}
	root.each(func(o *Origin) {
		asked := o.Ratings
		o.Ratings = nil
		for _, v := range asked {
			o.Ratings = append(o.Ratings, wanted[ratingKey{v.Form(), v.Item.Code}]...)
		}
	})
	return nil
}

// each visits an origin and all below it.
func (o *Origin) each(visit func(*Origin)) {
	visit(o)
	for i := range o.Parts {
		o.Parts[i].each(visit)
	}
}
