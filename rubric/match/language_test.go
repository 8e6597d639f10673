package match

import "testing"

func TestLanguageOf(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Language
		same bool
	}{
		{"", "", English, true},
		{"en", "en-GB", English, true},
		{"EN", "", English, true},
		{"en", "fr", Plain, false},
		{"fr", "fr-CA", Plain, true},
		{"eng", "en", Plain, false}, // three letters are another tag
	} {
		if got := LanguageOf(c.a, c.b); got != c.want {
			t.Errorf("LanguageOf(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
		if got := SameLanguage(c.a, c.b); got != c.same {
			t.Errorf("SameLanguage(%q, %q) = %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

func TestTongueOf(t *testing.T) {
	for _, c := range []struct{ name, tag, text, want string }{
		{"a tag is believed", "en", "le directeur et les enseignants de la region pour des eleves", "en"},
		{"English", "", "The leader and the team work with the families to set goals for all of them", "en"},
		{"German", "", "Die Schule und das Team arbeiten mit den Eltern und die Leitung ist für eine gute Kultur da", "de"},
		{"French", "", "Le directeur développe les compétences des enseignants et du personnel pour une école sûre", "fr"},
		{"Spanish", "", "El director y los docentes trabajan con las familias por una escuela del barrio y sus niños", "es"},
		{"Portuguese", "", "Os diretores da escola e os professores do ensino trabalham em equipe com uma visão dos alunos", "pt"},
		{"Italian", "", "Il dirigente della scuola e gli insegnanti che sono nel gruppo delle famiglie per i loro bisogni", "it"},
		{"Dutch", "", "Het team van de school werkt met een plan voor het leren en is aan zet bij het overleg", "nl"},
		{"another script", "", "Руководитель школы развивает педагогов", "und"},
		{"too little to tell", "", "Vision. Coaching. Data", ""},
		{"nothing", "", "", ""},
	} {
		if got := TongueOf(c.tag, []Reading{{Own: c.text}}); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// A small word tells its language only if no other has it.
func TestSmallWordsTell(t *testing.T) {
	of := map[string]string{}
	for _, tongue := range tongues {
		for word := range tongue.small {
			if got := words(word); len(got) != 1 || got[0] != word {
				t.Errorf("%s: %q is read as %q, so it is never found", tongue.tag, word, got)
			}
			if other := of[word]; other != "" {
				t.Errorf("%q is a word of %s and of %s", word, other, tongue.tag)
			}
			of[word] = tongue.tag
		}
	}
}
