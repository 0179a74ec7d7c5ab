-- One row per metric that real imports tell: its sum; people and amounts in other currencies than the euro left out.
-- `satisfaction` is the share of positive answers in all surveys together.
-- reads: outcomes
select metric, sum(value) as value
from outcomes_by_day
where status <> 'demo' and not counts_people(metric) and (unit <> 'amount' or currency = 'EUR')
group by metric
union all
select 'satisfaction', sum(value) filter (answer >= 4) / sum(value)
from current_outcomes
where status <> 'demo' and metric = 'answers'
having sum(value) >= 5
order by metric;
