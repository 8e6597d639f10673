package yamldoc_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// This file is a model of the slips by which people who are no programmers
// break a YAML file: in a word processor, a plain editor, a browser's text box,
// a spreadsheet, a mail, on a phone. It was written independently of the trial
// repair and of every other model of slips, from how people work and not from
// what can be mended. It measures, and must not be used for tuning: once the
// repair was adjusted to these numbers, nothing unseen would be left.

// The marks enclose the true span of a slip in the text of an edit. They are
// taken out before the text is used.
const (
	unseenOpen  = '⟦'
	unseenClose = '⟧'
)

// unseenByte stands for the byte 0x96 until the text becomes bytes: an en dash
// as saved by an editor that writes Windows-1252.
const unseenByte = '\ue096'

// unseenEdit replaces the characters from up to, not including, to.
type unseenEdit struct {
	from, to int
	text     string
}

type unseenEdits []unseenEdit

func unseenPut(at int, text string) unseenEdit        { return unseenEdit{at, at, text} }
func unseenSwap(from, to int, text string) unseenEdit { return unseenEdit{from, to, text} }

// unseenPiece is a scalar that stands on one line, its quotes included.
type unseenPiece struct {
	from, to int
	style    yaml.Style
}

func (p unseenPiece) ok() bool     { return p.to > p.from }
func (p unseenPiece) double() bool { return p.ok() && p.style&yaml.DoubleQuotedStyle != 0 }
func (p unseenPiece) single() bool { return p.ok() && p.style&yaml.SingleQuotedStyle != 0 }
func (p unseenPiece) quoted() bool { return p.double() || p.single() }
func (p unseenPiece) plain() bool  { return p.ok() && !p.quoted() }

// unseenPart says what an entry of the document is.
type unseenPart int

const (
	unseenPair     unseenPart = iota // a key and its value
	unseenElement                    // an element of a list with dashes
	unseenBrackets                   // a list or map in brackets, on one line
)

// unseenEntry is a place where somebody may slip. All places are offsets in
// characters.
type unseenEntry struct {
	part       unseenPart
	line, next int         // where its line begins, and the next one
	first      int         // the first character of the line that is no space
	own        bool        // it begins its line, outside of brackets
	key, val   unseenPiece // val is zero where the value is no scalar of one line
	below      bool        // the value is a map or list on the following lines
	block      []int       // the starts of the lines of a | or > text
}

func (e unseenEntry) indent() int { return e.first - e.line }

// unseenDoc is a text with its entries.
type unseenDoc struct {
	text    []rune
	starts  []int
	entries []unseenEntry
	crlf    bool
	bom     bool
}

func unseenScan(text string) unseenDoc {
	d := unseenDoc{text: []rune(text), starts: []int{0}}
	for i, r := range d.text {
		if r == '\n' {
			d.starts = append(d.starts, i+1)
		}
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		panic(fmt.Sprintf("a text that nobody has slipped in does not read: %v", err))
	}
	d.walk(root.Content[0], false)
	return d
}

func (d *unseenDoc) walk(n *yaml.Node, flow bool) {
	flow = d.brackets(n) || flow
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			d.pair(n.Content[i], n.Content[i+1], flow)
		}
	case yaml.SequenceNode:
		for _, c := range n.Content {
			d.element(c, flow)
		}
	}
}

// brackets adds a list or map in brackets, and says whether n is one.
func (d *unseenDoc) brackets(n *yaml.Node) bool {
	if n.Style&yaml.FlowStyle == 0 {
		return false
	}
	e := d.entry(unseenBrackets, n)
	from := d.offset(n)
	e.val = unseenPiece{from: from, to: d.closing(from, e.next)}
	d.entries = append(d.entries, e)
	return true
}

