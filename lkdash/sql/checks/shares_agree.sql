-- Published shares that do not follow from the published numbers, not even by rounding. found: points of difference.
-- reads: cards, measures, events
with verdicts as (
    select period, figure_id, 100 * value as published, decimals
    from cards where measure = 'share_with_card' and value is not null
)
select verdicts.figure_id, round(published - 100 * figures.value, 2) as found
from verdicts
join figures on figures.period = verdicts.period and figures.measure = 'share_recomputed'
where abs(round(100 * figures.value, verdicts.decimals) - published) > 1e-9
order by verdicts.figure_id;
