package yamldoc

// Reads reports whether YAML can read a text as it stands, without a repair.
// It costs one pass over the text, where [Parse] may try many.
func Reads(data []byte) bool {
	if _, bad := checkEncoding("", data); bad {
		return false
	}
	return scan(Lines(string(data))).stop == nil
}
