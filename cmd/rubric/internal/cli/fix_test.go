package cli_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"rubrickit/cmd/rubric/internal/cli"
)

// A file in UTF-16 is found in a folder, and written again as UTF-8.
func TestFixUTF16InFolder(t *testing.T) {
	const text = "rubric: v1\nid: x\ntitle: École\nsource: {title: constructed, rights: none}\nscale: yes-no\nitems: {a: A, b: B}\n"
	data := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(text)) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	file := filepath.Join(t.TempDir(), "x.yaml")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	code := cli.Run(context.Background(), []string{"validate", "--fix", filepath.Dir(file)}, cli.Env{Stdout: &out, Stderr: &out, Width: 80})
	got, err := os.ReadFile(file)
	if err != nil || string(got) != text || code != 0 || !strings.Contains(out.String(), "fixed[not-utf8]") {
		t.Errorf("exit code %d, %v, the file holds %q:\n%s", code, err, got, out.String())
	}
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the file may now be read by others: %v, %v", info.Mode(), err)
	}
}
