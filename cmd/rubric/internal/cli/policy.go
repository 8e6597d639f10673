package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
)

// readPolicy returns the file of the policy that an argument names, and the
// name to print for its places. The id of a shipped policy is that policy,
// whatever lies in the folder; all else is a file. No id looks like a path, so
// that ./default is always a file.
func (env Env) readPolicy(arg string) (name string, data []byte, err error) {
	if data, err := frameworks.Policy(arg); err == nil {
		return arg + ".yaml", data, nil
	}
	data, err = os.ReadFile(arg)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil, unknownPolicy(arg)
	}
	return arg, data, err
}

// unknownPolicy is the error for an argument that names no policy, with those
// that may have been meant.
func unknownPolicy(arg string) error {
	word := filepath.Base(arg)
	hint := "`rubric list --policies` lists what ships"
	if meant := policiesLike(strings.TrimSuffix(word, filepath.Ext(word))); len(meant) > 0 {
		hint = "did you mean " + strings.Join(meant, " or ") + "? " + hint
	}
	return fmt.Errorf("no file and no shipped policy %q (%s)", arg, hint)
}

// policiesLike lists the shipped policies whose id begins with a word, or else
// the one that it is nearly the id of.
func policiesLike(word string) []string {
	var out []string
	for _, id := range frameworks.PolicyIDs() {
		if word != "" && strings.HasPrefix(id, strings.ToLower(word)) {
			out = append(out, id)
		}
	}
	if near := diag.Nearest(word, frameworks.PolicyIDs()); len(out) == 0 && near != "" {
		out = []string{near}
	}
	return out
}

// loadPolicy reads the policy that an argument names. Errors in the file are
// printed and make errFindings.
func (env Env) loadPolicy(arg string) (report.PolicyFile, error) {
	name, data, err := env.readPolicy(arg)
	if err != nil {
		return report.PolicyFile{}, err
	}
	p, findings := score.ParsePolicy(name, data)
	if findings.HasErrors() {
		env.printFindings(findings, map[string][]byte{name: data})
		return report.PolicyFile{}, errFindings
	}
	return report.PolicyFile{Policy: p, Data: data}, nil
}

// suggestCopy tells whose shipped policy does not fit a framework that a copy
// can be made to fit.
func (env Env) suggestCopy(arg string) {
	if slices.Contains(frameworks.PolicyIDs(), arg) {
		fmt.Fprintf(env.Stderr, "the policy %s has other tiers, codes or levels; take a copy and fit it: rubric show --policy %s -o ours.yaml\n", arg, arg)
	}
}

// policyFindings reports everything about a policy file. One that names a
// framework which ships is held against it as well; others wait for score,
// which has the framework.
func policyFindings(file string, data []byte) diag.List {
	p, findings := score.ParsePolicy(file, data)
	if p != nil {
		if f := shippedFor(p); f != nil {
			findings = append(findings, p.Check(f)...)
		}
	}
	return findings.Sorted()
}

// shippedFor is the framework that a policy names, if that ships and is the
// version that the policy names; else nil.
func shippedFor(p *score.Policy) *rubric.Framework {
	id, version := p.Framework()
	f := shipped(id)
	if f == nil || version != "" && version != f.Version {
		return nil
	}
	return f
}

// shipped is the framework of an id that ships; nil for another id.
func shipped(id string) *rubric.Framework {
	data, err := frameworks.Read(id)
	if err != nil {
		return nil
	}
	f, findings := load.Framework(id+".yaml", data)
	if findings.HasErrors() {
		return nil
	}
	return f
}

// completePolicies completes a policy: a shipped id, with its title, or a
// file.
func completePolicies(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, id := range frameworks.PolicyIDs() {
		out = append(out, cobra.CompletionWithDesc(id, policyTitle(id)))
	}
	return out, cobra.ShellCompDirectiveDefault
}

// policyTitle is what a shipped policy calls itself.
func policyTitle(id string) string {
	data, err := frameworks.Policy(id)
	if err != nil {
		return ""
	}
	p, _ := score.ParsePolicy(id, data)
	if p == nil {
		return ""
	}
	return p.Title
}

// policyFlag declares --policy, whose values are completed.
func policyFlag(cmd *cobra.Command, to *string, usage string) {
	cmd.Flags().StringVar(to, "policy", "", usage)
	if err := cmd.RegisterFlagCompletionFunc("policy", completePolicies); err != nil {
		panic(fmt.Sprintf("the flag policy is not declared: %v", err)) // a slip above
	}
}
