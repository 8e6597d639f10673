package cli

import "rubrickit/rubric/report"

// writeSchema describes everything that score puts out.
func (o *scoreOptions) writeSchema() error {
	format, err := pickFormat(o.format, o.output, "table", report.DictionaryFormats())
	if err != nil {
		return err
	}
	return writeProduct(o.env, o.output, report.ScoreDictionary(), format)
}
