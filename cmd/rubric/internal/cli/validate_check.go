package cli

import (
	"errors"
	"sync"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/report"
)

// checkAll adds the findings of all files to the product. Files are checked at
// once, unless they are repaired: repairs are announced file by file.
func (o *validateOptions) checkAll(sources []source, product *report.Findings) error {
	if o.mend.fix || o.mend.diff {
		return o.mendAll(sources, product)
	}
	lists := make([]diag.List, len(sources))
	var checks sync.WaitGroup
	for i, s := range sources {
		checks.Go(func() { lists[i] = s.kind.checkWith(o.lint)(s.name, s.data) })
	}
	checks.Wait()
	for i, s := range sources {
		product.Sources[s.name] = s.data
		product.List = append(product.List, lists[i]...)
	}
	return nil
}

// mendAll repairs one file after the other, and adds what is left to find.
func (o *validateOptions) mendAll(sources []source, product *report.Findings) error {
	o.mend.begin()
	var failed []error
	for _, s := range sources {
		list, data, err := o.mend.file(o.env, s, s.kind.checkWith(o.lint))
		if err != nil {
			failed = append(failed, err)
			continue
		}
		product.Sources[s.name] = data
		product.List = append(product.List, list...)
	}
	return errors.Join(failed...)
}
