package load_test

import (
	"strings"
	"testing"

	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// The words of other programs lead to our keys, and a key that was written in
// their words is not also missing.
func TestForeignKeys(t *testing.T) {
	const head = "rubric: v1\nid: x\ntitle: X\nscale: four-levels\n"
	for text, want := range map[string]string{
		"rubric: v1\nid: x\nName: X\nscale: four-levels\nitems: {a: A}\n":                                 "title",
		"rubric: v1\nid: x\ntitle: X\nscale: four-levels\ncriteria: {a: A}\n":                             "items",
		head + "author: E. N.\nitems: {a: A}\n":                                                           "publisher",
		head + "source: {title: H, license: free}\nitems: {a: A}\n":                                       "rights",
		head + "source: {title: H, rights: none, link: here}\nitems: {a: A}\n":                            "url",
		head + "source: {title: H, rights: none, comments: some}\nitems: {a: A}\n":                        "note",
		head + "items: {a: {title: A, description: B}}\n":                                                 "text",
		head + "items: {a: {name: A}}\n":                                                                  "title",
		head + "items: {a: {label: A}}\n":                                                                 "title",
		head + "items: {a: {title: A, children: {b: B}}}\n":                                               "items",
		head + "items: {a: {title: A, look_fors: B}}\n":                                                   "guidance",
		head + "items: {a: {title: A, points: 2}}\n":                                                      "weight",
		head + "items: {a: {title: A, link: here}}\n":                                                     "uri",
		head + "items: {a: {title: A, levels: {1: {text: B, title: C}}}}\n":                               "label",
		"rubric: v1\nid: x\ntitle: X\nscale: {levels: {1: {name: A}, 2: B}}\nitems: {a: A}\n":             "label",
		"rubric: v1\nid: x\ntitle: X\nscale: {levels: {1: {label: A, points: 1}, 2: B}}\nitems: {a: A}\n": "value",
		head + "items: {a: {titel: A}}\n":                                                                 "title", // as before
	} {
		_, findings := load.Framework("f.yaml", []byte(text))
		if len(findings) != 1 || findings[0].Code != yamldoc.CodeUnknownKey || !strings.HasPrefix(findings[0].Hint, `did you mean "`+want+`"? `) {
			t.Errorf("%q gives %v, want %s", text, findings, want)
		}
	}
}
