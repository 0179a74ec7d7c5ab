-- One row per metric that real imports tell: its sum; people and amounts in other currencies than the euro left out.
-- reads: outcomes
select metric, sum(value) as value
from current_outcomes
where status <> 'demo' and question is null and metric <> 'reach'
    and (unit <> 'amount' or currency = 'EUR')
group by metric
order by metric;
