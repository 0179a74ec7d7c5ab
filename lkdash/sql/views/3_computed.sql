-- One row per edition and computed measure: what follows from the figures of one edition.
create view computed as
with parts as (
    select edition, made, subscription, starters, library, staff, share,
        plus(subscription, starters) as home
    from editions
),
derived as (
    select *,
        ratio(staff, made) as recomputed,
        minus(made, home) as sent,
        minus(staff, plus(home, library)) as unattributed,
        minus(made, staff) as not_in_possession
    from parts
),
listed as (
    select edition, unnest([
        {'measure': 'share_recomputed', 'cell': recomputed},
        {'measure': 'share_difference', 'cell': points(share, recomputed)},
        {'measure': 'cards_home', 'cell': home},
        {'measure': 'home_share', 'cell': ratio(home, made)},
        {'measure': 'cards_unattributed', 'cell': unattributed},
        {'measure': 'cards_not_in_possession', 'cell': not_in_possession},
        {'measure': 'cards_sent_to_library', 'cell': sent},
        {'measure': 'library_pickup_share', 'cell': ratio(library, sent)},
        {'measure': 'part_cards_library', 'cell': ratio(library, made)},
        {'measure': 'part_cards_subscription', 'cell': ratio(subscription, made)},
        {'measure': 'part_cards_starters', 'cell': ratio(starters, made)},
        {'measure': 'part_cards_unattributed', 'cell': ratio(unattributed, made)},
        {'measure': 'part_cards_not_in_possession', 'cell': ratio(not_in_possession, made)}
    ]) as entry
    from derived
)
select edition as period, entry.measure as measure, 'calendar_year' as period_kind, entry.cell as cell
from listed;
