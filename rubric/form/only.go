package form

import (
	"fmt"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// selection returns the items that codes choose: themselves, what stands
// below, and what stands above; nil when no code is given.
func selection(f *rubric.Framework, codes []string) (map[*rubric.Item]bool, error) {
	if len(codes) == 0 {
		return nil, nil
	}
	wanted := map[*rubric.Item]bool{}
	for _, code := range codes {
		it, err := rateable(f, code)
		if err != nil {
			return nil, err
		}
		for _, above := range it.Path() {
			wanted[above] = true
		}
		includeBelow(it, wanted)
	}
	return wanted, nil
}

func includeBelow(it *rubric.Item, wanted map[*rubric.Item]bool) {
	wanted[it] = true
	for _, child := range it.Items {
		includeBelow(child, wanted)
	}
}

// rateable finds an item that can stand on a form by itself.
func rateable(f *rubric.Framework, code string) (*rubric.Item, error) {
	it := f.Item(code)
	if it == nil {
		return nil, unknownCode(f, code)
	}
	for _, up := range it.Path() {
		if up.Retired != "" {
			return nil, fmt.Errorf("item %q is retired (%s), so it is on no form", code, up.Retired)
		}
		if up != it && up.IsRated() {
			return nil, fmt.Errorf("item %q only explains %q, which is what is rated; choose %q", code, up.Code, up.Code)
		}
	}
	return it, nil
}

func unknownCode(f *rubric.Framework, code string) error {
	var codes []string
	for it := range f.All() {
		codes = append(codes, it.Code)
	}
	if near := diag.Nearest(code, codes); near != "" {
		return fmt.Errorf("%s has no item %q; did you mean %q?", f.ID, code, near)
	}
	return fmt.Errorf("%s has no item %q; `rubric show %s` lists the codes", f.ID, code, f.ID)
}
