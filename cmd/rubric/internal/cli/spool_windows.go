package cli

import (
	"errors"
	"os"
)

// deleteOnClose is FILE_FLAG_DELETE_ON_CLOSE of CreateFile: the system removes
// the file with its last handle, also where the process was killed.
const deleteOnClose = 0x04000000

// unnamed opens a new file such that it ends with its handle: an open file
// cannot lose its name here.
func unnamed(temp *os.File) (*os.File, error) {
	if err := temp.Close(); err != nil {
		return nil, errors.Join(err, os.Remove(temp.Name()))
	}
	return os.OpenFile(temp.Name(), os.O_RDWR|deleteOnClose, 0)
}
