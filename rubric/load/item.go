package load

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/yamldoc"
)

// codePattern is a code: 1–128 printable characters beginning with a letter,
// a digit or §, with single spaces inside.
var codePattern = lazyregexp.New(`^[\pL\pN§][\pL\pM\pN\pP\pS]*( [\pL\pM\pN\pP\pS]+)*$`)

const maxCode = 128

func (l *loader) items(n *yamldoc.Node) []*rubric.Item {
	var out []*rubric.Item
	for _, p := range l.Entries(n, "`items`", "write `code: text` lines below it, or take the key away") {
		if it := l.item(p); it != nil {
			out = append(out, it)
		}
	}
	return out
}

// item reads one item; nil when its code is taken already.
func (l *loader) item(p yamldoc.Pair) *rubric.Item {
	it := &rubric.Item{Code: p.Key.Value, Places: rubric.Places{"": p.Key.Span}}
	if !l.checkCode(p.Key) {
		return nil
	}
	before := l.Failures()
	if p.Value.Kind == yamldoc.Scalar {
		it.Places["text"] = p.Value.Span
		if strings.TrimSpace(p.Value.Value) != "" || p.Value.IsCut() {
			it.Text = l.Text(p.Value, fmt.Sprintf("the text of %s", it.Code))
		}
	} else {
		l.itemObject(it, p.Value)
	}
	if it.Title == "" && it.Text == "" && len(it.Levels) == 0 && l.nodes[it] == nil && l.Failures() == before {
		l.Report(p.Key.Span, CodeEmptyItem, "write its text after the colon, or give it a `title`", "item %s has neither a text nor a title", it.Code)
	}
	return it
}

func (l *loader) itemObject(it *rubric.Item, n *yamldoc.Node) {
	l.Object(n, strings.TrimSpace("item "+it.Code), []yamldoc.Field{
		l.text("title", it.Places, &it.Title),
		l.text("text", it.Places, &it.Text),
		l.text("stem", it.Places, &it.Stem),
		l.text("guidance", it.Places, &it.Guidance),
		l.text("notes", it.Places, &it.Notes),
		{Name: "weight", Read: func(n *yamldoc.Node) {
			it.Places["weight"] = n.Span
			it.Weight, it.HasWeight = l.positive(n, "`weight`")
		}},
		{Name: "scale", Read: func(n *yamldoc.Node) { l.scales[it] = n; it.Places["scale"] = n.Span }},
		{Name: "levels", Read: func(n *yamldoc.Node) { l.nodes[it] = n; it.Places["levels"] = n.Span }},
		{Name: "rated", Read: func(n *yamldoc.Node) {
			it.Places["rated"] = n.Span
			rated := l.Bool(n, "`rated`")
			it.Rated = &rated
		}},
		{Name: "tags", Read: func(n *yamldoc.Node) { l.itemTags(it, n) }},
		l.word("uri", it.Places, &it.URI),
		l.text("retired", it.Places, &it.Retired),
		{Name: "items", Read: func(n *yamldoc.Node) { it.Items = l.items(n) }},
	}, extend(&it.Extensions))
}

// checkCode reports a code that cannot be used or is used already.
func (l *loader) checkCode(key *yamldoc.Node) bool {
	code := key.Value
	if first, taken := l.seen[code]; taken {
		l.Findings.Add(diag.Diagnostic{
			Span: key.Span, Severity: diag.Error, Code: CodeDuplicateCode,
			Message: fmt.Sprintf("the code %s is used twice", code),
			Hint:    "give this item a code of its own: a rating that names the code could mean either",
			Related: []diag.Related{{Span: first, Message: "first used here"}},
		})
		return false
	}
	l.seen[code] = key.Span
	switch {
	case strings.EqualFold(code, rubric.Overall):
		l.Report(key.Span, CodeReservedCode, "choose another code", "the code %q is reserved: results use it for the row over the whole framework", code)
	case len([]rune(code)) > maxCode || !codePattern.MatchString(code):
		l.Report(key.Span, CodeBadCode, codeHint("item"), "%q cannot be the code of an item", short(code))
	}
	return true
}

// codeHint says what a code looks like.
func codeHint(of string) string {
	return fmt.Sprintf("a code begins with a letter, a digit or §, has no two spaces in a row, and %d characters at most; "+
		"if this is a text, put the %s's code and a colon before it", maxCode, of)
}

// short cuts a text that stands in a message.
func short(text string) string {
	const enough = 60
	if r := []rune(text); len(r) > enough {
		return string(r[:enough]) + "…"
	}
	return text
}

func (l *loader) itemTags(it *rubric.Item, n *yamldoc.Node) {
	it.Places["tags"] = n.Span
	for _, tag := range l.List(n, "`tags`") {
		if word := l.Word(tag, "a tag"); word != "" {
			it.Tags = append(it.Tags, word)
			l.tagged = append(l.tagged, taggedItem{word, tag.Span})
		}
	}
}

// checkTags reports tags that the framework does not declare.
func (l *loader) checkTags() {
	if l.tagsFailed {
		return
	}
	declared := make([]string, len(l.f.Tags))
	for i, t := range l.f.Tags {
		declared[i] = t.Code
	}
	for _, t := range l.tagged {
		if slices.Contains(declared, t.tag) {
			continue
		}
		l.Report(t.at, CodeUnknownTag, diag.Suggest(t.tag, declared, "a new tag is declared once, under `tags:` at the top of the file"), "the tag %q is not declared", t.tag)
	}
}