// closing is the place behind the bracket that closes the one at from, or from
// when that stands on another line.
func (d *unseenDoc) closing(from, end int) int {
	depth := 0
	for i := from; i < end; i++ {
		switch d.text[i] {
		case '"', '\'':
			if strings.ContainsRune("[{ ", d.text[i-1]) {
				i = d.quoteEnd(i, end) - 1
			}
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return from
}

func (d *unseenDoc) pair(k, v *yaml.Node, flow bool) {
	e := d.entry(unseenPair, k)
	e.key, e.val = d.piece(k), d.piece(v)
	e.own = !flow && e.first == e.key.from
	e.below = v.Line > k.Line && v.Kind != yaml.ScalarNode
	if v.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		e.block = d.blockLines(e)
	}
	d.entries = append(d.entries, e)
	d.walk(v, flow)
}

func (d *unseenDoc) element(n *yaml.Node, flow bool) {
	if e := d.entry(unseenElement, n); !flow {
		e.val, e.own = d.piece(n), true
		d.entries = append(d.entries, e)
	}
	d.walk(n, flow)
}

func (d *unseenDoc) entry(p unseenPart, n *yaml.Node) unseenEntry {
	e := unseenEntry{part: p, line: d.starts[n.Line-1], next: len(d.text)}
	if n.Line < len(d.starts) {
		e.next = d.starts[n.Line]
	}
	e.first = d.firstOf(e.line)
	return e
}

func (d *unseenDoc) firstOf(line int) int {
	for line < len(d.text) && d.text[line] == ' ' {
		line++
	}
	return line
}

func (d *unseenDoc) offset(n *yaml.Node) int { return d.starts[n.Line-1] + n.Column - 1 }

func (d *unseenDoc) piece(n *yaml.Node) unseenPiece {
	if n.Kind != yaml.ScalarNode || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return unseenPiece{}
	}
	p := unseenPiece{from: d.offset(n), style: n.Style}
	p.to = p.from + len([]rune(n.Value))
	if p.style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		p.to = d.quoteEnd(p.from, len(d.text))
	} else if p.to > len(d.text) || string(d.text[p.from:p.to]) != n.Value {
		return unseenPiece{}
	}
	if slices.Contains(d.text[p.from:p.to], '\n') {
		return unseenPiece{}
	}
	return p
}

// quoteEnd is the place behind the quote that closes the one at from.
func (d *unseenDoc) quoteEnd(from, end int) int {
	quote := d.text[from]
	for i := from + 1; i < end; i++ {
		switch {
		case d.text[i] == '\\' && quote == '"':
			i++
		case d.text[i] == quote && quote == '\'' && i+1 < end && d.text[i+1] == quote:
			i++
		case d.text[i] == quote:
			return i + 1
		}
	}
	return end
}

func (d *unseenDoc) blockLines(e unseenEntry) []int {
	var out []int
	for _, s := range d.starts {
		if s < e.next || s >= len(d.text) {
			continue
		}
		if d.text[s] != '\n' && d.firstOf(s)-s <= e.indent() {
			break
		}
		if d.text[s] != '\n' {
			out = append(out, s)
		}
	}
	return out
}

// after is the start of the first line from the given one on that is indented
// less than by the given depth, or the end of the text.
func (d *unseenDoc) after(line, depth int) int {
	for _, s := range d.starts {
		if s >= line && s < len(d.text) && d.text[s] != '\n' && d.firstOf(s)-s < depth {
			return s
		}
	}
	return len(d.text)
}

// gaps are the single spaces between two words of a piece.
func (d *unseenDoc) gaps(p unseenPiece) []int {
	var out []int
	for i := p.from + 2; i < p.to-2; i++ {
		if d.text[i] == ' ' && unseenWordy(d.text[i-1]) && unseenWordy(d.text[i+1]) {
			out = append(out, i)
		}
	}
	return out
}

func unseenWordy(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// apply returns the text with the edits, the marks still in it.
func (d *unseenDoc) apply(edits unseenEdits) string {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b unseenEdit) int { return a.from - b.from })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(string(d.text[at:e.from]))
		b.WriteString(e.text)
		at = e.to
	}
	b.WriteString(string(d.text[at:]))
	return b.String()
}

// bytes is the file as the hand's editor saves it.
func (d *unseenDoc) bytes(text string) []byte {
	data := bytes.ReplaceAll([]byte(text), []byte(string(unseenByte)), []byte{0x96})
	if d.crlf {
		data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	}
	if d.bom {
		data = append([]byte("\ufeff"), data...)
	}
	return data
}

// unseenSite is an entry of a document at which a kind of slip is tried.
type unseenSite struct {
	unseenEntry
	doc    *unseenDoc
	random *rand.Rand
}

// gap is one of the spaces between two words of the value; sites of kinds that
// ask for it have one.
func (s unseenSite) gap() int {
	gaps := s.doc.gaps(s.val)
	return gaps[s.random.IntN(len(gaps))]
}

