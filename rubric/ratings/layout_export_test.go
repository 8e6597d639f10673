package ratings

// Layouts lists the producers whose headers are known, for the test that
// there is a file of each.
func Layouts() []string {
	var names []string
	for _, l := range layouts() {
		names = append(names, l.name)
	}
	return names
}
