package form

import (
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/markup"
)

// builder collects the sections of a form while it walks the framework.
type builder struct {
	framework *rubric.Framework
	options   Options
	wanted    map[*rubric.Item]bool // nil for everything
	layout    Layout
	words     Words
	out       []Section
	rated     []*rubric.Item
}

func (b *builder) sections() []Section {
	b.visit(nil, b.framework.Items)
	return b.out
}

// visit adds the section of an item (nil at the top) with the rows directly
// below it, and the sections of the items that have rows of their own.
func (b *builder) visit(parent *rubric.Item, items []*rubric.Item) {
	current := b.section(parent)
	open := true // current is not yet in b.out
	for _, it := range items {
		switch {
		case !b.keeps(it):
		case isRow(it):
			if !open {
				current, open = b.section(parent), true
				current.Continued = parent != nil
			}
			current.Rows = append(current.Rows, b.row(it))
		default:
			if open {
				b.add(current)
				open = false
			}
			b.visit(it, it.Items)
		}
	}
	if open {
		b.add(current)
	}
}

// add keeps a section that has anything on it.
func (b *builder) add(s Section) {
	if s.Code == "" && len(s.Rows) == 0 {
		return
	}
	s.Columns = sharedChoices(s.Rows)
	b.out = append(b.out, s)
}

// isRow tells the items that are rows from those that are headings: what is
// rated, and leaves that are not.
func isRow(it *rubric.Item) bool { return it.IsRated() || len(it.Items) == 0 }

// keeps reports whether an item is on the form.
func (b *builder) keeps(it *rubric.Item) bool {
	if it.IsRetired() || b.wanted != nil && !b.wanted[it] {
		return false
	}
	return isRow(it) || slices.ContainsFunc(it.Items, b.keeps)
}

func (b *builder) section(parent *rubric.Item) Section {
	if parent == nil {
		return Section{Depth: -1}
	}
	s := Section{
		Code:  parent.Code,
		Tier:  b.tier(parent),
		Depth: parent.Depth(),
		Title: inline(parent.Title),
		Text:  markup.Parse(parent.Text),
		Stem:  inline(parent.Stem),
		Tags:  b.tags(parent),
	}
	if b.options.Guidance {
		s.Guidance = markup.Parse(parent.Guidance)
	}
	return s
}

func (b *builder) row(it *rubric.Item) Row {
	r := Row{
		Code:  it.Code,
		Field: RateName(it.Code),
		Tier:  b.tier(it),
		Title: inline(it.Title),
		Text:  markup.Parse(it.Text),
		Stem:  inline(it.Stem),
		Tags:  b.tags(it),
	}
	if b.options.Guidance {
		r.Guidance = markup.Parse(it.Guidance)
	}
	r.Explains = explanations(it.Items, 0)
	if !it.IsRated() {
		return r
	}
	b.rated = append(b.rated, it)
	r.Choices = b.choices(it)
	r.Box = b.layout.boxes && it.Scale != nil && isBox(it.Scale)
	r.Points = points(it)
	if b.options.Comments {
		r.Comment = &Field{Name: CommentName(it.Code), Label: b.words.Comment, Kind: LongText}
	}
	return r
}

// explanations lists the items below a rated one.
func explanations(items []*rubric.Item, depth int) []Explanation {
	var out []Explanation
	for _, it := range items {
		if it.IsRetired() {
			continue
		}
		out = append(out, Explanation{it.Code, depth, inline(it.Title), markup.Parse(it.Text)})
		out = append(out, explanations(it.Items, depth+1)...)
	}
	return out
}

// tier is the framework's own word for an item, "" where it gives none.
func (b *builder) tier(it *rubric.Item) string {
	if it.Depth() < len(b.framework.Tiers) {
		return oneLine(b.framework.Tiers[it.Depth()])
	}
	return ""
}

// tags are the labels of an item's tags.
func (b *builder) tags(it *rubric.Item) []string {
	var out []string
	for _, t := range b.framework.Tags {
		if !slices.Contains(it.Tags, t.Code) {
			continue
		}
		label := oneLine(t.Label)
		if label == "" {
			label = t.Code
		}
		out = append(out, label)
	}
	return out
}

// sharedChoices returns the choices that all rated rows have in common by
// what they mean and what they are called; nil where they differ.
func sharedChoices(rows []Row) []Choice {
	var shared []Choice
	for _, r := range rows {
		switch {
		case !r.Rated():
		case shared == nil:
			for _, c := range r.Choices {
				shared = append(shared, Choice{Cell: c.Cell, State: c.State, Label: c.Label, Sign: c.Sign})
			}
		case !slices.EqualFunc(shared, r.Choices, sameColumn):
			return nil
		}
	}
	return shared
}

func sameColumn(a, b Choice) bool {
	return a.Cell == b.Cell && a.State == b.State && a.Label == b.Label && a.Sign == b.Sign
}
