// Package rubric is the model of a competency framework: a tree of items with
// a scale on which some of them are rated, and the ratings that people give.
//
// The model is read-only once it is loaded (package load makes it from YAML).
// Order is the document's order everywhere; codes are the exact text of the
// keys in the file.
package rubric

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/yamldoc"
)

// Overall is the reserved code of the row over a whole framework.
const Overall = "overall"

// Framework is one competency framework: the document as a whole.
type Framework struct {
	ID        string
	Title     string
	Version   string // "" where the source gives none
	Publisher string
	Language  string // BCP 47 tag of the texts, such as "en"
	URI       string // identity of the framework elsewhere
	Source    Source
	Text      string // introduction, CommonMark
	Guidance  string // how to rate, CommonMark; printed or left out by an option
	Notes     string // for editors, never printed
	Tiers     []string
	Tags      []Tag // declared tags, which items refer to by code
	// Scales are the scales that the file itself defines by name.
	Scales []*Scale
	// Scale is in force for every item that does not say otherwise; nil
	// where the file gives none.
	Scale      *Scale
	Items      []*Item
	Extensions []Extension // x-… keys, kept and otherwise ignored

	// File is the name the framework was read under, SHA256 the hexadecimal
	// hash of the bytes that were read.
	File   string
	SHA256 string
	Places Places

	byCode map[string]*Item
}

// Source says where a framework's text comes from and whose it is.
type Source struct {
	Title      string
	URL        string
	Retrieved  string // date, as written
	Rights     string
	Note       string // what was repaired or added
	Extensions []Extension
}

// Tag is a declared second classification of items: a strand, a grade band, a
// second parent.
type Tag struct {
	Code  string
	Label string
}

// Extension is an x-… key of the file with its value as written.
type Extension struct {
	Key   string
	Value *yamldoc.Node
}

// Places tells where in the file each key of an object stands: the key
// "title" leads to the span of the title's text, the key "" to the object
// itself (for an item, its code).
type Places map[string]diag.Span

// At returns the span of a key's value, or of the object itself where the
// file does not hold that key.
func (p Places) At(key string) diag.Span {
	if s, ok := p[key]; ok {
		return s
	}
	return p[""]
}

// Index connects the tree after it was built: parents, depths and the lookup
// by code. Whoever builds a Framework by hand calls it once, after the last
// item was added.
func (f *Framework) Index() {
	f.byCode = map[string]*Item{}
	var visit func(items []*Item, parent *Item, depth int)
	visit = func(items []*Item, parent *Item, depth int) {
		for _, it := range items {
			it.parent, it.depth = parent, depth
			if _, taken := f.byCode[it.Code]; !taken {
				f.byCode[it.Code] = it
			}
			visit(it.Items, it, depth+1)
		}
	}
	visit(f.Items, nil, 0)
}

// Item returns the item with exactly this code, or nil.
func (f *Framework) Item(code string) *Item { return f.byCode[code] }

// All yields every item in document order, parents before their children,
// retired ones included.
func (f *Framework) All() iter.Seq[*Item] {
	return func(yield func(*Item) bool) { walk(f.Items, yield) }
}

func walk(items []*Item, yield func(*Item) bool) bool {
	for _, it := range items {
		if !yield(it) || !walk(it.Items, yield) {
			return false
		}
	}
	return true
}

// Indicators returns the items that are rated, in document order.
func (f *Framework) Indicators() []*Item {
	var out []*Item
	for it := range f.All() {
		if it.IsRated() {
			out = append(out, it)
		}
	}
	return out
}

// Depth is the number of tiers that hold items: 1 for a flat list.
func (f *Framework) Depth() int {
	deepest := 0
	for it := range f.All() {
		deepest = max(deepest, it.depth+1)
	}
	return deepest
}

// Tier is the word for items at a depth (0 is the top): the framework's own,
// else "tier-1", "tier-2" …
func (f *Framework) Tier(depth int) string {
	if depth < len(f.Tiers) {
		return f.Tiers[depth]
	}
	return fmt.Sprintf("tier-%d", depth+1)
}

// CommonScale returns the scale that all indicators share, or nil when they
// are rated on different scales (or on none).
func (f *Framework) CommonScale() *Scale {
	var common *Scale
	for _, it := range f.Indicators() {
		if it.Scale == nil || common != nil && !common.Equal(it.Scale) {
			return nil
		}
		common = it.Scale
	}
	return common
}

// HasDescriptors reports whether any rated item describes its levels.
func (f *Framework) HasDescriptors() bool {
	for _, it := range f.Indicators() {
		if it.HasDescriptors() {
			return true
		}
	}
	return false
}

// Name is the title followed by the version in parentheses, for headings. A
// version that is a mere number says that it is one; a year speaks for itself,
// and one that the title has already is not repeated.
func (f *Framework) Name() string {
	name := f.Title
	if name == "" {
		name = f.ID
	}
	switch {
	case f.Version == "" || hasWord(name, f.Version):
		return name
	case number.MatchString(f.Version) && !year.MatchString(f.Version):
		return name + " (version " + f.Version + ")"
	default:
		return name + " (" + f.Version + ")"
	}
}

var (
	number = lazyregexp.New(`^[0-9]+(\.[0-9]+)*$`)
	year   = lazyregexp.New(`^(19|20)[0-9][0-9]$`)
)

// hasWord reports whether a text has a word that is not part of a longer one:
// "Top 10" does not have 1.
func hasWord(text, word string) bool {
	inWord := func(r rune, _ int) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for at := range text {
		if behind, found := strings.CutPrefix(text[at:], word); found &&
			!inWord(utf8.DecodeLastRuneInString(text[:at])) && !inWord(utf8.DecodeRuneInString(behind)) {
			return true
		}
	}
	return false
}
