package match_test
import ("testing";"fmt";"rubrickit/rubric/match")
func TestXP(t *testing.T){
 for _, n := range [][2]string{{"nist-csf-1.1","nist-csf-2.0"},{"nist-sp-800-66-rev2","nist-sp-800-53-rev5"}} {
  c := readCrosswalk(t, n[0], n[1])
  S,T := match.ReadAll(c.source), match.ReadAll(c.target)
  for _, mode := range []string{"own","context","both"} {
   s, u := append([]match.Reading{},S...), append([]match.Reading{},T...)
   for _, l := range [][]match.Reading{s,u} { for i := range l { if mode=="own" {l[i].Context=l[i].Own}; if mode=="context" {l[i].Own=l[i].Context} } }
   m := match.New(s,u,match.English)
   r := m.Rank(len(u))
   q := c.quality(r.Sources)
   fmt.Printf("%s %s %s %.1f %.1f %.1f %.1f\n", n[0], n[1], mode, 100*q.hit1, 100*q.hit5, 100*q.recall10, 100*q.mrr)
   if mode=="both" {
    type bin struct{n,h1,h5 int}
    bins := map[int]*bin{}
    all := map[int]int{}
    for i, right := range c.right {
      b := int(r.Sources[i][0].Score)/500
      if bins[b]==nil {bins[b]=&bin{}}
      bins[b].n++
      for k,p := range r.Sources[i] { if k>=5 {break}; if right[p.Target] { if k==0 {bins[b].h1++}; bins[b].h5++; break } }
    }
    for i := range r.Sources { if c.right[i]!=nil {continue}; b:=0; if len(r.Sources[i])>0 {b=int(r.Sources[i][0].Score)/500}; all[b]++ }
    for b:=20;b>=0;b-- { x:=bins[b]; if x==nil {x=&bin{}}; fmt.Printf("  %.2f n=%d h1=%.2f h5=%.2f unmapped=%d\n", float64(b)/20, x.n, float64(x.h1)/float64(x.n), float64(x.h5)/float64(x.n), all[b]) }
   }
  }
 }
}
