// Package stats says what scores come to for groups of ratees: how many there
// are, their mean and standard deviation, how they spread over the levels of
// the scale, and what share of them reaches each level.
//
// Numbers are rational or, where a square root makes them irrational, a
// rational that no rounding to at most [score.MostPlaces] decimals can tell
// from it. No floating point is used, so the same scores give the same digits
// in whatever order they come and on whatever processor.
package stats
