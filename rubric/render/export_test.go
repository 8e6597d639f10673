package render

// SaveHint is what a PDF form says about saving, in a language.
func SaveHint(language string) string { return saveHints[language] }
