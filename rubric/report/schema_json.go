package report

import (
	"bytes"
	"encoding/json"
)

// ordered is a JSON object whose members keep their order.
type ordered []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members one after the other.
func (o ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	start := "{"
	for _, m := range o {
		b.WriteString(start)
		b.Write(appendJSONText(nil, m.key))
		b.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
		start = ","
	}
	if len(o) == 0 {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// schema is the JSON Schema (2020-12) of the JSON form.
func (d Dictionary) schema() ordered {
	out := ordered{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "What rubric score --format json writes"},
	}
	out = append(out, structure{within: d.members}.record()...)
	var choices []ordered
	for _, p := range d.members {
		if p.choice {
			choices = append(choices, ordered{{"required", []string{p.name}}})
		}
	}
	return append(out, member{"oneOf", choices})
}

// schema describes the value of a structure.
func (p structure) schema() ordered {
	about := member{"description", p.about}
	if p.single {
		return append(ordered{about}, p.record()...)
	}
	return ordered{about, {"type", "array"}, {"items", p.record()}}
}

// record describes a record of a structure: it has these members and no other.
func (p structure) record() ordered {
	properties, required := ordered{}, []string{}
	for _, f := range p.fields {
		properties = append(properties, member{f.name, f.schema()})
		if !f.kind.omitted {
			required = append(required, f.name)
		}
	}
	for _, inner := range p.within {
		properties = append(properties, member{inner.name, inner.schema()})
		if !inner.choice && !inner.omitted {
			required = append(required, inner.name)
		}
	}
	return ordered{{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}}
}

// schema describes the value of a field.
func (f field) schema() ordered {
	out := ordered{{"description", f.about}}
	switch k := f.kind; {
	case k.free:
	case k.whole:
		out = append(out, member{"type", "integer"}, member{"minimum", 0})
	case k.optional:
		out = append(out, member{"type", []string{"string", "null"}})
	default:
		out = append(out, member{"type", "string"})
	}
	if f.kind.pattern != "" {
		out = append(out, member{"pattern", f.kind.pattern})
	}
	return out
}
