-- One row per period, channel (platform, network, paid or organic), metric and currency, campaigns added up; of people
-- (metrics that lkdash.contracts.NOT_ADDITIVE names) the largest and the sum. What the pages' figures are made from:
-- small however much was imported. Besides what files tell, the sums of outcomes_paired.
create view outcomes_by_day as
with outcomes as (
    from current_outcomes where question is null and platform not in ('survey', 'template')
),
paired as (
    select
        period_start, period_end, platform, network, paid, max(status) as status,
        string_agg(distinct title, ', ' order by title) as title, max(imported_at) as imported_at,
        sum(clicked) as clicked, sum(converted) as converted,
        sum(shown_of_reach) as shown_of_reach, sum(reach_open) as reach_open, sum(users_open) as users_open,
        sum(clicked_of_shown) as clicked_of_shown, sum(shown_of_clicked) as shown_of_clicked,
        sum(cost_of_clicked) as cost_of_clicked, sum(clicked_of_cost) as clicked_of_cost,
        sum(cost_of_shown) as cost_of_shown, sum(shown_of_cost) as shown_of_cost,
        sum(cost_of_converted) as cost_of_converted, sum(converted_of_cost) as converted_of_cost
    from outcomes_paired
    group by period_start, period_end, platform, network, paid
)
select
    period_start, period_end, platform, network, paid, metric, unit, currency, max(status) as status,
    case when counts_people(metric) then max(value) else sum(value) end as value,
    case when counts_people(metric) then sum(coalesce(value_high, value)) end as value_high,
    string_agg(distinct title, ', ' order by title) as title,
    max(imported_at) as imported_at
from outcomes
group by period_start, period_end, platform, network, paid, metric, unit, currency
union all by name
select *, 'number' as unit
from (
    unpivot paired
    on clicked, converted, shown_of_reach, reach_open, users_open, clicked_of_shown, shown_of_clicked, cost_of_clicked,
        clicked_of_cost, cost_of_shown, shown_of_cost, cost_of_converted, converted_of_cost
    into name metric value value
);