// word is one whole word inside the value.
func (s unseenSite) word() (from, to int) {
	from = s.gap() + 1
	to = from
	for to < s.val.to && unseenWordy(s.doc.text[to]) {
		to++
	}
	return from, to
}

func (s unseenSite) one(of ...string) string { return of[s.random.IntN(len(of))] }
func (s unseenSite) pad() string             { return strings.Repeat(" ", s.indent()) }

// inQuotes is the quoted key or the quoted value, either where both are.
func (s unseenSite) inQuotes() unseenPiece {
	if s.val.quoted() && (!s.key.quoted() || s.random.IntN(2) == 0) {
		return s.val
	}
	return s.key
}

// unseenKind is a way to slip. Its edits enclose in ⟦ ⟧ what a person who
// looks over the author's shoulder would point at; ⟦⟧ is the place of a
// character that went missing.
type unseenKind struct {
	name string
	at   func(unseenDoc, unseenEntry) bool
	slip func(unseenSite) unseenEdits
}

// Where slips happen.

func unseenOwnLine(_ unseenDoc, e unseenEntry) bool  { return e.own }
func unseenIndented(_ unseenDoc, e unseenEntry) bool { return e.own && e.indent() > 0 }
func unseenPairLine(_ unseenDoc, e unseenEntry) bool { return e.own && e.part == unseenPair }
func unseenParent(_ unseenDoc, e unseenEntry) bool   { return e.own && e.below }
func unseenAnyBlock(_ unseenDoc, e unseenEntry) bool { return len(e.block) > 0 }

// unseenFilled is a line with a key and its whole value.
func unseenFilled(_ unseenDoc, e unseenEntry) bool {
	return e.own && e.part == unseenPair && e.val.ok()
}

func unseenFlowed(_ unseenDoc, e unseenEntry) bool {
	return e.part == unseenBrackets && e.val.to > e.val.from+2
}

func unseenFlowMap(d unseenDoc, e unseenEntry) bool {
	return unseenFlowed(d, e) && d.text[e.val.from] == '{'
}

func unseenFlowList(d unseenDoc, e unseenEntry) bool {
	return unseenFlowed(d, e) && d.text[e.val.from] == '['
}

// unseenPlain is a line with a key and a text of several words without quotes.
func unseenPlain(d unseenDoc, e unseenEntry) bool {
	return unseenFilled(d, e) && e.val.plain() && len(d.gaps(e.val)) > 0
}

func unseenPlainAnywhere(d unseenDoc, e unseenEntry) bool {
	return e.part == unseenPair && e.val.plain() && len(d.gaps(e.val)) > 0
}

func unseenPlainInBraces(d unseenDoc, e unseenEntry) bool {
	return unseenPlainAnywhere(d, e) && !e.own
}

func unseenText(d unseenDoc, e unseenEntry) bool {
	return e.part == unseenPair && e.val.ok() && len(d.gaps(e.val)) > 0
}

func unseenDouble(d unseenDoc, e unseenEntry) bool { return unseenText(d, e) && e.val.double() }
func unseenSingle(d unseenDoc, e unseenEntry) bool { return unseenText(d, e) && e.val.single() }

func unseenQuoted(_ unseenDoc, e unseenEntry) bool { return e.key.quoted() || e.val.quoted() }

func unseenQuotedValue(_ unseenDoc, e unseenEntry) bool { return e.own && e.val.quoted() }
func unseenQuotedKey(_ unseenDoc, e unseenEntry) bool   { return e.key.quoted() }
func unseenDash(_ unseenDoc, e unseenEntry) bool        { return e.part == unseenElement }

// unseenTop is the first line of the file's map, for slips once a file.
func unseenTop(d unseenDoc, e unseenEntry) bool {
	return e.own && e.key.from == d.entries[0].key.from
}

// unseenKinds are all ways to slip, by what was meant.
func unseenKinds() []unseenKind {
	return slices.Concat(unseenQuotes, unseenColons, unseenStarts, unseenDepths,
		unseenLines, unseenPastes, unseenBlocks, unseenFlows, unseenDashes, unseenInvisible)
}

