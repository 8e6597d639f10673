package diff

import (
	"fmt"
	"reflect"
	"testing"

	"rubrickit/rubric"
)

// notCompared are the fields of the model that make no difference between two
// versions, and why.
var notCompared = map[string]string{
	"Framework.ID":     "two ids are two frameworks, not two versions",
	"Framework.File":   "where a version lies is no part of it",
	"Framework.SHA256": "the bytes may differ in layout only; provenance has the hashes",
	"Framework.Places": "a place in the file",
	"Item.Places":      "a place in the file",
	"Item.ScaleGiven":  "the scale in force is compared, whoever gives it",
	"Scale.Places":     "a place in the file",
	"Level.HasValue":   "the value is compared, whether it is given or counted",
	"Level.Places":     "a place in the file",
	"Node.Kind":        "of the YAML: the value of an extension is compared as JSON",
	"Node.Style":       "as above",
	"Node.Span":        "a place in the file",
	"Node.CutAt":       "a place in the file",
}

// edit is a difference that can be made to a framework.
type edit struct {
	path  string
	apply func()
}

// editor finds every field of a framework, however deep, and a way to make it
// different. A field that is added to the model is among them.
type editor struct {
	edits  []edit
	fields map[string]bool // the fields that were found with a value, as "Type.Field"
}

func editorOf(f *rubric.Framework) *editor {
	e := &editor{fields: map[string]bool{}}
	e.visit(reflect.ValueOf(f).Elem(), "framework")
	return e
}

func (e *editor) add(path string, apply func()) { e.edits = append(e.edits, edit{path, apply}) }

func (e *editor) visit(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.String:
		e.add(path, func() { v.SetString(v.String() + " new") })
	case reflect.Bool:
		e.add(path, func() { v.SetBool(!v.Bool()) })
	case reflect.Uint8:
		e.add(path, func() { v.SetUint(v.Uint() + 1) })
	case reflect.Pointer:
		e.add(path+" = nil", func() { v.SetZero() })
		e.visit(v.Elem(), path)
	case reflect.Slice:
		e.visitSlice(v, path)
	case reflect.Struct:
		e.visitStruct(v, path)
	default:
		e.add(path+" of an unknown kind: "+v.Kind().String(), func() {})
	}
}

func (e *editor) visitSlice(v reflect.Value, path string) {
	last := v.Len() - 1
	e.add(path+" without its last", func() { v.Set(v.Slice(0, last)) })
	if last > 0 {
		e.add(path+" with its ends swapped", func() { reflect.Swapper(v.Interface())(0, last) })
	}
	for i := range v.Len() {
		e.visit(reflect.Indirect(v.Index(i)), fmt.Sprintf("%s[%d]", path, i)) // no list holds nil
	}
}

// visitStruct leaves out what is not compared, and fields without a value.
func (e *editor) visitStruct(v reflect.Value, path string) {
	if v.Type() == reflect.TypeFor[rubric.Decimal]() {
		e.add(path, func() { v.Set(reflect.ValueOf(number("77"))) })
		return
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name := v.Type().Name() + "." + field.Name
		if _, exempt := notCompared[name]; field.IsExported() && !exempt && !v.Field(i).IsZero() {
			e.fields[name] = true
			e.visit(v.Field(i), path+"."+field.Name)
		}
	}
}

// Nothing that the model knows can change without a change being reported.
func TestEveryFieldOfTheModelIsCompared(t *testing.T) {
	for i := range editorOf(fullFramework()).edits {
		before, after := fullFramework(), fullFramework()
		e := editorOf(after).edits[i]
		e.apply()
		after.Index()
		if c := Compare(before, after, Options{}); len(c.Changes) == 0 {
			t.Errorf("%s: no change is reported", e.path)
		}
		if c := Compare(after, before, Options{}); len(c.Changes) == 0 {
			t.Errorf("%s, undone: no change is reported", e.path)
		}
	}
}

func TestTheSampleIsFull(t *testing.T) {
	fields := editorOf(fullFramework()).fields
	for _, value := range []any{
		rubric.Framework{}, rubric.Source{}, rubric.Tag{}, rubric.Extension{}, rubric.Item{}, rubric.Scale{}, rubric.Level{}, rubric.Null{},
	} {
		of := reflect.TypeOf(value)
		for i := range of.NumField() {
			name := of.Name() + "." + of.Field(i).Name
			if of.Field(i).IsExported() && notCompared[name] == "" && !fields[name] {
				t.Errorf("%s is compared nowhere: give it a value in the sample, or say why it makes no difference", name)
			}
		}
	}
}

func TestSameVersionReportsNothing(t *testing.T) {
	c := Compare(fullFramework(), fullFramework(), Options{})
	if len(c.Changes) != 0 || c.Unchanged != 5 || c.Mode != Versions {
		t.Errorf("mode %s, %d unchanged, changes %+v", c.Mode, c.Unchanged, c.Changes)
	}
}
