package yamldoc_test

import (
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"gopkg.in/yaml.v3"

	"rubrickit/frameworks"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
)

// unseenHand is a way of writing that the shipped frameworks are copied into.
type unseenHand struct {
	name      string
	indent    int                          // 0 leaves the file as it ships
	restyle   func(n *yaml.Node, key bool) // each scalar; nil leaves them
	wrap      int                          // the width of lines, 0 for none
	braces    bool                         // the deepest items in braces
	dashes    bool                         // short lists with dashes
	start     bool                         // --- at the start
	crlf, bom bool
}

var unseenHands = []unseenHand{
	{name: "as shipped"},
	{name: "four spaces, ---", indent: 4, start: true},
	{name: "double quotes", indent: 2, restyle: unseenQuoteAll(yaml.DoubleQuotedStyle)},
	{name: "single quotes", indent: 2, restyle: unseenQuoteAll(yaml.SingleQuotedStyle)},
	{name: "folded texts", indent: 2, restyle: unseenFold, wrap: 76},
	{name: "literal texts", indent: 4, restyle: unseenSentences, dashes: true},
	{name: "wrapped texts, dashes", indent: 2, wrap: 76, dashes: true},
	{name: "braces", indent: 2, braces: true},
	{name: "CRLF, byte order mark", indent: 4, dashes: true, crlf: true, bom: true},
}

// unseenLong is the length from which a text is put on lines of its own.
const unseenLong = 60

func unseenQuoteAll(style yaml.Style) func(*yaml.Node, bool) {
	return func(n *yaml.Node, key bool) {
		code := key && strings.ContainsAny(n.Value, ".0123456789")
		if code || !key && !strings.Contains(n.Value, "\n") {
			n.Style = style
		}
	}
}

func unseenFold(n *yaml.Node, key bool) {
	if !key && len(n.Value) > unseenLong && !strings.Contains(n.Value, "\n") {
		n.Style = yaml.FoldedStyle
	}
}

// unseenSentences gives each sentence its line.
func unseenSentences(n *yaml.Node, key bool) {
	if !key && len(n.Value) > unseenLong && !strings.Contains(n.Value, "\n") {
		n.Style = yaml.LiteralStyle
		n.Value = strings.ReplaceAll(n.Value, ". ", ".\n")
	}
}

// write copies a framework into this hand.
func (h unseenHand) write(tb testing.TB, id string) unseenDoc {
	tb.Helper()
	data, err := frameworks.Read(id)
	if err != nil {
		tb.Fatal(err)
	}
	if h.indent > 0 {
		data = h.encode(tb, data)
	}
	d := unseenScan(string(data))
	if h.wrap > 0 {
		d = unseenScan(d.apply(d.wrapped(h.wrap)))
	}
	d.crlf, d.bom = h.crlf, h.bom
	if _, list := load.Framework("f.yaml", d.bytes(string(d.text))); list.HasErrors() {
		tb.Fatalf("%s in the hand %q has errors before anybody slipped: %v", id, h.name, list.Err())
	}
	return d
}

func (h unseenHand) encode(tb testing.TB, data []byte) []byte {
	tb.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		tb.Fatal(err)
	}
	h.change(root.Content[0], "")
	var b bytes.Buffer
	if h.start {
		b.WriteString("---\n")
	}
	e := yaml.NewEncoder(&b)
	e.SetIndent(h.indent)
	if err := e.Encode(&root); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// change restyles a node, which is the value of the given key, and all below.
func (h unseenHand) change(n *yaml.Node, under string) {
	if n.Kind == yaml.SequenceNode && h.dashes {
		n.Style = 0
	}
	for i, c := range n.Content {
		key := n.Kind == yaml.MappingNode && i%2 == 0
		if c.Kind == yaml.ScalarNode && h.restyle != nil {
			h.restyle(c, key)
		}
		if n.Kind == yaml.MappingNode && !key {
			if h.braces && under == "items" {
				unseenBrace(c)
			}
			h.change(c, n.Content[i-1].Value)
		} else {
			h.change(c, "")
		}
	}
}

