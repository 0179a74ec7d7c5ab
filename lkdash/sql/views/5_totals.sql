-- One row per set of counted editions and measure: the final ones alone, and with the estimated ones.
-- An edition is counted when its staff with a card is known; all measures are summed over the same editions.
create view totals as
with counted as (
    select *, (staff).status as firmness
    from editions
    where (staff).value is not null
),
sets as (
    select 'final' as name, * from counted where firmness = 'final'
    union all by name
    select 'estimate' as name, * from counted
    where exists (from counted where firmness <> 'final')
),
summed as (
    select
        name,
        case
            when count(*) = max(try_cast(edition as integer)) - min(try_cast(edition as integer)) + 1
                then min(edition) || '-' || max(edition)
            else string_agg(edition, '+' order by edition)
        end as period,
        total(list(made)) as made,
        total(list(subscription)) as subscription,
        total(list(starters)) as starters,
        total(list(library)) as library,
        total(list(staff)) as staff
    from sets
    group by name
    having count(*) > 1
),
listed as (
    select period, unnest([
        {'measure': 'cards_made', 'cell': made},
        {'measure': 'cards_subscription', 'cell': subscription},
        {'measure': 'cards_starters', 'cell': starters},
        {'measure': 'cards_library', 'cell': library},
        {'measure': 'staff_with_card', 'cell': staff},
        {'measure': 'share_total', 'cell': ratio(staff, made)}
    ]) as entry
    from summed
)
select period, entry.measure as measure, 'interval' as period_kind, entry.cell as cell
from listed;
