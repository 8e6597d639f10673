package cli

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/ratings"
)

// readingFlags say what files of ratings do not say themselves. Every command
// that reads such files has them.
type readingFlags struct {
	maps       []string
	sets       []string
	nulls      []string
	delimiter  string
	dates      string
	encoding   string
	anyVersion bool
	mapping    string // the file of one
	scale      string
}

// declare adds the flags to a command.
func (o *readingFlags) declare(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&o.maps, "map", nil, "`ROLE=COLUMN`: the column that has this role; roles: "+strings.Join(ratings.Roles(), ", ")+" (repeats)")
	flags.StringArrayVar(&o.sets, "set", nil, "`ROLE=VALUE`: what a role is where a file has no column for it or leaves it blank (repeats)")
	flags.StringArrayVar(&o.nulls, "null", nil, "`VALUE=STATE`: a word that stands for not_applicable, not_observed or missing (repeats)")
	flags.StringVar(&o.delimiter, "delimiter", "", "the `CHARACTER` between cells, or tab, where the file leaves it open")
	flags.StringVar(&o.dates, "dates", "", "the `ORDER` of dates such as 3/4/2026: mdy or dmy")
	flags.StringVar(&o.encoding, "encoding", "", "the `NAME` of the files' encoding where it is not Unicode, such as windows-1252")
	flags.BoolVar(&o.anyVersion, "allow-version-mismatch", false, "read files that name another version of the framework")
	flags.StringVar(&o.mapping, "mapping", "", "read the files as this mapping `FILE` says, which inspect -o writes; other flags outrank it")
	scaleFlag(cmd, &o.scale)
	complete(cmd, "dates", ratings.DateOrders())
	complete(cmd, "encoding", ratings.Encodings())
}

// framework opens the framework that an argument names, on the scale that the
// files were filled in on.
func (o *readingFlags) framework(env Env, arg string) (*rubric.Framework, error) {
	f, err := env.openFramework(arg)
	if err != nil {
		return nil, err
	}
	return onScale(f, o.scale)
}

// options turns the flags into what the reader of ratings takes, but for the
// mapping, which needs a framework: see readMapping.
func (o *readingFlags) options() (ratings.Options, error) {
	out := ratings.Options{Dates: o.dates, Encoding: o.encoding, AllowVersionMismatch: o.anyVersion}
	if o.dates != "" && !slices.Contains(ratings.DateOrders(), o.dates) {
		return out, usagef("--dates %s: the order of day and month is %s", o.dates, strings.Join(ratings.DateOrders(), " or "))
	}
	if err := ratings.CheckEncoding(o.encoding); err != nil {
		return out, usagef("--encoding: %w", err)
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
func parseDelimiter(name string) (rune, error) {
	if name == "" {
		return 0, nil
	}
	delimiter, err := ratings.ParseDelimiter(name)
	if err != nil {
		return 0, usagef("--delimiter: %w", err)
	}
	return delimiter, nil
}

// readMapping reads the file of --mapping and holds it against the framework;
// nil without the flag. Its findings are printed, and errors among them make
// errFindings.
func (o *readingFlags) readMapping(env Env, f *rubric.Framework) (*ratings.Mapping, error) {
	if o.mapping == "" {
		return nil, nil
	}
	data, err := os.ReadFile(o.mapping)
	if err != nil {
		return nil, err
	}
	m, findings := ratings.ParseMapping(o.mapping, data)
	if m != nil {
		findings = append(findings, m.Check(f)...).Sorted()
	}
	if len(findings) > 0 {
		env.printFindings(findings, map[string][]byte{o.mapping: data})
	}
	if findings.HasErrors() {
		return nil, errFindings
	}
	return m, nil
}
