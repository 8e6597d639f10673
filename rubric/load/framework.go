package load

import (
	"rubrickit/rubric"
	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/yamldoc"
)

// format is the value of the key `rubric` that this package reads.
const format = "v1"

var (
	idPattern       = lazyregexp.New(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)
	languagePattern = lazyregexp.New(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
)

// framework reads the whole document; false when it is no map.
func (l *loader) framework(root *yamldoc.Node) bool {
	f := l.f
	f.Places[""] = root.Span
	fields := []yamldoc.Field{
		{Name: "rubric", Required: true, Read: l.format},
		{Name: "id", Required: true, Read: l.id},
		{Name: "title", Required: true, Read: l.text("title", f.Places, &f.Title).Read},
		l.word("version", f.Places, &f.Version),
		l.text("publisher", f.Places, &f.Publisher),
		{Name: "language", Read: l.language},
		l.word("uri", f.Places, &f.URI),
		{Name: "source", Read: l.source},
		l.text("text", f.Places, &f.Text),
		l.text("guidance", f.Places, &f.Guidance),
		l.text("notes", f.Places, &f.Notes),
		{Name: "tiers", Read: l.tiers},
		{Name: "tags", Read: l.tags},
		{Name: "scale", Read: func(n *yamldoc.Node) { l.scale = n; f.Places["scale"] = n.Span }},
		{Name: "scales", Read: l.namedScales},
		{Name: "items", Required: true, Read: func(n *yamldoc.Node) {
			f.Places["items"] = n.Span
			f.Items = l.items(n)
		}},
		{Name: "profiles", Read: l.profiles},
	}
	if !l.Object(root, "the framework", fields, extend(&f.Extensions)) {
		return false
	}
	f.Index()
	l.checkTags()
	l.resolveScales()
	return true
}

func (l *loader) format(n *yamldoc.Node) {
	if v := l.Word(n, "`rubric`"); v != "" && v != format {
		l.Report(n.Span, CodeFormatVersion, "this program reads `rubric: v1`; the version of the framework itself goes into `version`", "the file's format is %q", v)
	}
}

func (l *loader) id(n *yamldoc.Node) {
	l.f.Places["id"] = n.Span
	l.f.ID = l.Word(n, "`id`")
	if l.f.ID != "" && !idPattern.MatchString(l.f.ID) {
		l.Report(n.Span, CodeBadID, "use letters without accents, digits, and - _ . between them, 64 at most, such as leader-standards", "%q cannot be an id", l.f.ID)
	}
}

func (l *loader) language(n *yamldoc.Node) {
	l.f.Places["language"] = n.Span
	l.f.Language = l.Word(n, "`language`")
	if l.f.Language != "" && !languagePattern.MatchString(l.f.Language) {
		l.Report(n.Span, CodeBadLanguage, "write a language tag such as en, es or pt-BR", "%q is no language tag", l.f.Language)
	}
}

func (l *loader) source(n *yamldoc.Node) {
	s, places := &l.f.Source, rubric.Places{}
	if n.Kind == yamldoc.Map && len(n.Pairs) == 0 && !n.Refused {
		l.Report(n.Span, yamldoc.CodeEmptyValue, "write `title:` and `rights:` below it, or take the key away", "`source` is empty")
	}
	l.Object(n, "the source", []yamldoc.Field{
		l.text("title", places, &s.Title),
		l.word("url", places, &s.URL),
		l.word("retrieved", places, &s.Retrieved),
		l.text("rights", places, &s.Rights),
		l.text("note", places, &s.Note),
	}, extend(&s.Extensions))
	l.f.Places["source"] = n.Span
	for key, at := range places {
		l.f.Places["source."+key] = at
	}
}

func (l *loader) tiers(n *yamldoc.Node) {
	l.f.Places["tiers"] = n.Span
	l.f.Tiers = l.Texts(n, "`tiers`")
}

func (l *loader) tags(n *yamldoc.Node) {
	declared := map[string]bool{}
	l.tagsFailed = n.Kind != yamldoc.Map
	for _, p := range l.Map(n, "`tags`") {
		if declared[p.Key.Value] {
			l.Report(p.Key.Span, yamldoc.CodeDuplicateKey, "keep one of the two", "the tag %q is declared twice", p.Key.Value)
			continue
		}
		declared[p.Key.Value] = true
		l.f.Tags = append(l.f.Tags, rubric.Tag{Code: p.Key.Value, Label: l.Text(p.Value, "the label of the tag")})
	}
}

func (l *loader) profiles(n *yamldoc.Node) {
	l.Report(n.Span, CodeReservedKey, "use a key that begins with x- for data of your own", "the key `profiles` is reserved for a later version of the format")
}
