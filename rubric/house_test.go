package rubric_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path that all packages of the project begin with.
const module = "rubrickit/"

// steps are the storeys of the house, top to bottom: a package imports only
// packages that stand on a lower step. A package not listed fails the test.
var steps = [][]string{
	{"cmd/rubric", "rubric/internal/sample/sample-ratings"},
	{"cmd/rubric/internal/cli"},
	{"rubric/report", "rubric/render", "rubric/explain"},
	{"rubric/stats", "rubric/adopt"},
	{"rubric/diff", "rubric/score", "rubric/lint", "rubric/fix", "rubric/collect"},
	{"rubric/ratings", "rubric/load", "rubric/match", "rubric/crosswalk"},
	{"rubric/form"},
	{"rubric", "rubric/internal/schematest"},
	{"frameworks", "rubric/yamldoc", "rubric/markup", "rubric/internal/table", "rubric/internal/ooxml", "rubric/internal/rowset", "rubric/internal/parallel", "rubric/internal/csvblock", "rubric/internal/sample", "rubric/internal/webpage", "rubric/exact", "rubric/internal/pdf/flow", "rubric/internal/pdf/pdfread"},
	{"rubric/yamldoc/repair", "rubric/internal/pdf"},
	{"rubric/diag", "rubric/internal/lazyregexp", "rubric/internal/font", "rubric/internal/meaning"},
}

// only names modules that a single package may import: everything else goes
// through that package, so that the module can be replaced in one place.
var only = map[string]string{
	"gopkg.in/yaml.v3":                         "rubric/yamldoc",
	"github.com/yuin/goldmark":                 "rubric/markup",
	"github.com/olekukonko/tablewriter":        "rubric/internal/table",
	"github.com/kljensen/snowball":             "rubric/match",
	"github.com/spf13/cobra":                   "cmd/rubric/internal/cli",
	"golang.org/x/term":                        "cmd/rubric/internal/cli",
	"github.com/google/go-cmp":                 "",                           // tests only
	"pgregory.net/rapid":                       "rubric/internal/schematest", // for tests
	"github.com/santhosh-tekuri/jsonschema/v6": "rubric/internal/schematest", // for tests
	"github.com/rogpeppe/go-internal":          "",
}

func TestImportsPointDownwards(t *testing.T) {
	seen := map[string]bool{}
	for file, imports := range importsOf(t) {
		from := path.Dir(file)
		seen[from] = true
		for _, to := range imports {
			checkModule(t, file, from, to)
			local, ours := strings.CutPrefix(to, module)
			if ours && step(t, local) <= step(t, from) {
				t.Errorf("%s imports %s, which does not stand below it", file, local)
			}
		}
	}
	for _, s := range steps {
		for _, p := range s {
			if !seen[p] {
				t.Errorf("the house has a step for %s, which does not exist", p)
			}
		}
	}
}

func checkModule(t *testing.T, file, from, to string) {
	for prefix, owner := range only {
		if (to == prefix || strings.HasPrefix(to, prefix+"/")) && from != owner {
			t.Errorf("%s imports %s, which only %q may", file, to, owner)
		}
	}
}

func step(t *testing.T, pkg string) int {
	i := slices.IndexFunc(steps, func(s []string) bool { return slices.Contains(s, pkg) })
	if i < 0 {
		t.Fatalf("the package %s has no place in the house: add it to a step", pkg)
	}
	return i
}

// importsOf returns the imports of every Go file that is no test, by its path
// from the root of the project.
func importsOf(t *testing.T) map[string][]string {
	const root = ".."
	out := map[string][]string{}
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		switch {
		case d.IsDir() && (name == "testdata" || name != ".." && strings.HasPrefix(name, ".")):
			return fs.SkipDir
		case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		out[filepath.ToSlash(relative)] = paths(file.Imports)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func paths(specs []*ast.ImportSpec) []string {
	var out []string
	for _, s := range specs {
		if p, err := strconv.Unquote(s.Path.Value); err == nil {
			out = append(out, p)
		}
	}
	return out
}
