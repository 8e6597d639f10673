package flow_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/internal/font"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
)

// regular is a style of ten points in a document.
func regular(t testing.TB, d *pdf.Document) *flow.Style {
	t.Helper()
	f, err := font.Regular()
	if err != nil {
		t.Fatal(err)
	}
	return &flow.Style{Faces: []flow.Face{{Font: d.AddFont(f)}}, Size: 10, Leading: 12}
}

func newDocument() *pdf.Document {
	return pdf.New(pdf.Info{Title: "Test", Language: "en", Producer: "test"})
}

// words are the lines of a text, each as what it says.
func words(lines []flow.Line) []string {
	var out []string
	for i := range lines {
		out = append(out, lines[i].String())
	}
	return out
}

func TestLines(t *testing.T) {
	style := regular(t, newDocument())
	for name, c := range map[string]struct {
		text  string
		width float64
		want  []string
	}{
		"fits":                   {"one line", 100, []string{"one line"}},
		"at spaces":              {"one two three", 40, []string{"one two ", "three"}},
		"not before punctuation": {"end (it).", 30, []string{"end ", "(it)."}},
		"behind a hyphen":        {"well-being", 30, []string{"well-", "being"}},
		"behind a slash":         {"and/or", 22, []string{"and/", "or"}},
		"not at a held space":    {"No.\u00a01 of them", 30, []string{"No.\u00a01 ", "of ", "them"}},
		"within a long word":     {"incomprehensible", 40, []string{"incompr", "ehensibl", "e"}},
		"a letter at least":      {"ab", 1, []string{"a", "b"}},
		"lines of the text":      {"a\nb", 100, []string{"a b"}},
		"nothing":                {"", 100, nil},
		"controls are not there": {"a\u0007b\u00adc", 100, []string{"abc"}},
		"composed":               {"e\u0301", 100, []string{"é"}},
		"invisible signs":        {"a\u200db\ufe0f", 100, []string{"ab"}},
		"where a sign allows it": {"aaaa\u200bbbbb", 30, []string{"aaaa", "bbbb"}},
	} {
		t.Run(name, func(t *testing.T) {
			lines := new(flow.Typesetter).Lines([]flow.Span{{Text: c.text, Style: style}}, c.width)
			if diff := cmp.Diff(c.want, words(lines)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Spans of several looks are one text: lines end where its words end.
func TestLinesOfSpans(t *testing.T) {
	d := newDocument()
	plain, bold := regular(t, d), regular(t, d)
	spans := []flow.Span{{Text: "half", Style: plain}, {Text: "way there", Style: bold}, {Style: plain, Break: true}, {Text: "end", Style: plain}}
	lines := new(flow.Typesetter).Lines(spans, 45)
	if diff := cmp.Diff([]string{"halfway ", "there", "end"}, words(lines)); diff != "" {
		t.Error(diff)
	}
}

// No line is wider than it may be, unless one letter is, and no word is lost.
func TestLinesFit(t *testing.T) {
	style := regular(t, newDocument())
	pieces := rapid.SampledFrom([]string{"a", "word", " ", "  ", "-", "/", "Wort.", "(", ")", "…", "\u00a0", "incomprehensible", "é", "„", "“", "1,5", "%"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(pieces).Draw(t, "pieces"), "")
		width := rapid.Float64Range(1, 200).Draw(t, "width")
		set := new(flow.Typesetter)
		lines := set.Lines([]flow.Span{{Text: text, Style: style}}, width)
		for _, l := range lines {
			said := strings.TrimRight(l.String(), " ")
			if l.Width > width+1e-5 && len([]rune(said)) > 1 {
				t.Fatalf("%q is %v wide, not %v", said, l.Width, width)
			}
		}
		if got := strings.Join(words(lines), ""); got != text {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

func TestGaps(t *testing.T) {
	set := new(flow.Typesetter)
	style := regular(t, newDocument())
	set.Lines([]flow.Span{{Text: "a 語 b 📈 👩‍💼 彙 שלום", Style: style}}, 500)
	want := flow.Gaps{
		Letters: []rune("ולםש彙語"),
		Symbols: []string{"👩‍💼", "📈"},
		Scripts: []string{"Hebrew"},
	}
	if diff := cmp.Diff(want, set.Gaps()); diff != "" {
		t.Error(diff)
	}
}

// A letter is drawn in the first face that has it.
func TestFaces(t *testing.T) {
	d := newDocument()
	style, second := regular(t, d), regular(t, d)
	style.Faces = append(style.Faces, second.Faces...)
	set := new(flow.Typesetter)
	set.Lines([]flow.Span{{Text: "abc", Style: style}}, 500)
	if gaps := set.Gaps(); len(gaps.Letters) > 0 {
		t.Errorf("%+v", gaps)
	}
	if narrow, wide := set.Width("iii", style), set.Width("mmm", style); narrow >= wide {
		t.Errorf("iii is %v wide, mmm %v", narrow, wide)
	}
}
