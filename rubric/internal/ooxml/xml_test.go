package ooxml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// events lists what the scanner hands on, texts in one piece.
func events(from io.Reader) ([]string, error) {
	var out []string
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			out = append(out, "text "+text.String())
			text.Reset()
		}
	}
	err := scanXML(from, Handler{
		Open: func(e Element) error {
			flush()
			line := "open " + e.Name()
			for _, a := range e.attributes {
				line += fmt.Sprintf(" %s=%q", a.name, a.text())
			}
			out = append(out, line)
			return nil
		},
		Text:  func(t []byte) { text.Write(t) },
		Close: func(name string) error { flush(); out = append(out, "close "+name); return nil },
	})
	flush()
	return out, err
}

// expected lists the same by the XML reader of the standard library.
func expected(document string) ([]string, error) {
	d := xml.NewDecoder(strings.NewReader(document))
	var out []string
	joins := false // a text joins the text before it
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			line := "open " + t.Name.Local
			for _, a := range t.Attr {
				line += fmt.Sprintf(" %s=%q", strings.TrimPrefix(a.Name.Space+":"+a.Name.Local, ":"), a.Value)
			}
			out = append(out, line)
		case xml.EndElement:
			out = append(out, "close "+t.Name.Local)
		case xml.CharData:
			if joins {
				out[len(out)-1] += string(t)
				continue
			}
			out = append(out, "text "+string(t))
			joins = true
			continue
		case xml.Comment, xml.ProcInst:
			continue
		}
		joins = false
	}
}

// pieces are what documents are made of.
var pieces = []string{
	"a", " ", "é", "😀", "&amp;", "&#x1F600;", "&#10;", "&lt;x", "\n", "]]", "--", "'", `"`,
	"<!-- c > <d> -->", "<![CDATA[x<&]] >]]>", "<?pi x?>", `<b/>`, `<p:c r="1" x:y='a>b' z = "&quot;é"/>`, "<d>", "</d>",
}

// The scanner says what the standard library's reader says, in whatever pieces
// the bytes arrive.
func TestScanAgreesWithTheStandardReader(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "pieces"), "")
		document := `<?xml version="1.0" encoding="UTF-8"?>` + "<r>" + body + strings.Repeat("</d>", max(0, strings.Count(body, "<d>")-strings.Count(body, "</d>"))) + "</r>"
		want, errWant := expected(document)
		got, err := events(iotest.OneByteReader(strings.NewReader(document)))
		if errWant != nil {
			t.Skip("the standard reader refuses it")
		}
		if err != nil {
			if strings.Contains(err.Error(), "is not open") || strings.Contains(err.Error(), "ends in the middle") {
				t.Skip("the tags do not match")
			}
			t.Fatalf("%v in %q", err, document)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q: %s", document, diff)
		}
	})
}

// Texts longer than the buffer come in whole, entities and characters too.
func TestLongPieces(t *testing.T) {
	for _, unit := range []string{"x", "é", "😀", "&amp;", "&#x1F600;"} {
		for shift := range 9 {
			document := "<r>" + strings.Repeat("y", shift) + strings.Repeat(unit, 70<<10) + "</r>"
			want, err := expected(document)
			if err != nil {
				t.Fatal(err)
			}
			got, err := events(strings.NewReader(document))
			if err != nil || len(got) != 3 || got[1] != want[1] {
				t.Fatalf("%q at %d: %v, %d events", unit, shift, err, len(got))
			}
		}
	}
}

// What is not read says why.
func TestScanRefuses(t *testing.T) {
	for document, want := range map[string]string{
		"<r>":                     "ends in the middle",
		"<r>x":                    "ends in the middle",
		"<r a=\"":                 "ends in the middle",
		"<r><!-- ":                "ends in the middle",
		"</r>":                    `closes "r", which is not open`,
		"<>":                      "a tag without a name",
		"<r a>":                   "an attribute without a value in quotes",
		"<r a=1>":                 "an attribute without a value in quotes",
		`<r a="&x;"/>`:            "has an attribute that cannot be read",
		"<r>&x;</r>":              "the entity &x;",
		"<r>&#xD800;</r>":         "the entity &#xD800;",
		"<r>&</r>":                "the entity &;",
		"<r>\xff</r>":             "not UTF-8",
		"<r><![CDATA[\xff]]></r>": "not UTF-8",
		"\xff\xfe<\x00":           "it is in UTF-16",
		`<?xml version="1.0" encoding="windows-1252"?><r/>`: "it is in windows-1252",
		"<!DOCTYPE r><r/>":                                    "a document type",
		strings.Repeat("<r>", deepest+1):                      "more than 256 deep in each other",
		"<r a='" + strings.Repeat("x", mostTag) + "'/>":       "a tag of more than 1048576 bytes",
		"<r><!--" + strings.Repeat("->", mostTag) + "--></r>": "a comment or a marked text of more than",
	} {
		_, err := events(strings.NewReader(document))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %q", document, err, want)
		}
	}
	if _, err := events(strings.NewReader("")); err != nil {
		t.Error(err)
	}
	if got, err := events(strings.NewReader("\ufeff<r/>")); err != nil || len(got) != 2 {
		t.Error(got, err)
	}
}
