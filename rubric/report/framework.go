package report

import (
	"io"
	"strings"

	"rubrickit/rubric"
)

// FrameworkFile is a framework together with the bytes it was read from.
type FrameworkFile struct {
	Framework *rubric.Framework
	Data      []byte
}

// FrameworkFormats are the formats in which one framework is shown.
func FrameworkFormats() []Format[FrameworkFile] {
	return []Format[FrameworkFile]{
		{Name: "outline", About: "codes and titles as an indented list", Write: writeOutline},
		{Name: "yaml", About: "the file itself, byte for byte", Write: func(w io.Writer, f FrameworkFile, _ Options) error {
			_, err := w.Write(f.Data)
			return err
		}},
		{Name: "json", About: "for programs: arrays, explicit codes, resolved scales, fingerprint", Write: func(w io.Writer, f FrameworkFile, _ Options) error {
			return f.Framework.WriteJSON(w)
		}},
	}
}

// Shape counts a framework's items by tier in words: "8 standards, 37
// statements".
func Shape(f *rubric.Framework) string {
	var parts []string
	for depth, tier := range tierCounts(f) {
		noun := "item"
		if depth < len(f.Tiers) {
			noun = strings.ToLower(tier.Tier)
		}
		parts = append(parts, Count(tier.Items, noun))
	}
	return strings.Join(parts, ", ")
}

// ScaleLine describes the scale of a framework's indicators in words: "1
// Never … 5 Always", "own levels for each item".
func ScaleLine(f *rubric.Framework) string {
	switch s := f.CommonScale(); {
	case s != nil:
		return scaleWords(s)
	case f.Scale != nil && f.Scale.Own:
		return "own levels for each item"
	default:
		return "several scales"
	}
}

func scaleWords(s *rubric.Scale) string {
	first, last := s.Levels[0], s.Levels[len(s.Levels)-1]
	separator := " … "
	if len(s.Levels) == 2 {
		separator = ", "
	}
	return levelWords(first) + separator + levelWords(last)
}

// levelWords is a level's value and name, the value once where it is both.
func levelWords(l rubric.Level) string {
	if l.Value.String() == l.Name() {
		return l.Name()
	}
	return l.Value.String() + " " + l.Name()
}
