-- One row per written question that is known.
-- reads: questions
select known, any_value(subject_nl) as nl, any_value(subject_en) as en from questions group by known order by min(rowid);
