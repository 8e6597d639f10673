package ratings

import (
	"fmt"
	"strings"
)

// identity is a column that names the framework, and what it must say.
type identity struct {
	role Role
	what string
	want string
}

// checkFramework refuses a file that names another framework, version or
// fingerprint. A fingerprint may be given by its first characters, as forms
// print it.
func (r *fileReader) checkFramework(t *table) error {
	if r.options.AllowVersionMismatch {
		return nil
	}
	for _, id := range []identity{
		{Framework, "framework", r.framework.ID},
		{Version, "version", r.framework.Version},
		{Print, "fingerprint", r.framework.Fingerprint()},
	} {
		if i := t.of(id.role); i >= 0 {
			if err := t.checkIdentity(i, id); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *table) checkIdentity(column int, id identity) error {
	for _, rec := range t.records {
		if column >= len(rec.fields) {
			continue
		}
		said := clean(rec.fields[column])
		if said == id.want || said == "" || id.role == Print && strings.HasPrefix(id.want, strings.ToLower(said)) {
			continue
		}
		return fmt.Errorf("line %d: the column %q names the %s %q, and the framework at hand has %q; --allow-version-mismatch reads it all the same",
			rec.line, t.columns[column].Name, id.what, said, id.want)
	}
	return nil
}
