package ratings_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// filledForms are forms of the eight indicators that other programs have filled in,
// of one kind.
func filledForms(t testing.TB, extension string) []ratings.File {
	t.Helper()
	var out []ratings.File
	for _, name := range files(t, "forms") {
		if filepath.Ext(name) == extension {
			out = append(out, fixture(t, "forms", name))
		}
	}
	if len(out) < 5 {
		t.Fatalf("%d forms", len(out))
	}
	return out
}

// pdf is a file with a form of a framework and the given fields.
func pdf(identity string, fields ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n1 0 obj\n<</Type/Catalog/AcroForm<</Fields[")
	for i := range fields {
		fmt.Fprintf(&b, " %d 0 R", 10+i)
	}
	fmt.Fprintf(&b, "]>>>>\nendobj\n2 0 obj\n<</RubricID(%s)>>\nendobj\n", identity)
	for i, field := range fields {
		fmt.Fprintf(&b, "%d 0 obj\n<<%s>>\nendobj\n", 10+i, field)
	}
	b.WriteString("trailer\n<</Root 1 0 R/Info 2 0 R>>\nstartxref\n0\n%%EOF\n")
	return b.Bytes()
}

// identity is how a form names a framework.
func identity(f *rubric.Framework) string {
	return fmt.Sprintf(`{"framework":%q,"version":%q,"fingerprint":%q}`, f.ID, f.Version, f.Fingerprint())
}

// pdfRead lists what a form is read as: "1.1 rated 3", rejects and comments with
// their lines, notes.
func pdfRead(f *rubric.Framework, data []byte, o ratings.Options) []string {
	book, report, err := ratings.Read(f, []ratings.File{{Name: "f.pdf", Data: data}}, o)
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for r := range book.All() {
		out = append(out, strings.TrimSuffix(fmt.Sprint(r.Ratee, "/", r.Rater, "/", r.Group, "/", r.Occasion, " ", r.Item.Code, " ", r.State, " ", r.Value), " 0"))
	}
	for _, r := range book.Rejects {
		out = append(out, fmt.Sprintf("line %d: %s %s %q", r.At.Line, r.Code, r.Item, r.Value))
	}
	for _, c := range book.Comments {
		out = append(out, fmt.Sprintf("line %d: %s of %s: %q", c.At.Line, c.Item, c.Ratee, c.Text))
	}
	return append(out, report.Files[0].Notes...)
}

const (
	ada    = "/FT/Tx/T(ratee)/V(Ada)"
	lund   = "/FT/Tx/T(rater)/V(Lund)"
	marked = "/FT/Btn/T(rate_1_1)/V/3"
)

func TestPDFForms(t *testing.T) {
	f := eight(t)
	for name, c := range map[string]struct {
		fields []string
		o      ratings.Options
		want   []string
	}{
		"marked":        {[]string{ada, lund, "/FT/Tx/T(group)/V(peer)", "/FT/Tx/T(occasion)/V(2026-03-01)", marked}, ratings.Options{}, []string{"Ada/Lund/peer/2026-03-01 1.1 rated 3"}},
		"nothing":       {[]string{ada, lund, "/FT/Btn/T(rate_1_1)/V/Off"}, ratings.Options{}, []string{"Ada/Lund// 1.1 missing"}},
		"a null state":  {[]string{ada, lund, "/FT/Btn/T(rate_1_1)/V/N__2f_A"}, ratings.Options{}, []string{"Ada/Lund// 1.1 not_applicable"}},
		"told who":      {[]string{"/FT/Tx/T(ratee)/V( )", marked}, ratings.Options{Set: map[ratings.Role]string{"ratee": "Ben", "rater": "s", "group": "self", "occasion": "2026-01-01"}}, []string{"Ben/s/self/2026-01-01 1.1 rated 3"}},
		"the form wins": {[]string{ada, lund, marked}, ratings.Options{Set: map[ratings.Role]string{"ratee": "Ben", "rater": "s"}}, []string{"Ada/Lund// 1.1 rated 3"}},
		"no rater":      {[]string{ada, marked}, ratings.Options{}, []string{"Ada/f.pdf, record 1// 1.1 rated 3"}},
		"nobody":        {[]string{marked}, ratings.Options{}, []string{`line 1: missing-ratee  ""`}},
		"two marks": {[]string{ada, lund, "/FT/Btn/T(rate_1_1)/V/3/Kids[<</AS/2>>]"}, ratings.Options{}, []string{
			`line 3: multiple-values 1.1 "3;2"`, "not all programs show the same mark for 1.1: open the form, mark anew what was meant, and save it"}},
		"no state of ours": {[]string{ada, lund, "/FT/Btn/T(rate_1_1)/V/__x"}, ratings.Options{}, []string{`line 3: unknown-label 1.1 "__x"`}},
		"a row of nowhere": {[]string{ada, lund, marked, "/FT/Btn/T(rate_9_9)/V/3"}, ratings.Options{}, []string{"Ada/Lund// 1.1 rated 3", `line 4: unknown-item 9.9 "9.9"`}},
		"comments": {[]string{ada, lund, marked, `/FT/Tx/T(comment_1_1)/V('=1\n"b")`, "/FT/Tx/T(notes)/V(all)"}, ratings.Options{}, []string{
			"Ada/Lund// 1.1 rated 3", `line 4: 1.1 of Ada: "'=1\n\"b\""`, `line 5:  of Ada: "all"`}},
		"signed":       {[]string{ada, lund, marked, "/FT/Tx/T(signature)/V(x)", "/FT/Tx/T(signature_date)/V(y)"}, ratings.Options{}, []string{"Ada/Lund// 1.1 rated 3"}},
		"other fields": {[]string{ada, lund, marked, "/FT/Tx/T(mine)/V(x)", "/FT/Tx/T(empty)"}, ratings.Options{}, []string{"Ada/Lund// 1.1 rated 3", "not read, since a form has no fields of these names: mine"}},
		"a field again": {[]string{ada, "/FT/Tx/T(ratee)/V(Ben)", marked}, ratings.Options{}, []string{
			`f.pdf: the field "ratee" stands twice in this PDF, with "Ada" and with "Ben": hand in one form a file`}},
		"a row again": {[]string{ada, lund, marked, "/FT/Btn/T(rate_1_1)/V/3", "/FT/Tx/T(ratee)"}, ratings.Options{}, []string{"Ada/Lund// 1.1 rated 3"}},
		"blank":       {[]string{"/FT/Tx/T(ratee)", "/FT/Btn/T(rate_1_1)/V/Off"}, ratings.Options{}, []string{"f.pdf: nobody is named and nothing is marked in this form: was it saved after it was filled in?"}},
		"no rows": {[]string{ada}, ratings.Options{}, []string{
			"f.pdf: this PDF has fields, and none of them takes a rating: was the form changed by another program? Fill in the form as it was rendered, and save it"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, pdfRead(f, pdf(identity(f), c.fields...), c.o)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Points say more than the level that they are in, and contradict another.
func TestPDFPoints(t *testing.T) {
	f := framework(t, "../load/testdata/whole.yaml")
	for _, c := range []struct{ mark, points, want string }{
		{"Off", "2.5", "rated 2.5"},
		{"most", "2,5", "rated 2.5"},
		{"some", "", "rated 1.5"},
		{"none", "2.5", `line 4: multiple-values 1.10.a "none;2.5"`},
		{"Off", "2.25", `line 4: off-grid 1.10.a "2.25"`},
	} {
		fields := []string{ada, lund, "/FT/Btn/T(rate_1_10_a)/V/" + c.mark, "/FT/Tx/T(points_1_10_a)/V(" + c.points + ")"}
		got := strings.Join(pdfRead(f, pdf(identity(f), fields...), ratings.Options{}), "\n")
		if !strings.Contains(got, c.want) {
			t.Errorf("%s, %s: %s, want %s", c.mark, c.points, got, c.want)
		}
	}
}

// What is no form of the framework at hand says what it is, and what to do.
func TestPDFRefused(t *testing.T) {
	f := eight(t)
	whole := pdf(identity(f), ada, lund, marked)
	other, err := os.ReadFile("../internal/pdf/pdfread/testdata/filled/pdfjs.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"another framework":   {pdf(`{"framework":"cms","version":"","fingerprint":"0123"}`, ada, lund, marked), `names the framework "cms", and the framework at hand has "inputs"`},
		"another fingerprint": {pdf(`{"framework":"inputs","version":"","fingerprint":"0123"}`, ada, lund, marked), `names the fingerprint "0123"`},
		"no identity":         {other, "this PDF does not say which framework it is a form of: rubric did not render it"},
		"half an identity":    {pdf("{}", ada, lund, marked), `this PDF names its framework as "{}" under RubricID, which lacks an id or a fingerprint`},
		"no fingerprint":      {pdf(`{"framework":"inputs"}`, ada, lund, marked), "which lacks an id or a fingerprint"},
		"no JSON":             {pdf(`{"framework":3}`, ada, lund, marked), "which lacks an id or a fingerprint"},
		"no fields":           {pdf(identity(f)), "this PDF has no fields: it was printed or scanned"},
		"cut off":             {whole[:len(whole)-8], "this PDF has no end: it was cut off on its way"},
		"a password":          {bytes.Replace(whole, []byte("/Info 2 0 R"), []byte("/Info 2 0 R/Encrypt 3 0 R"), 1), "this PDF is protected by a password"},
	} {
		if got := pdfRead(f, c.data, ratings.Options{}); len(got) != 1 || !strings.Contains(got[0], c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := pdfRead(f, pdf(`{"framework":"cms","fingerprint":"0123"}`, ada, lund, marked), ratings.Options{AllowVersionMismatch: true}); got[0] != "Ada/Lund// 1.1 rated 3" {
		t.Errorf("%q", got)
	}
}

// Whatever the fields hold, they are read twice alike, and every cell is accounted
// for.
func FuzzPDFForms(f *testing.F) {
	fw := eight(f)
	f.Add(pdf("{}", ada, marked))
	f.Add(pdf(identity(fw), ada, lund, marked, "/FT/Btn/T(rate_1_2)/V/3/Kids[<</AS/2>>]", "/FT/Tx/T(points_1_2)/V(3)", "/FT/Tx/T(comment_1_1)/V(c)", "/FT/Tx/T(notes)/V(n)"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte("%PDF-")) {
			return // another container's
		}
		read := func() string {
			book, _, err := ratings.Read(fw, []ratings.File{{Name: "f.pdf", Data: data}}, ratings.Options{AllowVersionMismatch: true})
			if err != nil {
				return err.Error()
			}
			if !book.Ledger.Balanced() {
				t.Errorf("the ledger does not balance: %+v", book.Ledger)
			}
			return fmt.Sprint(statements(book), book.Rejects, book.Comments)
		}
		if first, again := read(), read(); again != first {
			t.Errorf("a second reading differs:\n%s\n%s", first, again)
		}
	})
}
