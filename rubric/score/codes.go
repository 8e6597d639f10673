package score

import "rubrickit/rubric/diag"

// The findings of policy files, besides those of the YAML reader.
const (
	CodeFormat         diag.Code = "policy-format"
	CodeID             diag.Code = "policy-id"
	CodeNumber         diag.Code = "policy-number"
	CodeWord           diag.Code = "policy-word"
	CodeFramework      diag.Code = "policy-framework"
	CodeLevel          diag.Code = "policy-level"
	CodeParameter      diag.Code = "stage-parameter"
	CodeTwice          diag.Code = "stage-twice"
	CodeOrder          diag.Code = "stage-order"
	CodeDimension      diag.Code = "unknown-dimension"
	CodeUnknownWeight  diag.Code = "unknown-weight"
	CodeUnlistedWeight diag.Code = "unlisted-weight"
	CodeWeightsTotal   diag.Code = "weights-total"
	CodeWeightsRange   diag.Code = "weights-range"
	CodeCuts           diag.Code = "band-cuts"
	CodeUnknownBand    diag.Code = "unknown-band"
	CodeRuleShape      diag.Code = "rule-shape"
	CodeRuleReach      diag.Code = "rule-reach"
)

// CodeAmbiguousLatest is the code of rejects of two different ratings of one
// occasion that is written in two ways, so that neither is the latest. It
// shows only when the occasions are put in order, after reading.
const CodeAmbiguousLatest diag.Code = "ambiguous-latest"

// Codes lists the findings of this package, and its reason for rejects.
func Codes() []diag.Code {
	return []diag.Code{
		CodeFormat, CodeID, CodeNumber, CodeWord, CodeFramework, CodeLevel, CodeParameter, CodeTwice, CodeOrder,
		CodeDimension, CodeUnknownWeight, CodeUnlistedWeight, CodeWeightsTotal, CodeWeightsRange, CodeCuts,
		CodeUnknownBand, CodeRuleShape, CodeRuleReach, CodeAmbiguousLatest,
	}
}
