package ratings

import "rubrickit/rubric"

// Streaming returns options under which even small files are read in blocks.
func (o Options) Streaming(head, block int) Options {
	o.head, o.block = head, block
	return o
}

// Keeping returns options under which few rejects are kept while nothing fits.
func (o Options) Keeping(rejects int) Options {
	o.kept = rejects
	return o
}

// Whole returns options under which all files are read whole.
func (o Options) Whole() Options {
	o.whole = true
	return o
}

// InBlocks reports whether a file is read in blocks.
func InBlocks(f *rubric.Framework, o Options, file File) bool {
	o, err := o.settled(f)
	if err != nil {
		return false
	}
	done, err := newSession(f, o).streamed(file)
	return done && err == nil
}

// ByObjects reports whether a file of objects is read one by one.
func ByObjects(f *rubric.Framework, o Options, file File) bool {
	done, err := newSession(f, o).streamedObjects(file)
	return done && err == nil
}

// Witnessed reports whether a file is inspected in blocks.
func Witnessed(f *rubric.Framework, o Options, file File) bool {
	o.witness = &witness{}
	_, _, err := Read(f, []File{file}, o)
	return err == nil && o.witness.blocks != nil
}
