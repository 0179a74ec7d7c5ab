-- One row per campaign, period and channel: what rates are made of. `x_of_y` is x of what tells y too: of one import row by
-- row, as rows that leave a metric open stand apart (`blank`); of two imports that each tell one, where neither leaves it
-- open for any row. `clicked`: clicks or, where neither the file nor the campaign tells them, clicks on links; `converted`:
-- conversions or, in the same way, those by goal. Money is euro alone.
-- `shown_of_reach`: impressions of what tells reach, or leaves it open in a file that tells it (NaN where something
-- tells reach without its impressions); `reach_open`, `users_open`: at most how many people more there are in what leaves them open.
create macro of_both(beside, whole, one_whole, other_whole, one_by, other_by) as
    coalesce(beside, case when one_by <> other_by and one_whole and other_whole then whole end);

create macro of_campaign(period_start, period_end, platform, network, paid, account, campaign) as
    hash(period_start, period_end, platform, network, paid, account, campaign);

-- What a file tells is asked of all its rows, also of those that no longer count.
create view outcomes_paired as
with told as materialized (
    select *,
        of_campaign(period_start, period_end, platform, network, paid, account, campaign) as of,
        import_id in (select import_id from outcomes where metric = 'clicks') as tells_clicks,
        import_id in (select import_id from outcomes where metric = 'conversions') as tells_conversions,
        import_id in (select import_id from outcomes where metric = 'reach') as tells_reach,
        import_id in (select import_id from outcomes where metric = 'users') as tells_users
    from current_outcomes
    where metric in (
        'impressions', 'reach', 'sessions', 'users', 'clicks', 'link_clicks', 'conversions', 'goal_conversions', 'cost'
    )
),
best as (
    from told
    where not (metric = 'link_clicks' and (tells_clicks or of in (select of from told where metric = 'clicks')))
        and not (
            metric = 'goal_conversions'
            and (tells_conversions or of in (select of from told where metric = 'conversions'))
        )
),
opened as (
    select
        import_id, of_campaign(period_start, period_end, platform, network, paid, account, campaign) as of,
        string_split(string_agg(distinct blank, ', '), ', ') as metrics
    from outcomes
    where blank is not null
    group by all
),
alike as (
    select
        best.of, best.import_id, blank, period_start, period_end, platform, network, paid,
        coalesce(any_value(metrics), []) as open,
        max(status) as status, any_value(title) as title, max(imported_at) as imported_at,
        bool_or(tells_reach) as tells_reach, bool_or(tells_users) as tells_users,
        sum(value) filter (metric = 'impressions') as shown,
        sum(value_high) filter (metric = 'reach') as reach,
        sum(value) filter (metric = 'sessions') as visits,
        sum(value_high) filter (metric = 'users') as users,
        sum(value) filter (metric in ('clicks', 'link_clicks')) as clicked,
        any_value(metric) filter (metric in ('clicks', 'link_clicks')) as click_metric,
        sum(value) filter (metric in ('conversions', 'goal_conversions')) as converted,
        any_value(metric) filter (metric in ('conversions', 'goal_conversions')) as conversion_metric,
        case when bool_and(coalesce(currency = 'EUR', false)) filter (metric = 'cost')
            then sum(value) filter (metric = 'cost') end as cost
    from best
    left join opened on opened.of = best.of and opened.import_id = best.import_id
    group by all
),
campaigns as (
    select
        of, period_start, period_end, platform, network, paid,
        max(status) as status, string_agg(distinct title, ', ' order by title) as title, max(imported_at) as imported_at,
        bool_or(tells_reach) filter (shown is not null) as tells_reach,
        bool_or(tells_users) filter (visits is not null) as tells_users,
        sum(shown) as shown, sum(reach) as reach, sum(visits) as visits, sum(users) as users,
        sum(clicked) as clicked, sum(converted) as converted, sum(cost) as cost,
        max(import_id) filter (shown is not null) as shown_by,
        max(import_id) filter (reach is not null) as reach_by,
        max(import_id) filter (visits is not null) as visits_by,
        max(import_id) filter (users is not null) as users_by,
        max(import_id) filter (clicked is not null) as clicked_by,
        max(import_id) filter (converted is not null) as converted_by,
        max(import_id) filter (cost is not null) as cost_by,
        bool_and(not list_contains(open, 'impressions')) filter (shown is not null) as shown_whole,
        bool_and(not list_contains(open, 'reach')) filter (reach is not null) as reach_whole,
        bool_and(not list_contains(open, 'users')) filter (users is not null) as users_whole,
        bool_and(not list_contains(open, click_metric)) filter (clicked is not null) as clicked_whole,
        bool_and(not list_contains(open, conversion_metric)) filter (converted is not null) as converted_whole,
        bool_and(not list_contains(open, 'cost')) filter (cost is not null) as cost_whole,
        bool_or(reach is not null and shown is null) as reach_alone,
        sum(shown) filter (reach is null) as shown_beside_no_reach,
        sum(visits) filter (users is null) as visits_beside_no_users,
        sum(clicked) filter (shown is not null) as clicked_beside_shown,
        sum(shown) filter (clicked is not null) as shown_beside_clicked,
        sum(cost) filter (clicked is not null) as cost_beside_clicked,
        sum(clicked) filter (cost is not null) as clicked_beside_cost,
        sum(cost) filter (shown is not null) as cost_beside_shown,
        sum(shown) filter (cost is not null) as shown_beside_cost,
        sum(cost) filter (converted is not null) as cost_beside_converted,
        sum(converted) filter (cost is not null) as converted_beside_cost
    from alike
    group by all
)
select
    period_start, period_end, platform, network, paid, status, title, imported_at,
    clicked, converted,
    case
        when reach is null then case when tells_reach then shown end
        when case when shown_by = reach_by then reach_alone else shown_whole is not true end then 'nan'::double
        else shown
    end as shown_of_reach,
    case
        when reach is null then case when tells_reach then shown end
        when shown_by = reach_by then shown_beside_no_reach
        when not reach_whole then greatest(0, shown - reach)
    end as reach_open,
    case
        when users is null then case when tells_users then visits end
        when visits_by = users_by then visits_beside_no_users
        when not users_whole then greatest(0, visits - users)
    end as users_open,
    of_both(clicked_beside_shown, clicked, clicked_whole, shown_whole, clicked_by, shown_by) as clicked_of_shown,
    of_both(shown_beside_clicked, shown, clicked_whole, shown_whole, clicked_by, shown_by) as shown_of_clicked,
    of_both(cost_beside_clicked, cost, cost_whole, clicked_whole, cost_by, clicked_by) as cost_of_clicked,
    of_both(clicked_beside_cost, clicked, cost_whole, clicked_whole, cost_by, clicked_by) as clicked_of_cost,
    of_both(cost_beside_shown, cost, cost_whole, shown_whole, cost_by, shown_by) as cost_of_shown,
    of_both(shown_beside_cost, shown, cost_whole, shown_whole, cost_by, shown_by) as shown_of_cost,
    of_both(cost_beside_converted, cost, cost_whole, converted_whole, cost_by, converted_by) as cost_of_converted,
    of_both(converted_beside_cost, converted, cost_whole, converted_whole, cost_by, converted_by) as converted_of_cost
from campaigns;
