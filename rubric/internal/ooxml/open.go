package ooxml

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// A file may inflate to so many bytes whatever its size, and beyond that to so
// many times its size. Sheets of single digits stay far below; what a bomb
// inflates to does not.
const (
	inflatedAlways = 16 << 20
	inflatedRatio  = 200
	mostParts      = 10_000
)

// Package is an Office file (ECMA-376, Open Packaging Conventions): a ZIP file
// whose parts are read one by one. They inflate from one budget.
type Package struct {
	files    map[string]*zip.File // by their name in lower case
	budget   int64                // bytes that may still be inflated
	tooLarge error                // what reading a bomb ends in
}

// OpenPackage opens a file of so many bytes. The error says why it is no ZIP file
// that can be read.
func OpenPackage(data io.ReaderAt, size int64) (*Package, error) {
	z, err := zip.NewReader(data, size)
	if err != nil {
		return nil, fmt.Errorf("it cannot be read as a ZIP file (%w): is it complete?", err)
	}
	if len(z.File) > mostParts {
		return nil, fmt.Errorf("it has %d parts; an Office file has a few dozen, and at most %d are read", len(z.File), mostParts)
	}
	p := &Package{
		files: map[string]*zip.File{}, budget: inflatedAlways + inflatedRatio*size,
		tooLarge: fmt.Errorf("the file unpacks to more than %d times its size and is not read further", inflatedRatio),
	}
	for _, f := range z.File {
		p.files[partKey(f.Name)] = f
	}
	return p, nil
}

// Bound lets the parts inflate to so many bytes in all, whatever the file's size.
func (p *Package) Bound(most int64) {
	p.budget, p.tooLarge = most, fmt.Errorf("the file unpacks to more than %d MiB and is not read further", most>>20)
}

// partKey is the same for the ways in which programs write the name of a part.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// HasFolder reports whether a part lies in a folder, whose name ends in a slash.
func (p *Package) HasFolder(folder string) bool {
	for name := range p.files {
		if strings.HasPrefix(name, folder) {
			return true
		}
	}
	return false
}

// Has reports whether there is a part of that name.
func (p *Package) Has(name string) bool { return p.files[partKey(name)] != nil }

// Scan reads a part of XML from its beginning to its end.
func (p *Package) Scan(name string, h Handler) error {
	f := p.files[partKey(name)]
	if f == nil {
		return fmt.Errorf("the file names the part %s and does not have it: is it complete?", name)
	}
	part, err := f.Open()
	if err != nil {
		return fmt.Errorf("the part %s cannot be unpacked: %w", name, err)
	}
	err = scanXML(&bounded{part, p}, h)
	if err = errors.Join(err, part.Close()); err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	return nil
}

// bounded reads until the budget is spent.
type bounded struct {
	from io.Reader
	of   *Package
}

// Read reads, as far as the bound allows.
func (b *bounded) Read(p []byte) (int, error) {
	if b.of.budget <= 0 {
		return 0, b.of.tooLarge
	}
	n, err := b.from.Read(p[:min(int64(len(p)), b.of.budget)])
	b.of.budget -= int64(n)
	return n, err
}

// Links are the links of a part to others, by their id.
type Links map[string]link

// link leads from one part to another.
type link struct{ kind, target string }

// Main is the name of the main part, and the links that it has; the name is ""
// where the file names none.
func (p *Package) Main() (string, Links, error) {
	top, err := p.links("")
	if err != nil {
		return "", nil, err
	}
	main := top.OfKind("officeDocument")
	if main == "" {
		return "", nil, nil
	}
	links, err := p.links(main)
	return main, links, err
}

// links reads the links of a part, "" being the package itself. A part without
// any has none. The kind of a link is the last word of its type, since the two
// editions of the standard differ in what stands before it.
func (p *Package) links(of string) (Links, error) {
	out := Links{}
	folder, file := path.Split(of)
	name := folder + "_rels/" + file + ".rels"
	if !p.Has(name) {
		return out, nil
	}
	err := p.Scan(name, Handler{Open: func(e Element) error {
		if e.Name() == "Relationship" && e.Attr("TargetMode") != "External" {
			out[e.Attr("Id")] = link{path.Base(e.Attr("Type")), resolve(folder, e.Attr("Target"))}
		}
		return nil
	}})
	return out, err
}

// resolve is the name of a part that is given from a folder.
func resolve(folder, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(folder, target)
}

// OfKind is the target of the first link of a kind; "" where there is none.
func (l Links) OfKind(kind string) string {
	if all := l.allOf(kind); len(all) > 0 {
		return all[0]
	}
	return ""
}

// allOf are the targets of all links of a kind, in order.
func (l Links) allOf(kind string) []string {
	var out []string
	for _, link := range l {
		if link.kind == kind {
			out = append(out, link.target)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
