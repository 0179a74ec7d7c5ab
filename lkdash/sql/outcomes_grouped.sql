-- One row per channel (platform, network, paid or organic), platform, network, kind of payment, day, week, or one of all:
-- every metric added up over the asked days, rates from sums, the click rate with its 95 % interval. People are bounds
-- (reach at most the population), and so are conversions of several platforms, which each claim the same ones. Money is
-- euro alone; other_money: there are amounts in another currency, or in none that is named. What is not grouped by is NULL. last_day: of impressions, clicks, conversions and cost. By day or week only rows of one day count.
-- reach_tellers: the platforms that tell reach, separated by spaces; shown_of_reach: the impressions of what tells it.
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
converted as (
    select
        starts, platform, network, paid, max(part) as conversions_least, sum(part) as conversions,
        max(priced) as priced_least
    from (
        select
            starts, platform, network, paid,
            sum(value) filter (metric = 'converted') as part,
            sum(value) filter (metric = 'converted_of_cost') as priced
        from asked
        where metric in ('converted', 'converted_of_cost')
        group by starts, platform, network, paid, teller
    )
    group by starts, platform, network, paid
),
added as (
    select
        starts, platform, network, paid, max(status) as status,
        string_agg(distinct title, ', ' order by title) as titles,
        max(imported_at) as imported_at,
        max(period_end) filter (metric in ('impressions', 'clicked', 'converted', 'cost')) as last_day,
        sum(value) filter (metric = 'impressions') as impressions,
        max(value) filter (metric = 'reach') as reach_least,
        case when count(*) filter (metric = 'reach') > 0
            then greatest(max(value) filter (metric = 'reach'), least(
                sum(value_high) filter (metric = 'reach'),
                (select sum(value) from reference_figures where series = 'population')
            ))
        end as reach_most,
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
        max(value) filter (metric = 'users') as users_least,
        sum(value_high) filter (metric = 'users') as users_most,
        sum(value) filter (metric = 'shown_of_reach') as shown_of_reach,
        string_agg(distinct teller, ' ' order by teller) filter (metric = 'reach') as reach_tellers,
        sum(value) filter (metric = 'clicked_of_shown') as clicked_of_shown,
        sum(value) filter (metric = 'shown_of_clicked') as shown_of_clicked,
        sum(value) filter (metric = 'cost_of_clicked') / nullif(sum(value) filter (metric = 'clicked_of_cost'), 0) as cost_per_click,
        1000 * sum(value) filter (metric = 'cost_of_shown') / nullif(sum(value) filter (metric = 'shown_of_cost'), 0) as cost_per_thousand,
        sum(value) filter (metric = 'cost_of_converted') as cost_of_converted,
        sum(value) filter (metric = 'converted_of_cost') as converted_of_cost
    from asked
    group by starts, platform, network, paid
)
select
    added.*,
    conversions_least,
    conversions,
    cost_of_converted / nullif(converted_of_cost, 0) as cost_per_conversion,
    cost_of_converted / nullif(priced_least, 0) as cost_per_conversion_most,
    clicked_of_shown / nullif(shown_of_clicked, 0) as click_rate,
    wilson(clicked_of_shown, shown_of_clicked).low as click_rate_low,
    wilson(clicked_of_shown, shown_of_clicked).high as click_rate_high
from added
left join converted
    on converted.starts is not distinct from added.starts and converted.platform is not distinct from added.platform
    and converted.network is not distinct from added.network and converted.paid is not distinct from added.paid
order by added.starts, impressions desc nulls last, added.platform, added.network, added.paid;
