package rubric

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Fingerprint is the identity of a framework that ratings depend on: a
// SHA-256, in hexadecimal, of its id, version, codes and levels. Comments,
// line endings, texts and labels do not change it; a code, a level's code or
// value, or what is rated does.
func (f *Framework) Fingerprint() string {
	var b strings.Builder
	fmt.Fprintf(&b, "rubric v1 %q %q\n", f.ID, f.Version)
	for it := range f.All() {
		fmt.Fprintf(&b, "%d %q %t", it.depth, it.Code, it.IsRated())
		if it.IsRated() && it.Scale != nil {
			b.WriteString(it.Scale.identity())
		}
		b.WriteByte('\n')
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:])
}

// ShortFingerprint is the part of the fingerprint that is printed on forms.
func (f *Framework) ShortFingerprint() string { return f.Fingerprint()[:8] }

// identity writes the codes and values of a scale in a canonical form.
func (s *Scale) identity() string {
	var b strings.Builder
	fmt.Fprintf(&b, " step=%s", s.Step.Rat().RatString())
	for _, l := range s.Levels {
		fmt.Fprintf(&b, " %q=%s", l.Code, l.Value.Rat().RatString())
		if l.From != nil {
			fmt.Fprintf(&b, "<%s", l.From.Rat().RatString())
		}
	}
	return b.String()
}
