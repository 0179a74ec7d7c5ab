-- The tidy rows of one import: one row per period, network, account, campaign, paid or organic, metric and currency,
-- and for surveys per question, audience and answer; rows that leave other metrics open (`blank`) stand apart. Reads the
-- relation `parts`, which the importer makes, and the variable `status`, final or demo. A name that a sheet holds as a
-- number has a comma in it.
create view tidy as
select
    period_start, period_end, platform, network, replace(account, '⎖', ',') as account,
    replace(campaign, '⎖', ',') as campaign, paid, metric, value, value_high, unit, currency,
    replace(question, '⎖', ',') as question, replace(audience, '⎖', ',') as audience, answer, blank,
    getvariable('status')::enum ('final', 'demo') as status
from parts;
