package form_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/form"
)

// A box's name gives its item and its choice back, and its tag fits into a document
// and belongs to no other name.
func TestBoxNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code, cell := codes().Draw(t, "code"), codes().Draw(t, "cell")
		if rapid.Bool().Draw(t, "long") {
			code = strings.Repeat("é", 40) + code
		}
		name := form.BoxName(code, cell)
		if c, l, ok := form.CutBoxName(name); !ok || c != code || l != cell {
			t.Fatalf("%q came back as %q %q (%t)", name, c, l, ok)
		}
		other := form.BoxName(code+"a", cell)
		if tag := form.Tag(name); len(tag) > 64 || tag == form.Tag(other) || strings.Contains(tag, form.CutTag) != (tag != name) {
			t.Fatalf("%q has the tag %q", name, tag)
		}
	})
	for _, name := range []string{"rate_1", "rate_1.", "ratee.1", "rate_a.b.c", "comment_1.1"} {
		if code, cell, ok := form.CutBoxName(name); ok && name != "rate_1." {
			t.Errorf("%q gave %q %q", name, code, cell)
		}
	}
}

// An identity comes back from its JSON; what lacks an id or a fingerprint is none.
func TestIdentityJSON(t *testing.T) {
	want := form.Identity{ID: "x", Version: "1", Fingerprint: "0f"}
	if got, ok := form.ParseIdentity(want.JSON()); !ok || got != want {
		t.Errorf("%+v %t", got, ok)
	}
	for _, text := range []string{"", "{}", `{"framework":"x"}`, `{"framework":1,"fingerprint":"a"}`, "x"} {
		if _, ok := form.ParseIdentity(text); ok {
			t.Errorf("%q is an identity", text)
		}
	}
}
