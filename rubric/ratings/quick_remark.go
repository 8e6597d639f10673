package ratings

import (
	"bytes"

	"rubrickit/rubric"
)

// quickRemark is a comment in the record at hand.
type quickRemark struct {
	item *rubric.Item // that its column is for; nil where it goes with the item of the record, or the form
	text []byte
	line int // of the record's lines, counted from 0
}

// remarkCell reads a cell of comments, and returns where it ends; 0 where it is not
// sure.
func (q *quick) remarkCell(s *step, b []byte, i int) int {
	if b[i] == '"' {
		return q.quotedRemark(s, b, i)
	}
	end, cell := q.cut(b, i, s.ends)
	if end == 0 || bytes.IndexByte(cell, '"') >= 0 {
		return 0
	}
	return q.remarked(s, cell, end)
}

// quotedRemark reads a comment in quotes, with delimiters, line ends and quotes
// in it.
func (q *quick) quotedRemark(s *step, b []byte, i int) int {
	from, to := i+1, closing(b[:len(b)-guardSize], i+1)
	if to < 0 {
		return 0
	}
	end, rest := q.cut(b, to+1, s.ends)
	text := b[from:to]
	breaks := bytes.Count(text, []byte{'\n'})
	switch {
	case end == 0, len(rest) > 0, bytes.IndexByte(text, '\r') >= 0:
		return 0
	case breaks > 0 && len(q.kept) > 0: // those have lines of their own, too
		return 0
	}
	if bytes.IndexByte(text, '"') >= 0 {
		text = bytes.ReplaceAll(text, []byte(`""`), []byte(`"`))
	}
	if end = q.remarked(s, text, end); end > 0 {
		q.breaks += breaks
	}
	return end
}

// closing is the index of the quote that closes a cell, of which the text goes on
// at i; -1 where there is none.
func closing(b []byte, i int) int {
	for {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 {
			return -1
		}
		if i += n; i+1 == len(b) || b[i+1] != '"' {
			return i
		}
		i += 2
	}
}

// remarked notes a comment unless it is blank, and returns where its cell ends; 0
// where more must be known.
func (q *quick) remarked(s *step, text []byte, end int) int {
	switch {
	case len(text) == 0:
		return end
	case q.neutral && text[0] == '\'':
		return 0
	case !isTidy(text) && clean(string(text)) == "":
		return end
	}
	q.remarks = append(q.remarks, quickRemark{s.item, text, q.breaks})
	return end
}

// keepRemarks keeps the comments of the record at hand, which has a form. A second
// look is for none.
func (q *quick) keepRemarks(at *position) {
	if q.wish != nil {
		return
	}
	for _, m := range q.remarks {
		item := codeOf(m.item)
		if item == "" && q.item > 0 {
			item = q.book.Items()[q.item-1].Code
		}
		f := q.formAtHand()
		q.comments = append(q.comments, rubric.Comment{
			Ratee: f.ratee, Item: item, Rater: f.rater, Group: f.group, Occasion: f.occasion, Text: string(m.text),
			At: rubric.Place{File: q.file.Name, Line: at.line + m.line, Record: at.number},
		})
	}
}

// formAtHand is the current form. Comments in it share its texts.
func (q *quick) formAtHand() form {
	if q.told == nil {
		var ends [keyRoles]int
		var all []byte
		for i, part := range q.key {
			all = append(all, part...)
			ends[i] = len(all)
		}
		text := string(all)
		q.told = &form{ratee: text[:ends[0]], rater: text[ends[0]:ends[1]], group: text[ends[1]:ends[2]], occasion: text[ends[2]:]}
	}
	return *q.told
}
