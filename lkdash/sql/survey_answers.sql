-- One row per survey, question, stakeholder group and score (1 to 5): how many answered so. A group with fewer than
-- five answers to a question is suppressed: one row without a number.
-- params: demo (BOOLEAN)
-- reads: outcomes
with counted as (
    select campaign, question, coalesce(audience, '') as audience, answer, sum(value) as answered,
        max(status) as status, max(imported_at) as imported_at, any_value(title) as title
    from current_outcomes
    where metric = 'answers' and ($demo or status <> 'demo')
    group by all
),
based as (
    select *, sum(answered) over (partition by campaign, question, audience) as base from counted
)
select campaign, question, audience, base, answer, answered, status, title, imported_at,
    sum(answered) filter (answer >= 4) over (partition by campaign, question, audience) as satisfied
from based
where base >= 5
union all by name
select campaign, question, audience, null as base, null as answer, null as answered,
    case when max(status) = 'demo' then 'demo' else 'suppressed' end as status, any_value(title) as title,
    max(imported_at) as imported_at, null as satisfied
from based
where base < 5
group by campaign, question, audience
order by campaign, question, audience, answer;
