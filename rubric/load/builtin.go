package load

import (
	"fmt"
	"sync"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// scalesFile is the name under which problems of the shipped scales would be
// reported.
const scalesFile = "scales.yaml"

// builtins are the built-in scales, read once. They are data of the program,
// so that a problem in them is a defect found by this package's tests.
var builtins = sync.OnceValue(func() []*rubric.Scale {
	scales, findings := readScales(frameworks.Scales())
	if err := findings.Err(); err != nil {
		panic(fmt.Sprintf("the shipped scales: %v", err))
	}
	return scales
})

func readScales(data []byte) ([]*rubric.Scale, diag.List) {
	root, findings := yamldoc.Parse(scalesFile, data)
	if root == nil {
		return nil, findings
	}
	l := newLoader(scalesFile)
	var scales []*rubric.Scale
	l.Object(root, "the file of scales", []yamldoc.Field{
		{Name: "scales", Required: true, Read: func(n *yamldoc.Node) { l.Word(n, "`scales`") }},
		{Name: "define", Required: true, Read: func(n *yamldoc.Node) {
			for _, p := range l.Map(n, "`define`") {
				if s := l.scaleObject(p.Value); s != nil {
					s.Name = p.Key.Value
					scales = append(scales, s)
				}
			}
		}},
	}, nil)
	return scales, append(findings, l.Findings...)
}

// Builtin returns the built-in scale of that name, or nil. Callers share it
// and must not change it.
func Builtin(name string) *rubric.Scale {
	for _, s := range builtins() {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// BuiltinNames lists the built-in scales in the order of their file.
func BuiltinNames() []string {
	var names []string
	for _, s := range builtins() {
		names = append(names, s.Name)
	}
	return names
}