var unseenQuotes = []unseenKind{
	{"closing quote lost", unseenQuoted, func(s unseenSite) unseenEdits {
		q := s.inQuotes()
		return unseenEdits{unseenPut(q.from, "⟦"), unseenSwap(q.to-1, q.to, "⟧")}
	}},
	{"opening quote lost", unseenQuoted, func(s unseenSite) unseenEdits {
		q := s.inQuotes()
		return unseenEdits{unseenSwap(q.from, q.from+1, "⟦"), unseenPut(q.to, "⟧")}
	}},
	{"closed by the other quote", unseenQuoted, func(s unseenSite) unseenEdits {
		q := s.inQuotes()
		other := map[bool]string{true: "'", false: `"`}[q.double()]
		return unseenEdits{unseenPut(q.from, "⟦"), unseenSwap(q.to-1, q.to, other+"⟧")}
	}},
	// A phone's or a word processor's quotes, when only the end is typed anew.
	{"closed by a curly quote", unseenQuoted, func(s unseenSite) unseenEdits {
		q := s.inQuotes()
		return unseenEdits{unseenPut(q.from, "⟦"), unseenSwap(q.to-1, q.to, "”⟧")}
	}},
	{"a word quoted inside quotes", unseenDouble, func(s unseenSite) unseenEdits {
		from, to := s.word()
		return unseenEdits{unseenPut(from, `⟦"`), unseenPut(to, `"⟧`)}
	}},
	// A spreadsheet doubles quotes when it copies a cell.
	{"quotes doubled by a spreadsheet", unseenDouble, func(s unseenSite) unseenEdits {
		from, to := s.word()
		return unseenEdits{unseenPut(from, `⟦""`), unseenPut(to, `""⟧`)}
	}},
	{"an apostrophe inside single quotes", unseenSingle, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.gap(), "⟦'⟧s")}
	}},
	{"an apostrophe escaped as in programs", unseenSingle, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.gap(), `⟦\'⟧s`)}
	}},
	{"only the first words quoted", unseenPlain, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.val.from, `⟦"`), unseenPut(s.gap(), `"⟧`)}
	}},
	{"a note behind the closing quote", unseenQuotedValue, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.val.to, " ⟦"+s.one("(draft)", "see page 3", "[1]")+"⟧")}
	}},
	{"a comma behind the closing quote", unseenQuotedValue, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.val.to, "⟦,⟧")}
	}},
	{"a Windows path in quotes", unseenDouble, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.gap(), ` (S:⟦\⟧Shared\Goals)`)}
	}},
	{"and\\or in quotes", unseenDouble, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.gap(), ` and⟦\⟧or`)}
	}},
	{"the colon inside the key's quotes", unseenQuotedKey, func(s unseenSite) unseenEdits {
		q := s.key
		return unseenEdits{unseenSwap(q.to-1, q.to+1, "⟦:"+string(s.doc.text[q.from])+"⟧")}
	}},
	{"the key's quote closed too early", unseenQuotedKey, func(s unseenSite) unseenEdits {
		q := s.key
		dot := slices.Index(s.doc.text[q.from:q.to], '.')
		if dot < 0 {
			return nil
		}
		quote := string(s.doc.text[q.from])
		return unseenEdits{unseenPut(q.from+dot, "⟦"+quote), unseenSwap(q.to-1, q.to, "⟧")}
	}},
	{"the text begins with an apostrophe", unseenPlain, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.val.from, "⟦'⟧Til then, ")}
	}},
}

var unseenColons = []unseenKind{
	{"a colon in the text", unseenPlainAnywhere, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.gap(), "⟦:⟧")}
	}},
	{"the key's colon lost", unseenFilled, unseenForColon("⟦⟧ ")},
	{"a semicolon for the colon", unseenFilled, unseenForColon("⟦;⟧ ")},
	{"no space behind the colon", unseenFilled, unseenForColon("⟦:⟧")},
	{"a full-width colon", unseenFilled, unseenForColon("⟦：⟧")},
	{"an equals sign for the colon", unseenFilled, unseenForColon(" ⟦=⟧ ")},
	{"a dash for the colon", unseenFilled, unseenForColon(" ⟦–⟧ ")},
	{"a tab from a spreadsheet for the colon", unseenFilled, unseenForColon("⟦\t⟧")},
	{"a comma from a CSV file for the colon", unseenFilled, unseenForColon("⟦,⟧")},
	{"a no-break space behind the colon", unseenFilled, unseenForColon(":⟦\u00a0⟧")},
	{"a parent's colon lost", unseenParent, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenSwap(s.key.to, s.key.to+1, "⟦⟧")}
	}},
	{"a text beside a key that has children", unseenParent, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.key.to+1, " ⟦"+s.one("Leaders at every level", "see below")+"⟧")}
	}},
}

