-- One row per import and channel whose rows count in a period: what imported figures rest on.
-- params: metrics (VARCHAR[], empty = all), first (DATE, NULL = from the start), last (DATE), demo (BOOLEAN),
--   rows (VARCHAR: all, daily = of one day, long = of more than a day, outside = of the period, but not of it alone); amounts in other currencies than the euro count nowhere
-- reads: outcomes
select
    platform, network, paid,
    case platform when 'template' then account when 'survey' then campaign end as account,
    case when platform = 'template' then question end as question, import_id, file, title, imported_at, status,
    min(period_start) as first_day, max(period_end) as last_day
from current_outcomes
where (len($metrics::varchar[]) = 0 or list_contains($metrics::varchar[], metric))
    and ($demo or status <> 'demo')
    and (unit <> 'amount' or currency = 'EUR')
    and case $rows
        when 'daily' then period_start = period_end
        when 'long' then period_start is null or period_start <> period_end
        else true
    end
    and case
        when $rows = 'outside' then not coalesce(
            ($first::date is null or period_start >= $first::date) and ($last::date is null or period_end <= $last::date),
            false
        )
            and ($first::date is null or period_end is null or period_end >= $first::date)
            and ($last::date is null or period_start is null or period_start <= $last::date)
        else ($first::date is null or period_start >= $first::date) and ($last::date is null or period_end <= $last::date)
    end
group by all
order by imported_at, file, import_id, platform, network, paid;
