package report

import (
	"io"
	"iter"
	"slices"

	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/stats"
)

// GroupReport is the product of scoring by groups of ratees: what the scores of
// a [ScoreReport] come to for those who have the same value in a column.
type GroupReport struct {
	Scores ScoreReport
	By     string // the name of the column
	Groups iter.Seq[stats.Group]
}

// GroupFormats are the formats of scores by groups.
func GroupFormats() []Format[GroupReport] {
	return []Format[GroupReport]{
		{Name: "table", About: "for a terminal", Write: writeGroupTable},
		{Name: "csv", About: "a row for each item, group and level, for a spreadsheet or a script", Write: writeGroupRows(',')},
		{Name: "tsv", About: "the same, with tabs between cells", Write: writeGroupRows('\t')},
		{Name: "json", About: "for programs: exact means, levels, rejects, comments, provenance", Write: writeGroupJSON, Whole: true},
		{Name: "ndjson", About: "a JSON object on a line for each item and group", Write: writeGroupLines},
		{Name: "md", About: "a Markdown document: the groups, and what they are made of", Write: writeGroupMarkdown},
		{Name: "xlsx", About: "a workbook: the groups, rejects, comments and what they are made of", Write: writeGroupWorkbook, Binary: true, Whole: true},
	}
}

// groupColumns are the columns of groups, without their levels.
func groupColumns(by string, show numbers) []column[stats.Group] {
	type group = stats.Group
	return []column[group]{
		{field{"by", word, "the column by which the ratees are grouped"}, text(func(*group) string { return by })},
		{field{"value", word, "what the ratees of the group have there; nothing for those of whom no file says it"}, text(func(g *group) string { return g.Value })},
		{field{"item", word, "the item's code; `overall` for the scores over everything"}, text(func(g *group) string { return g.Item })},
		{field{"tier", word, "the framework's word for the item's depth, or `overall`"}, text(func(g *group) string { return g.Tier })},
		{field{"title", prose, "the item's title, else its text; of the scores over everything, the framework's title"}, text(func(g *group) string { return g.Title })},
		{field{"n_ratees", count, "the ratees in the group"}, whole(func(g *group) int { return g.Ratees })},
		{field{"n", count, "those of them who have a score; all that follows is about these"}, whole(func(g *group) int { return g.Scored })},
		{field{"mean", decimal, "the mean of their scores, rounded for display as the policy says"}, func(to []byte, g *group) []byte { return show.scores.Append(to, g.Mean) }},
		{field{"mean_exact", fraction, "the same as it was computed: a whole number or a fraction"}, func(to []byte, g *group) []byte { return g.Mean.Append(to) }},
		{field{"sd", decimal, "the sample standard deviation of their scores (n − 1); nothing of fewer than two"}, func(to []byte, g *group) []byte { return show.scores.Append(to, g.Deviation) }},
	}
}

// levelColumns are the columns of a group's levels.
func levelColumns(show numbers) []column[stats.Level] {
	type level = stats.Level
	return []column[level]{
		{field{"level", mark, "a level of the scale; all of them are listed, lowest first, also those that nobody is on. Nothing where the scores are on no common scale"}, text(func(l *level) string { return l.Code })},
		{field{"label", mark, "the level's label"}, text(func(l *level) string { return l.Label })},
		{field{"n_level", count, "how many scores are on the level: at or above its value, below the next one's"}, whole(func(l *level) int { return l.N })},
		{field{"share", decimal, "n_level as a share of n"}, func(to []byte, l *level) []byte { return show.shares.Append(to, l.Share) }},
		{field{"n_at_least", count, "how many scores are on the level or a higher one"}, whole(func(l *level) int { return l.AtLeast })},
		{field{"share_at_least", decimal, "n_at_least as a share of n"}, func(to []byte, l *level) []byte { return show.shares.Append(to, l.ShareAtLeast) }},
		{field{"low", decimal, "the lower end of the 95 % interval of share_at_least (Wilson's score interval)"}, func(to []byte, l *level) []byte { return show.shares.Append(to, l.Low) }},
		{field{"high", decimal, "its upper end"}, func(to []byte, l *level) []byte { return show.shares.Append(to, l.High) }},
	}
}

// groupLevel is a row of the flat form: a level of a group; one row without a
// level where there is none.
type groupLevel struct {
	group stats.Group
	level *stats.Level
}

// flatColumns are the columns of the flat form.
func flatColumns(by string, show numbers) []column[groupLevel] {
	var out []column[groupLevel]
	for _, c := range groupColumns(by, show) {
		out = append(out, column[groupLevel]{c.field, func(to []byte, r *groupLevel) []byte { return c.append(to, &r.group) }})
	}
	for _, c := range levelColumns(show) {
		out = append(out, column[groupLevel]{c.field, func(to []byte, r *groupLevel) []byte {
			if r.level == nil {
				return to
			}
			return c.append(to, r.level)
		}})
	}
	return out
}

// flat yields the rows of the flat form.
func (r GroupReport) flat() iter.Seq[groupLevel] {
	return func(yield func(groupLevel) bool) {
		for g := range r.Groups {
			if len(g.Levels) == 0 && !yield(groupLevel{g, nil}) {
				return
			}
			for i := range g.Levels {
				if !yield(groupLevel{g, &g.Levels[i]}) {
					return
				}
			}
		}
	}
}

func (r GroupReport) show() numbers { return numbersOf(r.Scores.Result) }

func writeGroupRows(comma rune) func(io.Writer, GroupReport, Options) error {
	return func(w io.Writer, r GroupReport, o Options) error {
		return writeRows(w, table.Dialect{Comma: comma, Excel: o.Excel}, rounded(flatColumns(r.By, r.show())), r.flat())
	}
}

func writeGroupWorkbook(w io.Writer, r GroupReport, _ Options) error {
	return writeWorkbook(w, r.Scores, sheetOf("groups", flatColumns(r.By, r.show()), r.flat()))
}

func writeGroupJSON(w io.Writer, r GroupReport, _ Options) error {
	return writeResultJSON(w, r.Scores, func(s *jsonStream) error {
		return streamList(s, "groups", r.Groups, r.appendGroup(indented(4), indented(8)))
	})
}

func writeGroupLines(w io.Writer, r GroupReport, _ Options) error {
	return streamLines(w, r.Groups, r.appendGroup(onOneLine(), onOneLine()))
}

// appendGroup makes the function that appends a group with its levels, in the
// layouts of the one and the others.
func (r GroupReport) appendGroup(outer, inner jsonLayout) func(line []byte, g *stats.Group) []byte {
	groups, levels := objectOf(outer, groupColumns(r.By, r.show())), objectOf(inner, levelColumns(r.show()))
	before := outer.next + `"levels"` + outer.colon
	return func(line []byte, g *stats.Group) []byte {
		line = append(groups.open(line, g), before...)
		return append(levels.appendList(line, slices.Values(g.Levels)), outer.end...)
	}
}
