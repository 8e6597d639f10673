package cli

const scoreLong = `Reads filled-in rating files against a framework and computes a score for each
ratee: on every item, on every item above, and overall. A file has a row for each
rating (ratee, item, rating, rater …) or a row for each form with a column for
each item; what it holds, its content says: CSV, JSON, YAML or a workbook, also
packed with gzip, and the exports of survey programs. RATINGS are files, folders
(the files in them that may hold ratings, at any depth), patterns such as *.csv,
or - for standard input. Levels may be codes, labels or values.

A policy says how ratings become scores. Without --policy: of several occasions
the latest, then the mean of the raters of a group, then the mean of the groups
without self-review, then means up the tree. The policy used is printed with the
scores. All arithmetic is exact: score_exact in JSON is the fraction.

What has no rating is left out, never counted as 0: coverage is the rated share
of the applicable weight. Of an item that is rated, n_rated and the other counts
are of its ratings, and what a form leaves out is missing; of an item above, they
are of the rated items below. reason says why there is no score, or what limits
it:
  no-rated-items       nothing that counts is rated
  all-not-applicable   everything is marked as not applicable
  insufficient:2/4     fewer are rated than the policy needs
  suppressed:n=2<3     a group of too few raters is left out
  only-self            only groups that weigh 0 rated this person, so they count
  no-stage             the policy has no stage that makes a score here
  no-range             only one result is possible, so nothing can be rescaled
  undecided            a rule that could change the band cannot be answered yet

A cell that cannot be read is rejected with its place and is never guessed; the
ledger accounts for every cell. More rejects than --max-rejects make exit code 1;
the scores of the rest are written all the same, unless --all-or-nothing.

Beyond the scores (each flag is explained below):
  --at group           self-review and the other groups side by side
  --explain RATEE      how a score came about, down to the lines of the files
  --by COLUMN          means, spread and levels by school, year, any further column
  --fail-under BAND    exit code 1 when anybody is below a band, or has none

Scores go to standard output, as a table on a terminal and as CSV elsewhere; how
each file was understood goes to standard error. --schema describes every column.`
