-- One row per metric that real imports tell: its sum; people and amounts in other currencies than the euro left out.
-- `conversions` holds goals too. `clicked`: of each channel its clicks or, where it tells none, its clicks on links.
-- `satisfaction` is the share of positive answers in all surveys together.
-- reads: outcomes
with told as (
    select platform, network, paid, case metric when 'goal_conversions' then 'conversions' else metric end as metric, value
    from outcomes_by_day
    where status <> 'demo' and not counts_people(metric) and (unit <> 'amount' or currency = 'EUR')
),
by_channel as (
    select coalesce(sum(value) filter (metric = 'clicks'), sum(value) filter (metric = 'link_clicks')) as value
    from told
    group by platform, network, paid
)
select metric, sum(value) as value from told group by metric
union all
select 'clicked', sum(value) from by_channel having count(value) > 0
union all
select 'satisfaction', coalesce(sum(value) filter (answer >= 4), 0) / sum(value)
from current_outcomes
where status <> 'demo' and metric = 'answers'
having sum(value) >= 5
order by metric;
