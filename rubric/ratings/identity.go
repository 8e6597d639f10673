package ratings

import (
	"errors"
	"fmt"
	"strings"
)

// checkFramework refuses a file that names another framework, version or
// fingerprint, or notes it where that is allowed.
func (r *fileReader) checkFramework(t *table) error {
	return errors.Join(r.checkName(t, Framework), r.checkName(t, Version), r.checkName(t, Print))
}

// checkName holds a column against the name that it should have throughout.
func (r *fileReader) checkName(t *table, role Role) error {
	i := t.of(role)
	if i < 0 {
		return nil
	}
	want := r.nameFor(role)
	for _, rec := range t.records {
		said := clean(rec.at(i))
		if agrees(role, said, want) {
			continue
		}
		message := fmt.Sprintf("line %d: the column %q names the %s %q, and the framework at hand has %q", rec.lineOf(i), t.columns[i].Name, role, cut(said, 60), want)
		if r.options.AllowVersionMismatch {
			r.note("%s; read all the same", message)
			return nil
		}
		return fmt.Errorf("%s; --allow-version-mismatch reads it all the same", message)
	}
	return nil
}

// nameFor is what the framework has for a role that names it.
func (r *fileReader) nameFor(role Role) string {
	switch role {
	case Framework:
		return r.framework.ID
	case Version:
		return r.framework.Version
	default:
		return r.print
	}
}

// agrees reports whether a file says nothing, or what the framework has. A
// fingerprint may be given by its first characters, as forms print it.
func agrees(role Role, said, want string) bool {
	return said == "" || said == want || role == Print && strings.HasPrefix(want, strings.ToLower(said))
}
