package adopt

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// mostUnpacked bounds what the parts of a file unpack to, all together.
const mostUnpacked = 32 << 20

// parts are the files within an Office file (ECMA-376, Open Packaging
// Conventions). They unpack from one budget.
type parts struct {
	files  map[string]*zip.File
	budget int64
}

// isPackage tells an Office file by the folder of its main part.
func isPackage(folder string) func(string, []byte) bool {
	return func(_ string, data []byte) bool {
		p, err := openParts(data)
		if err != nil {
			return false
		}
		for name := range p.files {
			if strings.HasPrefix(name, folder) {
				return true
			}
		}
		return false
	}
}

func openParts(data []byte) (*parts, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	p := &parts{files: map[string]*zip.File{}, budget: mostUnpacked}
	for _, f := range z.File {
		p.files[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	return p, nil
}

// visitor takes the tags and texts of a part. Names have no prefix: the two
// editions of the standard differ in their namespaces only.
type visitor interface {
	open(xml.StartElement)
	text(string)
	close(name string)
}

// visit reads a part from its beginning to its end; one that is not there has
// nothing in it.
func (p *parts) visit(name string, v visitor) error {
	f := p.files[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	from, err := f.Open()
	if err != nil {
		return fmt.Errorf("the part %s cannot be unpacked: %w", name, err)
	}
	defer from.Close() // read to its end, or not needed any more
	if err := visitXML(&unpacking{from, &p.budget}, v); err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	return nil
}

// deepest is how deep elements may stand in each other.
const deepest = 256

func visitXML(from io.Reader, v visitor) error {
	d := xml.NewDecoder(from)
	for depth := 0; ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if errors.Is(err, io.EOF) {
			return errors.New("it ends in the middle: is the file complete?")
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return fmt.Errorf("its elements stand more than %d deep in each other", deepest)
			}
			v.open(t)
		case xml.EndElement:
			if depth--; depth < 0 {
				return fmt.Errorf("it closes %s, which is not open", t.Name.Local)
			}
			v.close(t.Name.Local)
		case xml.CharData:
			v.text(string(t))
		case xml.Directive:
			return errors.New("it has a document type, which no Office file needs; it is not read")
		}
	}
}

// unpacking reads until the budget is spent.
type unpacking struct {
	from   io.Reader
	budget *int64
}

// Read implements [io.Reader].
func (u *unpacking) Read(p []byte) (int, error) {
	if *u.budget <= 0 {
		return 0, fmt.Errorf("the file unpacks to more than %d MiB and is not read further", mostUnpacked>>20)
	}
	n, err := u.from.Read(p[:min(int64(len(p)), *u.budget)])
	*u.budget -= int64(n)
	return n, err
}

// attr is an attribute by its name without a prefix; "" where there is none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isOn reads a switch of WordprocessingML: an element without a value is on.
func isOn(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// links are the parts that a part names, by their id and by the last word of
// their type.
type links map[string]string

func (p *parts) links(of string) (links, error) {
	folder, file := path.Split(of)
	l := &linkReader{folder: folder, links: links{}}
	return l.links, p.visit(folder+"_rels/"+file+".rels", l)
}

// main is the main part, and the parts that it names.
func (p *parts) main() (string, links, error) {
	root, err := p.links("")
	if err != nil {
		return "", nil, err
	}
	name := root["type:officeDocument"]
	named, err := p.links(name)
	return name, named, err
}

type linkReader struct {
	folder string
	links  links
}

func (l *linkReader) open(e xml.StartElement) {
	if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
		return
	}
	target := attr(e, "Target")
	if absolute, ok := strings.CutPrefix(target, "/"); ok {
		target = path.Clean(absolute)
	} else {
		target = path.Join(l.folder, target)
	}
	l.links[attr(e, "Id")] = target
	l.links["type:"+path.Base(attr(e, "Type"))] = target
}

func (*linkReader) text(string)  {}
func (*linkReader) close(string) {}
