package crosswalk

import "rubrickit/rubric/diag"

// The findings of crosswalk files, besides those of the YAML reader.
const (
	CodeFormat        diag.Code = "crosswalk-format"
	CodeTable         diag.Code = "crosswalk-table"
	CodeFramework     diag.Code = "crosswalk-framework"
	CodeItem          diag.Code = "crosswalk-item"
	CodePair          diag.Code = "crosswalk-pair"
	CodeRelation      diag.Code = "crosswalk-relation"
	CodeValue         diag.Code = "crosswalk-value"
	CodeTwice         diag.Code = "crosswalk-twice"
	CodeContradiction diag.Code = "crosswalk-contradiction"
	CodeStale         diag.Code = "crosswalk-stale"
)

// Codes lists the findings of this package.
func Codes() []diag.Code {
	return []diag.Code{
		CodeFormat, CodeTable, CodeFramework, CodeItem, CodePair, CodeRelation, CodeValue, CodeTwice,
		CodeContradiction, CodeStale,
	}
}
