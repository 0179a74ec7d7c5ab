-- One row per metric and currency of one import: its sum, its largest value, its upper bound, and the currencies.
select
    metric, currency, sum(value), max(value), sum(coalesce(value_high, value)),
    count(*) over (partition by metric)
from tidy
group by metric, currency
order by metric, currency;
