-- One row per period, channel (platform, network, paid or organic), metric and currency, campaigns added up; of people
-- (metrics that lkdash.contracts.NOT_ADDITIVE names) the largest and the sum. What the pages' figures are made from:
-- small however much was imported.
-- Besides what files tell, metrics that rates are made of: `clicked` (clicks or, where a campaign tells none, clicks on
-- links), `converted` (conversions or, where a campaign tells none, those by goal), and each side of a rate, summed over
-- those rows that tell both: `x_of_y` is x where y is told. Rows of a campaign that leave a metric open are apart (`blank`).
-- `shown_without_reach`, `visits_without_users`: of rows that leave people open in a file that tells them of others.
create view outcomes_by_day as
with outcomes as (
    select *,
        import_id in (select import_id from current_outcomes where metric = 'reach') as tells_reach,
        import_id in (select import_id from current_outcomes where metric = 'users') as tells_users
    from current_outcomes where question is null and platform not in ('survey', 'template')
),
told as (
    select
        period_start, period_end, platform, network, paid, account, campaign, blank,
        max(status) as status, any_value(title) as title, max(imported_at) as imported_at,
        sum(value) filter (metric = 'impressions') as shown,
        max(value) filter (metric = 'reach') as reach,
        sum(value) filter (metric = 'impressions' and tells_reach) as shown_with_others,
        sum(value) filter (metric = 'sessions' and tells_users) as visits_with_others,
        max(value) filter (metric = 'users') as users,
        coalesce(sum(value) filter (metric = 'clicks'), sum(value) filter (metric = 'link_clicks')) as clicked,
        coalesce(sum(value) filter (metric = 'conversions'), sum(value) filter (metric = 'goal_conversions')) as converted,
        case when bool_and(coalesce(currency = 'EUR', false)) filter (metric = 'cost') then sum(value) filter (metric = 'cost') end as cost
    from outcomes
    where metric in (
        'impressions', 'reach', 'sessions', 'users', 'clicks', 'link_clicks', 'conversions', 'goal_conversions', 'cost'
    )
    group by all
),
paired as (
    select
        period_start, period_end, platform, network, paid, max(status) as status,
        string_agg(distinct title, ', ' order by title) as title, max(imported_at) as imported_at,
        sum(clicked) as clicked,
        sum(converted) as converted,
        sum(shown) filter (reach is not null) as shown_of_reach,
        sum(shown_with_others) filter (reach is null) as shown_without_reach,
        sum(visits_with_others) filter (users is null) as visits_without_users,
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
    on clicked, converted, shown_of_reach, shown_without_reach, visits_without_users, clicked_of_shown, shown_of_clicked,
        cost_of_clicked, clicked_of_cost, cost_of_shown, shown_of_cost, cost_of_converted, converted_of_cost
    into name metric value value
);
