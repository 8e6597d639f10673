package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
	"rubrickit/rubric/report"
)

// source is a file to check.
type source struct {
	name string
	data []byte
}

// gather reads the files that arguments name: files, shipped ids, standard
// input, and the YAML files of folders. What cannot be read is an error each.
func (env Env) gather(args []string) ([]source, []error) {
	var out []source
	var unread []error
	for _, arg := range args {
		if info, err := os.Stat(arg); err == nil && info.IsDir() {
			files, err := env.gatherFolder(arg)
			if err != nil {
				unread = append(unread, err)
			}
			out = append(out, files...)
			continue
		}
		name, data, err := env.readFramework(arg)
		if err != nil {
			unread = append(unread, err)
			continue
		}
		out = append(out, source{name, data})
	}
	return out, unread
}

// gatherFolder reads the YAML files of a folder; files of another kind are
// named and skipped.
func (env Env) gatherFolder(folder string) ([]source, error) {
	files, err := yamlFiles(folder)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("the folder %s has no YAML files", folder)
	}
	var out []source
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return out, err
		}
		if documentOf(data) == nil {
			fmt.Fprintf(env.Stderr, "%s: skipped: it has no line `rubric: v1` or `policy: v1`\n", file)
			continue
		}
		out = append(out, source{file, data})
	}
	return out, nil
}

// checkAll adds the findings of all files to the product. Files are checked at
// once, unless they are repaired: repairs are announced file by file.
func (o *validateOptions) checkAll(sources []source, product *report.Findings) error {
	check := func(file string, data []byte) diag.List { return checkDocument(file, data, o.lint) }
	if o.mend.fix || o.mend.diff {
		return o.mendAll(sources, product, check)
	}
	lists := make([]diag.List, len(sources))
	var checks sync.WaitGroup
	for i, s := range sources {
		checks.Go(func() { lists[i] = check(s.name, s.data) })
	}
	checks.Wait()
	for i, s := range sources {
		product.Sources[s.name] = s.data
		product.List = append(product.List, lists[i]...)
	}
	return nil
}

// mendAll repairs one file after the other, and adds what is left to find.
func (o *validateOptions) mendAll(sources []source, product *report.Findings, check fix.Check) error {
	o.mend.patch.Reset()
	o.mend.unmade = nil
	var failed []error
	for _, s := range sources {
		list, data, err := o.mend.file(o.env, s.name, s.data, check)
		if err != nil {
			failed = append(failed, err)
			continue
		}
		product.Sources[s.name] = data
		product.List = append(product.List, list...)
	}
	return errors.Join(failed...)
}

// yamlFiles lists the YAML files of a folder and the folders in it, sorted;
// hidden ones are left out.
func yamlFiles(folder string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && path != folder
		switch {
		case hidden && entry.IsDir():
			return fs.SkipDir
		case !hidden && !entry.IsDir() && slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(path))):
			files = append(files, path)
		}
		return nil
	})
	slices.Sort(files)
	return files, err
}
