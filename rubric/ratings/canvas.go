package ratings

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/lazyregexp"
)

// Canvas exports a gradebook, and the assessments of a rubric.
func isCanvas(_ *fileReader, rows []record) bool {
	return hasPrefixes(rows[0], "student id", "student name") || hasPrefixes(rows[0], "student", "id") && hasName(rows[0], "section")
}

// canvasWordings are how its columns name a criterion or an assignment.
var canvasWordings = []wording{canvasStudent, canvasPiece, withNumber, inBrackets, afterDash}

// canvasStudent takes the number of a student for the ratee: names are not
// unique.
func canvasStudent(r *fileReader, name string) (Column, bool) {
	if plainKey(name) != "id" || r.hasTold(Ratee) {
		return Column{}, false
	}
	return Column{Role: Ratee, How: "Canvas's number of the student"}, true
}

// canvasPiece reads `Criterion - Rating` and `Criterion - Points`: two columns
// for one rating. The criterion may have dashes of its own.
func canvasPiece(r *fileReader, name string) (Column, bool) {
	criterion, word, found := cutLast(clean(name), " - ")
	word = strings.ToLower(word)
	if !found || word != canvasRating && word != canvasPoints {
		return Column{}, false
	}
	c, ok := r.within(criterion, "what stands before its last dash")
	c.piece = &piece{ratingAndPoints, c.Item, word}
	return c, ok
}

// The last words of the columns that make a rating.
const (
	canvasRating = "rating"
	canvasPoints = "points"
)

// ratingAndPoints makes one text of the name of a level and its points. Points
// on a scale of their own say nothing beside the level's name.
var ratingAndPoints = &way{"the points beside the level", func(r *fileReader, it *rubric.Item, parts []part) string {
	var rating, points string
	for _, p := range parts {
		if p.text == canvasPoints {
			points = clean(p.cell)
		} else {
			rating = clean(p.cell)
		}
	}
	switch {
	case rating == "":
		return points
	case points == "" || !r.accepts(it, points):
		return rating
	}
	return rating + " - " + points
}}

// numberedName is the name of an assignment with its number.
var numberedName = lazyregexp.New(`^(.+?) \(\d+\)$`)

// withNumber reads `Assignment (12345)`.
func withNumber(r *fileReader, name string) (Column, bool) {
	m := numberedName.FindStringSubmatch(clean(name))
	if m == nil {
		return Column{}, false
	}
	return r.within(m[1], "what stands before its number")
}