// unseenForColon puts the given text in the place of the colon and the space
// behind it.
func unseenForColon(text string) func(unseenSite) unseenEdits {
	return func(s unseenSite) unseenEdits {
		return unseenEdits{unseenSwap(s.key.to, s.val.from, text)}
	}
}

// What people begin a text with, though YAML keeps it for itself.
var unseenStarts = []unseenKind{
	{"the text begins in bold", unseenPlain, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.val.from, "⟦**"), unseenPut(s.gap(), "**⟧")}
	}},
	{"the text begins in backticks", unseenPlain, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.val.from, "⟦`"), unseenPut(s.gap(), "`⟧")}
	}},
	{"the text begins with a bracketed word", unseenPlain, unseenStart("⟦[Draft]⟧ ")},
	{"the text begins with a tick box", unseenPlain, unseenStart("⟦[ ]⟧ ")},
	{"the text begins with a placeholder", unseenPlain, unseenStart("⟦{School}⟧ ")},
	{"the text begins with a star", unseenPlain, unseenStart("⟦*⟧ ")},
	{"the text begins with a mention", unseenPlain, unseenStart("⟦@team⟧ ")},
	{"the text begins with a per cent sign", unseenPlain, unseenStart("⟦%⟧ of staff ")},
	{"the text begins with an HTML entity", unseenPlain, unseenStart("⟦&nbsp;⟧")},
	{"the text begins with a table's bar", unseenPlain, unseenStart("⟦|⟧ ")},
	{"the text begins with more-than", unseenPlain, unseenStart("⟦>⟧ 80 percent ")},
	{"the text begins with a dash", unseenPlain, unseenStart("⟦-⟧ ")},
}

func unseenStart(text string) func(unseenSite) unseenEdits {
	return func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.val.from, text)}
	}
}

// Where the depth of a line is the slip, its white space is the true span: a
// person points at the margin or at the line's first character.
var unseenDepths = []unseenKind{
	{"a line lost a space", unseenIndented, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenSwap(s.line, s.line+1, "⟦"), unseenPut(s.first+1, "⟧")}
	}},
	{"a line gained a space", unseenOwnLine, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.line, "⟦ "), unseenPut(s.first+1, "⟧")}
	}},
	{"a line gained a step", unseenOwnLine, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.line, "⟦"+s.one("  ", "    ")), unseenPut(s.first+1, "⟧")}
	}},
	{"a line indented by tabs", unseenIndented, func(s unseenSite) unseenEdits {
		tabs := strings.Repeat("\t", (s.indent()+1)/2)
		return unseenEdits{unseenSwap(s.line, s.first, "⟦"+tabs+"⟧")}
	}},
	{"the tab key before the first word", unseenOwnLine, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.first, "⟦\t⟧")}
	}},
	{"a line indented by no-break spaces", unseenIndented, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenSwap(s.line, s.first, "⟦"+strings.Repeat("\u00a0", s.indent())+"⟧")}
	}},
	{"a whole branch lost a space", unseenParent, func(s unseenSite) unseenEdits {
		if s.indent() == 0 {
			return nil
		}
		edits := unseenEdits{unseenPut(s.line, "⟦"), unseenPut(s.first+1, "⟧")}
		for _, line := range s.linesUntil(s.line, s.doc.after(s.next, s.indent()+1)) {
			edits = append(edits, unseenSwap(line, line+1, ""))
		}
		return edits
	}},
	// An editor that indents what is pasted: the first line is right.
	{"pasted lines indented twice", unseenIndented, func(s unseenSite) unseenEdits {
		lines := s.linesUntil(s.next, s.doc.after(s.next, s.indent()))
		if !s.val.ok() || len(lines) == 0 {
			return nil
		}
		edits := unseenEdits{unseenPut(lines[0], "⟦"), unseenPut(s.doc.firstOf(lines[0])+1, "⟧")}
		for _, line := range lines {
			edits = append(edits, unseenPut(line, s.pad()))
		}
		return edits
	}},
}

// linesUntil are the starts of the lines that are not empty, from the one at
// the given place up to, not including, the one at end.
func (s unseenSite) linesUntil(from, end int) []int {
	var out []int
	for _, line := range s.doc.starts {
		if line >= from && line < end && s.doc.text[line] != '\n' {
			out = append(out, line)
		}
	}
	return out
}