// unseenBrace puts an item that has no items below it in braces.
func unseenBrace(item *yaml.Node) {
	if item.Kind == yaml.ScalarNode {
		text := *item
		*item = yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{
			{Kind: yaml.ScalarNode, Value: "text"}, &text,
			{Kind: yaml.ScalarNode, Value: "weight"}, {Kind: yaml.ScalarNode, Value: "1"},
		}}
	}
	for i := 0; i < len(item.Content); i += 2 {
		if item.Content[i].Value == "items" {
			return
		}
	}
	item.Style = yaml.FlowStyle
}

// wrapped breaks long texts at spaces: those beside a key, and those of > and |.
func (d *unseenDoc) wrapped(width int) unseenEdits {
	var edits unseenEdits
	for _, e := range d.entries {
		if e.own && e.val.ok() {
			edits = append(edits, d.broken(e.line, e.val.from, e.val.to, e.indent()+4, width)...)
		}
		for _, line := range e.block {
			first := d.firstOf(line)
			end := first + strings.IndexRune(string(d.text[first:])+"\n", '\n')
			edits = append(edits, d.broken(line, first, min(end, len(d.text)), first-line, width)...)
		}
	}
	return edits
}

func (d *unseenDoc) broken(line, from, to, pad, width int) unseenEdits {
	var edits unseenEdits
	space := 0
	for i := from; i < to; i++ {
		if d.text[i] == ' ' && i+1 < to && unseenWordy(d.text[i+1]) {
			space = i
		}
		if i-line >= width && space > line {
			edits = append(edits, unseenSwap(space, space+1, "\n"+strings.Repeat(" ", pad)))
			line = space + 1 - pad
		}
	}
	return edits
}

// unseenSlip is a file with one slip and the true span of it: a line, and the
// columns of its first and last character.
type unseenSlip struct {
	data     []byte
	line     int
	from, to int
	refused  bool // the YAML parser reads it no more
}

// slips makes up to the given number of files by one kind of slip, each at
// another entry. Files that still load without an error are no slips: nothing
// in them can be placed.
func (k unseenKind) slips(d unseenDoc, random *rand.Rand, most int) []unseenSlip {
	var at []unseenEntry
	for _, e := range d.entries {
		if k.at(d, e) {
			at = append(at, e)
		}
	}
	random.Shuffle(len(at), func(i, j int) { at[i], at[j] = at[j], at[i] })
	var out []unseenSlip
	for tries := 0; tries < len(at) && tries < 4*most && len(out) < most; tries++ {
		edits := k.slip(unseenSite{at[tries], &d, random})
		if edits == nil {
			continue
		}
		if s := newUnseenSlip(d, d.apply(edits)); s.refused || !unseenLoads(s.data) {
			out = append(out, s)
		}
	}
	return out
}

// newUnseenSlip takes the marks out of a text.
func newUnseenSlip(d unseenDoc, marked string) unseenSlip {
	before, rest, _ := strings.Cut(marked, string(unseenOpen))
	inside, after, found := strings.Cut(rest, string(unseenClose))
	if !found {
		panic("a slip has no marks around its true span:\n" + marked)
	}
	column := len([]rune(before[strings.LastIndex(before, "\n")+1:])) + 1
	inside, _, _ = strings.Cut(inside, "\n")
	s := unseenSlip{
		data: d.bytes(before + rest[:len(rest)-len(after)-len(string(unseenClose))] + after),
		line: strings.Count(before, "\n") + 1,
		from: column,
		to:   column + max(len([]rune(inside)), 1) - 1,
	}
	s.refused = !unseenReads(s.data)
	return s
}

// unseenReads is the verdict of the YAML parser on the whole file.
func unseenReads(data []byte) bool {
	for d := yaml.NewDecoder(bytes.NewReader(data)); ; {
		var n yaml.Node
		if err := d.Decode(&n); errors.Is(err, io.EOF) {
			return true
		} else if err != nil {
			return false
		}
	}
}

func unseenLoads(data []byte) bool {
	_, list := load.Framework("f.yaml", data)
	return !list.HasErrors()
}

// unseenOnlyErrors are the errors of a list in the order of their places.
func unseenOnlyErrors(list diag.List) diag.List {
	var out diag.List
	for _, d := range list.Sorted() {
		if d.Severity == diag.Error {
			out.Add(d)
		}
	}
	return out
}

