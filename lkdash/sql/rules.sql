-- One row per rule for sub-questions, with the reason why something cannot be answered.
-- reads: rules, unknowns
select rules.* exclude (reason_nl, reason_en, unknown),
    coalesce(rules.reason_nl, unknowns.reason_nl) as reason_nl,
    coalesce(rules.reason_en, unknowns.reason_en) as reason_en
from rules
left join unknowns on unknowns.unknown_id = rules.unknown
order by rules.rowid;
