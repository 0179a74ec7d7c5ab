-- One row per metric and currency of one import, and of the template per count and period, which are never added up: its
-- sum, its largest value, its upper bound, how many rows the metric has here, and the count with its first and last day.
with told as (
    select *, case when platform = 'template' then campaign end as counted,
        case when platform = 'template' then period_start end as first_day,
        case when platform = 'template' then period_end end as last_day
    from tidy
)
select
    metric, currency, sum(value), max(value), sum(coalesce(value_high, value)),
    count(*) over (partition by metric), counted, first_day, last_day
from told
group by metric, currency, counted, first_day, last_day
order by metric, currency, counted, first_day, last_day;