// near reports whether a column is at most two from an end of the true span.
func (s unseenSlip) near(column int) bool {
	return max(column-s.from, s.from-column) <= 2 || max(column-s.to, s.to-column) <= 2
}

// unseenTally counts what was said about slips of one sort.
type unseenTally struct {
	n, refused, lines, columns, errors int
}

func (t *unseenTally) count(s unseenSlip, list diag.List) {
	t.n++
	t.errors += len(list)
	if s.refused {
		t.refused++
	}
	if len(list) > 0 && list[0].Start.Line == s.line {
		t.lines++
		if s.near(list[0].Start.Column) {
			t.columns++
		}
	}
}

func (t unseenTally) share(n int) float64 { return 100 * float64(n) / float64(max(t.n, 1)) }

func (t unseenTally) row(w io.Writer, name string) {
	fmt.Fprintf(w, "%s\t%d\t%d\t%.1f\t%.1f\t%.2f\n", name, t.n, t.refused,
		t.share(t.lines), t.share(t.columns), float64(t.errors)/float64(max(t.n, 1)))
}

// unseenResult is the tally of all slips, by what tells them apart.
type unseenResult struct {
	all, refused   unseenTally
	byKind, byHand map[string]*unseenTally
}

func (r *unseenResult) count(kind, hand string, s unseenSlip) {
	_, all := load.Framework("f.yaml", s.data)
	list := unseenOnlyErrors(all)
	r.all.count(s, list)
	if s.refused {
		r.refused.count(s, list)
	}
	for m, name := range map[*map[string]*unseenTally]string{&r.byKind: kind, &r.byHand: hand} {
		if (*m)[name] == nil {
			(*m)[name] = &unseenTally{}
		}
		(*m)[name].count(s, list)
	}
}

// unseenSeed makes the slips of one kind in one file the same on every run,
// whatever other kinds there are.
func unseenSeed(parts ...string) *rand.Rand {
	h := fnv.New64a()
	io.WriteString(h, strings.Join(parts, "\x00"))
	return rand.New(rand.NewPCG(h.Sum64(), 0))
}

// eachUnseen makes up to the given number of slips of every kind in every
// framework in every hand.
func eachUnseen(tb testing.TB, most int, do func(kind, hand string, s unseenSlip)) {
	tb.Helper()
	for _, h := range unseenHands {
		for _, id := range frameworks.IDs() {
			d := h.write(tb, id)
			for _, k := range unseenKinds() {
				for _, s := range k.slips(d, unseenSeed(k.name, h.name, id), most) {
					do(k.name, h.name, s)
				}
			}
		}
	}
}

// BenchmarkUnseen prints, by kind of slip, how often the first error stands on
// the true line, how often also within two characters of an end of the true
// span, and how many errors one slip gives. See unseen_model_test.go for what
// these numbers must not be used for.
func BenchmarkUnseen(b *testing.B) {
	var r unseenResult
	for b.Loop() {
		r = unseenResult{byKind: map[string]*unseenTally{}, byHand: map[string]*unseenTally{}}
		eachUnseen(b, 2, r.count)
	}
	fmt.Printf("\n%v\n", r) // a benchmark's log is cut after ten lines
	b.ReportMetric(float64(r.all.n), "slips")
	b.ReportMetric(r.all.share(r.all.lines), "%line")
	b.ReportMetric(r.all.share(r.all.columns), "%column")
	b.ReportMetric(float64(r.all.errors)/float64(r.all.n), "errors/slip")
	b.ReportMetric(r.refused.share(r.refused.lines), "%line-refused")
	b.ReportMetric(r.refused.share(r.refused.columns), "%column-refused")
}

func (r unseenResult) String() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "slip\tn\tof them no YAML\tline %\tcolumn %\terrors each")
	for _, k := range unseenKinds() {
		if t := r.byKind[k.name]; t != nil {
			t.row(w, k.name)
		}
	}
	fmt.Fprintln(w, "\t\t\t\t\t")
	for _, h := range unseenHands {
		r.byHand[h.name].row(w, h.name)
	}
	fmt.Fprintln(w, "\t\t\t\t\t")
	r.all.row(w, "all")
	r.refused.row(w, "all that are no YAML")
	w.Flush()
	return b.String()
}

