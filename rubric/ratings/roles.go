package ratings

import (
	"slices"
	"strings"
)

// Role is what a column is about, besides the items of a wide file.
type Role string

// The roles of columns.
const (
	Ratee     Role = "ratee"
	Rater     Role = "rater"
	Group     Role = "group"
	Occasion  Role = "occasion"
	ItemRole  Role = "item"
	Value     Role = "rating"
	Remark    Role = "comment"
	RemarkOn  Role = "comment_on" // the item that the comments of a row are on, where that has no rating
	Framework Role = "framework"
	Version   Role = "version"
	Print     Role = "fingerprint"
)

// role is a row of the table of roles: the usual names of its column. They
// stand in ranks: a column whose name is of an earlier rank comes before all
// of a later one (an id before a name), and two of one rank are an error.
type role struct {
	role  Role
	ranks [][]string
	many  bool // any number of columns may have it
}

// roles are the roles with the headers by which they are found, in any case
// and with spaces, underscores or hyphens. The time at which a form was sent
// (timestamp, submitted) is no occasion: it is not when something was seen.
var roles = []role{
	{role: Ratee, ranks: [][]string{
		{"ratee id", "person id", "employee id", "staff id", "leader id", "teacher id", "principal id", "participant id", "candidate id", "student id"},
		{"ratee", "ratee name", "person rated", "person", "name", "full name", "leader", "teacher", "principal", "employee", "participant", "candidate", "educator", "subject"},
	}},
	{role: Rater, ranks: [][]string{
		{"rater id", "observer id", "evaluator id", "reviewer id", "assessor id"},
		{"rater", "rater name", "rated by", "observer", "observer name", "evaluator", "reviewer", "assessor", "appraiser", "coach"},
	}},
	{role: Group, ranks: [][]string{{"group", "rater group", "rater type", "rater role", "relationship", "role"}}},
	{role: Occasion, ranks: [][]string{{
		"occasion", "date", "observation date", "date of observation", "rating date", "date of rating", "period", "term", "semester", "round", "wave", "cycle",
	}}},
	{role: ItemRole, ranks: [][]string{
		{"item id", "item code", "indicator id", "indicator code", "criterion id", "criterion code", "code"},
		{"item", "indicator", "criterion"},
		{"statement", "standard", "competency", "element", "component", "behavior", "behaviour"},
	}},
	{role: Value, ranks: [][]string{{"rating", "score", "level", "value", "answer", "response", "mark"}}},
	{role: Remark, many: true, ranks: [][]string{{
		"comment", "comments", "note", "notes", "remark", "remarks", "evidence", "feedback", "rationale",
	}}},
	{role: RemarkOn, ranks: [][]string{{"comment on", "comment item"}}},
	{role: Framework, ranks: [][]string{{"framework", "framework id"}}},
	{role: Version, ranks: [][]string{{"version", "framework version"}}},
	{role: Print, ranks: [][]string{{"fingerprint", "framework fingerprint"}}},
}

// Roles lists the roles that a column can be told to have.
func Roles() []string {
	var names []string
	for _, r := range roles {
		names = append(names, string(r.role))
	}
	return names
}

// rowOf is the row of a role.
func rowOf(r Role) role {
	return roles[slices.IndexFunc(roles, func(row role) bool { return row.role == r })]
}

// rank is the rank of a column's name in a role; -1 where it is no name of it.
func (r role) rank(name string) int {
	key := roleKey(name)
	return slices.IndexFunc(r.ranks, func(names []string) bool { return slices.Contains(names, key) })
}

// roleKey is the same for the usual spellings of a role: "Rater_ID:".
func roleKey(name string) string {
	spaced := strings.Map(func(c rune) rune {
		if strings.ContainsRune("_-.", c) {
			return ' '
		}
		return c
	}, name)
	return strings.TrimRight(plainKey(spaced), " :?*")
}
