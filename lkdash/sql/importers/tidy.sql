-- The tidy rows of one import: one row per period, network, account, campaign, paid or organic, metric and currency,
-- and for surveys per question, audience and answer. Reads the relation `parts`, which the importer makes.
-- params: platform (VARCHAR)
create table tidy as
select
    period_start, period_end, $platform as platform, network, account, campaign, paid,
    metric, sum(value) as value, sum(value_high) as value_high, unit, currency,
    question, audience, answer, 'final' as status
from parts
group by all
order by all;
