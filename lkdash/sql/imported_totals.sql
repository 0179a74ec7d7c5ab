-- One row per criterion that real imports tell, by its metric: what they add up to in the months of the campaign, of the
-- platforms that the criterion is about; tellers: those of them that tell it;
-- first_month, last_month: the campaign's. Amounts in other currencies than the euro are left out.
-- `conversions` holds goals where nothing else is told, and is bounds: platforms each claim the same ones. Surveys have
-- no total: questions do not add up.
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
)
select
    metric, case when metric = 'conversions' then max(part) else sum(part) end as value, sum(part) as value_high,
    list(platform order by platform) as tellers,
    strftime(any_value(first_day), '%Y-%m') as first_month, strftime(any_value(last_day), '%Y-%m') as last_month
from told, campaign
group by metric
order by metric;
