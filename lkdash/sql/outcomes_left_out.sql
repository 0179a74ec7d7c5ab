-- One row, none where nothing tells impressions: the impressions that the asked days leave out (`outside`: rows without days, or that also cover other days), and
-- those that no day or week can show (`undivided`: rows of more than a day).
-- params: first (DATE, NULL = from the start), last (DATE), demo (BOOLEAN)
-- reads: outcomes
with told as (
    select
        status, value, period_start, period_end,
        coalesce(
            ($first::date is null or period_start >= $first::date) and ($last::date is null or period_end <= $last::date),
            false
        ) as inside
    from outcomes_by_day
    where metric = 'impressions'
        and ($demo or status <> 'demo')
        and ($first::date is null or period_end is null or period_end >= $first::date)
        and ($last::date is null or period_start is null or period_start <= $last::date)
)
select
    max(status) as status,
    coalesce(sum(value) filter (not inside), 0) as outside,
    coalesce(sum(value) filter (inside and (period_start is null or period_start <> period_end)), 0) as undivided
from told
having count(*) > 0;
