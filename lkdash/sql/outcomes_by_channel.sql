-- One row per channel (platform, network, paid or organic): every metric added up over the asked days, rates from sums,
-- people as bounds (reach at most the population), the click rate with its 95 % interval. Money is euro alone.
-- params: first (DATE, NULL = from the start), last (DATE), demo (BOOLEAN: with example rows)
-- reads: outcomes, reference_figures
with asked as (
    from outcomes_by_day
    where ($demo or status <> 'demo')
        and ($first::date is null or period_start >= $first::date)
        and ($last::date is null or period_end <= $last::date)
),
added as (
    select
        platform, network, paid, max(status) as status,
        string_agg(distinct title, ', ' order by title) as titles,
        max(imported_at) as imported_at,
        sum(value) filter (metric = 'impressions') as impressions,
        max(value) filter (metric = 'reach') as reach_least,
        case when count(*) filter (metric = 'reach') > 0
            then least(sum(value_high) filter (metric = 'reach'), (select sum(value) from reference_figures where series = 'population'))
        end as reach_most,
        sum(value) filter (metric = 'clicks') as clicks,
        sum(value) filter (metric = 'link_clicks') as link_clicks,
        sum(value) filter (metric = 'engagements') as engagements,
        sum(value) filter (metric = 'shares') as shares,
        sum(value) filter (metric = 'video_views') as video_views,
        sum(value) filter (metric = 'video_25') as video_25,
        sum(value) filter (metric = 'video_50') as video_50,
        sum(value) filter (metric = 'video_75') as video_75,
        sum(value) filter (metric = 'video_100') as video_100,
        sum(value) filter (metric in ('conversions', 'goal_conversions')) as conversions,
        sum(value) filter (metric = 'cost' and currency = 'EUR') as cost,
        sum(value) filter (metric = 'sessions') as sessions,
        max(value) filter (metric = 'users') as users_least,
        sum(value_high) filter (metric = 'users') as users_most
    from asked
    group by platform, network, paid
),
rated as (
    select *, coalesce(clicks, link_clicks) as clicked from added
)
select
    *,
    clicked / nullif(impressions, 0) as click_rate,
    wilson(clicked, impressions).low as click_rate_low,
    wilson(clicked, impressions).high as click_rate_high,
    cost / nullif(clicked, 0) as cost_per_click,
    1000 * cost / nullif(impressions, 0) as cost_per_thousand,
    cost / nullif(conversions, 0) as cost_per_conversion
from rated
order by impressions desc nulls last, platform, network, paid;
