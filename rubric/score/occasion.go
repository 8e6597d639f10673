package score

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// ErrOccasions is the error for occasions that have no order where a stage
// needs one.
var ErrOccasions = errors.New("the occasions have no order")

// orderOf tells how occasions are ordered: as the policy lists them, else as
// numbers or as dates.
type orderOf struct{ listed []name }

// occasionKind is a way of writing occasions in which they have an order.
type occasionKind struct {
	name  string // in a sentence: "dates"
	parse func(text string) (key exact.Number, ok bool)
}

// occasionKinds is the table of them; an occasion is of the first that fits.
func occasionKinds() []occasionKind {
	return []occasionKind{
		{"numbers", parseNumber},
		{"dates", parseTime("2006-01-02")},
		{"months", parseTime("2006-01")},
		{"dates with a time", parseTime("2006-01-02T15:04:05.999999999", "2006-01-02T15:04")},
		{"dates with a time and a zone", parseTime("2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04Z07:00")},
	}
}

func parseNumber(text string) (exact.Number, bool) {
	d, err := rubric.ParseDecimal(text)
	return exactly(d), err == nil
}

// parseTime reads a time in one of the layouts; a space may stand for the T.
func parseTime(layouts ...string) func(string) (exact.Number, bool) {
	return func(text string) (exact.Number, bool) {
		text = strings.Replace(text, " ", "T", 1)
		for _, layout := range layouts {
			if t, err := time.Parse(layout, text); err == nil {
				return exact.Int(t.Unix()).Add(exact.New(int64(t.Nanosecond()), int64(time.Second))), true
			}
		}
		return exact.Number{}, false
	}
}

// ranks gives each occasion its place in the order, from 0; two ways to write
// one occasion (1 and 01) have the same place. One occasion alone needs no
// order.
func (o *orderOf) ranks(texts []string) (map[string]int32, error) {
	switch {
	case len(texts) <= 1:
		return map[string]int32{}, nil
	case len(o.listed) > 0:
		return o.listedRanks(texts)
	default:
		return sortedRanks(texts)
	}
}

func (o *orderOf) listedRanks(occasions []string) (map[string]int32, error) {
	ranks := map[string]int32{}
	for _, text := range occasions {
		place := slices.IndexFunc(o.listed, func(n name) bool { return sameWord(n.text, text) })
		if place < 0 {
			return nil, fmt.Errorf("%w: %q is not in the policy's `order: [%s]` (%s); add it there", ErrOccasions,
				text, strings.Join(texts(o.listed), ", "), o.listed[0].at)
		}
		ranks[text] = int32(place)
	}
	return ranks, nil
}

func sortedRanks(texts []string) (map[string]int32, error) {
	keys, err := sortKeys(texts)
	if err != nil {
		return nil, err
	}
	sorted := slices.Clone(texts)
	slices.SortFunc(sorted, func(a, b string) int { return cmp.Or(keys[a].Cmp(keys[b]), cmp.Compare(a, b)) })
	ranks, rank := map[string]int32{}, int32(0)
	for i, text := range sorted {
		if i > 0 && keys[sorted[i-1]].Cmp(keys[text]) != 0 {
			rank++
		}
		ranks[text] = rank
	}
	return ranks, nil
}

// sortKeys gives what to sort occasions by, if all are written alike.
func sortKeys(texts []string) (map[string]exact.Number, error) {
	keys := map[string]exact.Number{}
	first, firstKind := "", ""
	for _, text := range texts {
		kind, key := kindOf(text)
		switch {
		case kind == "" && text == "":
			return nil, fmt.Errorf("%w: some ratings have no occasion, and others have %q; fill it in, or use a policy without `latest`", ErrOccasions, other(texts, text))
		case kind == "":
			return nil, fmt.Errorf("%w: %q is neither a number nor a date such as 2026-03-31; list them in the stage over occasion of a policy: `order: [%s, …]`", ErrOccasions, text, text)
		case firstKind == "":
			first, firstKind = text, kind
		case kind != firstKind:
			return nil, fmt.Errorf("%w: %q and %q are written differently (%s, %s); write all alike, or list them in the stage over occasion of a policy: `order: […]`",
				ErrOccasions, first, text, firstKind, kind)
		}
		keys[text] = key
	}
	return keys, nil
}

func kindOf(text string) (string, exact.Number) {
	for _, kind := range occasionKinds() {
		if key, ok := kind.parse(text); ok {
			return kind.name, key
		}
	}
	return "", exact.Number{}
}

// other is the first of the texts that is not this one.
func other(texts []string, text string) string {
	for _, t := range texts {
		if t != text {
			return t
		}
	}
	return ""
}
