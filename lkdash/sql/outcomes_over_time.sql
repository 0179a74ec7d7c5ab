-- One row per day or week and platform, and one of the platforms together (platform NULL): impressions.
-- params: grain (VARCHAR: day or week), first (DATE), last (DATE), demo (BOOLEAN)
-- reads: outcomes
select
    case when $grain = 'week' then date_trunc('week', period_start) else period_start end::date as starts,
    platform,
    max(status) as status,
    string_agg(distinct title, ', ' order by title) as titles,
    max(imported_at) as imported_at,
    sum(value) as impressions
from outcomes_by_day
where period_start = period_end
    and ($demo or status <> 'demo')
    and ($first::date is null or period_start >= $first::date)
    and ($last::date is null or period_end <= $last::date)
    and metric = 'impressions'
group by grouping sets ((starts, platform), (starts))
order by starts, platform nulls last;
