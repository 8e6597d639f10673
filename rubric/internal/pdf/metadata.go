package pdf

import (
	"encoding/xml"
	"strings"
)

// metadata is the document's description in XMP (ISO 16684-1), which says that
// it follows PDF/UA-1 (ISO 14289-1, 5). It has no dates: the same document has
// the same bytes.
const metadata = `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`

// writeMetadata writes the description uncompressed, so that programs find it
// without reading PDF.
func (d *Document) writeMetadata() ref {
	filled := strings.NewReplacer(
		"{title}", escaped(d.info.Title),
		"{language}", escaped(d.info.Language),
		"{producer}", escaped(d.info.Producer),
	).Replace(metadata)
	r := d.objects.alloc()
	d.objects.plainStream(r, typed("Metadata").name("Subtype", "XML"), []byte(filled))
	return r
}

func escaped(text string) string {
	var b strings.Builder
	// A builder takes whatever is written.
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}
