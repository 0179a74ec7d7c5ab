-- The first tidy rows of one import as it would be stored, with the metrics that the rows of the file behind it leave open
-- (`blank`), which sets them apart. Of a survey's group under five answers no number and no answer.
-- params: most (INTEGER)
with based as (
    select *, case when platform = 'survey'
        then sum(value) over (partition by metric, campaign, question, audience) end as base
    from tidy
),
guarded as (
    select distinct * exclude (base, value, answer),
        case when base < 5 then null else value end as value,
        case when base < 5 then null else answer end as answer
    from based
)
select
    strftime(period_start, '%Y-%m-%d') as period_start, strftime(period_end, '%Y-%m-%d') as period_end,
    platform, network, account, campaign, paid, metric, value, value_high, currency, question, audience, answer, blank
from guarded
order by guarded.period_start, platform, network, account, campaign, paid, question nulls first, audience, answer, metric,
    blank nulls first
limit $most;
