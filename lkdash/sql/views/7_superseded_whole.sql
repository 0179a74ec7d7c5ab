-- As `superseded`, where an import tells of no campaign at all: its rows are whole accounts, and overlap with every
-- campaign of the same platform. Here a network that both name sets rows apart, as no campaign joins them. Exports of two
-- kinds name accounts in ways of their own (a handle, an ads account), which nobody can tell to be two.
create view superseded_whole as
with several as materialized (
    select platform from outcomes group by platform having min(import_id) < max(import_id)
),
whole as (
    select import_id, platform, true as is_whole
    from outcomes
    semi join several using (platform)
    group by import_id, platform
    having max(campaign) = ''
),
spans as (
    select distinct import_id, imported_at, status, platform, title, account, network, pays, measure, first_day, last_day,
        coalesce(is_whole, false) as is_whole
    from keyed_outcomes
    semi join (select platform from whole) as involved using (platform)
    left join whole using (import_id, platform)
),
gone as materialized (
    select older.import_id, older.platform, older.account, older.network, older.pays, older.measure, older.first_day,
        older.last_day, max(newer.imported_at) as superseded_at,
        bool_or(newer.first_day <> older.first_day or newer.last_day <> older.last_day) as as_a_whole
    from spans as older
    join spans as newer
        on newer.platform = older.platform and newer.measure = older.measure
        and newer.pays = older.pays and newer.status = older.status
        and (newer.imported_at, newer.import_id) > (older.imported_at, older.import_id)
        and newer.first_day <= older.last_day and newer.last_day >= older.first_day
        and (
            newer.account = older.account or newer.account = '' or older.account = ''
            or (newer.is_whole <> older.is_whole and newer.title <> older.title)
        )
        and (newer.network = older.network or newer.network = '' or older.network = '')
        and (newer.is_whole or older.is_whole)
    group by all
)
select * exclude (as_a_whole) from gone
union all by name
select import_id, platform, account, network, pays, spans.measure, first_day, last_day, max(superseded_at) as superseded_at
from spans
join (select * exclude (measure) from gone where as_a_whole) as other
    using (import_id, platform, account, network, pays, first_day, last_day)
anti join gone using (import_id, platform, account, network, pays, measure, first_day, last_day)
group by all;
