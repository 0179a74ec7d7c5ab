-- One row per imported metric that counts: where two imports cover the same day of the same campaign and platform,
-- the rows of the newest. Rows without a period compete with each other alone. Example rows never stand beside real ones.
create view current_outcomes as
with contested as (
    select platform, campaign from outcomes group by all having count(distinct import_id) > 1
),
spans as (
    select distinct import_id, imported_at, platform, campaign,
        coalesce(period_start, date '0001-01-01') as first_day, coalesce(period_end, date '0001-01-01') as last_day
    from outcomes
    semi join contested using (platform, campaign)
),
superseded as (
    select distinct older.import_id, older.platform, older.campaign, older.first_day, older.last_day
    from spans as older
    join spans as newer
        on newer.platform = older.platform and newer.campaign = older.campaign
        and (newer.imported_at, newer.import_id) > (older.imported_at, older.import_id)
        and newer.first_day <= older.last_day and newer.last_day >= older.first_day
),
real as (
    select exists (from outcomes where status <> 'demo') as present
)
select outcomes.*
from outcomes
cross join real
anti join superseded
    on superseded.import_id = outcomes.import_id
    and superseded.platform = outcomes.platform
    and superseded.campaign = outcomes.campaign
    and superseded.first_day = coalesce(outcomes.period_start, date '0001-01-01')
    and superseded.last_day = coalesce(outcomes.period_end, date '0001-01-01')
where status <> 'demo' or not real.present;
