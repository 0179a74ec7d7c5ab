-- One row per period, channel (platform, network, paid or organic), metric and currency, campaigns added up; of people
-- (metrics that lkdash.contracts.NOT_ADDITIVE names) the largest and the sum. What the pages' figures are made from: small however much was imported.
create view outcomes_by_day as
select
    period_start, period_end, platform, network, paid, metric, unit, currency, max(status) as status,
    case when counts_people(metric) then max(value) else sum(value) end as value,
    case when counts_people(metric) then sum(coalesce(value_high, value)) end as value_high,
    string_agg(distinct title, ', ' order by title) as title,
    max(imported_at) as imported_at
from current_outcomes
where question is null and platform not in ('survey', 'template')
group by period_start, period_end, platform, network, paid, metric, unit, currency;
