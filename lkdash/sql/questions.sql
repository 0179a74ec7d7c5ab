-- One row per sub-question of a known written question.
-- params: known (VARCHAR)
-- reads: questions
select number, nl, en from questions where known = $known order by rowid;