var unseenLines = []unseenKind{
	{"the next line drawn up, its spaces kept", unseenPairLine, func(s unseenSite) unseenEdits {
		if s.next >= len(s.doc.text) {
			return nil
		}
		return unseenEdits{unseenSwap(s.next-1, s.next, "⟦"), unseenPut(s.doc.firstOf(s.next), "⟧")}
	}},
	{"the next line drawn up, its spaces gone", unseenPairLine, func(s unseenSite) unseenEdits {
		if s.next >= len(s.doc.text) {
			return nil
		}
		return unseenEdits{unseenSwap(s.next-1, s.doc.firstOf(s.next), "⟦⟧")}
	}},
	{"a text broken by Enter in a plain editor", unseenPlain, func(s unseenSite) unseenEdits {
		at := s.gap()
		return unseenEdits{unseenSwap(at, at+1, "\n⟦⟧")}
	}},
	{"the start of a line erased", unseenIndented, func(s unseenSite) unseenEdits {
		end := s.first + (s.key.to-s.key.from)/2
		return unseenEdits{unseenSwap(s.line, end, "⟦⟧")}
	}},
	{"a line dropped elsewhere", unseenFilled, func(s unseenSite) unseenEdits {
		to := s.doc.entries[s.random.IntN(len(s.doc.entries))]
		if !to.own || to.indent() == s.indent() || to.line == s.next || to.line == s.line {
			return nil
		}
		moved := "⟦" + string(s.doc.text[s.line:s.first+1]) + "⟧" + string(s.doc.text[s.first+1:s.next])
		return unseenEdits{unseenSwap(s.line, s.next, ""), unseenPut(to.line, moved)}
	}},
	{"a note to oneself on a line", unseenOwnLine, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.line, s.pad()+"⟦"+s.one("check this with the team", "NEW")+"⟧\n")}
	}},
	{"a comment broken by Enter", unseenOwnLine, func(s unseenSite) unseenEdits {
		note := s.pad() + "# as agreed with the publisher\n" + s.one("", s.pad()) + "⟦in the spring⟧\n"
		return unseenEdits{unseenPut(s.line, note)}
	}},
	{"a ruler between two sections", unseenOwnLine, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.line, "⟦"+strings.Repeat(s.one("-", "=", "*", "_"), 20)+"⟧\n")}
	}},
	{"three dots on a line", unseenOwnLine, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.line, "⟦...⟧\n")}
	}},
}

// What comes along when text is copied from elsewhere.
var unseenPastes = []unseenKind{
	{"a second paragraph pasted below a text", unseenPlain, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.next, s.pad()+"⟦Leaders reflect on their practice.⟧\n")}
	}},
	{"bullets pasted below a text", unseenPlain, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.next, s.pad()+"⟦-⟧ reflect\n"+s.pad()+"- listen\n")}
	}},
	{"a line pasted into the middle of a line", unseenPlain, func(s unseenSite) unseenEdits {
		var lines []string
		for _, e := range s.doc.entries {
			if unseenFilled(*s.doc, e) && e.line != s.line {
				lines = append(lines, string(s.doc.text[e.first:e.next-1]))
			}
		}
		return unseenEdits{unseenPut(s.gap()+1, "⟦"+s.one(lines...)+"⟧")}
	}},
	{"a row of a Markdown table", unseenFilled, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenSwap(s.first, s.next-1, "⟦| 1.2 | Establish goals |⟧")}
	}},
	{"both sides of a merge", unseenFilled, func(s unseenSite) unseenEdits {
		line := string(s.doc.text[s.line:s.next])
		return unseenEdits{
			unseenPut(s.line, "⟦<<<<<<< HEAD⟧\n"),
			unseenPut(s.next, "=======\n"+line+">>>>>>> draft\n"),
		}
	}},
	{"a line quoted by a mail", unseenOwnLine, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.line, "⟦>⟧ ")}
	}},
	{"a line with a patch's plus", unseenOwnLine, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.line, "⟦+⟧")}
	}},
	{"a line with its line number", unseenOwnLine, func(s unseenSite) unseenEdits {
		number, _ := slices.BinarySearch(s.doc.starts, s.line)
		return unseenEdits{unseenPut(s.line, fmt.Sprintf("⟦%d⟧ ", number+1))}
	}},
	{"a code fence around the file", unseenTop, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(0, "⟦```yaml⟧\n"), unseenPut(len(s.doc.text), "```\n")}
	}},
}

