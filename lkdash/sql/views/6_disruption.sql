-- One row per disrupted edition: its share against that of the final, undisrupted editions before it together.
create view disruptions as
with disrupted as (
    select period as edition, ratio(editions.staff, editions.made) as share
    from events
    join editions on editions.edition = events.period
    where kind = 'disruption'
),
baseline as (
    select
        disrupted.edition,
        any_value(disrupted.share) as share,
        ratio(total(list(editions.staff)), total(list(editions.made))) as before
    from disrupted
    join editions
        on editions.edition < disrupted.edition
        and (editions.staff).status = 'final'
        and editions.edition not in (select edition from disrupted)
    group by disrupted.edition
)
select
    edition as period,
    'disruption_effect' as measure,
    'calendar_year' as period_kind,
    points(share, before) as cell
from baseline;