// TestUnseenMarks holds the measure itself against spans counted by hand.
func TestUnseenMarks(t *testing.T) {
	for _, test := range []struct {
		marked, data   string
		line, from, to int
		near, far      []int
	}{
		{"a: 1\nb⟦;⟧ 2\n", "\ufeffa: 1\r\nb; 2\r\n", 2, 2, 2, []int{1, 4}, []int{5}},
		{"é漢⟦⟧ x\n", "\ufeffé漢 x\r\n", 1, 3, 3, []int{1, 5}, []int{6}},
		{"a: ⟦\"b c d e f\n\n⟧", "\ufeffa: \"b c d e f\r\n\r\n", 1, 4, 13, []int{2, 6, 11, 15}, []int{1, 7, 10, 16}},
	} {
		d := unseenDoc{crlf: true, bom: true}
		s := newUnseenSlip(d, test.marked)
		if string(s.data) != test.data || s.line != test.line || s.from != test.from || s.to != test.to {
			t.Errorf("%q is %q with %d:%d-%d", test.marked, s.data, s.line, s.from, s.to)
		}
		isFar := func(column int) bool { return !s.near(column) }
		if slices.ContainsFunc(test.far, s.near) || slices.ContainsFunc(test.near, isFar) {
			t.Errorf("%q: columns %v should be near, %v should not", test.marked, test.near, test.far)
		}
	}
}

// TestUnseenSlips holds, on one slip of each kind, what must hold of any file:
// what is no YAML has an error with a place, every place is inside the file, and
// a second reading says the same.
func TestUnseenSlips(t *testing.T) {
	for i, k := range unseenKinds() {
		if s, ok := k.sample(t, i); !ok {
			t.Errorf("the slip %q breaks no framework in any hand", k.name)
		} else {
			s.check(t, k.name)
		}
	}
}

// sample is one slip of a kind, in the first hand in which it breaks a file;
// where the search begins is the caller's choice.
func (k unseenKind) sample(t *testing.T, begin int) (unseenSlip, bool) {
	t.Helper()
	ids := frameworks.IDs()
	for i := range unseenHands {
		h, id := unseenHands[(begin+i)%len(unseenHands)], ids[(begin+i)%len(ids)]
		if s := k.slips(h.write(t, id), unseenSeed(k.name, h.name, id), 1); len(s) > 0 {
			return s[0], true
		}
	}
	return unseenSlip{}, false
}

func (s unseenSlip) check(t *testing.T, name string) {
	t.Helper()
	_, list := load.Framework("f.yaml", s.data)
	if _, again := load.Framework("f.yaml", s.data); !reflect.DeepEqual(list, again) {
		t.Errorf("%s: two readings differ:\n%v\n%v", name, list, again)
	}
	found := unseenOnlyErrors(list)
	if len(found) == 0 || s.refused && found[0].Start.IsZero() {
		t.Errorf("%s: no error with a place for line %d:\n%s", name, s.line, s.data)
	}
	lines := unseenLengths(s.data)
	for _, d := range list {
		for _, span := range unseenSpans(d) {
			if !unseenInside(lines, span.Start, 0) || !unseenInside(lines, span.End, 1) {
				t.Errorf("%s: %v to %v is outside of the file: %s", name, span.Start, span.End, d.Message)
			}
		}
	}
}

func unseenSpans(d diag.Diagnostic) []diag.Span {
	out := []diag.Span{d.Span}
	for _, r := range d.Related {
		out = append(out, r.Span)
	}
	for _, e := range d.Edits {
		out = append(out, e.Span)
	}
	return out
}

// unseenLengths counts the characters of each line; a byte order mark at the
// start is none, a byte that is no UTF-8 is one.
func unseenLengths(data []byte) []int {
	text := strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")
	var out []int
	for line := range strings.SplitSeq(text, "\n") {
		out = append(out, len([]rune(line)))
	}
	return out
}

// unseenInside reports whether a place is one of a file with such lines; no
// place at all is the file as a whole. Behind the last character of a line is
// inside, and what is missing there reaches over the line's break: an end may
// stand past it.
func unseenInside(lines []int, p diag.Pos, past int) bool {
	if p.IsZero() {
		return true
	}
	return p.Line >= 1 && p.Line <= len(lines) && p.Column >= 1 && p.Column <= lines[p.Line-1]+1+past
}
