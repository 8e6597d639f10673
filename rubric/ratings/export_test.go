package ratings

// Streaming returns options under which even small files are read in blocks.
func (o Options) Streaming(head, block int) Options {
	o.head, o.block = head, block
	return o
}

// Whole returns options under which all files are read whole.
func (o Options) Whole() Options {
	o.whole = true
	return o
}
