package lazyregexp_test

import (
	"reflect"
	"regexp"
	"testing"

	"rubrickit/rubric/internal/lazyregexp"
)

// Every method answers as that of the standard library does.
func TestMethodsAgreeWithRegexp(t *testing.T) {
	const pattern = `(\w)(\d*)`
	lazy, plain := reflect.ValueOf(lazyregexp.New(pattern)), reflect.ValueOf(regexp.MustCompile(pattern))
	arguments := map[reflect.Type][]any{
		reflect.TypeFor[string]():              {"a1 b22 c", "", "<$2>"},
		reflect.TypeFor[[]byte]():              {[]byte("a1 b22 c"), []byte(nil)},
		reflect.TypeFor[int]():                 {-1, 2},
		reflect.TypeFor[func(string) string](): {func(s string) string { return "<" + s + ">" }},
	}
	for i := range lazy.NumMethod() {
		name := lazy.Type().Method(i).Name
		got, want := lazy.MethodByName(name), plain.MethodByName(name)
		for _, in := range combinations(t, arguments, got.Type()) {
			a, b := got.Call(in)[0].Interface(), want.Call(in)[0].Interface()
			if !reflect.DeepEqual(a, b) {
				t.Errorf("%s of %v is %v, want %v", name, in, a, b)
			}
		}
	}
}

// combinations are all arguments that a function may be called with.
func combinations(t *testing.T, of map[reflect.Type][]any, f reflect.Type) [][]reflect.Value {
	out := [][]reflect.Value{nil}
	for i := range f.NumIn() {
		if len(of[f.In(i)]) == 0 {
			t.Fatalf("there are no examples of %v", f.In(i))
		}
		var longer [][]reflect.Value
		for _, in := range out {
			for _, value := range of[f.In(i)] {
				longer = append(longer, append(in[:len(in):len(in)], reflect.ValueOf(value)))
			}
		}
		out = longer
	}
	return out
}

// In tests a pattern is compiled at once, so that a wrong one cannot hide until
// somebody needs it.
func TestWrongPatternIsSeenInTests(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a wrong pattern went unseen")
		}
	}()
	lazyregexp.New("(")
}
