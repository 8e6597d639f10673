package report

import (
	"errors"
	"io"
	"net/url"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/table"
)

// sssomColumns are the columns of a mapping set (SSSOM 1.0,
// https://w3id.org/sssom): what it requires of a mapping, and what is known.
var sssomColumns = []string{
	"subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label", "mapping_justification",
	"author_label", "mapping_date", "similarity_score", "similarity_measure", "mapping_tool", "mapping_tool_version", "comment",
}

// How a mapping came about, in the words of SEMAPV
// (https://w3id.org/semapv/vocab).
const (
	byPeople  = "semapv:ManualMappingCuration"
	byMachine = "semapv:SemanticSimilarityThresholdMatching"
	byChain   = "semapv:MappingChaining"
)

// nothing stands for the item that is not there, of a confirmed gap.
const nothing = "sssom:NoTermFound"

// writeSSSOM writes what people found, rejected pairs and confirmed gaps among
// it, what was derived, and what was computed as possible or better.
func writeSSSOM(w io.Writer, c *diff.Comparison, _ Options) error {
	s := sssom{Comparison: c}
	if _, err := io.WriteString(w, s.head()); err != nil {
		return err
	}
	s.rows = table.NewRows(w, table.Dialect{Comma: '\t'})
	s.row(slices.Clone(sssomColumns))
	for _, row := range c.Reviewed() {
		s.reviewed(row)
	}
	seen := map[[2]string]bool{}
	for _, covered := range c.Coverage.Items {
		for _, m := range covered.Matches {
			if key := [2]string{m.Source.Code, m.Target.Code}; !seen[key] {
				seen[key] = true
				s.unreviewed(m)
			}
		}
	}
	return errors.Join(s.err, s.rows.Flush())
}

// sssom is a mapping set that is being written.
type sssom struct {
	*diff.Comparison
	rows *table.Rows
	err  error
}

// unspecified is the licence of a set that says nothing of its own.
const unspecified = "https://w3id.org/sssom/license/unspecified"

// head is the metadata of the set, as YAML in comments.
func (s *sssom) head() string {
	p := s.Provenance
	lines := []string{
		"sssom_version: \"1.0\"",
		"mapping_set_id: " + inQuotes("urn:rubric:crosswalk:"+url.PathEscape(p.Source.ID)+":"+url.PathEscape(p.Target.ID)+":"+setID(p)),
		"mapping_set_title: " + inQuotes(s.Source.Name()+" → "+s.Target.Name()),
		"mapping_set_description: " + inQuotes(strings.Join(append(basis(s.Comparison), caution), " ")),
		"license: " + unspecified,
		"curie_map:",
		"  rubric: " + inQuotes(frameworkBase),
		"  source: " + inQuotes(base(s.Source)),
		"  target: " + inQuotes(base(s.Target)),
		"  semapv: https://w3id.org/semapv/vocab/",
		"  skos: http://www.w3.org/2004/02/skos/core#",
		"  sssom: https://w3id.org/sssom/",
		"  urn: \"urn:\"", // for readers that take every name for one behind a prefix
		"subject_source: " + inQuotes(frameworkName(s.Source)),
		"object_source: " + inQuotes(frameworkName(s.Target)),
	}
	lines = append(lines, versionLine("subject_source_version", s.Source), versionLine("object_source_version", s.Target))
	lines = append(lines, "comment: "+inQuotes("source "+hashes(p.Source)+"; target "+hashes(p.Target)+"; method: "+p.Method.About))
	return "#" + strings.Join(compactWords(lines...), "\n#") + "\n"
}

// setID tells sets of different inputs apart.
func setID(p diff.Provenance) string {
	id := p.Source.Fingerprint[:8] + p.Target.Fingerprint[:8]
	if p.Crosswalk != nil && p.Crosswalk.SHA256 != "" {
		id += p.Crosswalk.SHA256[:8]
	}
	return id
}

func hashes(i diff.Identity) string {
	return i.ID + ", SHA-256 " + i.SHA256 + ", fingerprint " + i.Fingerprint
}

// frameworkBase is what the ids of frameworks without an address of their own
// stand behind: names that are nobody else's.
const frameworkBase = "urn:rubric:framework:"

// frameworkName names a framework: by its own address, else by its id.
func frameworkName(f *rubric.Framework) string {
	if f.URI != "" {
		return f.URI
	}
	return "rubric:" + url.PathEscape(f.ID)
}

// base is what the codes of a framework stand behind.
func base(f *rubric.Framework) string {
	if f.URI != "" {
		return strings.TrimRight(f.URI, "/#") + "#"
	}
	return frameworkBase + url.PathEscape(f.ID) + ":"
}

func versionLine(key string, f *rubric.Framework) string {
	if f.Version == "" {
		return ""
	}
	return key + ": " + inQuotes(f.Version)
}

// reviewed writes a row of the crosswalk that people have decided. A stale one
// is written with what is stale about it.
func (s *sssom) reviewed(r crosswalk.Row) {
	if !r.IsDecided() {
		return
	}
	predicate, modifier := r.Relation.Predicate(), ""
	switch {
	case r.IsGap():
		predicate = "skos:exactMatch"
	case r.IsRejected():
		predicate, modifier = "skos:relatedMatch", "Not"
	}
	comment := strings.Join(compactWords(r.Note, r.Stale), "; ")
	s.row([]string{
		curie("source", r.Source), labelOf(r.SourceItem), predicate, modifier, curie("target", r.Target), labelOf(r.TargetItem), byPeople,
		r.By, r.On, "", "", "", "", comment,
	})
}

// unreviewed writes a match that nobody has looked at, if there is something to
// it.
func (s *sssom) unreviewed(m diff.Match) {
	if m.Status == diff.Derived {
		s.row([]string{
			curie("source", m.Source.Code), oneLine(m.Source), m.Row.Relation.Predicate(), "", curie("target", m.Target.Code), oneLine(m.Target), byChain,
			"", "", "", "", "rubric", "", m.Row.Note,
		})
	}
	if m.Status != diff.Computed || !worthALook(m) {
		return
	}
	s.row([]string{
		curie("source", m.Source.Code), oneLine(m.Source), "skos:relatedMatch", "", curie("target", m.Target.Code), oneLine(m.Target), byMachine,
		"", "", m.Score.String(), s.Provenance.Method.Name, "rubric", "", "computed, not reviewed: " + m.Word.String(),
	})
}

// curie is a code behind its framework's prefix; of none, that there is none.
func curie(prefix, code string) string {
	if code == "" {
		return nothing
	}
	return prefix + ":" + url.PathEscape(code)
}

func labelOf(it *rubric.Item) string {
	if it == nil {
		return ""
	}
	return oneLine(it)
}

// row writes cells apart by tabs; no cell ends the line.
func (s *sssom) row(cells []string) {
	for i, cell := range cells {
		cells[i] = oneText(cell)
	}
	if err := s.rows.Texts(cells); err != nil && s.err == nil {
		s.err = err
	}
}
