package ratings_test

import (
	"fmt"
	"strings"
	"testing"

	"rubrickit/rubric/ratings"
)

// fuzzedHeads are the beginnings of files whose rest a fuzzer writes.
var fuzzedHeads = []string{
	"ratee,rater,group,date,item,rating,comment\n" + strings.Repeat("Ada,s,peer,2026-01-31,1.1,3 - Proficient,\nBen,t,self,2026-02-28,1.2,Not observed,good\n", 9),
	"rating,item,comment,ratee,remarks,rater\n" + strings.Repeat("3,1.1,,Ada,,s\n4,1.2,\"x, y\",Ada,,s\n", 9),
	"ratee,1.1,1.1 comment,1.2,comment\n" + strings.Repeat("Ada,3,,4,\nBen,2 - Developing,fine,,\"so\nso\"\n", 9),
}

// Whatever bytes follow below a good beginning: the file says the same read whole
// and in blocks, of any size, by the quick readers and by those of any record.
func FuzzBlocks(f *testing.F) {
	for which := range fuzzedHeads {
		for _, rest := range []string{
			"Ada,s,peer,2026-01-31,1.1,4,\nAda,s,peer,2026-01-31,1.1,4,\nAda,s,peer,2026-01-31,1.2,4,\"a \"\"b\"\"\n\nc\"\n",
			"3,1.1,,Ada,\"two\nlines\",s\n3,1.1,\"5\"\" nails\",Ada,x,s\n9,1.1,,,,s\n2,1.1,,Ada,,s\n",
			"Ada,3,\"\",4,\"open\nBen,3,,4,\nBen,9,' x,é,\r\n,,,,\n",
		} {
			f.Add(which, 40, rest)
		}
	}
	fw := eight(f)
	f.Fuzz(func(t *testing.T, which, block int, rest string) {
		head := fuzzedHeads[uint(which)%uint(len(fuzzedHeads))]
		file := ratings.File{Name: "f.csv", Data: []byte(head + rest)}
		o := ratings.Options{Delimiter: ','}
		whole := outcomeOf(t, fw, o.Whole(), file)
		blocks := outcomeOf(t, fw, o.Streaming(len(head), 1+int(uint(block)%200)).Keeping(3), file)
		if diff := differ(whole, blocks); diff != "" {
			t.Fatalf("read whole (-) and in blocks (+):\n%s", diff)
		}
	})
}

// The beginnings make files that are read in blocks.
func TestFuzzedHeadsAreReadInBlocks(t *testing.T) {
	for i, head := range fuzzedHeads {
		rest := head[strings.Index(head, "\n")+1:]
		if !ratings.InBlocks(eight(t), ratings.Options{Delimiter: ','}.Streaming(len(head), 100), ratings.File{Name: fmt.Sprint(i), Data: []byte(head + rest)}) {
			t.Errorf("%q is not", head)
		}
	}
}
