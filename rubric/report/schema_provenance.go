package report

// asWritten is a part of a policy, in the form that the policy's file gives it.
var (
	asWritten     = kind{name: "as in the policy", free: true}
	whereItIsSaid = kind{name: "as in the policy", free: true, omitted: true}
)

// provenanceStructure describes what scores are made of.
func provenanceStructure() structure {
	return structure{name: "provenance", about: "what the scores are made of, also with --provenance FILE", single: true, within: []structure{
		{name: "framework", about: "the framework", single: true, fields: []field{
			{"id", word, "the framework's id"},
			{"version", word, "its version; nothing where it has none"},
			{"sha256", word, "the SHA-256 of its file, in hexadecimal"},
			{"fingerprint", word, "what tells one content of the framework from another, however its file is laid out"},
		}},
		{name: "policy", about: "the policy, as it made the numbers", single: true, fields: []field{
			{"id", word, "the policy's id"},
			{"title", word, "what it calls itself; nothing where it does not say"},
			{"sha256", word, "the SHA-256 of its file, in hexadecimal"},
			{"source", whereItIsSaid, "where its rule is published, and what it leaves out of it; left out where the file does not say"},
			{"stages", asWritten, "the stages, in order; the default's where the file gives none"},
			{"bands", whereItIsSaid, "the bands; left out where there are none"},
			{"rules", whereItIsSaid, "the rules; left out where there are none"},
			{"round", whereItIsSaid, "how numbers are rounded; left out where the file does not say"},
		}},
		{name: "mapping", about: "the mapping by which the files were read; left out where none was given", single: true, omitted: true, fields: []field{
			{"file", word, "the file's name, as it was given"},
			{"sha256", word, "the SHA-256 of the file, in hexadecimal"},
		}},
		{name: "tool", about: "the program", single: true, fields: []field{
			{"name", word, "the program's name"},
			{"version", word, "its version"},
		}},
		{name: "inputs", about: "the files of ratings", fields: []field{
			{"file", word, "the file's name, as it was given"},
			{"sha256", word, "the SHA-256 of the file, in hexadecimal"},
			{"bytes", count, "its size"},
			{"rows", count, "the records read from it"},
			{"rejects", count, "the rejects among them"},
		}},
		{name: "ledger", about: "what became of every cell that was read; the first count is the sum of the others", single: true, fields: []field{
			{"cells", count, "the cells that hold, or could hold, a rating"},
			{"rated", count, "those with a level"},
			{"not_applicable", count, "those marked as not applicable"},
			{"not_observed", count, "those marked as not observed"},
			{"missing", count, "those left blank"},
			{"rejected", count, "those that could not be taken"},
		}},
	}}
}
