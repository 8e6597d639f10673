//go:build !windows

package cli

import "os"

// unnamed takes a new file its name, so that it ends with its last handle.
func unnamed(temp *os.File) (*os.File, error) { return temp, os.Remove(temp.Name()) }
