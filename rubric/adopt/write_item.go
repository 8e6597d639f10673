package adopt

import (
	"strings"

	"rubrickit/rubric"
)

func (w *fileWriter) items(items []*rubric.Item) {
	if len(items) > 0 {
		w.within("items", func() {
			for _, it := range items {
				w.item(it)
			}
		})
	}
}

// item writes an item: one that is a text alone on a line.
func (w *fileWriter) item(it *rubric.Item) {
	if isText(it) {
		w.text(quoteKey(it.Code), it.Text)
		return
	}
	w.within(quoteKey(it.Code), func() {
		w.text("title", it.Title)
		w.text("text", it.Text)
		w.text("stem", it.Stem)
		w.text("guidance", it.Guidance)
		w.text("notes", it.Notes)
		w.itemKeys(it)
		w.items(it.Items)
	})
}

// itemKeys writes what an item says besides its texts.
func (w *fileWriter) itemKeys(it *rubric.Item) {
	if it.HasWeight {
		w.line("weight: %s", it.Weight)
	}
	if it.Rated != nil {
		w.line("rated: %t", *it.Rated)
	}
	if len(it.Tags) > 0 {
		w.line("tags: %s", flow(it.Tags))
	}
	w.text("uri", it.URI)
	w.text("retired", it.Retired)
	if it.ScaleGiven {
		w.scale(it.Scale)
	}
	w.extensions(it.Extensions)
	if len(it.Levels) > 0 {
		w.within("levels", func() {
			for _, l := range it.Levels {
				w.level(l, "text")
			}
		})
	}
}

// isText reports whether an item is nothing but a text.
func isText(it *rubric.Item) bool {
	return it.Text != "" && it.Title+it.Stem+it.Guidance+it.Notes+it.URI+it.Retired == "" && !it.HasWeight && it.Rated == nil &&
		len(it.Tags)+len(it.Extensions)+len(it.Levels)+len(it.Items) == 0 && !it.ScaleGiven
}

// level writes a level of a scale, or a cell: alone names the key that one which
// is a text only has no need for.
func (w *fileWriter) level(l rubric.Level, alone string) {
	only := map[string]string{"label": l.Label, "text": l.Text}[alone]
	if only != "" && l.Label+l.Text == only && l.Guidance == "" && !l.HasValue && l.From == nil && len(l.Aliases)+len(l.Extensions) == 0 {
		w.text(quoteKey(l.Code), only)
		return
	}
	if l.Text == "" && l.Guidance == "" && len(l.Extensions) == 0 {
		w.line("%s: {%s}", quoteKey(l.Code), strings.Join(shortKeys(l), ", "))
		return
	}
	w.within(quoteKey(l.Code), func() {
		w.text("label", l.Label)
		if l.From != nil {
			w.line("from: %s", *l.From)
		}
		if l.HasValue {
			w.line("value: %s", l.Value)
		}
		w.text("text", l.Text)
		w.text("guidance", l.Guidance)
		if len(l.Aliases) > 0 {
			w.line("aliases: %s", flow(l.Aliases))
		}
		w.extensions(l.Extensions)
	})
}

// shortKeys are the keys of a level without texts, which stand on one line.
func shortKeys(l rubric.Level) []string {
	var keys []string
	if l.Label != "" {
		keys = append(keys, "label: "+quoteFlow(l.Label))
	}
	if l.From != nil {
		keys = append(keys, "from: "+l.From.String())
	}
	if l.HasValue {
		keys = append(keys, "value: "+l.Value.String())
	}
	if len(l.Aliases) > 0 {
		keys = append(keys, "aliases: "+flow(l.Aliases))
	}
	return keys
}
