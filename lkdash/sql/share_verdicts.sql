-- One row per edition with a published and a recomputed share: does the one follow from the other?
-- agrees: the same to two decimals; rounding: the same once rounded as printed; differs: neither.
-- reads: cards
with shares as (
    select edition, 100 * (share).value as published, 100 * ratio(staff, made).value as recomputed
    from editions
),
printed as (
    select period as edition, decimals from cards where measure = 'share_with_card'
)
select
    edition as period,
    case
        when abs(published - recomputed) < 0.005 then 'agrees'
        when abs(round(recomputed, decimals) - published) < 1e-9 then 'rounding'
        else 'differs'
    end as verdict
from shares
join printed using (edition)
where published is not null and recomputed is not null
order by period;
