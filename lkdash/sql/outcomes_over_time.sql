-- One row per day or week and platform: impressions and clicks.
-- params: grain (VARCHAR: day or week), first (DATE), last (DATE), demo (BOOLEAN)
-- reads: outcomes
select
    case when $grain = 'week' then date_trunc('week', period_start) else period_start end::date as starts,
    platform,
    max(status) as status,
    string_agg(distinct title, ', ' order by title) as titles,
    max(imported_at) as imported_at,
    sum(value) filter (metric = 'impressions') as impressions,
    coalesce(sum(value) filter (metric = 'clicks'), sum(value) filter (metric = 'link_clicks')) as clicked
from outcomes_by_day
where period_start = period_end
    and ($demo or status <> 'demo')
    and ($first::date is null or period_start >= $first::date)
    and ($last::date is null or period_end <= $last::date)
    and metric in ('impressions', 'clicks', 'link_clicks')
group by all
having impressions is not null
order by starts, platform;
