package pdfread_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/internal/pdf/pdfread"
)

// form is a file with a form of the given fields, which are objects 10, 11 …
func form(fields ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n1 0 obj\n<</Type/Catalog/AcroForm 2 0 R>>\nendobj\n2 0 obj\n<</Fields[")
	for i := range fields {
		fmt.Fprintf(&b, " %d 0 R", 10+i)
	}
	b.WriteString("]>>\nendobj\n")
	for i, f := range fields {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", 10+i, f)
	}
	return b.String() + "trailer\n<</Root 1 0 R>>\n"
}

// deflated is data as a stream has it.
func deflated(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(data))
	_ = w.Close()
	return b.String()
}

// fieldsOf are the fields of a file as text: "name=value", "!" before others.
func fieldsOf(t *testing.T, file string) []string {
	t.Helper()
	f, err := pdfread.Open([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	fields, err := f.Fields()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range fields {
		out = append(out, strings.Join(append([]string{f.Name + "=" + f.Value}, f.Others...), "!"))
	}
	return out
}

// What programs do to fields, one thing a case.
func TestFields(t *testing.T) {
	packed := deflated("10 0 11 26 <</FT/Tx/T(a)/V(packed)>> <</FT/Tx/T(b)/V(too)>>")
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"written":         {form("<</FT/Tx/T(a)/V(text)>>"), []string{"a=text"}},
		"nothing written": {form("<</FT/Tx/T(a)>>", "<</FT/Tx/T(b)/V()>>"), []string{"a=", "b="}},
		"escapes": {form(`<</FT/Tx/T(a)/V(\(1\)\\ \101\n\
b)>>`), []string{"a=(1)\\ A\nb"}},
		"UTF-16":                  {form("<</FT/Tx/T(a)/V<FEFF00E9D83DDC4D>>>"), []string{"a=é👍"}},
		"UTF-16, the other order": {form("<</FT/Tx/T(a)/V<FFFEE900>>>"), []string{"a=é"}},
		"UTF-16 with a language":  {form("<</FT/Tx/T(a)/V<FEFF001B0065006E001B00E9>>>"), []string{"a=é"}},
		"UTF-8":                   {form("<</FT/Tx/T(a)/V<EFBBBFC3A9>>>"), []string{"a=é"}},
		"PDFDocEncoding":          {form("<</FT/Tx/T(a)/V<808592A0E91F>>>"), []string{"a=•–™€é˜"}},
		"an odd digit":            {form("<</FT/Tx/T(a)/V<41 4>>>"), []string{"a=A@"}},
		"lines":                   {form("<</FT/Tx/T(a)/V(x\\r\\ny\\rz)>>"), []string{"a=x\ny\nz"}},
		"text in a stream":        {form("<</FT/Tx/T(a)/V 20 0 R>>") + "20 0 obj<</Length 3>>stream\nxyz\nendstream endobj", []string{"a=xyz"}},
		"inherited":               {form("<</FT/Tx/T(a)/Kids[<</T(b)/V(1)>><</T(c)/V(2)>>]>>"), []string{"a.b=1", "a.c=2"}},
		"a state":                 {form("<</FT/Btn/T(a)/V/2/Kids[<</AS/Off>><</AS/2>>]>>"), []string{"a=2"}},
		"a state with escapes":    {form("<</FT/Btn/T(a)/V/a#20b>>"), []string{"a=a b"}},
		"a state as a string":     {form("<</FT/Btn/T(a)/V(2)>>"), []string{"a=2"}},
		"with a slash":            {form("<</FT/Btn/T(a)/V(/2)>>"), []string{"a=2"}},
		"not marked":              {form("<</FT/Btn/T(a)/V/Off/Kids[<</AS/Off>>]>>"), []string{"a="}},
		"marked by its look":      {form("<</FT/Btn/T(a)/V/Off/Kids[<</AS/Off>><</AS/3>>]>>"), []string{"a=3"}},
		"marked by its value":     {form("<</FT/Btn/T(a)/V/3/Kids[<</AS/Off>><</AS/Off>>]>>"), []string{"a=3"}},
		"value on the buttons":    {form("<</FT/Btn/T(a)/V(/2)/Kids[<</V/Off/AS/Off>><</V(/2)/AS/2>>]>>"), []string{"a=2"}},
		"value against look":      {form("<</FT/Btn/T(a)/V/2/Kids[<</AS/Off>><</AS/3>>]>>"), []string{"a=2!3"}},
		"two looks":               {form("<</FT/Btn/T(a)/Kids[<</AS/2>><</AS/3>>]>>"), []string{"a=2!3"}},
		"a state named Off":       {form("<</FT/Btn/T(a)/V/+Off>>"), []string{"a=Off"}},
		"a box":                   {form("<</FT/Btn/T(a)/V/Yes/AS/Yes>>"), []string{"a=Yes"}},
		"changed later":           {form("<</FT/Tx/T(a)/V(old)>>") + "10 0 obj<</FT/Tx/T(a)/V(new)>>endobj", []string{"a=new"}},
		"changed in a pack":       {form("<</FT/Tx/T(a)>>", "<</FT/Tx/T(b)>>") + fmt.Sprintf("30 0 obj<</Type/ObjStm/N 2/First 11/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj", len(packed), packed), []string{"a=packed", "b=too"}},
		"a wrong length":          {form("<</FT/Tx/T(a)/V 20 0 R>>") + "20 0 obj<</Length 99>>stream\nxyz endstream endobj", []string{"a=xyz "}},
		"objects within streams":  {"%PDF-1.7\n5 0 obj<</Length 29>>stream\n10 0 obj <</V(wrong)>> endobj\nendstream endobj\n" + form("<</FT/Tx/T(a)/V(right)>>"), []string{"a=right"}},
		"no trailer":              {strings.Split(form("<</FT/Tx/T(a)/V(text)>>"), "trailer")[0], []string{"a=text"}},
		"comments":                {form("<</FT/Tx % a comment (\n/T(a)/V(text)>>"), []string{"a=text"}},
		"a field in itself":       {form("<</FT/Tx/T(a)/V(x)/Kids[10 0 R]>>"), []string{"a=x"}},
		"a reference to itself":   {form("<</FT/Tx/T(a)/V 20 0 R>>") + "20 0 obj 20 0 R endobj", []string{"a="}},
		"a damaged object before": {"%PDF-1.7\n7 0 obj<</A(never closed\n" + form("<</FT/Tx/T(a)/V(x)>>"), []string{"a=x"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, fieldsOf(t, c.file)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	bomb := deflated(strings.Repeat("\x00", 20<<20))
	for name, c := range map[string]struct{ file, want string }{
		"nothing":          {"", "no PDF file"},
		"another file":     {"PK\x03\x04", "no PDF file"},
		"no objects":       {"%PDF-1.7\n", "no objects"},
		"cut off":          {"%PDF-1.7\n1 0 obj<</Type/Catalog", "no objects"},
		"locked objects":   {form("1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 4>>stream\nabcd\nendstream endobj") + "trailer<</Encrypt 9 0 R>>", "without protection"},
		"encrypted":        {form("<</FT/Tx/T(a)>>") + "trailer<</Encrypt 9 0 R>>", "without protection"},
		"no form":          {"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>", "no fields"},
		"a form of none":   {form(), "no fields"},
		"unpacks to a lot": {fmt.Sprintf("%%PDF-1.7\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj", len(bomb), bomb), "more than 16 MiB"},
		"packed otherwise": {"%PDF-1.7\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/LZWDecode/Length 1>>stream\nx\nendstream endobj", "LZWDecode"},
		"slow to read":     {"%PDF-1.7\n" + strings.Repeat("1 0 obj (", 60_000), "slow to read"},
		"very deep":        {form("<</FT/Tx/T(a)/V" + strings.Repeat("[", 100_000)), "no fields"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := pdfread.Open([]byte(c.file))
			if err == nil {
				_, err = f.Fields()
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

// Files that are made to be slow or large to read: each has little, and refers to it
// again and again. Without a count of the work they would take minutes, or gigabytes.
func TestWorkIsBounded(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	many := func(n int, field string) string {
		fields := make([]string, n)
		for i := range fields {
			fields[i] = field
		}
		return form(fields...)
	}
	list := "[" + strings.Repeat("10 0 R ", 20_000) + "]"
	numbers := deflated(strings.Repeat("40 0 ", 5000) + "[" + strings.Repeat("1 ", 1<<20) + "]")
	for name, file := range map[string]string{
		"a long value of many fields": many(3000, "<</FT/Tx/T(a)/V 9 0 R>>") + "9 0 obj(" + long + ")endobj",
		"a long state of many fields": many(3000, "<</FT/Btn/T(a)/V 9 0 R>>") + "9 0 obj(" + long + ")endobj",
		"a long name of many fields":  many(3000, "<</FT/Tx/T 9 0 R>>") + "9 0 obj(" + long + ")endobj",
		"buttons of many fields":      many(3000, "<</FT/Btn/T(a)/Kids 9 0 R>>") + "9 0 obj" + list + "endobj 10 0 obj<</AS/Off>>endobj",
		"many values in few bytes":    form("40 0 R") + fmt.Sprintf("30 0 obj<</Type/ObjStm/N 5000/First 25000/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj", len(numbers), numbers),
	} {
		t.Run(name, func(t *testing.T) {
			before, start := allocated(), time.Now()
			f, err := pdfread.Open([]byte(file))
			if err == nil {
				_, err = f.Fields()
			}
			if err == nil || !strings.Contains(err.Error(), "slow to read") {
				t.Errorf("error %v", err)
			}
			if took, mib := time.Since(start), (allocated()-before)>>20; took > 20*time.Second || mib > 256 {
				t.Errorf("%v and %d MiB for %d KiB", took, mib, len(file)>>10)
			}
		})
	}
}

// allocated is how many bytes were allocated so far.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}
