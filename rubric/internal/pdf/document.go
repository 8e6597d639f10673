// Package pdf writes documents that people read, hear, print and fill in: PDF
// 1.7 (ISO 32000-1) that follows PDF/UA-1 (ISO 14289-1). Whatever is drawn
// belongs to an element of the document's structure or is an artifact, every
// font is embedded, and every field has a label. It knows nothing about
// rubrics.
//
// Places on a page are in points, a 72nd of an inch, from its top left corner.
package pdf

import (
	"slices"
	"strconv"
)

// Info says what a document is.
type Info struct {
	Title    string
	Language string // BCP 47 tag
	Producer string // the program that writes it
	// Extra are entries of the information dictionary under keys of our own.
	Extra []Entry
}

// Entry is a key and its text.
type Entry struct{ Key, Text string }

// Document is a document that is being written.
type Document struct {
	info      Info
	objects   *objects
	catalog   ref
	tree      ref // the root of the structure
	pageTree  ref
	pages     []*Page
	fonts     []*Font
	images    []*Image
	root      *Tag
	tags      []*Tag
	parents   []parentEntry
	fields    []fieldObject
	entryFont ref
	forms     map[string]ref // appearances by what they draw
	bookmarks []bookmark
	done      finished
	late      []lateField
}

// New starts a document.
func New(info Info) *Document {
	d := &Document{info: info, objects: newObjects(), forms: map[string]ref{}}
	d.catalog, d.tree, d.pageTree = d.objects.alloc(), d.objects.alloc(), d.objects.alloc()
	d.root = d.newTag(nil, "Document")
	return d
}

// Root is the element that all others stand in.
func (d *Document) Root() *Tag { return d.root }

// Pages returns the pages of the present part so far, in order.
func (d *Document) Pages() []*Page { return d.pages }

// Bytes ends the document and returns its file. Nothing may be drawn after.
func (d *Document) Bytes() []byte {
	d.finish()
	return d.objects.out.Bytes()
}

// finish writes what is left, what the whole document shares, and the end.
func (d *Document) finish() { d.objects.finish(d.end()) }

// end writes everything but the end itself, and returns where reading starts.
func (d *Document) end() (catalog, info ref) {
	for _, f := range d.fonts {
		f.write()
	}
	for _, p := range d.pages {
		p.write()
	}
	d.writePageTree()
	d.writeTags()
	form := d.writeForm()
	outline := d.writeOutline()
	root := typed("Catalog").ref("Pages", d.pageTree).text("Lang", d.info.Language).
		dict("MarkInfo", newDict().bool("Marked", true)).ref("StructTreeRoot", d.tree).
		dict("ViewerPreferences", newDict().bool("DisplayDocTitle", true)).ref("Metadata", d.writeMetadata())
	if form != 0 {
		root.ref("AcroForm", form)
	}
	if outline != 0 {
		root.ref("Outlines", outline)
	}
	d.objects.put(d.catalog, root.bytes())
	return d.catalog, d.writeInfo()
}

func (d *Document) writePageTree() {
	kids := slices.Clone(d.done.pages)
	for _, p := range d.pages {
		kids = append(kids, p.ref)
	}
	tree := typed("Pages").int("Count", len(kids)).refs("Kids", kids)
	d.objects.put(d.pageTree, tree.bytes())
}

func (d *Document) writeInfo() ref {
	info := newDict().text("Title", d.info.Title).text("Producer", d.info.Producer)
	for _, e := range d.info.Extra {
		info.text(e.Key, e.Text)
	}
	return d.objects.add(info)
}

// resourceName is the name of the n-th resource of a kind.
func resourceName(prefix string, n int) string { return prefix + strconv.Itoa(n+1) }
