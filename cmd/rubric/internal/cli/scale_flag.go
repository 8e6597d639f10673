package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
)

// scaleFlag declares --scale, which rates everything on another scale.
func scaleFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "scale", "", "rate everything on this `SCALE`: a built-in one ("+strings.Join(load.BuiltinNames(), ", ")+") or one that the framework defines")
	complete(cmd, "scale", load.BuiltinNames())
}

// onScale is the framework on the scale with a name; as it is for "".
func onScale(f *rubric.Framework, name string) (*rubric.Framework, error) {
	if name == "" {
		return f, nil
	}
	if s := load.Builtin(name); s != nil {
		return f.OnScale(s), nil
	}
	names := load.BuiltinNames()
	for _, s := range f.Scales {
		switch {
		case s.Own: // it has no levels but the items' own
			continue
		case s.Name == name:
			return f.OnScale(s), nil
		}
		names = append(names, s.Name)
	}
	return nil, usagef("there is no scale %q (%s)", name, diag.Suggest(name, names, "scales: "+strings.Join(names, ", ")))
}
