package report

import (
	"strconv"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// scoreColumns are the columns of scores.
func scoreColumns(n numbers) []column[score.Row] {
	type row = score.Row
	return []column[row]{
		{field{"ratee", word, "who was rated, as the files name them"}, text(func(r *row) string { return r.Ratee })},
		{field{"item", word, "the item's code; `overall` for the row over everything"}, text(func(r *row) string { return r.Item })},
		{field{"tier", word, "the framework's word for the item's depth, or `overall`"}, text(func(r *row) string { return r.Tier })},
		{field{"title", prose, "the item's title, else its text; of the row over everything, the framework's title"}, text(func(r *row) string { return r.Title })},
		{field{"score", decimal, "the score, rounded for display as the policy says; nothing where there is none, and then `reason` says why"}, func(to []byte, r *row) []byte { return n.scores.Append(to, r.Score) }},
		{field{"score_exact", fraction, "the score as it was computed: a whole number or a fraction, such as 211/72"}, func(to []byte, r *row) []byte { return r.Score.Append(to) }},
		{field{"band", mark, "the verdict: the band of the score, after all rules of the policy; nothing where there is none"}, text(func(r *row) string { return r.Band })},
		{field{"n_rated", count, "of a rated item its ratings on a level; of an item above, the rated items below it that have a score"}, func(to []byte, r *row) []byte { return strconv.AppendInt(to, int64(r.Rated), 10) }},
		{field{"n_not_applicable", count, "the same for what is marked as not applicable"}, func(to []byte, r *row) []byte { return strconv.AppendInt(to, int64(r.NotApplicable), 10) }},
		{field{"n_not_observed", count, "the same for what is marked as not observed"}, func(to []byte, r *row) []byte { return strconv.AppendInt(to, int64(r.NotObserved), 10) }},
		{field{"n_missing", count, "the same for what is left blank, or not on the form"}, func(to []byte, r *row) []byte { return strconv.AppendInt(to, int64(r.Missing), 10) }},
		{field{"coverage", decimal, "the rated share of the applicable weight, 0 to 1; nothing where nothing is applicable"}, func(to []byte, r *row) []byte { return n.shares.Append(to, r.Coverage) }},
		{field{"reason", mark, "why there is no score or no band, or what limits it; several reasons are joined by `; `"}, text(func(r *row) string { return r.Reason })},
	}
}

// apartColumns tell the rows that stand beside the scores from these, which
// have nothing there.
func apartColumns() []column[score.Row] {
	type row = score.Row
	return []column[row]{
		{field{"group", beside, "with --at: the group of raters that the row is about; nothing in rows about all"}, text(func(r *row) string { return r.Group })},
		{field{"rater", beside, "with --at: the rater, where the stage comes before raters are collapsed"}, text(func(r *row) string { return r.Rater })},
		{field{"occasion", beside, "with --at: the occasion, where the stage comes before occasions are collapsed"}, text(func(r *row) string { return r.Occasion })},
	}
}

// scoreColumnsOf are the columns of a result.
func scoreColumnsOf(r *score.Result) []column[score.Row] {
	columns := scoreColumns(numbersOf(r))
	if r.At == "" {
		return columns
	}
	return append(columns, apartColumns()...)
}

// rejectColumns are the columns of cells that could not be taken.
func rejectColumns() []column[rubric.Reject] {
	type reject = rubric.Reject
	return []column[reject]{
		{field{"file", word, "the file the cell stands in"}, text(func(r *reject) string { return r.At.File })},
		{field{"sheet", word, "the sheet of a workbook"}, text(func(r *reject) string { return r.At.Sheet })},
		{field{"line", count, "the line in the file, from 1; of a workbook, the row"}, whole(func(r *reject) int { return r.At.Line })},
		{field{"record", count, "the number of the record below the header, from 1; 0 for the header"}, whole(func(r *reject) int { return r.At.Record })},
		{field{"column", word, "the name of the column"}, text(func(r *reject) string { return r.Column })},
		{field{"item", word, "the code of the item, where it is known"}, text(func(r *reject) string { return r.Item })},
		{field{"value", word, "the cell as it stands, cut where it is long"}, text(func(r *reject) string { return r.Value })},
		{field{"code", word, "the reason, a stable word; `rubric explain CODE` has its long text"}, text(func(r *reject) string { return r.Code })},
		{field{"message", prose, "the reason in words"}, text(func(r *reject) string { return r.Message })},
		{field{"suggestion", word, "what may have been meant; it is never applied"}, text(func(r *reject) string { return r.Suggestion })},
	}
}

// commentColumns are the columns of comments, which accompany ratings.
func commentColumns() []column[rubric.Comment] {
	type comment = rubric.Comment
	return []column[comment]{
		{field{"ratee", word, "who was rated"}, text(func(c *comment) string { return c.Ratee })},
		{field{"item", word, "the code of the item; nothing for a comment on the whole form"}, text(func(c *comment) string { return c.Item })},
		{field{"rater", word, "who rated"}, text(func(c *comment) string { return c.Rater })},
		{field{"group", word, "the rater's group"}, text(func(c *comment) string { return c.Group })},
		{field{"occasion", word, "when it was rated"}, text(func(c *comment) string { return c.Occasion })},
		{field{"text", prose, "the comment, as it stands"}, text(func(c *comment) string { return c.Text })},
		{field{"file", word, "the file it stands in"}, text(func(c *comment) string { return c.At.File })},
		{field{"sheet", word, "the sheet of a workbook"}, text(func(c *comment) string { return c.At.Sheet })},
		{field{"line", count, "the line in the file, from 1"}, whole(func(c *comment) int { return c.At.Line })},
	}
}

// noteColumns are the columns of notes on scores.
func noteColumns() []column[score.Note] {
	return []column[score.Note]{
		{field{"ratee", word, "whose score it is"}, text(func(n *score.Note) string { return n.Ratee })},
		{field{"item", word, "the item's code, or `overall`"}, text(func(n *score.Note) string { return n.Item })},
		{field{"message", prose, "why a band and the score beside it may seem to disagree"}, text(func(n *score.Note) string { return n.Message })},
	}
}
