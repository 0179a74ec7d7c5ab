-- One row per period, channel (platform, network, paid or organic), metric and currency, campaigns added up; of people
-- (metrics that lkdash.contracts.NOT_ADDITIVE names) the largest and the sum. What the pages' figures are made from:
-- small however much was imported.
-- Besides what files tell, metrics that rates are made of: `clicked` (clicks or, where a campaign tells none, clicks on
-- links), `converted` (conversions or, where a campaign tells none, those by goal), and each side of a rate, summed over those rows of a campaign that tell both: `x_of_y` is x where y is told.
create view outcomes_by_day as
with outcomes as (
    from current_outcomes where question is null and platform not in ('survey', 'template')
),
told as (
    select
        period_start, period_end, platform, network, paid, account, campaign,
        max(status) as status, any_value(title) as title, max(imported_at) as imported_at,
        sum(value) filter (metric = 'impressions') as shown,
        max(value) filter (metric = 'reach') as reach,
        coalesce(sum(value) filter (metric = 'clicks'), sum(value) filter (metric = 'link_clicks')) as clicked,
        coalesce(sum(value) filter (metric = 'conversions'), sum(value) filter (metric = 'goal_conversions')) as converted,
        case when bool_and(coalesce(currency = 'EUR', false)) filter (metric = 'cost') then sum(value) filter (metric = 'cost') end as cost
    from outcomes
    where metric in ('impressions', 'reach', 'clicks', 'link_clicks', 'conversions', 'goal_conversions', 'cost')
    group by all
),
paired as (
    select
        period_start, period_end, platform, network, paid, max(status) as status,
        string_agg(distinct title, ', ' order by title) as title, max(imported_at) as imported_at,
        sum(clicked) as clicked,
        sum(converted) as converted,
        sum(shown) filter (reach is not null) as shown_of_reach,
        sum(clicked) filter (shown is not null) as clicked_of_shown,
        sum(shown) filter (clicked is not null) as shown_of_clicked,
        sum(cost) filter (clicked is not null) as cost_of_clicked,
        sum(clicked) filter (cost is not null) as clicked_of_cost,
        sum(cost) filter (shown is not null) as cost_of_shown,
        sum(shown) filter (cost is not null) as shown_of_cost,
        sum(cost) filter (converted is not null) as cost_of_converted,
        sum(converted) filter (cost is not null) as converted_of_cost
    from told
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
    on clicked, converted, shown_of_reach, clicked_of_shown, shown_of_clicked, cost_of_clicked, clicked_of_cost, cost_of_shown,
        shown_of_cost, cost_of_converted, converted_of_cost
    into name metric value value
);
