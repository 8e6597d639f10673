package cli

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/ratings"
)

func (o *scoreOptions) declareFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&o.policy, "policy", "", "score by the policy in this `FILE` instead of the default one")
	flags.IntVar(&o.digits, "digits", 0, "show this `NUMBER` of decimals instead of the policy's")
	flags.IntVar(&o.maxRejects, "max-rejects", 0, "the `NUMBER` of rejected cells that is still exit code 0")
	flags.BoolVar(&o.all, "all-or-nothing", false, "write no scores when more is rejected than --max-rejects")
	flags.StringVar(&o.rejects, "rejects", "", "write all rejects to this `FILE`, as CSV")
	flags.StringVar(&o.provenance, "provenance", "", "write what the scores are made of (framework, policy, inputs, ledger) to this `FILE`, as JSON")
	flags.BoolVar(&o.excel, "excel", false, "CSV for Excel: byte order mark, CRLF, no cell that is a formula")
	flags.StringArrayVar(&o.maps, "map", nil, "`ROLE=COLUMN`: the column that has this role; roles: "+strings.Join(ratings.Roles(), ", ")+" (repeats)")
	flags.StringArrayVar(&o.sets, "set", nil, "`ROLE=VALUE`: what a role is where a file has no column for it or leaves it blank (repeats)")
	flags.StringArrayVar(&o.nulls, "null", nil, "`VALUE=STATE`: a word that stands for not_applicable, not_observed or missing (repeats)")
	flags.StringVar(&o.delimiter, "delimiter", "", "the `CHARACTER` between cells, or tab, where the file leaves it open")
	flags.StringVar(&o.dates, "dates", "", "the `ORDER` of dates such as 3/4/2026: mdy or dmy")
	flags.BoolVar(&o.anyVersion, "allow-version-mismatch", false, "read files that name another version of the framework")
	complete(cmd, "dates", dateOrders)
}

// dateOrders are the values of --dates.
var dateOrders = []string{"mdy", "dmy"}

// parseReadOptions turns the flags into what the reader of ratings takes.
func (o *scoreOptions) parseReadOptions() (ratings.Options, error) {
	out := ratings.Options{Dates: o.dates, AllowVersionMismatch: o.anyVersion}
	if o.dates != "" && !slices.Contains(dateOrders, o.dates) {
		return out, usagef("--dates %s: the order of day and month is %s", o.dates, strings.Join(dateOrders, " or "))
	}
	var err error
	if out.Map, err = parseRoles("--map", "COLUMN", o.maps); err != nil {
		return out, err
	}
	if out.Set, err = parseRoles("--set", "VALUE", o.sets); err != nil {
		return out, err
	}
	if out.Nulls, err = parseNulls(o.nulls); err != nil {
		return out, err
	}
	out.Delimiter, err = parseDelimiter(o.delimiter)
	return out, err
}

// parseRoles reads ROLE=TEXT words, each role once.
func parseRoles(flag, what string, words []string) (map[ratings.Role]string, error) {
	out := map[ratings.Role]string{}
	for _, word := range words {
		role, text, found := strings.Cut(word, "=")
		if !found || text == "" {
			return nil, usagef("%s %s: write %s ROLE=%s", flag, word, flag, what)
		}
		if !slices.Contains(ratings.Roles(), role) {
			hint := diag.Suggest(role, ratings.Roles(), "roles: "+strings.Join(ratings.Roles(), ", "))
			return nil, usagef("%s %s: there is no role %q (%s)", flag, word, role, hint)
		}
		if _, twice := out[ratings.Role(role)]; twice {
			return nil, usagef("%s %s: the role %s is given twice", flag, word, role)
		}
		out[ratings.Role(role)] = text
	}
	return out, nil
}

// parseNulls reads VALUE=STATE words; a value may have an equals sign in it.
func parseNulls(words []string) (map[string]rubric.State, error) {
	out := map[string]rubric.State{}
	for _, word := range words {
		at := strings.LastIndexByte(word, '=')
		if at <= 0 {
			return nil, usagef("--null %s: write --null VALUE=STATE, such as --null -999=missing", word)
		}
		state, known := rubric.ParseState(word[at+1:])
		if !known || state == rubric.Rated {
			return nil, usagef("--null %s: the state is %s, %s or %s", word, rubric.NotApplicable, rubric.NotObserved, rubric.Missing)
		}
		out[word[:at]] = state
	}
	return out, nil
}

// parseDelimiter reads one character, or the word tab; 0 is none.
func parseDelimiter(text string) (rune, error) {
	switch {
	case text == "":
		return 0, nil
	case text == "tab" || text == `\t`:
		return '\t', nil
	case utf8.RuneCountInString(text) != 1 || strings.ContainsAny(text, "\"\r\n"):
		return 0, usagef("--delimiter %q: give one character, or tab", text)
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r, nil
}
