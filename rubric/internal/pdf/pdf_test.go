package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/pdfread"
)

// opened reads a document back.
func opened(t interface{ Fatal(...any) }, d *pdf.Document) *pdfread.File {
	f, err := pdfread.Open(d.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// anyText draws texts that would be syntax of a file.
func anyText() *rapid.Generator[string] {
	pieces := rapid.SampledFrom([]string{"a", "(", ")", "\\", "<", ">>", "[", "%", "/", "#41", "\r", "\n", "endobj", "é", "語", "👩‍💼", "\u00a0", "stream", "\x00", "\u2028", "&", "]]>", "Off", "+"})
	return rapid.Map(rapid.SliceOfN(pieces, 0, 8), func(s []string) string { return strings.Join(s, "") })
}

// Texts come back as they were, wherever they stand.
func TestTextsComeBack(t *testing.T) {
	newline := strings.NewReplacer("\r\n", "\n", "\r", "\n")
	rapid.Check(t, func(t *rapid.T) {
		text, name, label := anyText().Draw(t, "text"), anyText().Draw(t, "name"), anyText().Draw(t, "label")
		d := pdf.New(pdf.Info{Title: text, Language: "en", Producer: "test", Extra: []pdf.Entry{{Key: "X Y", Text: label}}})
		d.NewPage(100, 100).TextField(d.Root(), pdf.TextField{Name: "f" + name, Label: label}, 0, 0, 10, 10, pdf.Look{})
		f := opened(t, d)
		if got := f.Info("Title"); got != newline.Replace(text) {
			t.Fatalf("the title %q came back as %q", text, got)
		}
		if got := f.Info("X Y"); got != newline.Replace(label) {
			t.Fatalf("the entry %q came back as %q", label, got)
		}
		fields, err := f.Fields()
		if err != nil || len(fields) != 1 || fields[0].Name != newline.Replace("f"+name) {
			t.Fatalf("the field %q came back as %+v (%v)", name, fields, err)
		}
	})
}

// A state is not taken for a button that is not marked, whatever its name.
func TestStateNames(t *testing.T) {
	for _, state := range []string{"1", "Off", "+", "+Off", "not observed", "é"} {
		name := pdf.StateName(state)
		if name == "Off" {
			t.Errorf("%q looks as if it were not marked", state)
		}
		file := fmt.Sprintf("%%PDF-1.7\n1 0 obj<</AcroForm<</Fields[2 0 R]>>>>endobj\n2 0 obj<</FT/Btn/T(a)/V(%s)>>endobj\ntrailer<</Root 1 0 R>>", name)
		f, err := pdfread.Open([]byte(file))
		if err != nil {
			t.Fatal(err)
		}
		if fields, err := f.Fields(); err != nil || fields[0].Value != state && state != "é" {
			t.Errorf("%q came back as %+v (%v)", state, fields, err)
		}
	}
}

// The outline is a tree in which every entry leads to its neighbours.
func TestOutline(t *testing.T) {
	d := pdf.New(pdf.Info{Title: "t", Language: "en", Producer: "test"})
	page := d.NewPage(100, 200)
	for i, level := range []int{1, 2, 3, 2, 1, 3} {
		d.Bookmark(level, fmt.Sprint("b", i), page, 10)
	}
	f := opened(t, d)
	var lines []string
	var walk func(item pdfread.Dict, indent string)
	walk = func(item pdfread.Dict, indent string) {
		var before pdfread.Value
		for v := item["First"]; v != nil; {
			e := f.Dict(v)
			if e["Prev"] != before {
				t.Errorf("%v has %v before it, not %v", e["Title"], e["Prev"], before)
			}
			lines = append(lines, fmt.Sprint(indent, pdfread.Text(e["Title"].(pdfread.String)), " ", e["Count"]))
			walk(e, indent+"-")
			before, v = v, e["Next"]
		}
		if item["Last"] != before {
			t.Errorf("the last of %v is %v", item["Title"], item["Last"])
		}
	}
	outline := f.Dict(f.Catalog()["Outlines"])
	walk(outline, "")
	want := []string{"b0 3", "-b1 1", "--b2 <nil>", "-b3 <nil>", "b4 1", "-b5 <nil>"}
	if diff := cmp.Diff(want, lines); diff != "" || outline["Count"] != 6 {
		t.Error(diff, outline["Count"])
	}
}

// A picture that lets through what is behind it has a mask, another has none.
func TestImages(t *testing.T) {
	d := pdf.New(pdf.Info{Title: "t", Language: "en", Producer: "test"})
	for _, c := range []struct {
		name  string
		alpha uint8
	}{{"opaque", 0xff}, {"clear", 0x10}} {
		if _, err := d.AddImage(picture(t, c.alpha)); err != nil {
			t.Fatal(c.name, err)
		}
	}
	d.NewPage(10, 10)
	data := d.Bytes()
	if n := bytes.Count(data, []byte("/SMask")); n != 1 {
		t.Errorf("%d masks", n)
	}
	for _, bad := range [][]byte{nil, []byte("GIF89a"), picture(t, 0xff)[:60]} {
		if _, err := d.AddImage(bad); err == nil {
			t.Error("a damaged picture is taken")
		}
	}
}
