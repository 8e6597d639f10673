package cli

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
	"rubrickit/rubric/lint"
)

// ruleOptions are the flags that choose rules.
type ruleOptions struct{ selected, ignored []string }

// The words that stand for several rules.
const (
	allRules     = "all"
	defaultRules = "default"
)

// declare adds the flags to a command.
func (o *ruleOptions) declare(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&o.selected, "select", nil,
		"apply only the rules with these `CODES` (commas, or the flag again); \"default\" and \"all\" stand for several")
	cmd.Flags().StringSliceVar(&o.ignored, "ignore", nil, "leave out the rules with these `CODES`")
	names := codeStrings(lint.All())
	complete(cmd, "select", append(names, allRules, defaultRules))
	complete(cmd, "ignore", names)
}

// options are the rules that the flags choose.
func (o *ruleOptions) options() (lint.Options, error) {
	var out lint.Options
	for _, word := range o.selected {
		switch word {
		case allRules:
			out.Select = append(out.Select, lint.All()...)
		case defaultRules:
			out.Select = append(out.Select, lint.Default()...)
		default:
			if err := checkRule("select", word); err != nil {
				return out, err
			}
			out.Select = append(out.Select, diag.Code(word))
		}
	}
	for _, word := range o.ignored {
		if err := checkRule("ignore", word); err != nil {
			return out, err
		}
		out.Ignore = append(out.Ignore, diag.Code(word))
	}
	return out, nil
}

// checkRule refuses a word that is the code of no rule.
func checkRule(flag, word string) error {
	if slices.Contains(lint.All(), diag.Code(word)) {
		return nil
	}
	if _, ok := explain.Find(diag.Code(word)); ok {
		return usagef("--%s %s: only rules can be chosen, and this finding is no rule: errors are always reported", flag, word)
	}
	hint := "`rubric explain` lists them"
	if near := diag.Nearest(word, codeStrings(lint.All())); near != "" {
		hint = fmt.Sprintf("did you mean %q? %s", near, hint)
	}
	return usagef("--%s: no rule has the code %q; %s", flag, word, hint)
}

func codeStrings(codes []diag.Code) []string {
	out := make([]string, len(codes))
	for i, code := range codes {
		out[i] = string(code)
	}
	return out
}
