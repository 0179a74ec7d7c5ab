-- The tidy rows of one import: one row per period, network, account, campaign, paid or organic, metric and currency,
-- and for surveys per question, audience and answer; rows that leave other metrics open (`blank`) stand apart. Reads the relation `parts`, which the importer makes. A name that a
-- sheet holds as a number has a comma in it.
-- params: platform (VARCHAR)
create table tidy as
select
    period_start, period_end, $platform as platform, network, replace(account, '⎖', ',') as account,
    replace(campaign, '⎖', ',') as campaign, paid,
    metric, case when count(value_high) > 0 then max(value) else sum(value) end as value, sum(value_high) as value_high, unit, currency,
    replace(question, '⎖', ',') as question, replace(audience, '⎖', ',') as audience, answer, blank, 'final' as status
from parts
group by all
order by all;
