package adopt

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// Write writes the framework as a file, with remarks where its author has
// something to add. The error is the writer's.
func (r *Result) Write(to io.Writer) error {
	w := &fileWriter{remarks: r.remarks()}
	w.framework(r.Framework)
	_, err := io.WriteString(to, w.String())
	return err
}

// remarks are what stands above keys, by the keys.
func (r *Result) remarks() map[string]string {
	out := map[string]string{
		"rubric": "Read this file through: it was made by `rubric new --from`, which listed what it guessed.\n" +
			"Still to be said, where it is known: `version`, `publisher`, `language` (such as en).",
		"id": "Short and lasting: files of ratings refer to it.",
	}
	if r.Framework.Source.Rights == "" {
		out["source"] = "Add whose the text is, as `rights: …`: the line with the © sign, a licence, or none stated."
	}
	if r.Scaled {
		out["scale"] = "The file has no levels: is this how the items are rated? Others: " + strings.Join(load.BuiltinNames(), ", ") + "."
	}
	if len(r.Framework.Tiers) == 0 {
		out["items"] = "The words for the tiers, from the top down, are not in the file: `tiers: [Standard, Indicator]`."
	}
	return out
}

// fileWriter writes YAML in the layout that `rubric fmt` leaves.
type fileWriter struct {
	strings.Builder
	remarks map[string]string
	indent  int
}

func (w *fileWriter) line(format string, args ...any) {
	fmt.Fprintf(w, "%s%s\n", strings.Repeat(" ", w.indent), fmt.Sprintf(format, args...))
}

// remark writes what stands above a key of the framework.
func (w *fileWriter) remark(key string) {
	for line := range strings.SplitSeq(w.remarks[key], "\n") {
		if line != "" {
			w.line("# %s", line)
		}
	}
}

// text writes a key with a text, unless that is empty: on its line, or as a block
// where it has several lines.
func (w *fileWriter) text(key, text string) {
	switch {
	case text == "":
	case isBlock(text):
		w.line("%s: |-", key)
		for line := range strings.SplitSeq(text, "\n") {
			if line != "" {
				line = strings.Repeat(" ", w.indent+2) + line
			}
			w.WriteString(line + "\n")
		}
	default:
		w.line("%s: %s", key, quote(text))
	}
}

// within writes what stands below a key.
func (w *fileWriter) within(key string, write func()) {
	w.line("%s:", key)
	w.indent += 2
	write()
	w.indent -= 2
}

func (w *fileWriter) framework(f *rubric.Framework) {
	w.remark("rubric")
	w.line("rubric: v1")
	w.remark("id")
	w.text("id", f.ID)
	w.text("title", f.Title)
	w.text("version", f.Version)
	w.text("publisher", f.Publisher)
	w.text("language", f.Language)
	w.text("uri", f.URI)
	w.remark("source")
	w.source(f.Source)
	w.text("text", f.Text)
	w.text("guidance", f.Guidance)
	w.text("notes", f.Notes)
	if len(f.Tiers) > 0 {
		w.line("tiers: %s", flow(f.Tiers))
	}
	w.tags(f.Tags)
	w.extensions(f.Extensions)
	w.remark("scale")
	w.scale(f.Scale)
	w.scales(f.Scales)
	w.remark("items")
	w.items(f.Items)
}

func (w *fileWriter) source(s rubric.Source) {
	if s.Title+s.URL+s.Retrieved+s.Rights+s.Note == "" && len(s.Extensions) == 0 {
		return
	}
	w.within("source", func() {
		w.text("title", s.Title)
		w.text("url", s.URL)
		w.text("retrieved", s.Retrieved)
		w.text("rights", s.Rights)
		w.text("note", s.Note)
		w.extensions(s.Extensions)
	})
}

func (w *fileWriter) tags(tags []rubric.Tag) {
	if len(tags) == 0 {
		return
	}
	w.within("tags", func() {
		for _, t := range tags {
			w.text(quoteKey(t.Code), t.Label)
		}
	})
}

func (w *fileWriter) extensions(all []rubric.Extension) {
	for _, x := range all {
		if v := x.Value; v.Kind == yamldoc.Scalar && v.Value != "" && (v.Style != yamldoc.Plain || !isTyped(v.Value)) {
			w.text(x.Key, x.Value.Value)
			continue
		}
		w.line("%s: %s", x.Key, flowNode(x.Value))
	}
}

// scale writes the scale that holds: a built-in one by its name.
func (w *fileWriter) scale(s *rubric.Scale) {
	switch {
	case s == nil:
	case s.Name != "" && s.Name != "own":
		w.text("scale", s.Name)
	case s.Own && s.Step.Sign() == 0 && len(s.Nulls) == 0 && s.Blank == "":
		w.line("scale: own")
	default:
		w.within("scale", func() { w.scaleKeys(s) })
	}
}

// scales writes the scales that the file itself defines.
func (w *fileWriter) scales(all []*rubric.Scale) {
	if len(all) == 0 {
		return
	}
	w.within("scales", func() {
		for _, s := range all {
			w.within(quoteKey(s.Name), func() { w.scaleKeys(s) })
		}
	})
}

func (w *fileWriter) scaleKeys(s *rubric.Scale) {
	if s.Own {
		w.line("own: true")
	} else {
		w.within("levels", func() {
			for _, l := range s.Levels {
				w.level(l, "label")
			}
		})
	}
	if s.Step.Sign() > 0 {
		w.line("step: %s", s.Step)
	}
	if len(s.Nulls) > 0 {
		w.within("nulls", func() {
			for _, null := range s.Nulls {
				w.line("%s: %s", null.State, flow(null.Words))
			}
		})
	}
	w.text("blank", s.Blank)
	w.extensions(s.Extensions)
}

// validated reads the file that is to be written: what it says is the framework
// that is returned, or an error that no file should be able to cause.
func (r *Result) validated() (*rubric.Framework, error) {
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		return nil, err
	}
	f, findings := load.Framework(r.Framework.ID+".yaml", []byte(b.String()))
	if i := slices.IndexFunc(findings, func(d diag.Diagnostic) bool { return d.Severity == diag.Error }); i >= 0 {
		return nil, fmt.Errorf("the framework made of it has an error: %s; correct that in the file (%s)", findings[i].Message, findings[i].Hint)
	}
	return f, nil
}
