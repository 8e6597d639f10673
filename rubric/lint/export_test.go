package lint

// WithoutEnding lets a test see which words are read as one.
var WithoutEnding = withoutEnding
