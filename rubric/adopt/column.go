package adopt

import (
	"slices"
	"strings"
)

// role is what a column holds.
type role uint8

const (
	roleUnknown role = iota
	roleLabel        // the name of an item, or a statement; one column a tier
	roleCode         // of the item
	roleParent       // the code of the item above
	roleDepth        // the word or the number of the tier
	roleLevel        // a descriptor: the column is a level
	roleLevelOf      // the name of the level that the row describes
	roleText         // of the item
	roleStem
	roleGuidance
	roleNotes
	roleWeight
	roleURI
	roleNull    // what a form offers besides the levels
	roleFill    // what a person fills in
	roleFurther // kept as x-…
)

// roleWords are the names that columns of a role have, as far as their words tell.
var roleWords = map[role][]string{
	roleCode:     {"code", "id", "no", "nr", "num", "number", "ref", "reference", "identifier", "item", "key", "code number", "item code", "item id", "id number", "human coding scheme", "smart level"},
	roleParent:   {"parent", "parent code", "parent id", "parent item", "parent no", "parent number", "parent id number", "belongs to", "under", "is child of", "child of"},
	roleDepth:    {"depth", "type", "item type", "tier", "kind", "outline level", "object type"},
	roleLevelOf:  {"level", "performance level", "rating level", "level name", "stage", "rating name", "stufe", "niveau", "nivel"},
	roleLabel:    {"title", "name", "label", "short name", "short title", "criteria name", "task", "what", "competencies", "criteria", "look for", "kriterium", "kriterien", "kompetenz", "bereich", "merkmal", "titel", "criterio", "criterios", "competencia", "dominio", "título", "critère", "critères", "compétence", "domaine", "titre"},
	roleText:     {"description", "text", "definition", "details", "detail", "full statement", "long description", "summary", "explanation", "descriptor", "descriptors", "criteria description", "performance descriptor", "beschreibung", "beschreibungen", "descripción", "descripteur"},
	roleStem:     {"stem", "lead in"},
	roleGuidance: {"guidance", "look fors", "lookfors", "possible evidence", "sample evidence", "sources of evidence", "examples of evidence", "examples", "example", "rating guidance", "guiding questions", "how to rate"},
	roleNotes:    {"notes for editors", "editor notes", "internal notes"},
	roleWeight:   {"weight", "weighting", "weight in percent", "relative weight", "gewicht", "gewichtung", "peso", "ponderación", "poids", "pondération"},
	roleURI:      {"uri", "url", "link", "identifier uri"},
	roleFill: {"comment", "comments", "score", "your score", "points earned", "self rating", "self assessment", "rating", "evidence", "evidence notes", "notes", "mark", "marks", "grade", "total", "ratee", "rater", "group", "occasion", "choices",
		"framework", "version", "fingerprint", "points"},
}

// nullWords are the names of columns for what is no level, by the state that they
// stand for.
var nullWords = map[string]string{
	"n a": "not_applicable", "na": "not_applicable", "not applicable": "not_applicable",
	"not observed": "not_observed", "no evidence observed": "not_observed", "not seen": "not_observed", "unable to rate": "not_observed", "unable to observe": "not_observed",
}

// tierWords are words for the parts of frameworks: a column with one of them holds
// items.
var tierWords = strings.Fields(`domain domains area areas strand strands standard standards substandard element elements component components competency competencies competence
 criterion criteria indicator indicators behavior behaviors behaviour behaviours practice practices skill skills role roles responsibility responsibilities theme themes dimension dimensions
 category categories topic topics goal goals objective objectives outcome outcomes statement statements principle principles function functions subcategory subcategories capability
 attribute attributes trait traits section sections subject expectation expectations question questions item items field pillar cluster aspect aspects`)

// column is a column of a table.
type column struct {
	name  string // as it stands in the header, without markup
	role  role
	level levelName
	at    place
	// sure says that the name tells the role.
	sure bool
}

// nameColumn tells the role of a column by its name.
func nameColumn(c cell, told []string) column {
	name := oneLine(plainOf(c.shown()))
	out := column{name: name, at: c.at}
	key := keyOf(name)
	if isTold(name, told) {
		return out.asLevel()
	}
	if key == "" && strings.TrimSpace(name) == "#" {
		key = "no"
	}
	if nullWords[key] != "" {
		out.role, out.sure = roleNull, true
		return out
	}
	for _, r := range []role{roleCode, roleParent, roleDepth, roleLevelOf, roleLabel, roleText, roleStem, roleGuidance, roleNotes, roleWeight, roleURI, roleFill} {
		if slices.Contains(roleWords[r], key) {
			out.role, out.sure = r, true
			return out
		}
	}
	return out.byLastWords(key)
}

// byLastWords tells the role of a column whose name has several words.
func (out column) byLastWords(key string) column {
	words := strings.Fields(key)
	has := func(list []string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(list, word) })
	}
	switch {
	case len(words) == 0:
	case len(words) <= 4 && has(tierWords) && slices.Contains([]string{"code", "id", "number", "no"}, words[len(words)-1]):
		out.role, out.sure = roleCode, true
	case len(words) <= 4 && has(tierWords) && slices.Contains([]string{"description", "text", "definition"}, words[len(words)-1]):
		out.role, out.sure = roleText, true
	case len(words) <= 5 && has(tierWords) && !hasPoints(out.name):
		out.role, out.sure = roleLabel, true
	case isLevel(out.name, nil):
		return out.asLevel()
	}
	return out
}

func hasPoints(name string) bool {
	l, numbered := parseLevel(name)
	return numbered && l.to != ""
}

func (out column) asLevel() column {
	out.role, out.sure = roleLevel, true
	out.level, _ = parseLevel(out.name)
	out.level.at = out.at
	return out
}

// columnsOf tells what the columns of a table hold, by the header alone.
func columnsOf(header row, told []string) []column {
	out := make([]column, len(header.cells))
	for i, c := range header.cells {
		out[i] = nameColumn(c, told)
	}
	return out
}

// known counts the columns whose role the header tells.
func known(columns []column) int {
	n := 0
	for _, c := range columns {
		if c.sure {
			n++
		}
	}
	return n
}

// pairYesNo takes columns called Yes and No for levels: alone, No is a number.
func pairYesNo(columns []column) {
	find := func(key string) int {
		return slices.IndexFunc(columns, func(c column) bool { return keyOf(c.name) == key && !strings.HasSuffix(c.name, ".") })
	}
	yes, no := find("yes"), find("no")
	if yes >= 0 && no >= 0 {
		columns[yes], columns[no] = columns[yes].asLevel(), columns[no].asLevel()
	}
}
