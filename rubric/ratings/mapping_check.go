package ratings

import (
	"fmt"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// Check holds the mapping against a framework: every item and level that it
// names must be there. A mapping made for another version of the framework is
// a warning.
func (m *Mapping) Check(f *rubric.Framework) diag.List {
	c := mappingChecker{framework: f}
	c.pin(m)
	for _, line := range m.items {
		if !line.isIgnored() {
			c.item(line.means)
		}
	}
	for _, line := range m.columns {
		if line.item.text != "" && f.Item(line.item.text) == nil {
			c.unknown(line.item) // comments may be on any item
		}
	}
	for _, line := range m.levels {
		c.level(line)
	}
	return c.findings.Sorted()
}

// mappingChecker collects what is wrong with a mapping for a framework.
type mappingChecker struct {
	framework *rubric.Framework
	scales    []*matcher
	findings  diag.List
}

func (c *mappingChecker) report(at diag.Span, severity diag.Severity, code diag.Code, hint, format string, args ...any) {
	c.findings.Add(diag.Diagnostic{Span: at, Severity: severity, Code: code, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

func (c *mappingChecker) pin(m *Mapping) {
	f := c.framework
	switch {
	case m.framework.text == "":
	case m.framework.text != f.ID:
		c.report(m.framework.at, diag.Error, CodeMappingFramework, "inspect the files with this framework, and write a mapping for it",
			"the mapping is for the framework %s, and this is %s", m.framework.text, f.ID)
	case m.version.text != "" && m.version.text != f.Version:
		c.report(m.version.at, diag.Warning, CodeMappingFramework, "see whether its items are still the same, and write the new version here",
			"the mapping is for version %s of %s, and this is %s", m.version.text, f.ID, versionWords(f))
	}
}

func versionWords(f *rubric.Framework) string {
	if f.Version == "" {
		return "without a version"
	}
	return "version " + f.Version
}

// item reports a code that is that of no rated item.
func (c *mappingChecker) item(code token) {
	it := c.framework.Item(code.text)
	switch {
	case code.text == "" || it != nil && it.IsRated():
	case it != nil:
		c.report(code.at, diag.Error, CodeMappingItem, "name an item that is rated", "%s", notRated(it))
	default:
		c.unknown(code)
	}
}

func (c *mappingChecker) unknown(code token) {
	hint := diag.Suggest(code.text, c.codes(), "`rubric show` lists the codes of a framework")
	c.report(code.at, diag.Error, CodeMappingItem, hint, "the framework %s has no item %q", c.framework.ID, cut(code.text, 60))
}

func (c *mappingChecker) codes() []string {
	var codes []string
	for _, it := range c.framework.Indicators() {
		codes = append(codes, it.Code)
	}
	return codes
}

// level reports a level that no rated item has.
func (c *mappingChecker) level(line mapped) {
	if c.scales == nil {
		c.scales = newSession(c.framework, Options{}).scales()
	}
	if line.means.text == "" || slices.ContainsFunc(c.scales, func(m *matcher) bool { _, ok := m.levelNamed(line.means.text); return ok }) {
		return
	}
	var names []string
	for _, m := range c.scales {
		names = append(names, m.names...)
	}
	slices.Sort(names)
	hint := diag.Suggest(line.means.text, names, "write a level's code, label or value")
	c.report(line.means.at, diag.Error, CodeMappingLevel, hint, "no scale of %s has a level %q", c.framework.ID, cut(line.means.text, 60))
}
