-- One row per channel (platform, network, paid or organic), platform, network, kind of payment, day, week, or one of all:
-- every metric added up over the asked days, rates from sums, the click rate with its 95 % interval. People are bounds
-- (reach at most the population), and so are conversions of several platforms, which each claim the same ones. Money is
-- euro alone; other_money: there are amounts in another currency, or in none that is named. What is not grouped by is
-- NULL. last_day: of impressions, clicks, conversions and cost. By day or week only rows of one day count.
-- reach_tellers: the platforms that tell reach, separated by spaces; shown_of_reach: the impressions of what tells it. A
-- row that leaves it open in a file that tells it reaches at most as many as it shows; of users as many as its sessions.
-- titles: the kinds of export of a group; titles_of: those that tell a metric of it.
-- params: by (VARCHAR: channel, platform, network, paid, day, week, whole), first (DATE, NULL = from the start),
--   last (DATE), demo (BOOLEAN: with example rows)
-- reads: outcomes, reference_figures
with asked as (
    select
        case when $by in ('channel', 'platform') then platform end as platform,
        case when $by in ('channel', 'network') then network end as network,
        case when $by in ('channel', 'paid') then paid end as paid,
        case $by when 'day' then period_start when 'week' then date_trunc('week', period_start)::date end as starts,
        platform as teller, metric, value, value_high, currency, status, title, imported_at, period_end
    from outcomes_by_day
    where ($demo or status <> 'demo')
        and ($first::date is null or period_start >= $first::date)
        and ($last::date is null or period_end <= $last::date)
        and ($by not in ('day', 'week') or period_start = period_end)
),
of_tellers as (
    select
        starts, platform, network, paid, teller,
        sum(value) filter (metric = 'converted') as converted,
        sum(value) filter (metric = 'converted_of_cost') as priced,
        max(value) filter (metric = 'reach') as reach,
        sum(value_high) filter (metric = 'reach')
            + coalesce(sum(value) filter (metric = 'reach_open'), 0) as reach_most,
        sum(value) filter (metric = 'shown_of_reach') as shown,
        max(value) filter (metric = 'users') as users,
        sum(value_high) filter (metric = 'users')
            + coalesce(sum(value) filter (metric = 'users_open'), 0) as users_most
    from asked
    group by starts, platform, network, paid, teller
),
bounds as (
    select
        starts, platform, network, paid,
        max(converted) as conversions_least, sum(converted) as conversions, max(priced) as converted_of_cost_least,
        max(reach) as reach_least,
        case when max(reach) is not null then greatest(max(reach), least(
            sum(reach_most), (select sum(value) from reference_figures where series = 'population')
        )) end as reach_most,
        sum(shown) filter (reach is not null) as shown_of_reach,
        string_agg(teller, ' ' order by teller) filter (reach is not null) as reach_tellers,
        max(users) as users_least, sum(users_most) as users_most
    from of_tellers
    group by starts, platform, network, paid
),
told as (
    select starts, platform, network, paid, metric, string_agg(distinct title, ', ' order by title) as titles
    from asked
    group by starts, platform, network, paid, metric
),
tellers as (
    select starts, platform, network, paid, map(list(metric), list(titles)) as titles_of
    from told
    group by starts, platform, network, paid
),
added as (
    select
        starts, platform, network, paid, max(status) as status,
        string_agg(distinct title, ', ' order by title) as titles,
        max(imported_at) as imported_at,
        max(period_end) filter (metric in ('impressions', 'clicked', 'converted', 'cost')) as last_day,
        sum(value) filter (metric = 'impressions') as impressions,
        sum(value) filter (metric = 'clicked') as clicked,
        sum(value) filter (metric = 'shares') as shares,
        sum(value) filter (metric = 'video_views') as video_views,
        sum(value) filter (metric = 'video_25') as video_25,
        sum(value) filter (metric = 'video_50') as video_50,
        sum(value) filter (metric = 'video_75') as video_75,
        sum(value) filter (metric = 'video_100') as video_100,
        sum(value) filter (metric = 'cost' and currency = 'EUR') as cost,
        count(*) filter (metric = 'cost' and currency is distinct from 'EUR') > 0 as other_money,
        sum(value) filter (metric = 'sessions') as sessions,
        sum(value) filter (metric = 'clicked_of_shown') as clicked_of_shown,
        sum(value) filter (metric = 'shown_of_clicked') as shown_of_clicked,
        sum(value) filter (metric = 'cost_of_clicked') as cost_of_clicked,
        sum(value) filter (metric = 'clicked_of_cost') as clicked_of_cost,
        sum(value) filter (metric = 'cost_of_shown') as cost_of_shown,
        sum(value) filter (metric = 'shown_of_cost') as shown_of_cost,
        sum(value) filter (metric = 'cost_of_converted') as cost_of_converted,
        sum(value) filter (metric = 'converted_of_cost') as converted_of_cost
    from asked
    group by starts, platform, network, paid
)
select
    added.*,
    bounds.* exclude (starts, platform, network, paid),
    tellers.titles_of,
    cost_of_clicked / nullif(clicked_of_cost, 0) as cost_per_click,
    1000 * cost_of_shown / nullif(shown_of_cost, 0) as cost_per_thousand,
    cost_of_converted / nullif(converted_of_cost, 0) as cost_per_conversion,
    cost_of_converted / nullif(converted_of_cost_least, 0) as cost_per_conversion_most,
    clicked_of_shown / nullif(shown_of_clicked, 0) as click_rate,
    case when clicked_of_shown <= shown_of_clicked then wilson(clicked_of_shown, shown_of_clicked).low end as click_rate_low,
    case when clicked_of_shown <= shown_of_clicked then wilson(clicked_of_shown, shown_of_clicked).high end as click_rate_high
from added
join bounds
    on bounds.starts is not distinct from added.starts and bounds.platform is not distinct from added.platform
    and bounds.network is not distinct from added.network and bounds.paid is not distinct from added.paid
join tellers
    on tellers.starts is not distinct from added.starts and tellers.platform is not distinct from added.platform
    and tellers.network is not distinct from added.network and tellers.paid is not distinct from added.paid
order by added.starts, impressions desc nulls last, added.platform, added.network, added.paid;
