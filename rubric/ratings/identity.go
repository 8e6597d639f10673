package ratings

import (
	"fmt"
)

// checkFramework refuses a file that names another framework or version.
func (r *fileReader) checkFramework(t *table) error {
	for _, c := range []struct {
		role Role
		want string
		what string
	}{{Framework, r.framework.ID, "framework"}, {Version, r.framework.Version, "version"}} {
		i := t.of(c.role)
		if i < 0 || r.options.AllowVersionMismatch {
			continue
		}
		for _, rec := range t.records {
			if i >= len(rec.fields) || clean(rec.fields[i]) == "" || clean(rec.fields[i]) == c.want {
				continue
			}
			return fmt.Errorf("line %d: the column %q names the %s %q, and the framework at hand has %q; --allow-version-mismatch reads it all the same",
				rec.line, t.columns[i].Name, c.what, clean(rec.fields[i]), c.want)
		}
	}
	return nil
}