var unseenBlocks = []unseenKind{
	{"a line of a block text without its margin", unseenAnyBlock, func(s unseenSite) unseenEdits {
		line := s.block[s.random.IntN(len(s.block))]
		return unseenEdits{unseenSwap(line, s.doc.firstOf(line), s.one("", s.pad())+"⟦⟧")}
	}},
	{"text behind the mark of a block text", unseenAnyBlock, func(s unseenSite) unseenEdits {
		first := s.doc.firstOf(s.block[0])
		end := first + slices.Index(s.doc.text[first:], '\n')
		return unseenEdits{unseenSwap(s.next-1, first, " ⟦"), unseenPut(end, "⟧")}
	}},
	{"the mark of a block text made a long dash", unseenAnyBlock, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenSwap(s.next-2, s.next-1, "⟦–⟧")}
	}},
	{"the mark of a block text lost", unseenAnyBlock, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenSwap(s.key.to+1, s.next-1, "⟦⟧")}
	}},
}

var unseenFlows = []unseenKind{
	{"a closing bracket lost", unseenFlowed, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.val.from, "⟦"), unseenSwap(s.val.to-1, s.val.to, "⟧")}
	}},
	{"an opening bracket lost", unseenFlowed, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenSwap(s.val.from, s.val.from+1, "⟦"), unseenPut(s.val.to, "⟧")}
	}},
	{"closed by the wrong bracket", unseenFlowed, func(s unseenSite) unseenEdits {
		other := map[rune]string{']': "}", '}': "]"}[s.doc.text[s.val.to-1]]
		return unseenEdits{unseenPut(s.val.from, "⟦"), unseenSwap(s.val.to-1, s.val.to, s.one(other, ")")+"⟧")}
	}},
	{"closed twice", unseenFlowed, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.val.to, "⟦"+string(s.doc.text[s.val.to-1])+"⟧")}
	}},
	{"a comma lost between two keys", unseenFlowMap, func(s unseenSite) unseenEdits {
		for _, e := range s.doc.entries {
			inside := e.part == unseenPair && e.key.from > s.val.from+1 && e.key.to < s.val.to
			if inside && s.doc.text[e.key.from-2] == ',' {
				return unseenEdits{unseenSwap(e.key.from-2, e.key.from-1, "⟦⟧")}
			}
		}
		return nil
	}},
	{"a comma typed twice", unseenFlowList, func(s unseenSite) unseenEdits {
		comma := slices.Index(s.doc.text[s.val.from:s.val.to], ',')
		if comma < 0 {
			return nil
		}
		return unseenEdits{unseenPut(s.val.from+comma+1, "⟦,⟧")}
	}},
	{"brackets in a text between braces", unseenPlainInBraces, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.gap(), " ⟦[see 3]⟧")}
	}},
}

var unseenDashes = []unseenKind{
	{"no space behind the dash", unseenDash, unseenForDash("⟦-⟧")},
	{"a long dash for the dash", unseenDash, unseenForDash("⟦–⟧ ")},
	{"a bullet for the dash", unseenDash, unseenForDash("⟦•⟧\t")},
	{"a star for the dash", unseenDash, unseenForDash("⟦*⟧ ")},
}

func unseenForDash(text string) func(unseenSite) unseenEdits {
	return func(s unseenSite) unseenEdits { return unseenEdits{unseenSwap(s.first, s.first+2, text)} }
}

var unseenInvisible = []unseenKind{
	{"a soft break or page break in the text", unseenText, func(s unseenSite) unseenEdits {
		at := s.gap()
		return unseenEdits{unseenSwap(at, at+1, "⟦"+s.one("\v", "\f")+"⟧")}
	}},
	{"a byte of another encoding", unseenText, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.gap(), " ⟦"+string(unseenByte)+"⟧")}
	}},
	{"a byte order mark inside the file", unseenIndented, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.line, "⟦\ufeff⟧")}
	}},
	{"a zero-width space before a line", unseenIndented, func(s unseenSite) unseenEdits {
		return unseenEdits{unseenPut(s.line, "⟦\u200b⟧")}
	}},
}
