package ratings

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// columns reads `columns`: the name of a column → its role, or `ignore`.
func (r *mappingReader) columns(n *yamldoc.Node) {
	r.m.columns = r.lines(n, "`columns`", map[string]diag.Span{}, clean, func(n *yamldoc.Node, line *mapped) {
		if n.Kind == yamldoc.Map {
			r.remark(n, line)
			return
		}
		line.means = r.role(n, append(Roles(), ignored))
	})
	r.m.byName, r.m.byRole = map[string]*mapped{}, map[Role]*mapped{}
	for i := range r.m.columns {
		line := &r.m.columns[i]
		r.m.byName[clean(line.name.text)] = line
		r.takeRole(line)
	}
}

// takeRole gives a role to its column, unless any number of columns may have it.
func (r *mappingReader) takeRole(line *mapped) {
	role := Role(line.means.text)
	if role == "" || role == ignored || rowOf(role).many {
		return
	}
	if other := r.m.byRole[role]; other != nil {
		r.twice(line.means.at, other.means.at, "two columns are to be the %s: %q and %q", role, other.name.text, line.name.text)
		return
	}
	r.m.byRole[role] = line
}

// remark reads the column of the comments on one item: {role: comment, item: CODE}.
func (r *mappingReader) remark(n *yamldoc.Node, line *mapped) {
	r.Object(n, "the column", []yamldoc.Field{
		{Name: "role", Required: true, Read: func(n *yamldoc.Node) { line.means = r.role(n, []string{string(Remark)}) }},
		{Name: "item", Required: true, Read: func(n *yamldoc.Node) { line.item = r.token(n, "the column's `item`") }},
	}, nil)
}

// role reads one of the allowed roles; its text is "" when it is none.
func (r *mappingReader) role(n *yamldoc.Node, allowed []string) token {
	t := r.token(n, "the role")
	if t.text != "" && !slices.Contains(allowed, t.text) {
		hint := "write one of: " + strings.Join(allowed, ", ")
		if meant := meantRole(t.text, allowed); meant != "" {
			hint = fmt.Sprintf("did you mean %q? %s", meant, hint)
		}
		r.Report(n.Span, CodeMappingRole, hint, "there is no role %q here", t.text)
		t.text = ""
	}
	return t
}

// meantRole is the allowed word that was probably meant by another one: the role
// whose usual name it is, else one that is spelt nearly so.
func meantRole(text string, allowed []string) string {
	for _, row := range roles {
		if row.rank(text) >= 0 && slices.Contains(allowed, string(row.role)) {
			return string(row.role)
		}
	}
	return diag.Nearest(text, allowed)
}

// items reads `items`: the name of a column, or the text of a cell that names
// an item → the item's code, or `ignore`.
func (r *mappingReader) items(n *yamldoc.Node) {
	r.m.items = r.lines(n, "`items`", map[string]diag.Span{}, clean, func(n *yamldoc.Node, line *mapped) {
		line.means = r.token(n, "the item's code, or ignore")
	})
}

// set reads `set`: a role → its value where the files have none.
func (r *mappingReader) set(n *yamldoc.Node) {
	r.m.set = map[Role]string{}
	r.lines(n, "`set`", map[string]diag.Span{}, clean, func(n *yamldoc.Node, line *mapped) {
		value := r.Word(n, "the value of "+line.name.text)
		if !slices.Contains(settable(), line.name.text) {
			hint := diag.Suggest(line.name.text, settable(), "write one of: "+strings.Join(settable(), ", "))
			r.Report(line.name.at, CodeMappingRole, hint, "%q is no role that can be the same for a whole file", line.name.text)
			return
		}
		r.m.set[Role(line.name.text)] = value
	})
}

// lines reads a map whose keys are texts of the files. Two keys that are one
// text, by key, are a finding; first are the texts that stand elsewhere.
func (r *mappingReader) lines(n *yamldoc.Node, what string, first map[string]diag.Span, key func(string) string, read func(*yamldoc.Node, *mapped)) []mapped {
	if n.IsEmpty() {
		return nil // all its lines may be comments
	}
	var out []mapped
	for _, p := range r.Map(n, what) {
		line := mapped{name: token{p.Key.Value, p.Key.Span}}
		name := key(line.name.text)
		if name == "" {
			r.Report(p.Key.Span, CodeMappingValue, "write the text as the files have it", "a line of %s has no text", what)
			continue
		}
		if other, taken := first[name]; taken {
			r.twice(p.Key.Span, other, "%q is told twice", line.name.text)
			continue
		}
		first[name] = p.Key.Span
		read(p.Value, &line)
		out = append(out, line)
	}
	return out
}

func (r *mappingReader) twice(at, first diag.Span, format string, args ...any) {
	r.Report(at, CodeMappingTwice, "keep one of the two", format, args...)
	last := &r.Findings[len(r.Findings)-1]
	last.Related = []diag.Related{{Span: first, Message: "first here"}}
}

// column is the line about a column of this name; nil where there is none.
func (m *Mapping) column(name string) *mapped {
	if m == nil {
		return nil
	}
	return m.byName[clean(name)]
}

// hasColumn reports whether the mapping gives a role to a column of its own.
func (m *Mapping) hasColumn(role Role) bool { return m != nil && m.byRole[role] != nil }

// needed are the lines about columns that files must have. Where a column
// names the items, the names of items stand in cells, not in the header.
func (m *Mapping) needed(itemColumn bool) []mapped {
	if m == nil {
		return nil
	}
	out := slices.Clone(m.columns)
	if !itemColumn {
		out = append(out, m.items...)
	}
	return slices.DeleteFunc(out, mapped.isIgnored)
}

// fillSet are the values of roles, those that the caller set outranking the
// mapping's.
func (m *Mapping) fillSet(set map[Role]string) map[Role]string {
	out := map[Role]string{}
	maps.Copy(out, m.set)
	maps.Copy(out, set)
	return out
}
