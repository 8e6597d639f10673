package markup

// ParseAll is [Parse] without its short way for texts of words alone.
func ParseAll(source string) []Block {
	c := &converter{source: []byte(source)}
	return c.blocks(c.parse())
}
