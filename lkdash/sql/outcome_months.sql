-- One row per month in which imported figures begin.
-- reads: outcomes
select distinct strftime(period_start, '%Y-%m') as month
from outcomes_by_day
where period_start is not null
order by month;
