// Package match finds, for each item of one framework, the items of another
// that are worded most alike.
//
// An item is read twice: its own words, and its words in their context (the
// titles above it, what its parent says, the stem that it completes). Each
// reading becomes a vector of TF-IDF weights over stemmed words, with the
// document frequencies of both frameworks together; the score of a pair is
// the mean of the two cosines.
//
// What a score is: symmetric, between 0 and 1, in ten-thousandths, 1 for two
// items that are read alike, 0 for two that share no word. (An item without
// words of its own, such as one of stop words only, is compared by its context
// and reaches 0.5.) It depends on nothing but the texts: not on the order of
// the items, the platform, or the number of processors.
//
// What a score is not: a measure of meaning. It ranks candidates for a person
// to review. Similar wording is not the same expectation, and the absence of
// similar wording is not a gap: said in other words, the same expectation
// scores 0. Held against crosswalks that experts made, a candidate that they
// chose stands first for 62 % of the items and among the first five for 82 %
// where the frameworks are revisions of one another (NIST CSF 1.1 and 2.0), but
// for 12 % and 42 % where they are independent (NIST SP 800-66 and 800-53): see
// TestMeasure. Scores of different comparisons cannot be compared with each
// other, since the weight of a word depends on how rare it is in the two
// frameworks.
package match
