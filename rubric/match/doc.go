// Package match finds, for each item of one framework, the items of another
// that say something similar.
//
// An item is read twice: its own words, and its words in their context (the
// titles above it, what its parent says, the stem that it completes, what
// stands below it). Each reading becomes two vectors: TF-IDF weights of its
// stemmed words, and the sum of what the table of package meaning knows of the
// pieces of its words, rare ones weighing more. Rarity is counted over both
// frameworks. The score of a pair is the mean of the four cosines. The table is
// one of English words: in other languages a score is the mean of the two
// cosines of words as they stand.
//
// What a score is: symmetric, between 0 and 1, in ten-thousandths, 1 for two
// items that are read alike. (An item without words of its own is compared by
// its context and reaches 0.5.) It depends on nothing but the texts: not on the
// order of the items, the platform, or the number of processors. Cosines are
// sums of integers.
//
// What a score is not: a probability, or a finding. It ranks candidates for a
// person to review. What is similar need not ask the same, and no score can
// tell that something is missing: in said-otherwise and in missing alike, the
// best candidate is called "nothing similar". Held against crosswalks that
// experts made, a candidate of theirs stands first for 61 % of the items and
// among the first five for 82 % where the frameworks are revisions of one
// another (NIST CSF 1.1 and 2.0), and for 18 % and 53 % where they are
// independent (NIST SP 800-66 and 800-53); with shared words alone it is 47 and
// 76 %, 10 and 39 %: see TestMeasure. Scores of different comparisons cannot be
// compared with each other, since the weight of a word depends on how rare it is
// in the two frameworks. The words close, likely and possible are placed anew in
// each comparison (see [Bands]).
package match
