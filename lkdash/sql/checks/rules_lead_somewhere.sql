-- Rules for sub-questions that name a measure, remark or unknown that is not there, or the keywords of a measure
-- that has none of its own. found: how many.
-- reads: rules, measures, notes, unknowns
with named as (
    select rule_id, unnest(string_split(measures, ' ')) as name, 'measure' as kind from rules where measures is not null
    union all
    select rule_id, unnest(string_split(remarks, ' ')), 'remark' from rules where remarks is not null
    union all
    select rule_id, unnest(string_split(says, ' ')), 'remark' from rules where says is not null
    union all
    select rule_id, unknown, 'unknown' from rules where unknown is not null
    union all
    select rule_id, unnest(regexp_extract_all(words, '@(\w+)', 1)), 'keywords' from rules
)
select rule_id as figure_id, count(*) as found
from named
where (kind = 'measure' and name not in (select measure from measures))
    or (kind = 'keywords' and name not in (
        select measure from measures where len(list_filter(string_split(keywords, ', '), lambda word: word not like '%?')) > 0
    ))
    or (kind = 'remark' and name not in (select note_id from notes))
    or (kind = 'unknown' and name not in (select unknown_id from unknowns))
group by rule_id
order by figure_id;
