package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
)

type validateOptions struct {
	env              Env
	format           string
	output           string
	warningsAsErrors bool
}

func newValidateCmd(env Env) *cobra.Command {
	o := &validateOptions{env: env}
	cmd := &cobra.Command{
		Use:   "validate FILE…",
		Short: "Find every problem of framework and policy files, each in its place",
		Long: `Checks framework and policy files and reports all problems at once: where, what,
why, and what to do. FILE is a file, a folder (its YAML files, at any depth),
- for standard input, or the id of a shipped framework.

Errors make exit code 1; warnings and notes do so with --warnings-as-errors.
rubric explain CODE has the long text of each finding.`,
		Example: `  rubric validate mnps.yaml
  rubric validate frameworks/ --format json
  rubric validate - < mnps.yaml`,
		Args: atLeastOne("FILE"),
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args) },
	}
	formatFlag(cmd, &o.format, report.FindingsFormats())
	outputFlag(cmd, &o.output)
	cmd.Flags().BoolVar(&o.warningsAsErrors, "warnings-as-errors", false, "exit with 1 for warnings and notes too")
	return cmd
}

func (o *validateOptions) run(args []string) error {
	format, err := pickFormat(o.format, o.output, "text", report.FindingsFormats())
	if err != nil {
		return err
	}
	product := report.Findings{Sources: map[string][]byte{}}
	var unread []error // the other files are checked all the same
	for _, arg := range args {
		if err := o.check(arg, &product); err != nil {
			unread = append(unread, err)
		}
	}
	if len(product.Sources) > 0 {
		if err := writeProduct(o.env, o.output, product, format); err != nil {
			return err
		}
	}
	if err := errors.Join(unread...); err != nil {
		return err
	}
	if product.List.HasErrors() || o.warningsAsErrors && len(product.List) > 0 {
		return errFindings
	}
	return nil
}

// check adds the findings of a file, or of every YAML file of a folder.
func (o *validateOptions) check(arg string, product *report.Findings) error {
	info, err := os.Stat(arg)
	if err != nil || !info.IsDir() {
		name, data, err := o.env.readFramework(arg)
		if err != nil {
			return err
		}
		addFindings(product, name, data)
		return nil
	}
	files, err := yamlFiles(arg)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("the folder %s has no YAML files", arg)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if documentOf(data) == nil {
			fmt.Fprintf(o.env.Stderr, "%s: skipped: it has no line `rubric: v1` or `policy: v1`\n", file)
			continue
		}
		addFindings(product, file, data)
	}
	return nil
}

func addFindings(product *report.Findings, name string, data []byte) {
	product.Sources[name] = data
	product.List = append(product.List, checkDocument(name, data)...)
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

// document is a kind of file that can be validated.
type document struct {
	key   *regexp.Regexp // the line that tells it
	check func(file string, data []byte) diag.List
}

var documents = []document{
	{regexp.MustCompile(`(?m)^\x{FEFF}?["']?rubric["']?\s*:`), checkFramework},
	{regexp.MustCompile(`(?m)^\x{FEFF}?["']?policy["']?\s*:`), checkPolicy},
}

// documentOf tells the kind of a file by its first line of either kind; nil
// when it has none.
func documentOf(data []byte) *document {
	var found *document
	first := len(data)
	for i := range documents {
		if at := documents[i].key.FindIndex(data); at != nil && at[0] < first {
			found, first = &documents[i], at[0]
		}
	}
	return found
}

// checkDocument reports everything about a file; one of no known kind is
// read as a framework.
func checkDocument(file string, data []byte) diag.List {
	if d := documentOf(data); d != nil {
		return d.check(file, data)
	}
	return checkFramework(file, data)
}

func checkFramework(file string, data []byte) diag.List {
	f, findings := load.Framework(file, data)
	if f != nil {
		findings = append(findings, unlessError(lint.Run(f), findings)...)
	}
	return findings.Sorted()
}

// unlessError drops findings at a place that has an error already: one
// mistake gives one message.
func unlessError(list, errors diag.List) diag.List {
	taken := map[diag.Pos]bool{}
	for _, d := range errors {
		taken[d.Start] = true
	}
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return taken[d.Start] })
}

func checkPolicy(file string, data []byte) diag.List {
	_, findings := score.ParsePolicy(file, data)
	return findings.Sorted()
}
