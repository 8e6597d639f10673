package fix_test

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// hand writes a framework as somebody might: with an indentation, quotes,
// blanks, remarks and ways to break a text of their own.
type hand struct {
	*rapid.T
	out  strings.Builder
	unit int
	code int
}

// anyHand draws a framework that loads without an error.
func anyHand(t *rapid.T) string {
	h := &hand{T: t, unit: rapid.IntRange(1, 5).Draw(t, "unit")}
	if h.coin("marker") {
		h.out.WriteString("---\n")
	}
	h.key(0, "rubric", "v1")
	h.remark(0)
	h.key(0, "id", "hand")
	h.text(0, "title")
	h.collection("tiers", "[Role,   Statement]", "- Role", "-   Statement")
	h.collection("scale", "{ levels:   {1: Low, 2: High},\n"+strings.Repeat(" ", h.unit)+"step: 0.5 }",
		"levels:", strings.Repeat(" ", h.unit)+"1:  Low", strings.Repeat(" ", h.unit)+"2: {label:   High}")
	h.items(0, rapid.IntRange(1, 3).Draw(t, "depth"))
	text := h.out.String()
	if h.coin("unended") {
		text = strings.TrimRight(text, "\n")
	}
	if h.coin("windows") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if h.coin("marked") {
		text = "\uFEFF" + text
	}
	return text
}

func (h *hand) coin(what string) bool { return rapid.IntRange(0, 3).Draw(h.T, what) == 0 }

// line writes a line with an indentation, and sometimes blanks and blank lines
// behind it.
func (h *hand) line(indent int, text string) {
	h.out.WriteString(strings.Repeat(" ", indent) + text)
	if h.coin("blanks") {
		h.out.WriteString("  ")
	}
	h.out.WriteByte('\n')
	if h.coin("lines") {
		h.out.WriteString(strings.Repeat(" ", rapid.IntRange(0, 1).Draw(h.T, "white")) + "\n\n\n")
	}
}

func (h *hand) key(indent int, key, value string) {
	colon := rapid.SampledFrom([]string{": ", ":   ", " : ", ":\t"}).Draw(h.T, "colon")
	h.line(indent, key+colon+value)
}

func (h *hand) remark(indent int) {
	if h.coin("remark") {
		h.line(indent, "#  remark:  with   blanks")
	}
}

// collection writes a value in brackets, or one entry a line.
func (h *hand) collection(key, flow string, entries ...string) {
	if h.coin("flow") {
		h.key(0, key, flow)
		return
	}
	h.line(0, key+":")
	for _, e := range entries {
		h.line(h.unit, e)
	}
}

// text writes a key with a text in one of YAML's five styles.
func (h *hand) text(indent int, key string) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"lead", "école", "don't", "C#", "a:b", "with", "校長"}), 2, 6).Draw(h.T, "words")
	deeper := "\n" + strings.Repeat(" ", indent+rapid.IntRange(1, 4).Draw(h.T, "deeper"))
	broken := strings.Join(words, rapid.SampledFrom([]string{" ", deeper, "\n" + deeper}).Draw(h.T, "break"))
	switch rapid.SampledFrom([]string{"plain", "below", "single", "double", "literal", "folded"}).Draw(h.T, "style") {
	case "plain":
		h.key(indent, key, broken)
	case "below":
		h.line(indent, key+":"+deeper+broken)
	case "single":
		h.key(indent, key, "'"+strings.ReplaceAll(broken, "'", "''")+"'")
	case "double":
		h.key(indent, key, `"`+strings.ReplaceAll(broken, "a:b", `a: b \" # \u00e9`)+`"`)
	case "literal":
		h.block(indent, key, "|-"+deeper+strings.Join(words, deeper+"  ")+deeper+"# no remark  "+deeper)
	default:
		h.block(indent, key, fmt.Sprintf(">%d", len(deeper)-1-indent)+deeper+strings.Join(words, "\n"+deeper))
	}
}

// block writes a text to which blanks at its end would belong.
func (h *hand) block(indent int, key, value string) {
	fmt.Fprintf(&h.out, "%*s%s:  %s\n", indent, "", key, value)
}

func (h *hand) items(indent, depth int) {
	h.line(indent, "items:")
	for range rapid.IntRange(1, 3).Draw(h.T, "items") {
		h.code++
		h.remark(indent + h.unit)
		code := fmt.Sprintf("A.%d", h.code)
		if depth == 0 || h.coin("leaf") {
			h.text(indent+h.unit, code)
			continue
		}
		h.line(indent+h.unit, code+":")
		h.text(indent+2*h.unit, "title")
		if h.coin("guided") {
			h.text(indent+2*h.unit, "guidance")
		}
		if depth > 1 {
			h.items(indent+2*h.unit, depth-1)
		}
	}
}
