package adopt

import "testing"

func TestFromHTML(t *testing.T) {
	for text, want := range map[string]string{
		"<p>one</p><p>two</p>":                                     "one\n\ntwo",
		"<b>Lead:</b> text &amp; more":                             "**Lead:** text & more",
		"is <u>highly accountable</u> for":                         "is _highly accountable_ for",
		"<ul><li><input type=\"checkbox\"/> a</li><li>b</li></ul>": "- a\n- b",
		"Plans:<br>the goal":                                       "Plans:\n\nthe goal",
		"<span style=\"x\">2 * 3</span> &lt;b&gt;":                 `2 \* 3 \<b>`,
		"<script>alert(1)</script><b>x</b>":                        "alert(1)**x**",
	} {
		if got := fromHTML(text); got != want || !hasHTML(text) {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	if hasHTML("a < b and c > d") {
		t.Error("a comparison is no HTML")
	}
}
