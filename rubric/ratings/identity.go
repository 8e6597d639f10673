package ratings

import (
	"errors"
	"fmt"
	"strings"
)

// checkFramework refuses a file that names another framework, version or
// fingerprint, or notes it where that is allowed.
func (r *fileReader) checkFramework(t *table) error {
	fingerprint := ""
	if t.of(Print) >= 0 { // it is long to work out, and asked for each record of a big file
		fingerprint = r.framework.Fingerprint()
	}
	return errors.Join(
		r.checkName(t, Framework, r.framework.ID),
		r.checkName(t, Version, r.framework.Version),
		r.checkName(t, Print, fingerprint),
	)
}

// checkName holds a column against the name that it should have throughout. A
// fingerprint may be given by its first characters, as forms print it.
func (r *fileReader) checkName(t *table, role Role, want string) error {
	i := t.of(role)
	if i < 0 {
		return nil
	}
	for _, rec := range t.records {
		said := clean(rec.at(i))
		if said == "" || said == want || role == Print && strings.HasPrefix(want, strings.ToLower(said)) {
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
