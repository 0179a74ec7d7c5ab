-- One row: all channels together between two days, rates from sums, money in euro.
-- params: first (DATE), last (DATE), demo (BOOLEAN)
-- reads: outcomes
with added as (
    select
        max(status) as status,
        string_agg(distinct title, ', ' order by title) as titles,
        max(imported_at) as imported_at,
        sum(value) filter (metric = 'impressions') as impressions,
        coalesce(sum(value) filter (metric = 'clicks'), sum(value) filter (metric = 'link_clicks')) as clicked,
        sum(value) filter (metric in ('conversions', 'goal_conversions')) as conversions,
        sum(value) filter (metric = 'sessions') as sessions,
        sum(value) filter (metric = 'cost' and currency = 'EUR') as cost
    from outcomes_by_day
    where ($demo or status <> 'demo')
        and ($first::date is null or period_start >= $first::date)
        and ($last::date is null or period_end <= $last::date)
)
select *, clicked / nullif(impressions, 0) as click_rate, cost / nullif(clicked, 0) as cost_per_click
from added
where titles is not null;
