-- One row per criterion that real imports tell, by its metric: what they add up to in the months of the campaign, of the
-- platforms that the criterion is about. Amounts in other currencies than the euro are left out.
-- `conversions` holds goals where nothing else is told, and is bounds: platforms each claim the same ones. `satisfaction` is the share of
-- positive answers in all surveys and questions, of groups of five answers and more.
-- reads: outcomes, criteria, moments
with campaign as (
    select
        date_trunc('month', split_part(period, '/', 1)::date) as first_day,
        last_day(split_part(period, '/', 2)::date) as last_day
    from moments
    where kind = 'campaign'
),
told as (
    select criteria.metric, platform, sum(value) as part
    from criteria
    join outcomes_by_day as outcomes
        on outcomes.metric = if(criteria.metric = 'conversions', 'converted', criteria.metric)
    join campaign on period_start >= first_day and period_end <= last_day
    where outcomes.status <> 'demo'
        and (outcomes.unit <> 'amount' or outcomes.currency = 'EUR')
        and (criteria.platforms is null or list_contains(string_split(criteria.platforms, ' '), platform))
    group by criteria.metric, platform
),
answered as (
    select sum(value) as answers, coalesce(sum(value) filter (answer >= 4), 0) as positive
    from current_outcomes
    where status <> 'demo' and metric = 'answers'
    group by campaign, question, audience
    having answers >= 5
)
select metric, case when metric = 'conversions' then max(part) else sum(part) end as value, sum(part) as value_high
from told
group by metric
union all
select 'satisfaction', sum(positive) / sum(answers), sum(positive) / sum(answers)
from answered
having sum(answers) > 0
order by metric;
