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

-- One row per period, channel (platform, network, paid or organic), metric and currency, campaigns added up; of people
-- (metrics that lkdash.contracts.NOT_ADDITIVE names) the largest and the sum. What the pages' figures are made from: small however much was imported.
create view outcomes_by_day as
select
    period_start, period_end, platform, network, paid, metric, unit, currency, max(status) as status,
    case when counts_people(metric) then max(value) else sum(value) end as value,
    case when counts_people(metric) then sum(coalesce(value_high, value)) end as value_high,
    string_agg(distinct title, ', ' order by title) as title,
    max(imported_at) as imported_at
from current_outcomes
where question is null and platform not in ('survey', 'template')
group by period_start, period_end, platform, network, paid, metric, unit, currency;
