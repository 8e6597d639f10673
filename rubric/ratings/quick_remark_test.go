package ratings

import (
	"strings"
	"testing"

	"rubrickit/rubric/internal/csvblock"
)

// A comment whose quote is not closed does not go on in what lies behind the text
// in memory.
func TestNoCommentGoesOnBehindItsText(t *testing.T) {
	f := sampleFramework(t)
	rows := strings.Repeat("Ada,s,1.1,2 - Developing,\n", 2000)
	memory := []byte("ratee,rater,item,rating,comment\n" + rows + "Ada,s,1.1,2 - Developing,\"open\n" + strings.Repeat("\"\n", 40))
	text := memory[:len(memory)-80]
	w := workerFor(t, f, text)
	w.read(csvblock.Block{Text: text, Line: 1})
	if len(w.comments) > 0 || len(w.rejects) != 1 || w.rejects[0].Code != string(CodeBadQuote) || w.err != nil {
		t.Errorf("%+v %+v %v", w.comments, w.rejects, w.err)
	}
}
