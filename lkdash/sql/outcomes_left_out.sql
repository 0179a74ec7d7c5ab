-- One row where something is left out: by the asked days (`outside`: rows without days, or that also cover other days), or
-- because no day or week can show it (`undivided`: rows of more than a day). Impressions (NULL where none are left out), and how many rows of any metric.
-- params: first (DATE, NULL = from the start), last (DATE), demo (BOOLEAN)
-- reads: outcomes
with told as (
    select
        status, metric, value, title, imported_at,
        not coalesce(
            ($first::date is null or period_start >= $first::date) and ($last::date is null or period_end <= $last::date),
            false
        ) as is_outside,
        period_start is null or period_start <> period_end as is_long
    from outcomes_by_day
    where ($demo or status <> 'demo')
        and ($first::date is null or period_end is null or period_end >= $first::date)
        and ($last::date is null or period_start is null or period_start <= $last::date)
)
select
    max(status) as status,
    string_agg(distinct title, ', ' order by title) as titles,
    max(imported_at) as imported_at,
    sum(value) filter (is_outside and metric = 'impressions') as outside,
    sum(value) filter (is_long and not is_outside and metric = 'impressions') as undivided,
    count(*) filter (is_outside) as outside_rows,
    count(*) filter (is_long and not is_outside) as undivided_rows
from told
having count(*) > 0;
