package ratings

import "rubrickit/rubric/diag"

// The findings of mapping files, besides those of the YAML reader.
const (
	CodeMappingFormat    diag.Code = "mapping-format"
	CodeMappingFramework diag.Code = "mapping-framework"
	CodeMappingRole      diag.Code = "mapping-role"
	CodeMappingItem      diag.Code = "mapping-item"
	CodeMappingLevel     diag.Code = "mapping-level"
	CodeMappingTwice     diag.Code = "mapping-twice"
	CodeMappingValue     diag.Code = "mapping-value"
)

// MappingCodes lists the findings of mapping files.
func MappingCodes() []diag.Code {
	return []diag.Code{
		CodeMappingFormat, CodeMappingFramework, CodeMappingRole, CodeMappingItem, CodeMappingLevel, CodeMappingTwice, CodeMappingValue,
	}
}
