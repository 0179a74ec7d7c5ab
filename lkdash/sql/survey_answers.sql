-- One row per survey, question, stakeholder group and score (1 to 5): how many answered so; and where several groups are
-- shown one of those together (`together`), which adds nothing that the groups do not tell. A group with fewer than
-- five answers to a question, which comes suppressed, has one row without a number and counts in no other. satisfied:
-- how many answered 4 or 5; low, high: the 95 % interval of their share.
-- params: demo (BOOLEAN)
-- reads: outcomes
with told as (
    select campaign, question, coalesce(audience, '') as audience, answer, value, status, imported_at, title
    from current_outcomes
    where metric = 'answers' and ($demo or status <> 'demo')
),
counted as (
    select campaign, question, audience, answer, sum(value) as answered,
        max(status) as status, max(imported_at) as imported_at, any_value(title) as title
    from told
    where value is not null
    group by all
),
pooled as (
    select campaign, question, '' as audience, answer, sum(answered) as answered,
        max(status) as status, max(imported_at) as imported_at, any_value(title) as title
    from counted
    where (campaign, question) in (
        select (campaign, question) from counted group by campaign, question having count(distinct audience) > 1
    )
    group by campaign, question, answer
),
based as (
    select *, sum(answered) over own as base,
        coalesce(sum(answered) filter (answer >= 4) over own, 0) as satisfied
    from (select *, false as together from counted union all by name select *, true as together from pooled)
    window own as (partition by campaign, question, together, audience)
)
select campaign, question, together, audience, base, answer, answered, status, title, imported_at, satisfied,
    wilson(satisfied, base).low as low, wilson(satisfied, base).high as high
from based
union all by name
select campaign, question, false as together, audience, null as base, null as answer, null as answered,
    max(status) as status, any_value(title) as title,
    max(imported_at) as imported_at, null as satisfied, null as low, null as high
from told
anti join counted using (campaign, question, audience)
group by campaign, question, audience
order by campaign, question, together, audience, answer;
