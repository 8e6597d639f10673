package adopt

import (
	"bytes"

	"rubrickit/rubric/internal/ooxml"
)

// mostUnpacked bounds what the parts of a file unpack to, all together.
const mostUnpacked = 32 << 20

// isOffice tells an Office file by the folder of its main part.
func isOffice(folder string) func(string, []byte) bool {
	return func(_ string, data []byte) bool {
		p, err := openPackage(data)
		return err == nil && p.HasFolder(folder)
	}
}

func openPackage(data []byte) (*ooxml.Package, error) {
	p, err := ooxml.OpenPackage(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	p.Bound(mostUnpacked)
	return p, nil
}
